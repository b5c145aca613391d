"""The named services: accounts that act and never sign in."""

from uuid import UUID, uuid5

from goldenthread.content import catalogue
from goldenthread.language.role import Role

NAMESPACE = UUID("6f1c0a52-7f0f-4d0a-9a55-3d2b6a1f8c11")


def account_id(role_key: str) -> UUID:
    """Return the id of the service account that holds this role: the same in every database."""
    return uuid5(NAMESPACE, role_key)


def roles() -> tuple[Role, ...]:
    """Return every role that a service holds."""
    return tuple(role for role in catalogue.declared(Role).values() if role.service)
