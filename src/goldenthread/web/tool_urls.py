"""The addresses of tools, of the forms they are, and of what is to be done after them."""

from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.web.pages import form_drafts, tools, tracker

form = require_http_methods(["GET", "HEAD", "POST"])

tool_pages = [
    path("children/<uuid:person_id>/tools/", require_safe(tools.of_child), name="tools"),
    path(
        "children/<uuid:person_id>/tools/<slug:form>/",
        form(tools.complete),
        name="tool-complete",
    ),
    path("tools/<uuid:tool_id>/", require_safe(tools.one), name="tool"),
    path("tools/<uuid:tool_id>/pdf/", require_safe(tools.printed), name="tool-pdf"),
    path("tools/<uuid:tool_id>/csv/", require_POST(tools.taken), name="tool-csv"),
    path(
        "meetings/<uuid:meeting_id>/action/", form(tracker.for_meeting), name="meeting-action-add"
    ),
    path(
        "meetings/<uuid:meeting_id>/action/<uuid:about_id>/",
        form(tracker.for_meeting),
        name="meeting-child-action-add",
    ),
    path("forms/", require_safe(form_drafts.listed), name="forms"),
    path("forms/<slug:form>/", require_safe(form_drafts.one), name="form"),
    path("forms/<slug:form>/begin/", require_POST(form_drafts.begin), name="form-begin"),
    path("forms/<slug:form>/change/", require_POST(form_drafts.change), name="form-change"),
    path("forms/<slug:form>/preview/", require_safe(form_drafts.preview), name="form-preview"),
    path("forms/<slug:form>/compare/", require_safe(form_drafts.compare), name="form-compare"),
    path("forms/<slug:form>/publish/", form(form_drafts.publish), name="form-publish"),
    path(
        "forms/<slug:form>/<slug:section>/<slug:key>/",
        form(form_drafts.question),
        name="form-question",
    ),
    path("actions/", require_safe(tracker.listed), name="actions"),
    path("actions/add/", form(tracker.add), name="action-add"),
    path("actions/<uuid:action_id>/", require_safe(tracker.one), name="action"),
    path("actions/<uuid:action_id>/<slug:move>/", form(tracker.move), name="action-move"),
    path("entries/<uuid:entry_id>/action/", form(tracker.for_entry), name="entry-action-add"),
    path(
        "children/<uuid:person_id>/actions/",
        require_safe(tracker.of_child),
        name="child-actions",
    ),
    path(
        "children/<uuid:person_id>/actions/add/",
        form(tracker.for_child),
        name="child-action-add",
    ),
]
