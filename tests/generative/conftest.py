"""How far Hypothesis looks: a slow first call (the calendar is made once) is no failure."""

from hypothesis import settings

settings.register_profile("goldenthread", deadline=None)
settings.load_profile("goldenthread")
