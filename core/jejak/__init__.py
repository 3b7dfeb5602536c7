"""The trail: which act was done to which object, by which role; written once, sealed in a chain."""
