"""All the SQL there is: the file, its schema, and one book per concept. A book's Python imports no other book."""
