"""Forms of the desk that are no act on a kiriman."""
