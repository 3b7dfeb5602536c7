"""Views of people and places."""
