"""Due dates, counted in working days."""
