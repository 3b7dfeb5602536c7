"""Pages of the musrenbang."""
