-- What networks told of their limits, and whether they answer at all. Both are a tenant's own: its Jobs can't speak
-- for others, and its apps at the networks are its own too.

-- The app through which an account is reached: an instance's own, or the one behind the tenant's MCP server.
create function greenroom.app_of(platform text, channel text, endpoint text) returns text
  language sql immutable parallel safe
as $$
  select case channel when 'api'
    then platform || ' at ' || coalesce(lower(substring(endpoint from '^[A-Za-z]+://([^/?#]+)')), '')
    else platform || ' by ' || channel end
$$;

create table greenroom.rate_window (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  app greenroom.address not null,
  -- Null for a limit of the app's, which all accounts behind it share.
  account_id uuid,
  name greenroom.label not null,
  allowed bigint check (allowed >= 0),
  remaining bigint not null check (remaining >= 0),
  resets_at timestamptz not null,
  told_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint rate_window_key unique nulls not distinct (tenant_id, app, account_id, name),
  foreign key (tenant_id, account_id) references greenroom.account (tenant_id, id)
);
create index rate_window_empty on greenroom.rate_window (tenant_id) where remaining = 0;

-- A circuit breaker, see social.greenroom.core.limit.Circuit: open while probe_at lies ahead; from then on one post tries
-- whether the network answers again.
create table greenroom.circuit (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  app greenroom.address not null,
  platform greenroom.label not null,
  -- Calls in a row that weren't answered.
  failures integer not null default 0 check (failures >= 0),
  -- How often in a row it was opened.
  opened integer not null default 0 check (opened >= 0),
  opened_at timestamptz,
  probe_at timestamptz,
  -- True while one post tries.
  probing boolean not null default false,
  reason greenroom.sentence not null default '',
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint circuit_app unique (tenant_id, app)
);
create index circuit_open on greenroom.circuit (tenant_id) where probe_at is not null;

do $$
declare
  of_tenant text;
begin
  foreach of_tenant in array array['rate_window', 'circuit']
  loop
    execute format('alter table greenroom.%I enable row level security', of_tenant);
    execute format('alter table greenroom.%I force row level security', of_tenant);
    execute format(
      'create policy own_tenant on greenroom.%I to greenroom_app, greenroom_job
         using (tenant_id = (select greenroom.current_tenant()))
         with check (tenant_id = (select greenroom.current_tenant()))', of_tenant);
  end loop;
end $$;
create policy lookup on greenroom.circuit for select to greenroom_lookup using (probe_at is not null);
grant select (tenant_id, id, platform, probe_at) on greenroom.circuit to greenroom_lookup;

grant execute on function greenroom.app_of(text, text, text) to greenroom_app, greenroom_job;
grant select on greenroom.rate_window, greenroom.circuit to greenroom_app;
grant select, insert, update on greenroom.rate_window, greenroom.circuit to greenroom_job;

-- The accounts for which a network wants to be waited for, why, and until when. Driven by what is kept of limits, which
-- is little: a claim asks for all accounts at once.
create view greenroom.limited_account with (security_invoker = true) as
  select a.tenant_id, a.talent_id, a.id as account_id, w.resets_at as until,
    format('The network takes no more from %s before %s (%s).',
      case when w.account_id is null then 'this connection' else 'the account' end,
      to_char(w.resets_at at time zone t.time_zone, 'FMDay FMDD FMMonth HH24:MI'), t.time_zone) as why
  from greenroom.rate_window w
  join greenroom.account a on a.tenant_id = w.tenant_id
    and (a.id = w.account_id or (w.account_id is null and greenroom.app_of(a.platform, a.channel, a.endpoint) = w.app))
  join greenroom.talent t on t.tenant_id = a.tenant_id and t.id = a.talent_id
  where w.remaining = 0 and w.resets_at > now()
  union all
  select a.tenant_id, a.talent_id, a.id, c.probe_at,
    format('%s It is tried again at %s (%s).', c.reason,
      to_char(c.probe_at at time zone t.time_zone, 'HH24:MI'), t.time_zone)
  from greenroom.circuit c
  join greenroom.account a on a.tenant_id = c.tenant_id and greenroom.app_of(a.platform, a.channel, a.endpoint) = c.app
  join greenroom.talent t on t.tenant_id = a.tenant_id and t.id = a.talent_id
  where c.probe_at > now();

-- What nothing may pass, whoever sends (the triggers ask it), apart from what only tells when a send is of use: a probe
-- passes that.
alter view greenroom.stopped_account rename to halted_account;
create view greenroom.stopped_account with (security_invoker = true) as
  select tenant_id, talent_id, account_id, why from greenroom.halted_account
  union all
  select tenant_id, talent_id, account_id, why from greenroom.limited_account;
grant select on greenroom.stopped_account, greenroom.limited_account to greenroom_app, greenroom_job;

create or replace function greenroom.stop_in_force(of_tenant uuid, of_account uuid) returns text
  language sql stable
as $$
  select s.why from greenroom.halted_account s
  where s.tenant_id = of_tenant and s.account_id = of_account
$$;

create trigger circuit_changed after insert or update on greenroom.circuit
  for each row when (new.probe_at is not null) execute function greenroom.announce('circuit');
