"""Teaching with a map: exercises, quizzes, debate rounds, lessons, and help for a pupil's own map."""
