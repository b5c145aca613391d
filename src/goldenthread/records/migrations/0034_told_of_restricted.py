"""Who is told of a restricted record is named by role and kind of agency: "mash-partner:police"."""

from django.db import migrations

# As in 0033, but that a role told in one agency is not told in another.
STUB = """
create or replace function gt_restricted_stub(
  told text[], given text, family text, born date, number text
) returns table (custodian_id uuid, full_name text, job_title text, telephone text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  g text := gt_plain(given); f text := gt_plain(family); ids uuid[];
  n text := regexp_replace(coalesce(number, ''), '[^0-9]', '', 'g');
begin
  perform gt_may_search();
  if not exists (
      select 1 from gt_account a join gt_agency g on g.id = a.agency_id
      where a.id = gt_account() and a.role || ':' || g.kind = any(told)) then
    return;
  end if;
  select array_agg(distinct r.id) into ids from gt_restriction r
  join gt_person p on p.seal = r.seal and p.seal <> ''
  where r.lifted_at is null and r.seal <> all(gt_my_seals()) and (
    (n <> '' and exists (select 1 from gt_identifier i where i.person_id = p.id and i.kind = 'nhs'
      and regexp_replace(i.value, '[^0-9]', '', 'g') = n))
    or (g <> '' and f <> '' and p.date_of_birth = born
      and gt_plain(p.given_name) = g and gt_plain(p.family_name) = f));
  if ids is null then
    return;
  end if;
  insert into gt_restricted_look (id, restriction_id, account_id, at, scope, desk, seal)
  select gen_random_uuid(), r.id, gt_account(), gt_now(), r.custodian_id, '', ''
  from gt_restriction r where r.id = any(ids);
  insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
    purpose, decision, reason, request_id, session_hash, address)
  select gen_random_uuid(), a.id, a.agency_id, a.role, 'register.search', 'gt_restricted_stub',
    ids, (select array_agg(r.person_id) from gt_restriction r where r.id = any(ids)),
    'register.search', 'served', 'restricted', '', '', ''
  from gt_account a where a.id = gt_account();
  return query select r.custodian_id, a.full_name, a.job_title, r.telephone
  from gt_restriction r join gt_account a on a.id = r.custodian_id where r.id = any(ids);
end $$;
"""


class Migration(migrations.Migration):
    """Tell the police and health of it in a role that others hold too."""

    dependencies = [("records", "0033_sealed_people")]
    operations = [migrations.RunSQL(STUB, elidable=False)]
