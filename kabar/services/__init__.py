"""Publishing news, following a kiriman, telling its followers."""
