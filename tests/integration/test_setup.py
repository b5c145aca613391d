"""A database made by set-up: who may do what to it, and what it refuses."""

import psycopg
import pytest

from goldenthread.records.postgresql import address, fingerprint, safety, setup

pytestmark = pytest.mark.postgresql

OWNED = """
SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
WHERE r.rolname = current_user
"""


def test_the_web_role_is_the_one_django_uses(database, db):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_database(), current_setting('TimeZone')")
        assert cursor.fetchone() == ("gt_web", database.name, "UTC")


def test_a_database_just_set_up_is_safe_to_serve_from_and_current(database):
    with psycopg.connect(database.url("gt_web")) as connection:
        assert safety.problems(connection.cursor(), demonstration=True) == []
    assert fingerprint.is_current(database.url("gt_web"))


def test_a_database_that_is_not_there_is_not_current(database):
    assert not fingerprint.is_current(address.changed(database.owner, database="gt_no_such"))


@pytest.mark.parametrize(
    "statement", ["UPDATE gt_stamp SET kind = 'live'", "DELETE FROM gt_stamp", "TRUNCATE gt_stamp"]
)
def test_nobody_changes_the_stamp_not_even_a_superuser(owner_cursor, statement):
    with pytest.raises(psycopg.errors.RaiseException, match="never changed"):
        owner_cursor.execute(statement)


def test_set_up_again_changes_nothing_and_another_stamp_is_refused(database, django_db_blocker):
    with django_db_blocker.unblock():
        setup.set_up(owner_url=database.owner, kind="demonstration", urls={})
        with pytest.raises(setup.Refused, match="stamped demonstration and stays so"):
            setup.set_up(owner_url=database.owner, kind="live", urls={})


@pytest.mark.parametrize(
    ("role", "limit", "value"),
    [
        ("gt_web", "statement_timeout", "30s"),
        ("gt_web", "lock_timeout", "5s"),
        ("gt_web", "idle_in_transaction_session_timeout", "1min"),
        ("gt_extract", "default_transaction_read_only", "on"),
    ],
)
def test_each_role_works_under_its_limits(database, role, limit, value):
    with psycopg.connect(database.url(role)) as connection:
        assert connection.execute(f"SHOW {limit}").fetchone() == (value,)


def test_the_owner_cannot_sign_in(database):
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        psycopg.connect(database.url("gt_owner"))


@pytest.mark.parametrize("role", ["gt_web", "gt_worker"])
def test_a_serving_role_owns_nothing_and_cannot_become_the_owner(database, role):
    with psycopg.connect(database.url(role)) as connection:
        assert connection.execute(OWNED).fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SET ROLE gt_owner")


@pytest.mark.parametrize("role", ["gt_web", "gt_worker", "gt_loader", "gt_extract"])
def test_no_role_that_signs_in_makes_tables(database, role):
    with psycopg.connect(database.url(role)) as connection:
        with pytest.raises(
            (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
        ):
            connection.execute("CREATE TABLE mine (id int)")


def test_a_superuser_is_refused_as_the_serving_role(owner_cursor):
    with pytest.raises(safety.Unsafe, match="is a superuser and bypasses row security"):
        safety.refuse(owner_cursor, demonstration=True)


def test_a_role_that_bypasses_row_security_is_refused(loader_cursor):
    with pytest.raises(safety.Unsafe, match="gt_loader bypasses row security"):
        safety.refuse(loader_cursor, demonstration=True)


def test_live_settings_on_a_demonstration_are_refused(database):
    with psycopg.connect(database.url("gt_web")) as connection:
        with pytest.raises(safety.Unsafe, match="the database is a demonstration"):
            safety.refuse(connection.cursor(), demonstration=False)


@pytest.mark.parametrize(
    ("bind", "safe"),
    [("", True), ("127.0.0.1", True), ("::1", True), ("0.0.0.0", False), ("10.1.2.3", False)],
)
def test_a_demonstration_listens_on_this_machine_only(database, bind, safe):
    with psycopg.connect(database.url("gt_web")) as connection:
        found = safety.problems(connection.cursor(), demonstration=True, bind=bind)
    assert (found == []) is safe


def test_an_unguarded_table_about_somebody_stops_the_service(owner_cursor, database):
    owner_cursor.execute("CREATE TABLE gt_forgotten (id int, scope uuid)")
    owner_cursor.execute("ALTER TABLE gt_forgotten ENABLE ROW LEVEL SECURITY")
    try:
        with psycopg.connect(database.url("gt_web")) as connection:
            found = safety.problems(connection.cursor(), demonstration=True)
    finally:
        owner_cursor.execute("DROP TABLE gt_forgotten")
    assert found == ["Row security is not enabled and forced on gt_forgotten."]


def test_a_view_that_reads_as_its_owner_stops_the_service(owner_cursor, database):
    owner_cursor.execute("CREATE VIEW gt_open AS SELECT 1 AS one")
    try:
        with psycopg.connect(database.url("gt_web")) as connection:
            found = safety.problems(connection.cursor(), demonstration=True)
    finally:
        owner_cursor.execute("DROP VIEW gt_open")
    assert found == ["These views do not read as the person asking: gt_open."]


def test_a_write_that_could_be_lost_stops_the_service(database):
    with psycopg.connect(database.url("gt_web")) as connection:
        connection.execute("SET synchronous_commit = off")
        found = safety.problems(connection.cursor(), demonstration=True)
    assert found == ["PostgreSQL runs with synchronous_commit off: turn it on."]


def test_a_password_in_a_url_is_set_and_never_sent_in_clear(
    database, owner_cursor, django_db_blocker
):
    urls = {"EXTRACT_DATABASE_URL": "postgresql://gt_extract:a%20secret@/x"}
    with django_db_blocker.unblock():
        setup.set_up(owner_url=database.owner, kind="demonstration", urls=urls)
    owner_cursor.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'gt_extract'")
    stored = owner_cursor.fetchone()[0]
    owner_cursor.execute("ALTER ROLE gt_extract PASSWORD NULL")
    assert stored.startswith("SCRAM-SHA-256$") and "secret" not in stored


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("postgresql://gt_web@/x?host=/run/postgresql", True),
        ("postgresql://gt_web@db.example/x?sslmode=verify-full", True),
        ("postgresql://gt_web@db.example/x?sslmode=require", False),
        ("postgresql://gt_web@db.example/x", False),
    ],
)
def test_a_live_database_elsewhere_is_reached_only_by_a_checked_certificate(database, url, safe):
    with psycopg.connect(database.url("gt_web")) as connection:
        found = safety.problems(connection.cursor(), demonstration=False, url=url)
    said = "The database is on another machine: add ?sslmode=verify-full to its URL."
    assert (said not in found) is safe
