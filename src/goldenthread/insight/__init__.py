"""Insight: the dataset, what is loaded into it, and what is counted from it."""
