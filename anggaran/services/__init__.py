"""Acts on the whole budget of a kampung."""
