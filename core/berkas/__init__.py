"""Stored files: photos and scans, decoded in a bounded child process."""
