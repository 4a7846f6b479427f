"""Dialectical status: answers, speeches, and what stands in the end."""
