"""Pages of the portal itself: manuals, components, health, errors."""
