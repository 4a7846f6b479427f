"""Many maps."""
