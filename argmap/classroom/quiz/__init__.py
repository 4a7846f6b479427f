"""Quizzes made from a map, in the formats of schools."""
