"""The screens. A screen reads the journal and is the one that writes it; panes and widgets only tell it."""
