"""Nothing is kept before somebody has said how: SECURITY P2.

Every field of every model has one class, every table of a library too, and the classes are held to
what PostgreSQL really lets each role do.
"""

from collections import Counter

import psycopg
import pytest
from django.apps import apps
from django.db import models

from goldenthread.records import classification
from goldenthread.records.field_class import (
    Access,
    Log,
    Redaction,
    Retention,
    Statistics,
    SubjectAccess,
)  # fmt: skip
from goldenthread.records.protected import Protected

pytestmark = pytest.mark.postgresql

MODELS = {model._meta.model_name: model for model in apps.get_app_config("records").get_models()}
FIELDS = [(name, field) for name, model in MODELS.items() for field in model._meta.concrete_fields]
COLUMNS = [pytest.param(name, field, id=f"{name}.{field.name}") for name, field in FIELDS]


def test_every_field_of_every_model_has_a_class_and_no_class_is_of_a_field_that_is_gone():
    declared = {
        name: sorted(field.name for field in model._meta.concrete_fields)
        for name, model in MODELS.items()
    }
    classified = {name: sorted(classification.of(name)) for name in classification.FIELDS}
    assert classified == declared


def test_no_field_has_two_classes():
    for model, kinds in classification.FIELDS.items():
        named = Counter(field for fields in kinds.values() for field in fields.split())
        assert [field for field, times in named.items() if times > 1] == [], model


def test_a_model_keeps_no_field_out_of_its_own_table():
    assert all(not model._meta.many_to_many for model in MODELS.values())


@pytest.fixture(scope="module")
def owner(database):
    with psycopg.connect(database.owner, autocommit=True) as connection:
        yield connection


def test_every_table_there_is_has_a_class(owner):
    listed = [table for tables in classification.TABLES.values() for table in tables.split()]
    ours = [model._meta.db_table for model in MODELS.values()]
    there = owner.execute("select tablename from pg_tables where schemaname = 'public'").fetchall()
    assert sorted(listed + ours) == sorted(table for (table,) in there)


def may_read(owner, role: str, table: str, column: str) -> bool:
    (may,) = owner.execute(
        "select has_column_privilege(%s, %s, %s, 'select')", [role, table, column]
    ).fetchone()
    return bool(may)


@pytest.mark.parametrize(("model", "field"), COLUMNS)
def test_what_counts_may_read_what_is_classed_as_counted_and_nothing_else(owner, model, field):
    counted = classification.of(model)[field.name].statistics is Statistics.COUNTED
    table = MODELS[model]._meta.db_table
    assert may_read(owner, "gt_extract", table, field.column) is counted


@pytest.mark.parametrize(("model", "field"), COLUMNS)
def test_a_serving_role_may_read_what_is_not_classed_as_nobodys(owner, model, field):
    nobodys = classification.of(model)[field.name].access is Access.NOBODY
    table = MODELS[model]._meta.db_table
    for role in ("gt_web", "gt_worker"):
        assert may_read(owner, role, table, field.column) is not nobodys


def test_what_needs_a_relationship_is_behind_row_security_and_what_is_behind_it_needs_one():
    for name, model in MODELS.items():
        behind = issubclass(model, Protected)
        for field, kind in classification.of(name).items():
            assert (kind.access is Access.RELATIONSHIP) is behind, (name, field)


def test_words_are_never_counted_never_logged_and_never_given_unread():
    """Answers, names and what was typed: whatever may hold what somebody said about somebody."""
    for name, field in FIELDS:
        kind = classification.of(name)[field.name]
        if isinstance(field, models.JSONField) and field.name != "counted":
            assert kind.statistics is Statistics.NEVER, (name, field.name)
            assert kind.log is Log.NEVER, (name, field.name)
            assert kind.subject_access is SubjectAccess.READ_FIRST, (name, field.name)
        if kind.redaction in (Redaction.NARRATIVE, Redaction.IDENTITY):
            assert kind.log is Log.NEVER, (name, field.name)


def test_whoever_raised_it_is_withheld():
    """SECURITY 2.1: the identity of the source is a sealed class of its own."""
    for model in ("occasion", "entry"):
        assert classification.of(model)["by"] is classification.SOURCE
    assert classification.SOURCE.subject_access is SubjectAccess.WITHHELD


def test_a_logged_field_is_an_id_or_a_key_and_never_free_text():
    keys = {"pathway", "last_step", "step", "key", "kind", "level", "role", "source", "seal"}
    for name, field in FIELDS:
        kind = classification.of(name)[field.name]
        if kind.log is Log.ID and kind is not classification.TRAIL:
            opaque = isinstance(field, models.UUIDField | models.ForeignKey | models.DateTimeField)
            assert opaque or field.name in keys, (name, field.name)


def test_what_is_about_a_child_is_kept_by_the_childs_clock():
    for name, model in MODELS.items():
        if issubclass(model, Protected):
            expected = {Retention.DRAFT if name in ("draft", "upload") else Retention.CHILD}
            assert {kind.retention for kind in classification.of(name).values()} == expected
