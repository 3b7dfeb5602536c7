"""Acts on progress reports. Each is one transaction and leaves a Jejak."""
