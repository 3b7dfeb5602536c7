"""The words of plans: what their pages, sheets and notices say."""
