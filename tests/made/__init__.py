"""Things made for tests: small, invented, and the same each time."""
