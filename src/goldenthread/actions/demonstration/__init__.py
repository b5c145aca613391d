"""The demonstration: an invented city's year at its front door, told the same way every time."""

from goldenthread.actions.demonstration.loading import SEED, SMALL, Loaded, Refused, load

__all__ = ["SEED", "SMALL", "Loaded", "Refused", "load"]
