"""What the desk does over several services, each all or nothing."""
