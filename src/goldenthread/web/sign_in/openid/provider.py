"""The directory of one agency, as its administrator declared it in the file of sign-ins."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class NotSignedIn(Exception):
    """Raised where nobody is signed in; `says` is for whoever tried, `why` for the log."""

    def __init__(self, says: str, *, why: str) -> None:
        super().__init__(why)
        self.says = says


@dataclass(frozen=True, kw_only=True)
class Provider:
    """An agency's directory. `agency` is the agency's key.

    `amr` and `acr` are what a token says where a second factor was shown, each as the agency
    declared it: none, and ours is asked for whatever a token says.
    """

    agency: str
    issuer: str
    client_id: str
    secret_file: Path
    amr: frozenset[str] = frozenset()
    acr: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not is_safe(self.issuer):
            raise ValueError(f"{self.agency}: the issuer must be an https address.")
        if not self.client_id:
            raise ValueError(f"{self.agency}: the client_id is missing.")

    def secret(self) -> str:
        """Return the client's secret, read anew so that it can be changed while we run."""
        try:
            return self.secret_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeError) as error:
            raise NotSignedIn(UNREACHABLE, why=f"the secret cannot be read: {error}") from error


def is_safe(address: str) -> bool:
    """Whether an address is asked over https, or is of this machine."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)
    )


UNREACHABLE = (
    "Your agency's sign-in did not answer. Try again in a few minutes, or sign in with your "
    "password."
)
REFUSED = (
    "Your agency's sign-in gave an answer that cannot be trusted. Tell whoever looks after it, and "
    "sign in with your password."
)
STALE = "That sign-in was used already, or it took too long. Begin again."
UNKNOWN = (
    "Your agency's sign-in knows you, but no account here is joined to it. Sign in with your "
    "password and join it under How you sign in, or ask whoever looks after accounts."
)
CANCELLED = "Your agency's sign-in did not sign you in. Begin again, or sign in with your password."
