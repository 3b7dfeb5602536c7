"""What notices and letters say."""
