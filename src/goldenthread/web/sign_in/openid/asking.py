"""Asking an agency's directory: what it says of itself, its keys, and a token for a code.

It may be down, slow, or answer nonsense: each is `NotSignedIn`, never a fault of ours.
"""

import time
from dataclasses import dataclass
from typing import Any

import httpx2
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import OAuth2Client
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from goldenthread.web.sign_in.openid.provider import (
    REFUSED,
    UNREACHABLE,
    NotSignedIn,
    Provider,
    is_safe,
)

WAITS = httpx2.Timeout(5.0)
LASTS = 3600.0  # seconds
AGAIN = 60.0  # a key nobody knew is looked for at most this often
WELL_KNOWN = "/.well-known/openid-configuration"
# What the library raises of an answer that gives none, or is none.
NO_TOKEN = (AuthlibBaseError, ValueError, TypeError, LookupError, AttributeError, RecursionError)
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a directory said of itself, its keys, and when it said so (seconds)."""

    metadata: dict[str, Any]
    keys: KeySet
    at: float


_known: dict[tuple[str, str], Known] = {}


def known(provider: Provider, *, anew: bool = False) -> Known:
    """Return what the directory says of itself, asked at most once an hour; raises NotSignedIn.

    `anew` asks again where it has changed its keys, and at most once a minute.
    """
    kept = _known.get((provider.agency, provider.issuer))
    age = time.monotonic() - kept.at if kept else LASTS
    if kept is not None and age < (AGAIN if anew else LASTS):
        return kept
    metadata = _json(provider.issuer.rstrip("/") + WELL_KNOWN)
    if metadata.get("issuer") != provider.issuer:
        raise NotSignedIn(REFUSED, why="the directory says it is another issuer")
    for name in NEEDED:
        if not isinstance(metadata.get(name), str) or not is_safe(metadata[name]):
            raise NotSignedIn(REFUSED, why=f"the directory's {name} is no https address")
    said: Any = _json(metadata["jwks_uri"])
    try:
        keys = KeySet.import_key_set(said)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotSignedIn(REFUSED, why=f"the directory's keys cannot be read: {error}") from error
    found = Known(metadata=metadata, keys=keys, at=time.monotonic())
    _known[provider.agency, provider.issuer] = found
    return found


def exchange(provider: Provider, *, code: str, verifier: str, back: str) -> dict[str, Any]:
    """Return the tokens a code stands for; raises NotSignedIn."""
    metadata = known(provider).metadata
    ways = metadata.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    way = "client_secret_basic" if "client_secret_basic" in ways else "client_secret_post"
    secret = provider.secret()
    try:
        with OAuth2Client(
            provider.client_id,
            secret,
            token_endpoint_auth_method=way,
            timeout=WAITS,
            follow_redirects=False,
            trust_env=False,
        ) as client:
            token: dict[str, Any] = client.fetch_token(
                metadata["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
                redirect_uri=back,
            )
    except httpx2.HTTPError as error:
        raise NotSignedIn(UNREACHABLE, why=f"no token: {type(error).__name__}") from error
    except NO_TOKEN as error:
        raise NotSignedIn(REFUSED, why=f"no token: {type(error).__name__}") from error
    if not isinstance(token.get("id_token"), str):
        raise NotSignedIn(REFUSED, why="the answer has no id_token")
    return token


def _json(address: str) -> dict[str, Any]:
    try:
        answer = httpx2.get(address, timeout=WAITS, follow_redirects=False, trust_env=False)
        answer.raise_for_status()
        said = answer.json()
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        raise NotSignedIn(UNREACHABLE, why=f"{address}: {type(error).__name__}") from error
    except (ValueError, RecursionError) as error:
        raise NotSignedIn(REFUSED, why=f"{address} is no JSON") from error
    if not isinstance(said, dict):
        raise NotSignedIn(REFUSED, why=f"{address} is no JSON object")
    return said
