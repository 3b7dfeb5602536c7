"""Search, filters and pages of long lists."""
