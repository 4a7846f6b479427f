"""Settings and suppressions."""
