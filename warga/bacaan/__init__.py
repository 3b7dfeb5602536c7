"""What pages say of people and offices."""
