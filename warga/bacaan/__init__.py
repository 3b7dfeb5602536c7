"""Words and figures that pages show of people and offices."""
