"""Classroom: what pupils share with each other, and the tasks that a teacher sets."""
