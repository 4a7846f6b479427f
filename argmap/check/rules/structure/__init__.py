"""Rules on the shape of a map."""
