"""Pages about help."""
