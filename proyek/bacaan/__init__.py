"""What pages say of a project: its money, its trail."""
