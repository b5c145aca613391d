"""What a view is asked: a request with the account, viewer and trail that serving filled in."""

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from goldenthread.access.viewer import Viewer
from goldenthread.records.account import Account

if TYPE_CHECKING:
    from goldenthread.web.serving import Shown


class Asked(HttpRequest):
    """A signed-in request inside `serving.page`. Only its type is used; Django makes the object."""

    user: Account
    viewer: Viewer
    shown: "Shown"
    htmx: HtmxDetails
