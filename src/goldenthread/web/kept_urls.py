"""The addresses of who is kept from a record, of those kept to a few, and of break-glass."""

from typing import Any

from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.web.pages import break_glass, exclusions, restricted, sealed

form = require_http_methods(["GET", "HEAD", "POST"])

kept_pages: list[Any] = [
    path("break-glass/", require_safe(break_glass.listed), name="broken-glass"),
    path("break-glass/<uuid:glass_id>/", form(break_glass.one), name="broken-glass-one"),
    path("children/<uuid:sought_id>/break-glass/", form(break_glass.ask), name="break-glass"),
    path("exclusions/", require_safe(exclusions.listed), name="exclusions"),
    path("exclusions/kept/", require_safe(exclusions.kept), name="conflict-kept"),
    path("exclusions/<uuid:exclusion_id>/", form(exclusions.one), name="exclusion"),
    path("exclusions/about/<uuid:child_id>/", form(exclusions.keep), name="exclude"),
    path("children/<uuid:person_id>/conflict/", form(exclusions.declare), name="conflict"),
    path("restricted/", require_safe(restricted.listed), name="restricted"),
    path("restricted/<uuid:restriction_id>/", form(restricted.one), name="restriction"),
    path("sealed/", require_safe(sealed.listed), name="sealed"),
    path("sealed/<uuid:sealed_id>/", require_safe(sealed.one), name="sealed-record"),
    path("sealed/<uuid:sealed_id>/let-in/", form(sealed.name), name="sealed-name"),
    path("sealed/<uuid:sealed_id>/lift/", form(sealed.lift), name="sealed-lift"),
    path("children/<uuid:person_id>/seal/", form(sealed.seal), name="seal"),
    path("children/<uuid:person_id>/restrict/", form(restricted.restrict), name="restrict"),
]
