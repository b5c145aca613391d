"""Whether an identity token is what it says: signed by the directory, for us, for this sign-in.

OpenID Connect Core 1.0, section 3.1.3.7. The library checks; which checks are made is here.
"""

from dataclasses import dataclass
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from goldenthread.web.sign_in.openid.provider import REFUSED, NotSignedIn, Provider

# Signatures by a private key alone: whoever knows our secret must not be able to make a token.
SAFE = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
# Clocks of two organisations differ; a minute is more than they should.
SKEW = 60  # seconds
LONGEST = 255


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Who signed in, as their directory knows them.

    `second_factor` is whether it says they showed one, in a way their agency declared.
    """

    issuer: str
    subject: str
    second_factor: bool


def read(
    token: dict[str, Any],
    *,
    provider: Provider,
    metadata: dict[str, Any],
    keys: KeySet,
    nonce: str,
    present: int,
) -> Identity:
    """Return who an answer is about; raises NotSignedIn for whatever is wrong with it."""
    offered = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
    algorithms = [each for each in SAFE if each in offered]
    try:
        signed = jwt.decode(token["id_token"], keys, algorithms=algorithms)
        claims = CodeIDToken(
            signed.claims,
            signed.header,
            options={
                "iss": {"essential": True, "value": provider.issuer},
                "aud": {"essential": True, "value": provider.client_id},
                "sub": {"essential": True},
                "exp": {"essential": True},
                "iat": {"essential": True},
            },
            params={
                "nonce": nonce,
                "client_id": provider.client_id,
                "access_token": token.get("access_token"),
            },
        )
        claims.validate(now=present, leeway=SKEW)
        _alone(claims, provider=provider)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise NotSignedIn(REFUSED, why=f"token: {type(error).__name__} {error}") from error
    return Identity(
        issuer=provider.issuer,
        subject=claims["sub"],
        second_factor=_proved(claims, provider=provider),
    )


def _alone(claims: dict[str, Any], *, provider: Provider) -> None:
    """Raise ValueError for a subject that is none, and for a token that others may use too."""
    subject, audience = claims["sub"], claims["aud"]
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST:
        raise ValueError("the subject is none")
    if audience not in (provider.client_id, [provider.client_id]):
        raise ValueError("it is for others too")


def _proved(claims: dict[str, Any], *, provider: Provider) -> bool:
    methods = claims.get("amr") or []
    return bool(
        provider.amr & {each for each in methods if isinstance(each, str)}
        or claims.get("acr") in provider.acr
    )
