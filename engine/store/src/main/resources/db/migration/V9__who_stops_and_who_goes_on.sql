-- Who set a stop and who lifted it, as accounts of people and not only as names: a panic is the talent's own, so only
-- their owner lets it go on. While nobody owns the talent, anybody whom the page lets.
alter table greenroom.stop
  add column set_by_user uuid references greenroom.app_user (id),
  add column lifted_by_user uuid references greenroom.app_user (id);
grant update (lifted_by_user) on greenroom.stop to greenroom_app;

create or replace function greenroom.guard_stop() returns trigger language plpgsql as $$
declare
  owner uuid;
begin
  if old.lifted_at is not null
    or to_jsonb(new) - array['lifted_at', 'lifted_by', 'lifted_by_user']
      <> to_jsonb(old) - array['lifted_at', 'lifted_by', 'lifted_by_user']
  then
    raise exception using errcode = 'GR102',
      message = 'A stop can be lifted once, and not otherwise changed.';
  end if;
  if old.kind = 'panic' and old.talent_id is not null then
    select t.owner_user_id into owner from greenroom.talent t
      where t.tenant_id = old.tenant_id and t.id = old.talent_id;
    if owner is not null and new.lifted_by_user is distinct from owner then
      raise exception using errcode = 'GR106',
        message = 'The talent stopped everything; only the talent''s owner lets it go on.';
    end if;
  end if;
  return new;
end $$;

-- As in V3, with who stopped it in the sentence, since that is who can be asked.
create or replace view greenroom.stopped_account with (security_invoker = true) as
  select a.tenant_id, a.talent_id, a.id as account_id, stopped.why
  from greenroom.account a
  join greenroom.tenant n on n.id = a.tenant_id
  join greenroom.talent t on t.tenant_id = a.tenant_id and t.id = a.talent_id
  cross join lateral (
    select 'The tenant is ' || n.status || '.' as why where n.status <> 'active'
    union all
    select s.set_by || case s.kind when 'panic' then ' stopped everything' else ' put it on hold' end
      || case when s.reason = '' then '.' else ': ' || s.reason end
    from greenroom.stop s
      where s.tenant_id = a.tenant_id and s.lifted_at is null
        and (s.scope = 'tenant' or s.talent_id = a.talent_id or s.account_id = a.id)
    union all
    select 'The talent was removed.' where t.removed_at is not null
    union all
    select 'The talent is on hold.' where t.stop_policy <> 'None' or t.status <> 'active'
    union all
    select 'The account was removed.' where a.removed_at is not null
    union all
    select coalesce(a.health_message, 'The network blocks the account.') where a.health = 'hard_block'
    union all
    select 'The account is on hold.' where a.stop_policy <> 'None'
    limit 1
  ) stopped;
