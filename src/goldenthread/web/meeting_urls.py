"""The addresses of the pages about meetings."""

from typing import Any

from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.web.pages import calling, held, meetings, participation

form = require_http_methods(["GET", "HEAD", "POST"])

meeting_pages: list[Any] = [
    path("meetings/", require_safe(meetings.mine), name="my-meetings"),
    path("meetings/room/", require_safe(participation.room), name="conference-room"),
    path("taking-part/", require_safe(participation.taking_part), name="taking-part"),
    path("meetings/call/<slug:meeting_kind>/", form(calling.call), name="meeting-call-other"),
    path("meetings/<uuid:meeting_id>/", require_safe(meetings.one), name="meeting"),
    path(
        "meetings/<uuid:meeting_id>/answer/", require_POST(meetings.answer), name="meeting-answer"
    ),
    path(
        "meetings/<uuid:meeting_id>/report/<uuid:about_id>/",
        form(meetings.report),
        name="meeting-report",
    ),
    path(
        "meetings/<uuid:meeting_id>/calendar/",
        require_safe(meetings.calendar),
        name="meeting-calendar",
    ),
    path("meetings/<uuid:meeting_id>/ask/", form(calling.invite), name="meeting-invite"),
    path("meetings/<uuid:meeting_id>/held/", form(held.held), name="meeting-held"),
    path("meetings/<uuid:meeting_id>/decide/", form(held.decide), name="meeting-decide"),
    path("meetings/<uuid:meeting_id>/minutes/", form(held.minutes), name="meeting-minutes"),
    *(
        path(
            f"meetings/<uuid:meeting_id>/{which}/",
            form(held.off),
            {"which": which},
            name=f"meeting-{which}",
        )
        for which in ("call-off", "put-off")
    ),
    path(
        "children/<uuid:person_id>/meetings/",
        require_safe(calling.of_child),
        name="meetings-of-child",
    ),
    path(
        "children/<uuid:person_id>/meetings/call/<slug:meeting_kind>/",
        form(calling.call),
        name="meeting-call",
    ),
]
