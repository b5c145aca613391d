"""An ordinary Django list of fifty, to hold the queue against: what most would write, and no more.

A ListView, `select_related`, the paginator, Django's own templates with their `url` and `date`, and
the middleware of the product around it. It draws the same five columns of the same fifty contacts.
It has no lanes, flags, trail, frame, or choice by desk; row security is below it as below any page.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Contacts</title></head><body>
<h1>Contacts</h1>
<form method="post">{% csrf_token %}
<table class="govuk-table">
<thead><tr><th>Child</th><th>What is waiting</th><th>Due</th><th>From</th><th>Held by</th></tr></thead>
<tbody>
{% for contact in contacts %}
<tr>
<th scope="row"><a class="govuk-link" href="{% url 'contact' contact.pk %}">{{ contact.subject_person.given_name }} {{ contact.subject_person.family_name }}</a>, born {{ contact.subject_person.date_of_birth|date:"j F Y" }} <span>{{ contact.reference }}</span></th>
<td><strong class="govuk-tag">{{ contact.lane|title }}</strong> {{ contact.state }}</td>
<td><strong class="govuk-tag{% if contact.due_at < now %} govuk-tag--red{% endif %}">{{ contact.due_at|timesince:now }}</strong> {{ contact.due_on|date:"l j F Y" }}</td>
<td>{{ contact.agency.name }} {{ contact.opened_at|date:"j F Y P" }}</td>
<td>{% if contact.claimed_by %}{{ contact.claimed_by.full_name }}{% else %}<button class="govuk-button" formaction="{% url 'claim' contact.pk %}" name="version" value="{{ contact.version }}">Take</button>{% endif %}</td>
</tr>
{% endfor %}
</tbody>
</table>
</form>
{% if is_paginated %}<p>Page {{ page_obj.number }} of {{ paginator.num_pages }}
{% if page_obj.has_next %}<a href="?page={{ page_obj.next_page_number }}">Next</a>{% endif %}</p>{% endif %}
</body></html>
"""  # noqa: E501


def listed(*, now: datetime) -> Callable[..., Any]:
    """Return the view as at `now`. The act around it is what PostgreSQL asks of any that reads."""
    from django.http import HttpResponse
    from django.template import engines
    from django.views.generic import ListView

    from goldenthread.records.episode import Episode
    from goldenthread.records.postgresql.identity import acting

    template = engines["django"].from_string(PAGE)

    class Contacts(ListView):  # type: ignore[type-arg]
        model, paginate_by, context_object_name = Episode, 50, "contacts"

        def get_queryset(self) -> Any:
            waiting = Episode.objects.filter(closed_at=None, pathway="contact").order_by("due_at")
            return waiting.select_related("subject_person", "agency", "claimed_by")

        def render_to_response(self, context: Any, **_: Any) -> HttpResponse:
            return HttpResponse(template.render({**context, "now": now}, self.request))

    ask = Contacts.as_view()

    def view(request: Any) -> Any:
        with acting(request.user.pk, now=now, purpose="queue.read"):
            return ask(request)

    return view
