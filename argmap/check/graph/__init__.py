"""What rules need to know of the shape of a map: inferences, ways, circles, conflicts, sides."""
