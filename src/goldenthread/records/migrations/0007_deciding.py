"""Delegation of a duty, and samples of what was decided under it."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# The child's open case may be out of sight of who decides. This tells them no more than that there
# is one, and gives its holder the contact until the case closes.
TO_OPEN_CASE = """
create function gt_pass_to_case(episode uuid, to_pathway text, at timestamptz)
returns table (holder uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare e gt_episode%rowtype := gt_seen_episode(episode);
declare c record;
begin
  for c in select x.id, x.claimed_by_id from gt_episode x
    where x.pathway = to_pathway and x.subject_person_id = (
        select coalesce(p.same_as_id, p.id) from gt_person p where p.id = e.subject_person_id)
      and x.closed_at is null and x.seal = e.seal
  loop
    if c.claimed_by_id is not null then
      insert into gt_grant (id, account_id, scope, seal, source, starts_at)
      select gen_random_uuid(), c.claimed_by_id, s.scope, '', 'claim:' || c.id, at
      from unnest(array[e.subject_person_id, e.occasion_id]) s (scope) where s.scope is not null
      on conflict do nothing;
    end if;
    holder := c.claimed_by_id;
    return next;
  end loop;
end $$;
"""


class Migration(migrations.Migration):
    """Delegation of a duty, and samples of what was decided under it."""

    dependencies = [("records", "0006_mash")]
    operations = [
        migrations.CreateModel(
            name="Delegation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("duty", models.TextField()),
                ("words", models.TextField(blank=True, default="")),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_delegation",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True),
                            ("ends_at__gte", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="gt_delegation_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("account", models.F("given_by")), _negated=True),
                        name="gt_delegation_by_another",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_at__isnull", True)),
                        fields=("account", "duty"),
                        name="gt_delegation_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sample",
            fields=[
                ("scope", models.UUIDField()),
                ("desk", models.TextField(blank=True, default="")),
                ("seal", models.TextField(blank=True, default="")),
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("duty", models.TextField()),
                ("reference", models.TextField()),
                ("person_scope", models.UUIDField()),
                ("occasion_scope", models.UUIDField(null=True)),
                ("drawn_at", models.DateTimeField()),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("view", models.TextField(blank=True, default="")),
                ("words", models.TextField(blank=True, default="")),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.entry",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.episode",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "gt_sample",
                "indexes": [
                    models.Index(fields=["scope"], name="gt_sample_scope"),
                    models.Index(fields=["desk", "reviewed_at"], name="gt_sample_desk"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("entry",), name="gt_sample_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at", None), ("reviewed_by", None), ("view", "")),
                            models.Q(
                                ("reviewed_at__isnull", False),
                                ("reviewed_by__isnull", False),
                                ("view__in", ["agrees", "disagrees"]),
                            ),
                            _connector="OR",
                        ),
                        name="gt_sample_reviewed_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_by__isnull", True),
                            models.Q(("reviewed_by", models.F("decided_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="gt_sample_read_by_another",
                    ),
                ],
            },
        ),
        migrations.RunSQL(row_security.protect("gt_sample") + TO_OPEN_CASE, elidable=False),
    ]
