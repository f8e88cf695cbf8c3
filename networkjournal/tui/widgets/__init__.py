"""What the screens are built of. Attributes down, messages up: no widget knows a journal, a book or a report."""
