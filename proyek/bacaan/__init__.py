"""Words and figures that pages show of a project: its money, its trail."""
