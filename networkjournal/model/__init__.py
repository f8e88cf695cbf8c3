"""The nouns and their rules. Pure: standard library only, no clock, no SQL, no sentence for a person."""
