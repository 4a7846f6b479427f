"""The official Argdown implementation, asked what it reads in a text, and a normal form to compare with."""
