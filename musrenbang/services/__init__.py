"""The acts on a musrenbang."""
