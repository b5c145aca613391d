"""Themes: what the invented contacts are about, in the words of those who bring them."""

from goldenthread.actions.demonstration.themes import (
    advice,
    attendance,
    disability,
    disclosure,
    domestic_abuse,
    exploitation,
    grief,
    information,
    low_mood,
    missing,
    money_and_housing,
    neglect,
    notification,
    online_harm,
    parental_health,
    physical_harm,
    substance_use,
    young_carer,
)
from goldenthread.actions.demonstration.themes.theme import Theme

THEMES: tuple[Theme, ...] = (
    neglect.theme,
    physical_harm.theme,
    domestic_abuse.theme,
    low_mood.theme,
    parental_health.theme,
    substance_use.theme,
    exploitation.theme,
    online_harm.theme,
    young_carer.theme,
    attendance.theme,
    money_and_housing.theme,
    grief.theme,
    disability.theme,
    missing.theme,
    disclosure.theme,
    advice.theme,
    information.theme,
    notification.theme,
)


def named(key: str) -> Theme:
    """Return the theme with this key; raises KeyError if there is none."""
    return {theme.key: theme for theme in THEMES}[key]
