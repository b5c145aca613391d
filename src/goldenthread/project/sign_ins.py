"""The agencies whose people sign in with their own directory, as a file declares them."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from goldenthread.project import home
from goldenthread.web.sign_in.openid.provider import Provider

FIELDS = {"issuer", "client_id", "secret_file", "amr", "acr"}


def declared() -> dict[str, Provider]:
    """Return each agency's directory by the agency's key: GOLDENTHREAD_SIGN_INS, or one at home.

    No file is none. Raises ImproperlyConfigured in one sentence for a file that cannot be used.
    """
    given = os.environ.get("GOLDENTHREAD_SIGN_INS", "")
    path = Path(given) if given else home.folder() / "sign-ins.toml"
    if not given and not path.exists():
        return {}
    try:
        return read(tomllib.loads(path.read_text(encoding="utf-8")), beside=path.parent)
    except (OSError, UnicodeError, ValueError) as error:
        raise ImproperlyConfigured(f"{path} cannot be used: {error}") from error


def read(said: Mapping[str, Any], *, beside: Path) -> dict[str, Provider]:
    """Return what a file says; a secret's file is looked for beside it. Raises ValueError."""
    found = {}
    for agency, entry in said.items():
        if not isinstance(entry, dict) or not {"issuer", "client_id", "secret_file"} <= set(entry):
            raise ValueError(f"{agency} needs issuer, client_id and secret_file.")
        if unknown := set(entry) - FIELDS:
            raise ValueError(f"{agency} says {', '.join(sorted(unknown))}, which nothing reads.")
        found[agency] = Provider(
            agency=agency,
            issuer=str(entry["issuer"]),
            client_id=str(entry["client_id"]),
            secret_file=beside / str(entry["secret_file"]),
            amr=frozenset(map(str, entry.get("amr", ()))),
            acr=frozenset(map(str, entry.get("acr", ()))),
        )
    return found
