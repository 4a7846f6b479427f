"""Rules on how claims are worded."""
