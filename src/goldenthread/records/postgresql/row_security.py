"""The policies every protected table has: the SQL a migration runs for a table it makes."""

# A policy is asked only of a row that was found: to nobody acting, a look-up that finds none
# answers nothing rather than an error. `Protected.objects` therefore asks who is acting before any
# query.
_PROTECT = """
alter table {table} enable row level security;
alter table {table} force row level security;
create policy need_to_know on {table} to gt_web, gt_worker
  using (desk = any((select gt_my_desks())::text[])
      or scope = any((select gt_my_scopes())::uuid[]));
create policy sealed on {table} as restrictive to gt_web, gt_worker
  using (seal = '' or seal = any((select gt_my_seals())::text[]));
"""

# Whom somebody is kept from is asked first and opens again by nothing else. What is kept under
# another scope and names them all the same has a policy beside: a null names nobody.
_EXCLUDE = """
create policy excluded on {table} as restrictive to gt_web, gt_worker
  using (scope <> all((select gt_my_exclusions())::uuid[]));
"""
_EXCLUDE_NAMED = """
create policy excluded_by_name on {table} as restrictive to gt_web, gt_worker
  using (({column} = any((select gt_my_exclusions())::uuid[])) is not true);
"""

_COUNT = """
create policy counted on {table} for select to gt_extract using (seal = '');
"""

# What is open by break-glass and by nothing else is looked at, and not written.
_LOOK = """
create policy not_added on {table} as restrictive for insert to gt_web, gt_worker
  with check (scope <> all((select gt_looked_at())::uuid[])
    or desk = any((select gt_my_desks())::text[]));
create policy not_changed on {table} as restrictive for update to gt_web, gt_worker
  using (scope <> all((select gt_looked_at())::uuid[])
    or desk = any((select gt_my_desks())::text[]));
create policy not_deleted on {table} as restrictive for delete to gt_web, gt_worker
  using (scope <> all((select gt_looked_at())::uuid[])
    or desk = any((select gt_my_desks())::text[]));
"""


def protect(table: str) -> str:
    """Return the SQL that shows rows of `table` by scope, desk and seal only (DESIGN section 7)."""
    return _PROTECT.format(table=table)


def exclude(table: str, *names: str) -> str:
    """Return the SQL that keeps rows of `table` from whoever is kept from whom they are about.

    `names` are the columns, beside the scope, that name somebody.
    """
    by_name = (_EXCLUDE_NAMED.format(table=table, column=column) for column in names)
    return _EXCLUDE.format(table=table) + "".join(by_name)


def look(table: str) -> str:
    """Return the SQL that lets nothing of `table` be written by who only looks by break-glass."""
    return _LOOK.format(table=table)


def count(table: str) -> str:
    """Return the SQL that lets the extract read what is not sealed."""
    return _COUNT.format(table=table)
