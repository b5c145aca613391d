"""What PostgreSQL itself says of every table: SECURITY P2, 2.4 and 2.5.5, DESIGN sections 6 and 7.

Asked of the catalogue of a database that set-up made, so that a table added without its policies
fails here whatever the code says.
"""

import psycopg
import pytest
from django.apps import apps

from goldenthread.records.models import Grant
from goldenthread.records.postgresql import grants
from goldenthread.records.protected import Protected

pytestmark = pytest.mark.postgresql

# The policies read the grants: to put a policy on them would be to ask the question to answer it.
# The web role sees who may see, and no page shows it.
READ_BY_THE_POLICIES = {"gt_grant"}
SERVING = ("gt_web", "gt_worker")
# Unique without the seal, and why that tells nobody anything.
UNIQUE_WITHOUT_SEAL = {
    "gt_occasion_reference_key": "made by us at random; nobody chooses one to see if it is taken",
    "gt_episode_reference_key": "made by us from the occasion's",
    "gt_sample_once": "drawn with the entry itself, whose id nobody chooses",
    "gt_entry_superseded_once": "the key to what it supersedes carries the seal",
}
EVERY = {"need_to_know": "PERMISSIVE", "sealed": "RESTRICTIVE", "excluded": "RESTRICTIVE"}
BY_NAME = "excluded_by_name"
# What is open by break-glass and by nothing else is not written, each way of writing by its own.
LOOKED_AT = {"not_added": "INSERT", "not_changed": "UPDATE", "not_deleted": "DELETE"}


@pytest.fixture(scope="module")
def catalogue(database):
    with psycopg.connect(database.owner, autocommit=True) as connection:
        yield connection


def protected() -> set[str]:
    return {model._meta.db_table for model in Protected.__subclasses__()}


def with_a_scope(catalogue) -> set[str]:
    found = catalogue.execute(
        "select table_name from information_schema.columns"
        " where table_schema = 'public' and column_name in ('scope', 'desk', 'seal')"
    )
    return {table for (table,) in found}


def test_every_table_with_a_scope_a_desk_or_a_seal_is_a_protected_model(catalogue):
    assert with_a_scope(catalogue) - READ_BY_THE_POLICIES - {"gt_desk_seat"} == protected()
    assert Grant._meta.db_table in READ_BY_THE_POLICIES


def test_row_security_is_enabled_and_forced_on_every_protected_table(catalogue):
    found = catalogue.execute(
        "select relname, relrowsecurity, relforcerowsecurity from pg_class where relkind = 'r'"
        " and relnamespace = 'public'::regnamespace and relname = any(%s)",
        [sorted(protected())],
    ).fetchall()
    assert sorted(found) == [(table, True, True) for table in sorted(protected())]


def policies(catalogue) -> dict[str, dict[str, tuple]]:
    found: dict[str, dict[str, tuple]] = {}
    for table, *rest in catalogue.execute(
        "select tablename, policyname, permissive, roles::text[], cmd, qual, with_check"
        " from pg_policies where schemaname = 'public'"
    ):
        name, *told = rest
        found.setdefault(table, {})[name] = tuple(told)
    return found


def test_every_protected_table_has_every_policy_and_the_extracts_at_most(catalogue):
    found = policies(catalogue)
    assert set(found) == protected()
    for table, each in found.items():
        assert set(each) - {"counted", BY_NAME} == {*EVERY, *LOOKED_AT}, table
        for name, kind in EVERY.items():
            permissive, roles, command, _, check = each[name]
            assert (permissive, sorted(roles), command) == (kind, sorted(SERVING), "ALL"), table
            assert check is None, "what may be written is what may be seen"
        if "counted" in each:
            permissive, roles, command, condition, _ = each["counted"]
            assert (roles, command, condition) == (["gt_extract"], "SELECT", "(seal = ''::text)")


def test_a_row_kept_elsewhere_that_names_somebody_is_kept_from_who_is_kept_from_them(catalogue):
    found = policies(catalogue)
    for model in Protected.__subclasses__():
        each = found[model._meta.db_table].get(BY_NAME)
        assert (each is not None) == bool(model.naming), model.__name__
        for column in model.naming:
            kind, roles, command, condition, check = each
            assert (kind, sorted(roles), command, check) == (
                "RESTRICTIVE", sorted(SERVING), "ALL", None
            )  # fmt: skip
            assert f"(({column} = ANY" in condition and "IS NOT TRUE" in condition, column


def test_nothing_only_looked_at_is_added_changed_or_deleted_in_any_protected_table(catalogue):
    texts = set()
    for each in policies(catalogue).values():
        for name, written in LOOKED_AT.items():
            kind, roles, command, using, check = each[name]
            assert (kind, sorted(roles), command) == ("RESTRICTIVE", sorted(SERVING), written)
            texts.add(check if written == "INSERT" else using)
    assert len(texts) == 1


def test_the_policies_are_one_text_on_every_table(catalogue):
    """So that what is proved of one is proved of all, and none is quietly wider."""
    for name in EVERY:
        texts = {each[name][3] for each in policies(catalogue).values()}
        assert len(texts) == 1, name


def test_the_policies_know_the_scope_the_desk_and_the_seal_and_nothing_else(catalogue):
    for table, each in policies(catalogue).items():
        columns = {
            column
            for (column,) in catalogue.execute(
                "select column_name from information_schema.columns where table_name = %s", [table]
            )
        }
        for name in EVERY:
            words = set(each[name][3].replace("(", " ").replace(")", " ").split())
            assert words & columns <= {"scope", "desk", "seal"}, (table, name)


