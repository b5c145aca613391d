"""What a browser sends of a security key: whatever cannot be read is refused, never a fault."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms

from goldenthread.language import text

LONGEST_NAME = 60
# What the library raises of an answer no key gave, besides its own refusal.
UNREADABLE = (TypeError, ValueError, LookupError, AttributeError, RecursionError)


class AddKeyForm(AddWebAuthnForm):
    """A new key and what to call it."""

    def clean_name(self) -> str:
        """Return the name, shortened: the key is made by now, and refusing it would strand it."""
        return text.tidy(text.storable(super().clean_name()))[:LONGEST_NAME]

    def clean(self) -> dict[str, Any]:
        """Check what the key answered; raises ValidationError."""
        try:
            return dict(super().clean())
        except UNREADABLE as unreadable:
            raise get_adapter().validation_error("unreadable_key") from unreadable


class AuthenticateKeyForm(AuthenticateWebAuthnForm):
    """A key used to sign in."""

    def clean_credential(self) -> Any:
        """Return whose key answered; raises ValidationError."""
        try:
            return super().clean_credential()
        except UNREADABLE as unreadable:
            raise get_adapter().validation_error("unreadable_key") from unreadable


class ReauthenticateKeyForm(AuthenticateKeyForm, ReauthenticateWebAuthnForm):
    """A key used to say again that it is you."""


class RenameKeyForm(EditWebAuthnForm):
    """What to call a key."""

    name = forms.CharField(
        max_length=LONGEST_NAME,
        error_messages={
            "required": "Enter a name",
            "max_length": f"Shorten the name to {LONGEST_NAME} characters",
        },
    )

    def clean_name(self) -> str:
        """Return the name without what no store keeps."""
        return text.tidy(text.storable(self.cleaned_data["name"]))
