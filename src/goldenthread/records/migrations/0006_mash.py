"""What agencies are asked, disagreements and pages to those on duty."""

from django.db import migrations

# Whoever sent a contact, or sees any entry of it, may disagree with it, also once it has closed
# and its episode is out of their sight. It tells the child's id and nothing else; of what is
# sealed, nothing.
IN_QUESTION = """
create function gt_contact_in_question(contact uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select e.subject_person_id from gt_episode e
  where e.id = contact and e.pathway = 'contact' and e.seal = '' and exists (
    select 1 from gt_entry x where x.episode_id = e.id and x.seal = ''
      and (x.desk = any(gt_my_desks()) or x.scope = any(gt_my_scopes())))
$$;
"""


class Migration(migrations.Migration):
    """What agencies are asked, disagreements and pages to those on duty."""

    dependencies = [("records", "0005_domestic_abuse")]
    operations = [
        migrations.RunSQL(IN_QUESTION, "drop function gt_contact_in_question(uuid)", elidable=False)
    ]
