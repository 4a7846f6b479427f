"""Rules on sources, evidence and quotations."""
