"""Forms of people and places."""
