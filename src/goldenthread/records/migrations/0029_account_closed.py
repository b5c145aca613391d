"""Closing an account ends at once all it opened."""

from django.db import migrations, models
from django.db.models.functions import Now

CLOSE = """
create function gt_close_account(who uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform gt_account();
  update gt_account set is_active = false where id = who and is_active and not is_service;
  if not found then
    return false;
  end if;
  update gt_grant set ends_at = greatest(at, starts_at)
    where account_id = who and (ends_at is null or ends_at > at);
  delete from gt_desk_seat where account_id = who and starts_at >= at;
  update gt_desk_seat set ends_at = at
    where account_id = who and (ends_at is null or ends_at > at);
  update gt_delegation set ends_at = greatest(at, starts_at)
    where account_id = who and (ends_at is null or ends_at > at);
  return true;
end $$;
"""


class Migration(migrations.Migration):
    """Closing an account."""

    dependencies = [("records", "0028_opened_days")]
    operations = [
        migrations.AddField("account", "opened_at", models.DateTimeField(db_default=Now())),
        migrations.RunSQL(
            CLOSE, "drop function gt_close_account(uuid, timestamptz)", elidable=False
        ),
    ]
