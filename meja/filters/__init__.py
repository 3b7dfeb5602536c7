"""Filters of the lists of a desk."""

from meja.filters.dasar import DaftarFilter
from meja.filters.kiriman import MejaFilter

__all__ = ["DaftarFilter", "MejaFilter"]
