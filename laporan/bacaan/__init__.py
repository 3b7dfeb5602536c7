"""What pages and notices say."""
