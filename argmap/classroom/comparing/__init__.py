"""A pupil's map beside a teacher's: what is the same, what is missing, and hints."""
