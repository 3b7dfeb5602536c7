"""Figures of the public dashboard, from its summaries."""
