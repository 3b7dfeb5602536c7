"""Forms of progress reports, one module for each matter."""
