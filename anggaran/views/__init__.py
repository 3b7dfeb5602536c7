"""Pages of the whole budget."""
