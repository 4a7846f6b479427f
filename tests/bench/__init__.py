"""Benchmarks: each prints its figures beside those of a peer or a limit, measured in the same run."""
