"""The sentences and orders of a musrenbang."""
