"""Statutory returns: their codes."""
