"""Words given on condition that some do not read them, in a row of their own."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from goldenthread.records.postgresql import row_security

# It goes where its entry goes: off the desk when that closes, into quarantine and back. It never
# follows the entry to another desk, because those it is kept from may sit there.
FOLLOWING = """
create function gt_keep_for_deciders(kept uuid, at_desk text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into gt_kept_apart (id, entry_id, answers, home_desk, scope, desk, seal)
  select gen_random_uuid(), k.entry_id, k.answers, at_desk, e.scope, at_desk, e.seal
  from gt_kept_apart k join gt_entry e on e.id = k.entry_id
  where k.id = kept and k.scope = any(gt_my_scopes()) and e.by_id = gt_account();
  if not found then
    raise exception 'no such words' using errcode = '42501';
  end if;
end $$;

create function gt_follow_entry() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.seal = old.seal then
    update gt_kept_apart set desk = case when new.desk = '' then '' else home_desk end
      where entry_id = new.id;
  elsif new.seal = 'quarantine' then
    update gt_kept_apart set scope = new.scope, desk = new.desk, seal = new.seal
      where entry_id = new.id;
  else
    update gt_kept_apart set seal = new.seal,
      scope = case when home_desk = '' then entry_id else new.scope end,
      desk = case when new.desk = '' then '' else home_desk end
      where entry_id = new.id;
  end if;
  return null;
end $$;
create trigger follow_entry after update of scope, desk, seal on gt_entry
  for each row execute function gt_follow_entry();
"""


class Migration(migrations.Migration):
    """Words given on condition that some do not read them."""

    dependencies = [("records", "0011_quarantine")]
    operations = [
        migrations.CreateModel(
            name="KeptApart",
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
                ("home_desk", models.TextField(blank=True, default="")),
                ("answers", models.JSONField(default=dict)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kept_apart",
                        to="records.entry",
                    ),
                ),
            ],
            options={
                "db_table": "gt_kept_apart",
                "indexes": [
                    models.Index(fields=["scope"], name="gt_kept_apart_scope"),
                    models.Index(fields=["desk"], name="gt_kept_apart_desk"),
                ],
            },
        ),
        migrations.RunSQL(row_security.protect("gt_kept_apart") + FOLLOWING, elidable=False),
    ]
