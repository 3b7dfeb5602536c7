"""Forms of the musrenbang."""
