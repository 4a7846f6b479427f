"""Balance of sides."""
