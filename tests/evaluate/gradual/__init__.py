"""Tests of gradual semantics."""
