"""The whole budget of a kampung (APBKampung), and what comes in from Excel."""
