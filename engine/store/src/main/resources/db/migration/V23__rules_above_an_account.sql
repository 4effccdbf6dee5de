-- An account's rules are also its talent's and its tenant's: who shows them has to look when those change, and only then.
create function greenroom.announce_talents_accounts() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', a.tenant_id, 'kind', 'account', 'id', a.id, 'talent', a.talent_id)::text)
  from greenroom.account a
  where a.tenant_id = new.tenant_id and a.talent_id = new.id and a.removed_at is null;
  return null;
end $$;
create trigger talent_rules_changed after update on greenroom.talent
  for each row when (
    new.daily_cap is distinct from old.daily_cap or new.blackouts <> old.blackouts or new.posting <> old.posting
    or new.stop_policy <> old.stop_policy)
  execute function greenroom.announce_talents_accounts();

create function greenroom.announce_tenants_accounts() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', a.tenant_id, 'kind', 'account', 'id', a.id, 'talent', a.talent_id)::text)
  from greenroom.account a
  where a.tenant_id = new.id and a.removed_at is null;
  return null;
end $$;
create trigger tenant_rules_changed after update on greenroom.tenant
  for each row when (new.daily_cap is distinct from old.daily_cap or new.posting <> old.posting)
  execute function greenroom.announce_tenants_accounts();
