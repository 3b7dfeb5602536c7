"""The list of what has to be ready before the public comes, of the portal and of each kampung."""
