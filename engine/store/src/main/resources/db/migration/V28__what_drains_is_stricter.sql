-- As in V24, and what drains is stricter than what only holds, whoever said it and how.
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
