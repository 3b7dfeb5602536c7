"""Acts on projects and decisions. Each is one transaction and leaves a Jejak."""
