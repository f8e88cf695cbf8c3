"""What typed words mean: text to drafts. Pure: no clock, no SQL, no sentence for a person; unread text stays text."""
