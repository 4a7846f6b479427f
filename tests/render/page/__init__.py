"""The page, in Python and in a real browser."""
