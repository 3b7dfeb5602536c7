"""Guards for people: limits, sealed addresses, and acts that need two."""
