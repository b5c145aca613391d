"""Serving a system that holds a feed key: known by its key, done as a service, on the trail.

As with a page, what is answered and its trail row are one transaction. A request whose key is not
known leaves no row: it reached nothing, and anybody could fill the trail with them.
"""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja.security import HttpBearer

from goldenthread.access import feed_keys, trail
from goldenthread.access.decision import Denied
from goldenthread.access.feed_keys import Holder
from goldenthread.access.viewer import Viewer
from goldenthread.api import problems
from goldenthread.api.problems import Problem
from goldenthread.project import present
from goldenthread.records.postgresql.identity import acting

log = logging.getLogger(__name__)

VERB = "notification.send"
RESOURCE = "notification-feed"


class FeedKeyBearer(HttpBearer):
    """A feed key, sent as `Authorization: Bearer` and no other way."""

    def authenticate(self, request: HttpRequest, token: str) -> Holder | None:
        """Return who holds the key, None for anybody else."""
        return feed_keys.holder(key=token, now=present.now())


@dataclass(kw_only=True)
class Answer:
    """What to answer, and the ids it is about."""

    response: HttpResponse
    objects: list[UUID] = field(default_factory=list)


def serve(request: HttpRequest, do: Callable[[Viewer], Answer]) -> HttpResponse:
    """Answer with what `do` gives for the service that holds the key, or with why not."""
    holder: Holder = request.auth
    origin = trail.Origin(request_id=str(uuid.uuid4()), address=request.META.get("REMOTE_ADDR", ""))
    token = trail.origin.set(origin)
    try:
        return _kept(holder, do)
    except Denied as denied:
        _denied(holder, denied)
        return problems.answer(HTTPStatus.FORBIDDEN, "This key may not do that")
    except trail.NotKept:
        log.exception("The trail could not be kept, so nothing was taken.")
        return problems.answer(HTTPStatus.SERVICE_UNAVAILABLE, "Nothing was taken: send it again")
    finally:
        trail.origin.reset(token)


def _kept(holder: Holder, do: Callable[[Viewer], Answer]) -> HttpResponse:
    now = present.now()
    with acting(feed_keys.account_id(), now=now, purpose=VERB):
        by = feed_keys.speaking_for(agency=holder.agency, now=now)
        try:
            answered = do(by)
        except Problem as problem:
            answered = Answer(response=problems.answer(problem.status, problem.detail))
        trail.write(
            viewer=by,
            verb=VERB,
            decision="served",
            resource=RESOURCE,
            reason=str(answered.response.status_code),
            objects=[holder.key_id, *answered.objects],
        )
    return answered.response


def _denied(holder: Holder, denied: Denied) -> None:
    now = present.now()
    with acting(feed_keys.account_id(), now=now, purpose=denied.verb):
        trail.write(
            viewer=feed_keys.speaking_for(agency=holder.agency, now=now),
            verb=denied.verb,
            decision="denied",
            resource=RESOURCE,
            reason=denied.reason,
            objects=[holder.key_id],
        )
