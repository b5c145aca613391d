"""Plain values everything else is written with: days, limits, periods, citations, rounding.

Nothing here knows about children, screens or databases, and nothing reads the wall clock.
"""
