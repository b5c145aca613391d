"""Declared questions shown as forms, and what was typed kept exactly as it was typed."""