def test_no_view_reads_as_anybody_but_the_one_asking(catalogue):
    """A view of an owner's, or a materialised one, returned every row to nobody when measured."""
    found = catalogue.execute(
        "select c.relname, c.relkind, c.reloptions from pg_class c"
        " where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')"
        " and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')"
    ).fetchall()
    open_to_all = [
        name
        for name, kind, options in found
        if kind == "m" or not {"security_invoker=true", "security_invoker=on"} & set(options or [])
    ]
    assert open_to_all == []


def test_the_roles_that_serve_own_nothing_bypass_nothing_and_are_members_of_nothing(catalogue):
    for role in (*SERVING, "gt_extract"):
        assert (
            catalogue.execute(
                "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication"
                " from pg_roles where rolname = %s",
                [role],
            ).fetchone()
            == (False,) * 5
        )
        owned = (
            "select count(*) from {} where {} = %s::regrole"
        )  # fmt: skip
        for table, column in (
            ("pg_class", "relowner"), ("pg_proc", "proowner"), ("pg_namespace", "nspowner"),
            ("pg_type", "typowner"),
        ):  # fmt: skip
            assert catalogue.execute(owned.format(table, column), [role]).fetchone() == (0,), role
        member_of = "select count(*) from pg_auth_members where member = %s::regrole"
        assert catalogue.execute(member_of, [role]).fetchone() == (0,), role


def test_every_table_of_ours_is_the_owners(catalogue):
    others = catalogue.execute(
        "select tablename, tableowner from pg_tables where schemaname = 'public'"
        " and tablename like 'gt\\_%%' and tableowner <> 'gt_owner'"
    ).fetchall()
    assert others == []


def test_no_serving_role_may_empty_a_table_trigger_or_refer_to_it(catalogue):
    """TRUNCATE, TRIGGER and REFERENCES are ways past row security."""
    found = catalogue.execute(
        "select grantee, table_name, privilege_type from information_schema.role_table_grants"
        " where table_schema = 'public' and grantee = any(%s)"
        " and privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES')",
        [[*SERVING, "gt_extract", "PUBLIC"]],
    ).fetchall()
    assert found == []


def test_nothing_is_everybodys(catalogue):
    for kind in ("role_table_grants", "role_column_grants"):
        found = catalogue.execute(
            f"select table_name from information_schema.{kind}"
            " where table_schema = 'public' and grantee = 'PUBLIC'"
        ).fetchall()
        assert found == []


def test_a_function_with_anothers_rights_has_a_path_of_its_own_and_is_not_everybodys(catalogue):
    found = catalogue.execute(
        "select proname, proconfig, proacl::text from pg_proc"
        " where pronamespace = 'public'::regnamespace and prosecdef"
    ).fetchall()
    listed = {function.partition("(")[0] for function in (*grants.FUNCTIONS, *grants.DEFINED)}
    assert {name for name, *_ in found} <= listed
    assert {function.partition("(")[0] for function in grants.DEFINED} <= {n for n, *_ in found}
    for name, config, rights in found:
        assert "search_path=public, pg_temp" in (config or []), name
        # In PostgreSQL's own writing, "=X/" is everybody, and no list at all means the same.
        assert rights and "{=X" not in rights and ",=X" not in rights, name
        assert "gt_extract" not in rights, name


def test_who_may_see_the_grants_and_seats_may_not_rewrite_them(catalogue):
    may = {
        (table, privilege)
        for table in ("gt_grant", "gt_desk_seat", "gt_account", "gt_trail")
        for privilege in ("insert", "update", "delete")
        if catalogue.execute(
            "select has_table_privilege('gt_web', %s, %s)", [table, privilege]
        ).fetchone()[0]
    }
    assert may == {("gt_grant", "insert"), ("gt_trail", "insert")}
    columns = {
        f"{table}.{column}"
        for table, column in catalogue.execute(
            "select table_name, column_name from information_schema.column_privileges"
            " where grantee = 'gt_web' and privilege_type = 'UPDATE'"
            " and table_name in ('gt_grant', 'gt_account', 'gt_person', 'gt_entry', 'gt_occasion')"
        )
    }
    assert columns == {
        "gt_grant.ends_at",
        "gt_account.last_login",
        "gt_account.password",
        "gt_person.same_as_id",
        # A baby is born, and somebody dies: typed facts, told as now (DESIGN section 4).
        "gt_person.kind",
        "gt_person.date_of_birth",
        "gt_person.expected_date_of_birth",
        "gt_person.sex",
        "gt_person.died_on",
    }


def test_the_three_columns_are_always_there_to_be_asked(catalogue):
    found = catalogue.execute(
        "select table_name, column_name from information_schema.columns"
        " where table_schema = 'public' and table_name = any(%s)"
        " and column_name in ('scope', 'desk', 'seal') and is_nullable = 'NO'",
        [sorted(protected())],
    ).fetchall()
    assert len(found) == 3 * len(protected())


def test_a_unique_constraint_tells_nobody_of_a_sealed_row(catalogue):
    """Refused because a sealed row has it already, one would know that the row is there."""
    found = catalogue.execute(
        "select i.relname, array_agg(a.attname::text) from pg_index x"
        " join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid"
        " join pg_attribute a on a.attrelid = t.oid and a.attnum = any(x.indkey)"
        " where x.indisunique and not x.indisprimary and t.relname = any(%s) group by 1",
        [sorted(protected())],
    ).fetchall()
    without = {name for name, columns in found if "seal" not in columns}
    assert len(found) > len(without)
    assert without == set(UNIQUE_WITHOUT_SEAL), (
        "put the seal in it, or say here why it tells nothing"
    )


def test_every_protected_model_is_in_the_one_application_with_models():
    ours = {model._meta.db_table for model in apps.get_app_config("records").get_models()}
    assert protected() <= ours
