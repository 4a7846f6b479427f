"""Exercises made from a map, each with its key: one module a kind."""
