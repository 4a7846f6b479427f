"""Rules on logic and consistency."""
