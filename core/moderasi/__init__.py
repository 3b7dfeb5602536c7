"""Hiding words that break the rules, and showing them again."""
