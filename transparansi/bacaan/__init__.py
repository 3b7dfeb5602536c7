"""What the public dashboard shows, from its summaries."""
