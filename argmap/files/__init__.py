"""Files on disk, whatever is in them: bytes to text within limits, and text to bytes whole or not at all."""
