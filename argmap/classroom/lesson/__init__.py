"""A lesson: from one map to a folder of all that a teacher needs."""
