"""Reads of following, notices and letters."""
