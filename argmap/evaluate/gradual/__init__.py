"""Gradual semantics: how strong claims are, as numbers from 0 to 1, where some support and some attack each other.

Nothing here knows of maps.
"""
