"""Tools of protection: neglect, and what a family needs."""
