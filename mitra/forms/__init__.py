"""Forms about help."""
