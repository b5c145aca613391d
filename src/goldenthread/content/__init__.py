"""The content room: what law and the partnership say, one concept a file.

Declarations are found by `catalogue`, not listed; nothing here knows Django or reads a file.
"""
