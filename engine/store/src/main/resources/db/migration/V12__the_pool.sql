-- The pool: senders that run on and serve every tenant, beside the Jobs, each of which serves one.

-- Who sends. A Job's sender ends with its dispatch; these are processes that belong to no tenant, so the
-- row is nobody's, and holds nothing of anybody.
create table greenroom.sender (
  id uuid primary key,
  -- As claims and attempts name their worker.
  name greenroom.line not null unique,
  -- pod/<namespace>/<name>/<uid>, or process/<pid>/<when it began>
  place greenroom.line not null,
  registered_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  -- It was told to end: it takes nothing more, and finishes what it has.
  leaving_at timestamptz,
  -- Set when its pod or process is known to be gone: proven dead.
  ended_at timestamptz
);
create index sender_at_work on greenroom.sender (registered_at) where ended_at is null;

-- The pool's login names the tenant of each transaction as the programs' does.
create or replace function greenroom.current_tenant() returns uuid
  language sql stable parallel safe
as $$
  select case
    when session_user in ('greenroom_app', 'greenroom_t_pool')
      then nullif(current_setting('greenroom.tenant', true), '')::uuid
    when session_user ~ '^greenroom_t_[0-9a-f]{32}$'
      then substr(session_user::text, 13)::uuid
  end
$$;

-- It is one of the Jobs in all else: its name begins as theirs do, so the same steps are closed to it, and
-- no consent is its to give. Besides it opens the tenants' keys, and sees for whom there is work while it
-- works for nobody.
grant select on greenroom.tenant_key to greenroom_t_pool;
create policy pool_looks on greenroom.variant for select to greenroom_t_pool
  using (state in ('queued', 'publishing', 'unknown') and (select greenroom.current_tenant()) is null);

grant select on greenroom.sender to greenroom_app, greenroom_job, greenroom_lookup;
grant insert (id, name, place), update (seen_at, leaving_at) on greenroom.sender to greenroom_t_pool;
grant update (ended_at) on greenroom.sender to greenroom_app;

-- The lookup also finds senders that are proven dead, and what was queued for a pool.
grant select (claimed_by, dispatch_id) on greenroom.variant to greenroom_lookup;
create index variant_queued on greenroom.variant (due_at) where state = 'queued';

-- How long Jobs took to begin is measured over all tenants, and outlives the operator.
create policy lookup_started on greenroom.dispatch for select to greenroom_lookup
  using (started_at > now() - interval '1 day');
grant select (created_at, started_at) on greenroom.dispatch to greenroom_lookup;
create index dispatch_started on greenroom.dispatch (started_at) where started_at is not null;

-- What went out lately, what is to go out and what is proposed, of a talent or an account, whatever there is of history.
create index variant_went_out on greenroom.variant (tenant_id, talent_id, published_at)
  where state in ('published', 'taken_down');
create index variant_to_go on greenroom.variant (tenant_id, talent_id, due_at)
  where state in ('approved', 'queued', 'publishing', 'unknown');
create index variant_proposed on greenroom.variant (tenant_id, talent_id, publish_at)
  where state in ('draft', 'blocked', 'awaiting_approval');
