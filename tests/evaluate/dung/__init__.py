"""Tests of abstract argumentation."""
