"""Acts of the desk over several services, each all or nothing."""
