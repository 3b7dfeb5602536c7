"""Partners, offers and gotong royong: help that was promised, and help that came."""
