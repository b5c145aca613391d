"""Compiled assets: from the plain name a template asks for to the hashed name that is served."""

import json
from functools import cache
from pathlib import Path

from django.conf import settings


class NotBuilt(RuntimeError):
    """Raised when a template asks for an asset the front-end build has not written."""


def address(name: str) -> str:
    """Return the address of the asset `name`, for example "css/app.css"; raises NotBuilt."""
    hashed = _manifest(str(settings.STATIC_ROOT)).get(name)
    if hashed is None:
        raise NotBuilt(f"The asset {name} is not built. Run `make setup`, then start again.")
    return f"{settings.STATIC_URL}{hashed}"


@cache
def _manifest(folder: str) -> dict[str, str]:
    path = Path(folder) / "manifest.json"
    if not path.is_file():
        raise NotBuilt("The styles and scripts are not built. Run `make setup`, then start again.")
    names: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return names
