"""The lists of a desk: declared once, shown as cards or as a table, exported as they are shown."""
