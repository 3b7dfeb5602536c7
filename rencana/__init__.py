"""The plan of a kampung for a year: its rows, its public draft, its decision."""
