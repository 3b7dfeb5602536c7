"""The same project and folders as the tests of aspirasi."""

from tests.aspirasi.conftest import proyek, simpanan

__all__ = ["proyek", "simpanan"]
