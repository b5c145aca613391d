"""Addresses for machines."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from django.views.decorators.http import require_http_methods

from goldenthread.api import health
from goldenthread.api.notifications import api

_METHODS = {"receive-notifications": ["POST"], "notifications-openapi": ["GET"]}


def _keyed(pattern: Any) -> Any:
    """Return an address that asks for a key and for no session."""
    view = require_http_methods(_METHODS[pattern.name])(pattern.callback)
    return path(f"api/{pattern.pattern}", login_not_required(view), name=pattern.name)


urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    *(_keyed(pattern) for pattern in api.urls[0] if pattern.name in _METHODS),
]
