"""Words that pages and notices say."""
