"""An OpenID provider that runs on this machine: it signs with its own key and checks what it must.

It holds a client to PKCE, to its secret, to its redirect and to one use of a code. Whoever asks it
is `who`. A test makes it lie by changing `claims`, `signs` or what it says of itself.
"""

import base64
import json
import secrets
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLIENT, SECRET = "golden-thread", "a secret of the council"


class Provider:
    """One provider, with its own address, key and codes."""

    def __init__(self) -> None:
        self.key = RSAKey.generate_key(2048, parameters={"kid": secrets.token_hex(4)})
        self.who: dict[str, Any] = {"sub": "8c1f-council-leanne"}
        self.claims: Callable[[dict[str, Any]], dict[str, Any]] = lambda claims: claims
        self.signs: Callable[[dict[str, Any]], str] = self.signed
        self.says: dict[str, Any] = {}
        self.down = False
        self.asked: list[str] = []
        self._codes: dict[str, dict[str, str]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.issuer = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()

    def metadata(self) -> dict[str, Any]:
        """What it says of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True,
            **self.says,
        }

    def keys(self) -> dict[str, Any]:
        """The public half of its key."""
        return KeySet([self.key]).as_dict(private=False)

    def authorize(self, address: str) -> str:
        """Sign in whoever follows this address; return where the browser is sent back to."""
        asked = {name: said[0] for name, said in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{self.issuer}/authorize?"), address
        assert (asked["response_type"], asked["client_id"]) == ("code", CLIENT)
        assert "openid" in asked["scope"].split() and asked["code_challenge_method"] == "S256"
        code = secrets.token_urlsafe(16)
        self._codes[code] = asked
        back = {"code": code, "state": asked["state"], "iss": self.issuer}
        return f"{asked['redirect_uri']}?{urlencode(back)}"

    def token(self, sent: dict[str, str], authorization: str) -> dict[str, Any] | None:
        """Return the tokens a code stands for, or None where the client may not have them."""
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".replace(" ", "+").encode()).decode()
        plain = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self._codes.pop(sent.get("code", ""), None)
        if asked is None or authorization not in (f"Basic {basic}", f"Basic {plain}"):
            return None
        challenge = create_s256_code_challenge(sent.get("code_verifier", ""))
        if challenge != asked["code_challenge"] or sent["redirect_uri"] != asked["redirect_uri"]:
            return None
        now = int(time.time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], **self.who,
        }  # fmt: skip
        return {
            "access_token": secrets.token_urlsafe(16),
            "token_type": "Bearer",
            "expires_in": 300,
            "id_token": self.signs(self.claims(claims)),
        }

    def signed(self, claims: dict[str, Any]) -> str:
        """Return these claims under its own key."""
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, claims, self.key)


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            provider.asked.append(self.path)
            if self.path.startswith("/authorize?"):
                self.send_response(302)
                self.send_header("Location", provider.authorize(provider.issuer + self.path))
                self.end_headers()
                return
            found = {
                "/.well-known/openid-configuration": provider.metadata,
                "/keys": provider.keys,
            }.get(self.path)
            self._answer(found() if found else None)

        def do_POST(self) -> None:
            provider.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            sent = {name: said[0] for name, said in parse_qs(body).items()}
            self._answer(provider.token(sent, self.headers.get("Authorization", "")))

        def _answer(self, said: dict[str, Any] | None) -> None:
            status = 503 if provider.down else 400 if said is None else 200
            body = json.dumps(said or {"error": "invalid_grant"}).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *said: object) -> None:
            """Say nothing."""

    return Handler
