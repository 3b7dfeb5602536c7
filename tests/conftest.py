"""Fixtures every test may use."""

from tests.pemeran import klien, pemeran

__all__ = ["klien", "pemeran"]
