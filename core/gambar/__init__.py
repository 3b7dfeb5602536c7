"""Decoding of photos: pure functions, and the child process that bounds them. No Django here."""
