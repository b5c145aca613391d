"""Golden Thread: one thread from a first worry about a child to the board table."""
