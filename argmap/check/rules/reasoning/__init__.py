"""Rules on reasoning: whether premises bear their conclusion out, and what to ask of common patterns."""
