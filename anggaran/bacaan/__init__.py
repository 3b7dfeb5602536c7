"""The words of the whole budget: what its pages and sheets say."""
