"""Tests of strengths of maps."""
