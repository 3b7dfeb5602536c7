"""Pages of projects and decisions."""
