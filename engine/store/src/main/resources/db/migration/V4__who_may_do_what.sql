-- Row-level security, forced on every tenant table, and the narrowest grants that do.

do $$
declare
  of_tenant text;
begin
  foreach of_tenant in array array[
    'talent', 'mcp_server', 'account', 'tenant_key', 'credential', 'stop', 'membership', 'intake', 'request',
    'request_account', 'post', 'dispatch', 'variant', 'variant_version', 'media', 'media_uploader',
    'variant_media', 'standing_approval', 'approval', 'attempt', 'model_usage', 'audit']
  loop
    execute format('alter table greenroom.%I enable row level security', of_tenant);
    execute format('alter table greenroom.%I force row level security', of_tenant);
    execute format(
      'create policy own_tenant on greenroom.%I to greenroom_app, greenroom_job
         using (tenant_id = (select greenroom.current_tenant()))
         with check (tenant_id = (select greenroom.current_tenant()))', of_tenant);
  end loop;
end $$;

alter table greenroom.tenant enable row level security;
alter table greenroom.tenant force row level security;
create policy own_tenant on greenroom.tenant to greenroom_app, greenroom_job
  using (id = (select greenroom.current_tenant()))
  with check (id = (select greenroom.current_tenant()));

-- People belong to no tenant; a program sees those who are members of the tenant it works for.
alter table greenroom.app_user enable row level security;
alter table greenroom.app_user force row level security;
create policy members on greenroom.app_user for select to greenroom_app
  using (exists (select from greenroom.membership m where m.user_id = app_user.id));

alter table greenroom.session enable row level security;
alter table greenroom.session force row level security;

-- The few questions that cross tenants: who signs in, whose slug, what is due.
create policy lookup on greenroom.tenant for select to greenroom_lookup using (true);
create policy lookup on greenroom.app_user to greenroom_lookup using (true) with check (true);
create policy lookup on greenroom.session to greenroom_lookup using (true) with check (true);
create policy lookup on greenroom.membership for select to greenroom_lookup using (true);
create policy lookup on greenroom.talent for select to greenroom_lookup using (true);
create policy lookup on greenroom.variant for select to greenroom_lookup
  using (state in ('approved', 'queued', 'publishing', 'unknown'));
create policy lookup on greenroom.intake for select to greenroom_lookup using (state = 'waiting');
create policy lookup on greenroom.dispatch for select to greenroom_lookup using (state <> 'ended');

grant select (id, name, namespace, display_name, time_zone, status) on greenroom.tenant to greenroom_lookup;
grant select, insert (id, email, display_name, password_hash),
  update (email, display_name, password_hash, disabled_at) on greenroom.app_user to greenroom_lookup;
grant select, insert, delete, update (last_seen_at, expires_at) on greenroom.session to greenroom_lookup;
grant select on greenroom.membership to greenroom_lookup;
grant select (tenant_id, id, slug, removed_at) on greenroom.talent to greenroom_lookup;
grant select (tenant_id, id, state, due_at, window_until, heartbeat_at) on greenroom.variant to greenroom_lookup;
grant select (tenant_id, id, state, created_at) on greenroom.intake to greenroom_lookup;
grant select (tenant_id, id, job_name, state, due_at) on greenroom.dispatch to greenroom_lookup;

grant execute on function greenroom.current_tenant() to greenroom_app, greenroom_job;
grant execute on function greenroom.stop_in_force(uuid, uuid) to greenroom_app, greenroom_job;
grant select on greenroom.stopped_account to greenroom_app, greenroom_job;
grant usage on sequence greenroom.claim_fence to greenroom_app, greenroom_job;
grant select on greenroom.variant_transition to greenroom_app, greenroom_job;

-- The programs. Nothing is deleted but a membership; history is added to, never changed.
grant select, insert, update on greenroom.tenant, greenroom.talent, greenroom.mcp_server, greenroom.account,
  greenroom.tenant_key, greenroom.credential, greenroom.intake, greenroom.dispatch, greenroom.variant,
  greenroom.variant_media to greenroom_app;
grant select, insert, update, delete on greenroom.membership to greenroom_app;
grant select (id, email, display_name, disabled_at) on greenroom.app_user to greenroom_app;
grant select, insert on greenroom.request, greenroom.request_account, greenroom.post, greenroom.media,
  greenroom.media_uploader, greenroom.variant_version, greenroom.model_usage, greenroom.audit, greenroom.stop,
  greenroom.standing_approval, greenroom.approval, greenroom.attempt to greenroom_app;
grant update (stage, message, updated_at) on greenroom.request to greenroom_app;
grant update (lifted_at, lifted_by) on greenroom.stop to greenroom_app;
grant update (revoked_at) on greenroom.standing_approval to greenroom_app;
grant update (voided_at, void_reason) on greenroom.approval to greenroom_app;
grant update (outcome, detail, finished_at, remote_id, remote_url, settled_as, settled_by, settled_at)
  on greenroom.attempt to greenroom_app;

-- A tenant's Jobs: they read what they work with and write what comes of it. No people, no sessions, no keys,
-- no consent.
grant select on greenroom.tenant, greenroom.talent, greenroom.account, greenroom.mcp_server, greenroom.stop,
  greenroom.request, greenroom.request_account, greenroom.post, greenroom.dispatch, greenroom.variant,
  greenroom.variant_version, greenroom.media, greenroom.variant_media, greenroom.standing_approval,
  greenroom.approval, greenroom.attempt, greenroom.credential to greenroom_job;
grant update (remote_id, connected_at, health, health_message, health_checked_at, updated_at)
  on greenroom.account to greenroom_job;
grant update (reachable, message, checked_at) on greenroom.mcp_server to greenroom_job;
grant update (secret, version, lease_holder, lease_until, updated_at) on greenroom.credential to greenroom_job;
grant update (stage, message, updated_at) on greenroom.request to greenroom_job;
grant update (state, outcome, started_at) on greenroom.dispatch to greenroom_job;
grant insert on greenroom.post, greenroom.variant, greenroom.variant_version, greenroom.media,
  greenroom.variant_media, greenroom.attempt, greenroom.model_usage, greenroom.audit to greenroom_job;
grant update (state, payload, publish_at, not_before, schedule_reason, blocked_reason, failure_reason,
  cancelled_reason, changed_by, remote_id, remote_url, published_at, claimed_by, claim_fence, heartbeat_at,
  dispatch_id) on greenroom.variant to greenroom_job;
grant update (rendition_sha256, alt_text) on greenroom.variant_media to greenroom_job;
grant update (outcome, detail, finished_at, remote_id, remote_url, settled_as, settled_by, settled_at)
  on greenroom.attempt to greenroom_job;
