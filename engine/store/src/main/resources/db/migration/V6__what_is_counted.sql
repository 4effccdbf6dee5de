-- What the operator counts over all tenants: accounts that can't send, and how late posts went out.

create policy lookup on greenroom.account for select to greenroom_lookup
  using (removed_at is null and health in ('soft_block', 'hard_block', 'unreachable'));
grant select (tenant_id, id, health, removed_at) on greenroom.account to greenroom_lookup;

create policy lookup_published on greenroom.variant for select to greenroom_lookup
  using (state = 'published' and published_at > now() - interval '1 hour');
grant select (published_at) on greenroom.variant to greenroom_lookup;

create index variant_published on greenroom.variant (published_at) where state = 'published';
create index variant_unknown on greenroom.variant (tenant_id) where state = 'unknown';
create index account_blocked on greenroom.account (health)
  where removed_at is null and health in ('soft_block', 'hard_block', 'unreachable');
