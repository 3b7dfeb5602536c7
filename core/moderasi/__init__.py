"""Hiding what breaks the rules, and showing it again."""
