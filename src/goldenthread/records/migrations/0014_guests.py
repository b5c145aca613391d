"""Guests: who sends without an account, what they prove themselves with, and how often is tried."""

import uuid

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# A guest is held where their occasion is, for whoever screens it to read who sent it.
HOLDING = """
create function gt_hold_guest() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update gt_guest set desk = new.desk, seal = new.seal
  where id = new.id and (desk, seal) is distinct from (new.desk, new.seal);
  return null;
end $$;
create trigger hold_guest after insert or update of desk, seal on gt_occasion
  for each row execute function gt_hold_guest();
"""

# Asked by somebody who is not known yet, for letters to be sent to a letter box. It says which
# submissions are of that letter box and nothing of them, and no page shows what it says.
OF_A_BOX = """
create function gt_guests_of(address text) returns table (guest uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select id from gt_guest where lower(email) = lower(address) and seal = ''
  order by started_at desc limit 5
$$;
"""


class Migration(migrations.Migration):
    """Guests, their passes, and tallies."""

    dependencies = [("records", "0013_reading")]
    operations = [
        migrations.CreateModel(
            name="GuestPass",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("guest_id", models.UUIDField()),
                ("purpose", models.TextField()),
                ("hashed", models.TextField(unique=True)),
                ("starts_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("tries", models.PositiveIntegerField(default=0)),
            ],
            options={
                "db_table": "gt_guest_pass",
                "indexes": [
                    models.Index(fields=["guest_id", "purpose"], name="gt_guest_pass_guest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("purpose__in", ["link", "code"])),
                        name="gt_guest_pass_purpose",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("hashed", models.TextField()),
                ("hour", models.DateTimeField()),
                ("number", models.PositiveIntegerField(default=1)),
            ],
            options={
                "db_table": "gt_tally",
                "constraints": [
                    models.UniqueConstraint(fields=("hashed", "hour"), name="gt_tally_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Guest",
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
                ("full_name", models.TextField()),
                ("job_title", models.TextField()),
                ("agency_words", models.TextField(blank=True, default="")),
                ("agency_kind", models.TextField()),
                ("email", models.EmailField(max_length=254)),
                ("telephone", models.TextField()),
                ("came_by", models.TextField()),
                ("started_at", models.DateTimeField()),
                ("verified_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.agency",
                    ),
                ),
            ],
            options={
                "db_table": "gt_guest",
                "indexes": [
                    models.Index(fields=["scope"], name="gt_guest_scope"),
                    models.Index(fields=["desk"], name="gt_guest_desk"),
                    models.Index(
                        django.db.models.functions.text.Lower("email"), name="gt_guest_email"
                    ),
                ],
            },
        ),
        migrations.RunSQL(row_security.protect("gt_guest") + HOLDING + OF_A_BOX, elidable=False),
    ]
