"""How often another agency's system may send: enough for a busy night, too little to crowd out."""

from datetime import timedelta

from goldenthread.kernel.citation import Citation
from goldenthread.language.allowance import Allowance

feed_requests = Allowance(
    key="feed-requests",
    title="Requests with one feed key, however many of our processes they reach",
    most=120,
    within=timedelta(minutes=1),
    tallied=True,
    why="A request may hold many notifications. A system that loops must not crowd out people.",
    law=Citation(source="Local convention", place="receiving by feed", status="LOCAL"),
)
