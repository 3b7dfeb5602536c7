"""Words that pages and letters say of a kiriman, from its row and its trail alone."""
