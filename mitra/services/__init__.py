"""Acts on needs, offers and gotong royong."""
