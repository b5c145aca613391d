"""The partnership itself: the area it serves."""
