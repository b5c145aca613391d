"""The web room: HTTP in, one query or one action, HTML out."""
