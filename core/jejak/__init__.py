"""The trail: who did what to which object, written once and sealed in a chain."""
