"""What guards people: limits, masks, and acts that need two."""
