"""Receiving police notifications from the force's own system, as JSON or CSV over HTTP."""

import json
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, Throttled

from goldenthread.access.viewer import Viewer
from goldenthread.actions import notification_files, notifications
from goldenthread.actions.notifications import Became, Received
from goldenthread.api import bodies, feeding, fields, problems
from goldenthread.api.feed_rate import FeedRate
from goldenthread.api.feeding import Answer
from goldenthread.content import catalogue
from goldenthread.language.feed import Fault, Unfit
from goldenthread.project import present

_ONE = fields.of(catalogue.instrument(notifications.FORM))
_BODY = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {"oneOf": [_ONE, {"type": "array", "items": _ONE, "minItems": 1}]}
        },
        "text/csv": {"schema": {"type": "string"}},
    },
}


class Receipt(Schema):
    """One notification as it now stands: new, the same as before, or changed."""

    police_reference: str
    reference: str
    became: Became


class Receipts(Schema):
    """Every notification of the request, in the order they were sent."""

    received: list[Receipt]


class Wrong(Schema):
    """One thing wrong: in which notification or row, in which field, and what to do about it."""

    place: str
    field: str
    says: str


class Problem(Schema):
    """Why nothing was taken (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Wrong]


api = NinjaAPI(
    title="Golden Thread: police notifications",
    version="1",
    description="Notifications of domestic abuse where there are children. All of a request is "
    "taken, or none of it; sent again, each is taken once.",
    auth=feeding.FeedKeyBearer(),
    throttle=[FeedRate()],
    docs_url=None,
    openapi_url=None,
)
_SAID = dict.fromkeys((400, 401, 403, 409, 413, 415, 422, 429, 503), Problem)


@api.post(
    "/notifications/",
    url_name="receive-notifications",
    response={200: Receipts, 201: Receipts, **_SAID},
    openapi_extra={"requestBody": _BODY},
)
def receive(request: HttpRequest) -> HttpResponse:
    """Receive one notification or several: 201 if any is new, 200 if all were here before."""
    return feeding.serve(request, lambda by: _receive(request, by))


@api.get("/openapi/", url_name="notifications-openapi", include_in_schema=False)
def described(request: HttpRequest) -> HttpResponse:
    """Return this API's own description."""
    told = json.dumps(api.get_openapi_schema(path_prefix="/api/"))
    return feeding.serve(
        request, lambda _: Answer(response=HttpResponse(told, content_type="application/json"))
    )


def _receive(request: HttpRequest, by: Viewer) -> Answer:
    body = bodies.read(request)
    try:
        received = notification_files.receive(
            by=by, name=body.name, content=body.content, at=present.now()
        )
    except Unfit as unfit:
        return Answer(response=_unfit(unfit.faults))
    any_new = any(each.became is Became.NEW for each in received)
    return Answer(
        response=HttpResponse(
            json.dumps({"received": [_receipt(each) for each in received]}),
            status=HTTPStatus.CREATED if any_new else HTTPStatus.OK,
            content_type="application/json",
        ),
        objects=[each.occasion_id for each in received],
    )


def _receipt(received: Received) -> dict[str, str]:
    return {
        "police_reference": received.police_reference,
        "reference": received.reference,
        "became": received.became.value,
    }


def _unfit(faults: tuple[Fault, ...]) -> HttpResponse:
    """409 where all that is wrong is what is here already, 422 where it is what was sent."""
    here = all(fault.says in notifications.AGAINST_WHAT_IS_HERE for fault in faults)
    status = HTTPStatus.CONFLICT if here else HTTPStatus.UNPROCESSABLE_ENTITY
    return problems.answer(status, "Nothing was taken", faults=faults)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """Say that the key opens nothing, and not whether it ever did."""
    says = "Send a feed key that is in use: Authorization: Bearer, then the key"
    answered = problems.answer(HTTPStatus.UNAUTHORIZED, says)
    answered.headers["WWW-Authenticate"] = "Bearer"
    return answered


@api.exception_handler(Throttled)
def too_many(request: HttpRequest, error: Throttled) -> HttpResponse:
    """Say how long to wait."""
    says = "Too many requests: wait a minute, and send several notifications in one"
    answered = problems.answer(HTTPStatus.TOO_MANY_REQUESTS, says)
    answered.headers["Retry-After"] = str(error.wait)
    return answered
