"""Words that pages say about help."""
