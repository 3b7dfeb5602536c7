"""Likely duplicates: the same matter in other words (docs/keputusan/0012-serupa.md)."""
