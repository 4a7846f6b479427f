"""Tests of the argumentation schemes."""
