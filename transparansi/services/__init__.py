"""Acts on the sums of the first page."""
