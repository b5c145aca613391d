"""How often one feed key may ask, counted in the database, so that every process counts as one."""

from django.http import HttpRequest
from ninja.throttling import BaseThrottle

from goldenthread.actions import tallies
from goldenthread.content.front_door.feed_allowance import feed_requests
from goldenthread.project import present


class FeedRate(BaseThrottle):
    """A request counts whether or not what it sends is taken."""

    def allow_request(self, request: HttpRequest) -> bool:
        """Count it, and return whether the holder of its key is within the allowance."""
        return tallies.within(feed_requests, who=str(request.auth), at=present.now())

    def wait(self) -> float:
        """Return the seconds until the next minute begins."""
        now = present.now()
        ends = feed_requests.began(now) + feed_requests.within
        return max(1, round((ends - now).total_seconds()))
