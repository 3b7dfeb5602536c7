"""Forms of the whole budget."""
