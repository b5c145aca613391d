"""Signing in: allauth's adapter, the second-factor gate, and the demonstration's stand-in."""
