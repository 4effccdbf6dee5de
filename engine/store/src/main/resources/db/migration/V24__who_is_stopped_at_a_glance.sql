-- A claim asks which of a tenant's accounts are stopped, and mostly none is. It looked at every account, so an agency of
-- ten thousand paid for each of them with every claim. Each reason is looked for by itself now, over an index that holds
-- those it concerns and no other.
create index account_halted on greenroom.account (tenant_id)
  where removed_at is not null or health = 'hard_block' or stop_policy <> 'None';
create index talent_halted on greenroom.talent (tenant_id)
  where removed_at is not null or stop_policy <> 'None' or status <> 'active';

-- All that halts an account: the lower the rank, the stricter. What drains is stricter than what only holds.
create or replace view greenroom.halted_account with (security_invoker = true) as
  select a.tenant_id, a.talent_id, a.id as account_id, 'The tenant is ' || n.status || '.' as why, 1 as rank
  from greenroom.tenant n
  join greenroom.account a on a.tenant_id = n.id
  where n.status <> 'active'
  union all
  select a.tenant_id, a.talent_id, a.id, 'The talent was removed.', 2
  from greenroom.talent t
  join greenroom.account a on a.tenant_id = t.tenant_id and a.talent_id = t.id
  where t.removed_at is not null
  union all
  select a.tenant_id, a.talent_id, a.id, 'The account was removed.', 3
  from greenroom.account a
  where a.removed_at is not null
  union all
  select a.tenant_id, a.talent_id, a.id,
    s.set_by || case s.kind when 'panic' then ' stopped everything' else ' put it on hold' end
      || case when s.reason = '' then '.' else ': ' || s.reason end,
    case s.policy when 'HoldAndDrain' then 4 else 5 end
  from greenroom.stop s
  join greenroom.account a on a.tenant_id = s.tenant_id
    and (s.scope = 'tenant' or s.talent_id = a.talent_id or s.account_id = a.id)
  where s.lifted_at is null
  union all
  select a.tenant_id, a.talent_id, a.id, 'The talent is on hold.', 6
  from greenroom.talent t
  join greenroom.account a on a.tenant_id = t.tenant_id and a.talent_id = t.id
  where t.stop_policy <> 'None' or t.status <> 'active'
  union all
  select a.tenant_id, a.talent_id, a.id, coalesce(a.health_message, 'The network blocks the account.'), 7
  from greenroom.account a
  where a.health = 'hard_block'
  union all
  select a.tenant_id, a.talent_id, a.id, 'The account is on hold.', 8
  from greenroom.account a
  where a.stop_policy <> 'None';

-- Each once, with the strictest of its reasons: two would be told in turn, and each turn be a write.
create or replace view greenroom.stopped_account with (security_invoker = true) as
  select distinct on (tenant_id, account_id) tenant_id, talent_id, account_id, why
  from (
    select tenant_id, talent_id, account_id, why, rank from greenroom.halted_account
    union all
    select tenant_id, talent_id, account_id, why, 9 from greenroom.limited_account) stopped
  order by tenant_id, account_id, rank, why;

create or replace function greenroom.stop_in_force(of_tenant uuid, of_account uuid) returns text
  language sql stable
as $$
  select s.why from greenroom.halted_account s
  where s.tenant_id = of_tenant and s.account_id = of_account
  order by s.rank, s.why limit 1
$$;

-- Claims read a tenant's queue in the order in which it goes out, as far as they need.
create index variant_line on greenroom.variant (tenant_id, due_at, id) where state = 'queued';
