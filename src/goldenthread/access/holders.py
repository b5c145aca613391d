"""Who may hold an episode: those at its desk who may take one, and those it is allocated to."""

from datetime import datetime

from django.db.models import Q, QuerySet

from goldenthread.access import exclusions
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.records.account import Account
from goldenthread.records.desk_seat import DeskSeat
from goldenthread.records.episode import Episode

TAKES = "contact.claim"


def of(*, episode: Episode, agency_id: object, now: datetime) -> QuerySet[Account]:
    """Return the accounts that may be given the episode to hold, by name: none kept from its child.

    At a desk: whoever sits there now in a role that takes contacts. Of a pathway that is allocated,
    instead: whoever of this agency has one of its roles.
    """
    allocated = catalogue.pathway(episode.pathway).allocated_to
    people = Account.objects.filter(is_active=True, is_service=False)
    if allocated:
        found = people.filter(role__in=allocated, agency_id=agency_id)
    else:
        roles = [key for key, role in catalogue.declared(Role).items() if TAKES in role.may]
        seated = DeskSeat.objects.filter(
            Q(ends_at__isnull=True) | Q(ends_at__gt=now), desk=episode.desk, starts_at__lte=now
        )
        found = people.filter(role__in=roles, pk__in=seated.values("account_id"))
    kept_from = exclusions.accounts(person_id=episode.subject_person_id)
    return found.exclude(pk__in=kept_from).order_by("full_name")
