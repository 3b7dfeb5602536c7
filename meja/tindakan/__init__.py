"""The acts on a kiriman that a desk offers: one class an act, one module a matter."""
