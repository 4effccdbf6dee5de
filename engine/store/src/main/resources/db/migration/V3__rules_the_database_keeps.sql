-- The invariants which the database keeps by itself, whoever writes. A refusal has an error code of
-- class GR (social.greenroom.store.database.Rule names them) and a sentence for a person.
--
-- The functions run with the caller's rights, so what they read is the caller's own tenant.

create function greenroom.refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'GR102',
    message = format('Rows of %s are history: they are never changed or removed.', tg_table_name);
end $$;

create trigger audit_is_history before update or delete on greenroom.audit
  for each row execute function greenroom.refuse_rewriting_history();
create trigger audit_is_kept before truncate on greenroom.audit
  for each statement execute function greenroom.refuse_rewriting_history();
create trigger variant_version_is_history before update or delete on greenroom.variant_version
  for each row execute function greenroom.refuse_rewriting_history();
create trigger variant_version_is_kept before truncate on greenroom.variant_version
  for each statement execute function greenroom.refuse_rewriting_history();
create trigger attempt_is_kept before delete on greenroom.attempt
  for each row execute function greenroom.refuse_rewriting_history();
create trigger attempts_are_kept before truncate on greenroom.attempt
  for each statement execute function greenroom.refuse_rewriting_history();
create trigger approval_is_kept before delete on greenroom.approval
  for each row execute function greenroom.refuse_rewriting_history();
create trigger approvals_are_kept before truncate on greenroom.approval
  for each statement execute function greenroom.refuse_rewriting_history();
create trigger request_is_kept before delete on greenroom.request
  for each row execute function greenroom.refuse_rewriting_history();
create trigger requests_are_kept before truncate on greenroom.request
  for each statement execute function greenroom.refuse_rewriting_history();
create trigger variant_is_kept before delete on greenroom.variant
  for each row execute function greenroom.refuse_rewriting_history();
create trigger variants_are_kept before truncate on greenroom.variant
  for each statement execute function greenroom.refuse_rewriting_history();

create function greenroom.guard_tenant() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.name <> old.name or new.namespace <> old.namespace then
    raise exception using errcode = 'GR102',
      message = 'A tenant keeps its name and namespace for ever; make a new tenant for another.';
  end if;
  new.updated_at := now();
  return new;
end $$;
create trigger tenant_guard before update on greenroom.tenant
  for each row execute function greenroom.guard_tenant();

create function greenroom.guard_talent() returns trigger language plpgsql as $$
begin
  if new.tenant_id <> old.tenant_id or new.id <> old.id or new.slug <> old.slug then
    raise exception using errcode = 'GR102',
      message = 'A talent keeps its slug for ever; make a new talent for another.';
  end if;
  -- Whoever may set the owner may consent in the talent's name, so an owner is never replaced: they
  -- leave, and then somebody else may accept.
  if old.owner_user_id is not null and new.owner_user_id <> old.owner_user_id then
    raise exception using errcode = 'GR106',
      message = 'The talent has an owner; nobody else can take it over.';
  end if;
  new.updated_at := now();
  return new;
end $$;
create trigger talent_guard before update on greenroom.talent
  for each row execute function greenroom.guard_talent();

create function greenroom.guard_account() returns trigger language plpgsql as $$
begin
  if new.channel <> old.channel then
    raise exception using errcode = 'GR102', message = format(
      'Account %s keeps its channel %s for ever; make a new account for another channel.',
      old.name, old.channel);
  end if;
  if old.remote_id is not null and new.remote_id is distinct from old.remote_id then
    raise exception using errcode = 'GR102', message = format(
      'Account %s is %s at the network and stays so; make a new account for another.',
      old.name, old.remote_id);
  end if;
  if (new.tenant_id, new.id, new.name, new.talent_id, new.platform)
      is distinct from (old.tenant_id, old.id, old.name, old.talent_id, old.platform) then
    raise exception using errcode = 'GR102', message = format(
      'Account %s keeps its talent and platform for ever; make a new account.', old.name);
  end if;
  if new.remote_id is not null and old.remote_id is null then
    new.connected_at := now();
  end if;
  new.updated_at := now();
  return new;
end $$;
create trigger account_guard before update on greenroom.account
  for each row execute function greenroom.guard_account();

create function greenroom.guard_request() returns trigger language plpgsql as $$
begin
  if (new.tenant_id, new.id, new.talent_id, new.namespace, new.name, new.spec_hash, new.source,
      new.prompt, new.link, new.post_kinds, new.schedule_hint, new.attachments, new.created_at)
    is distinct from (old.tenant_id, old.id, old.talent_id, old.namespace, old.name, old.spec_hash,
      old.source, old.prompt, old.link, old.post_kinds, old.schedule_hint, old.attachments, old.created_at)
  then
    raise exception using errcode = 'GR102',
      message = 'A request is immutable; make a new one to ask for something else.';
  end if;
  new.updated_at := now();
  return new;
end $$;
create trigger request_guard before update on greenroom.request
  for each row execute function greenroom.guard_request();

create function greenroom.guard_stop() returns trigger language plpgsql as $$
begin
  if old.lifted_at is not null
    or to_jsonb(new) - array['lifted_at', 'lifted_by'] <> to_jsonb(old) - array['lifted_at', 'lifted_by']
  then
    raise exception using errcode = 'GR102',
      message = 'A stop can be lifted once, and not otherwise changed.';
  end if;
  return new;
end $$;
create trigger stop_guard before update on greenroom.stop
  for each row execute function greenroom.guard_stop();

-- The accounts for which nothing may be sent now, and why. The strictest of the page's stops and the
-- resources' policies wins; both stop policies stop the sending. A view, so that a claim asks once
-- for all accounts and not once for each variant; with the rights of who asks, so that it shows
-- nobody another tenant's.
create view greenroom.stopped_account with (security_invoker = true) as
  select a.tenant_id, a.talent_id, a.id as account_id, stopped.why
  from greenroom.account a
  join greenroom.tenant n on n.id = a.tenant_id
  join greenroom.talent t on t.tenant_id = a.tenant_id and t.id = a.talent_id
  cross join lateral (
    select 'The tenant is ' || n.status || '.' as why where n.status <> 'active'
    union all
    select s.reason from greenroom.stop s
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

-- Why nothing may be sent for the account now, or null when it may.
create function greenroom.stop_in_force(of_tenant uuid, of_account uuid) returns text
  language sql stable
as $$
  select s.why from greenroom.stopped_account s
  where s.tenant_id = of_tenant and s.account_id = of_account
$$;

create function greenroom.guard_variant() returns trigger language plpgsql as $$
declare
  from_job constant boolean := session_user ~ '^greenroom_t_';
  consent greenroom.approval;
  stopped text;
begin
  new.content_hash := encode(sha256(convert_to(new.payload, 'UTF8')), 'hex');

  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception using errcode = 'GR101',
        message = format('A variant begins as a draft, not as %s.', new.state);
    end if;
    if (new.claimed_by, new.claim_fence, new.remote_id, new.published_at) is distinct from (null, null, null, null) then
      raise exception using errcode = 'GR101', message = 'A draft has not been sent.';
    end if;
    new.version := 1;
    new.created_at := now();
    new.updated_at := now();
    return new;
  end if;

  if (new.tenant_id, new.id, new.post_id, new.account_id, new.talent_id, new.created_at)
      is distinct from (old.tenant_id, old.id, old.post_id, old.account_id, old.talent_id, old.created_at) then
    raise exception using errcode = 'GR102',
      message = 'A variant stays with its post, account and talent.';
  end if;

  -- A heartbeat is no change that anybody edits against.
  if new.state = old.state and new.claim_fence is not distinct from old.claim_fence
      and new.heartbeat_at is distinct from old.heartbeat_at then
    new.version := old.version;
    new.updated_at := old.updated_at;
  else
    new.version := old.version + 1;
    new.updated_at := now();
  end if;

  if new.state <> old.state and not exists (
      select from greenroom.variant_transition t
      where t.from_state = old.state and t.to_state = new.state and (t.by_job or not from_job)) then
    raise exception using errcode = 'GR101',
      message = format('A variant that is %s can''t become %s%s.', old.state, new.state,
        case when from_job then ' by a Job' else '' end);
  end if;

  if old.state in ('published', 'taken_down', 'rejected', 'cancelled')
      and to_jsonb(new) - array['state', 'version', 'updated_at', 'changed_by', 'due_at']
        <> to_jsonb(old) - array['state', 'version', 'updated_at', 'changed_by', 'due_at'] then
    raise exception using errcode = 'GR102',
      message = format('A variant that is %s is history: it is never changed.', old.state);
  end if;

  if new.payload <> old.payload then
    -- A blocked draft gets its pictures from a Job, and stays blocked.
    if from_job and not (old.state = 'draft' or (old.state = 'blocked' and new.state = 'blocked')) then
      raise exception using errcode = 'GR102', message = 'A Job edits nothing but drafts.';
    end if;
    if not (old.state in ('draft', 'blocked', 'awaiting_approval')
          and new.state in ('draft', 'blocked', 'awaiting_approval'))
        and not (old.state in ('approved', 'failed') and new.state = 'awaiting_approval') then
      raise exception using errcode = 'GR103', message = format(
        'An edit voids the approval: a variant that is %s can''t be edited and become %s.',
        old.state, new.state);
    end if;
  end if;

  if old.state = 'publishing' and new.state <> 'publishing' and exists (
      select from greenroom.attempt a
      where a.tenant_id = new.tenant_id and a.variant_id = new.id and a.outcome = 'sending') then
    raise exception using errcode = 'GR105', message =
      'An attempt at this variant has no outcome yet; write its outcome first.';
  end if;

  if new.state in ('approved', 'queued', 'publishing') then
    if new.state <> old.state or new.publish_at is distinct from old.publish_at then
      select a.* into consent from greenroom.approval a
        where a.tenant_id = new.tenant_id and a.variant_id = new.id and a.voided_at is null;
      if consent.id is null or consent.content_hash <> new.content_hash then
        raise exception using errcode = 'GR103',
          message = 'No live approval covers exactly this content; its owner has to approve it.';
      end if;
      if not exists (
          select from greenroom.account c
          where c.tenant_id = new.tenant_id and c.id = new.account_id
            and c.remote_id = consent.account_remote_id
            and c.remote_id = new.payload::jsonb ->> 'account') then
        raise exception using errcode = 'GR103',
          message = 'The approval was given for another account at the network.';
      end if;
      if new.publish_at is null or new.publish_at < consent.not_before
          or new.publish_at > consent.not_after then
        raise exception using errcode = 'GR103', message =
          'The time lies outside the window that was approved; its owner has to approve it again.';
      end if;
      new.window_from := consent.not_before;
      new.window_until := consent.not_after;
    end if;
    if new.state in ('approved', 'queued') and new.state <> old.state and exists (
        select from greenroom.attempt a
        where a.tenant_id = new.tenant_id and a.variant_id = new.id
          and (a.outcome in ('sending', 'published') or a.settled_as = 'published'
            or (a.outcome = 'unknown' and a.settled_as is null))) then
      raise exception using errcode = 'GR105', message =
        'This variant went out, or may have gone out: it isn''t sent again before that is settled.';
    end if;
    if new.state = 'publishing' and old.state <> 'publishing' then
      if clock_timestamp() < consent.not_before or clock_timestamp() > consent.not_after then
        raise exception using errcode = 'GR103',
          message = 'It is now outside the window that was approved.';
      end if;
      stopped := greenroom.stop_in_force(new.tenant_id, new.account_id);
      if stopped is not null then
        raise exception using errcode = 'GR104', message = 'Sending is stopped: ' || stopped;
      end if;
    end if;
  elsif new.state in ('draft', 'blocked', 'awaiting_approval') then
    new.window_from := null;
    new.window_until := null;
  end if;

  if new.state = 'publishing' and (new.claim_fence is null or new.claim_fence < coalesce(old.claim_fence, 0)
      or (old.state <> 'publishing' and new.claim_fence = old.claim_fence)) then
    raise exception using errcode = 'GR107', message = 'A claim takes a fencing number of its own.';
  end if;

  if new.state = 'published' and old.state <> 'published' then
    if not exists (
        select from greenroom.attempt a
        where a.tenant_id = new.tenant_id and a.variant_id = new.id
          and (a.outcome = 'published' or a.settled_as = 'published')) then
      raise exception using errcode = 'GR105',
        message = 'No attempt at this variant is known to have reached the network.';
    end if;
    new.published_at := coalesce(new.published_at, now());
  end if;
  return new;
end $$;
create trigger variant_guard before insert or update on greenroom.variant
  for each row execute function greenroom.guard_variant();

create function greenroom.keep_variant_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.payload <> old.payload then
    insert into greenroom.variant_version
        (tenant_id, variant_id, version, payload, content_hash, changed_by)
      values (new.tenant_id, new.id, new.version, new.payload, new.content_hash, new.changed_by);
  end if;
  if tg_op = 'UPDATE' and old.state in ('approved', 'queued', 'failed', 'unknown')
      and new.state in ('awaiting_approval', 'cancelled') then
    update greenroom.approval
      set voided_at = now(),
        void_reason = case
          when new.state = 'cancelled' then 'The variant was cancelled.'
          when new.payload <> old.payload then 'The content was changed after the approval.'
          else 'The time was moved out of the window that was approved.' end
      where tenant_id = new.tenant_id and variant_id = new.id and voided_at is null;
  end if;
  return null;
end $$;
create trigger variant_history after insert or update on greenroom.variant
  for each row execute function greenroom.keep_variant_history();

-- History can't be made up: a version row says what the variant is at that moment.
create function greenroom.guard_variant_version() returns trigger language plpgsql as $$
begin
  if not exists (
      select from greenroom.variant v
      where v.tenant_id = new.tenant_id and v.id = new.variant_id and v.version = new.version
        and v.payload = new.payload and v.content_hash = new.content_hash) then
    raise exception using errcode = 'GR102',
      message = 'A version row is written by the variant''s own change, and by nothing else.';
  end if;
  new.at := now();
  return new;
end $$;
create trigger variant_version_guard before insert on greenroom.variant_version
  for each row execute function greenroom.guard_variant_version();

create function greenroom.guard_standing_approval() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if old.revoked_at is not null or to_jsonb(new) - 'revoked_at' <> to_jsonb(old) - 'revoked_at' then
      raise exception using errcode = 'GR102',
        message = 'A standing approval can be revoked once, and not otherwise changed.';
    end if;
    return new;
  end if;
  if not exists (
      select from greenroom.talent t
      where t.tenant_id = new.tenant_id and t.id = new.talent_id and t.owner_user_id = new.given_by) then
    raise exception using errcode = 'GR106', message = 'Only the talent''s owner gives a standing approval.';
  end if;
  new.given_at := now();
  return new;
end $$;
create trigger standing_approval_guard before insert or update on greenroom.standing_approval
  for each row execute function greenroom.guard_standing_approval();

create function greenroom.guard_approval() returns trigger language plpgsql as $$
declare
  subject greenroom.variant;
  remote text;
  owner uuid;
begin
  if tg_op = 'UPDATE' then
    if old.voided_at is not null
      or to_jsonb(new) - array['voided_at', 'void_reason'] <> to_jsonb(old) - array['voided_at', 'void_reason']
    then
      raise exception using errcode = 'GR102',
        message = 'An approval can be voided once, and not otherwise changed.';
    end if;
    return new;
  end if;

  if session_user <> 'greenroom_app' then
    raise exception using errcode = 'GR106', message = 'An approval is given in the page, by a person.';
  end if;
  select v.* into subject from greenroom.variant v
    where v.tenant_id = new.tenant_id and v.id = new.variant_id
    for no key update;
  if subject.id is null or subject.state not in ('awaiting_approval', 'failed') then
    raise exception using errcode = 'GR101',
      message = 'Only a variant that waits for approval can be approved.';
  end if;
  if subject.content_hash <> new.content_hash then
    raise exception using errcode = 'GR103',
      message = 'The content has changed since it was shown; look at it again before approving.';
  end if;
  select c.remote_id into remote from greenroom.account c
    where c.tenant_id = new.tenant_id and c.id = new.account_id;
  if remote is null or remote <> new.account_remote_id then
    raise exception using errcode = 'GR103',
      message = 'The account isn''t connected, or is another at the network than was shown.';
  end if;
  select t.owner_user_id into owner from greenroom.talent t
    where t.tenant_id = new.tenant_id and t.id = subject.talent_id;
  if not exists (
      select from greenroom.membership m
      where m.tenant_id = new.tenant_id and m.user_id = new.user_id) then
    raise exception using errcode = 'GR106', message = 'Who approves must be a member of the tenant.';
  end if;
  if new.standing_approval_id is null then
    if owner is null or owner <> new.user_id then
      raise exception using errcode = 'GR106', message = 'Only the talent''s owner approves.';
    end if;
  elsif not exists (
      select from greenroom.standing_approval s
      where s.tenant_id = new.tenant_id and s.id = new.standing_approval_id
        and s.kind = new.basis and s.talent_id = subject.talent_id and s.revoked_at is null and s.given_by = owner
        and ((s.kind = 'operator_override' and s.user_id = new.user_id)
          or (s.kind = 'auto_source' and new.user_id = owner and s.source = (
            select p.origin from greenroom.post p
            where p.tenant_id = new.tenant_id and p.id = subject.post_id)))) then
    raise exception using errcode = 'GR106',
      message = 'No standing approval of the talent''s owner allows this.';
  end if;
  if new.voided_at is not null then
    raise exception using errcode = 'GR102', message = 'An approval begins live.';
  end if;
  new.approved_at := now();
  return new;
end $$;
create trigger approval_guard before insert or update on greenroom.approval
  for each row execute function greenroom.guard_approval();

create function greenroom.guard_attempt() returns trigger language plpgsql as $$
declare
  subject greenroom.variant;
  stopped text;
begin
  if tg_op = 'UPDATE' then
    if (new.tenant_id, new.id, new.variant_id, new.account_id, new.number, new.fence, new.worker, new.dispatch_id,
        new.content_hash, new.idempotency_key, new.started_at)
      is distinct from (old.tenant_id, old.id, old.variant_id, old.account_id, old.number, old.fence, old.worker,
        old.dispatch_id, old.content_hash, old.idempotency_key, old.started_at) then
      raise exception using errcode = 'GR102', message = 'What was attempted is history.';
    end if;
    if old.outcome <> 'sending' and (new.outcome, new.detail, new.finished_at)
        is distinct from (old.outcome, old.detail, old.finished_at) then
      raise exception using errcode = 'GR102', message = 'An attempt''s outcome is written once.';
    end if;
    if old.outcome = 'sending' and new.outcome <> 'sending' then
      new.finished_at := now();
    end if;
    if new.settled_as is distinct from old.settled_as
        and (old.settled_as is not null or new.outcome <> 'unknown') then
      raise exception using errcode = 'GR102', message = 'Only an unknown outcome is settled, and once.';
    end if;
    if old.remote_id is not null and new.remote_id is distinct from old.remote_id then
      raise exception using errcode = 'GR102', message = 'What the network answered is history.';
    end if;
    return new;
  end if;

  select v.* into subject from greenroom.variant v
    where v.tenant_id = new.tenant_id and v.id = new.variant_id
    for no key update;
  if subject.id is null or subject.state <> 'publishing' or subject.claim_fence is distinct from new.fence then
    raise exception using errcode = 'GR107', message = 'The claim was lost: another sender has this variant.';
  end if;
  if subject.content_hash <> new.content_hash then
    raise exception using errcode = 'GR103', message = 'What would be sent isn''t what was approved.';
  end if;
  if not exists (
      select from greenroom.approval a
      where a.tenant_id = new.tenant_id and a.variant_id = new.variant_id and a.voided_at is null
        and a.content_hash = new.content_hash
        and (a.not_after is null or a.not_after >= clock_timestamp())) then
    raise exception using errcode = 'GR103',
      message = 'No live approval covers exactly this content now.';
  end if;
  if exists (
      select from greenroom.attempt a
      where a.tenant_id = new.tenant_id and a.variant_id = new.variant_id
        and (a.outcome in ('sending', 'published') or a.settled_as = 'published'
          or (a.outcome = 'unknown' and a.settled_as is null))) then
    raise exception using errcode = 'GR105',
      message = 'An earlier attempt went out, or may have gone out: nothing is sent again before that is settled.';
  end if;
  stopped := greenroom.stop_in_force(new.tenant_id, subject.account_id);
  if stopped is not null then
    raise exception using errcode = 'GR104', message = 'Sending is stopped: ' || stopped;
  end if;
  if new.outcome <> 'sending' then
    raise exception using errcode = 'GR102', message = 'An attempt begins before the network is called.';
  end if;
  new.started_at := now();
  return new;
end $$;
create trigger attempt_guard before insert or update on greenroom.attempt
  for each row execute function greenroom.guard_attempt();

-- Changes are announced with ids only: whoever may connect may listen, so a payload holds nothing to read.
-- A notification can be missed (and forged): it says "look", never "it is so".
create function greenroom.announce() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', new.tenant_id, 'kind', tg_argv[0], 'id', new.id)::text);
  return null;
end $$;
create function greenroom.announce_for_talent() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', new.tenant_id, 'kind', tg_argv[0], 'id', new.id, 'talent', new.talent_id)::text);
  return null;
end $$;
create function greenroom.announce_talent() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', new.tenant_id, 'kind', 'talent', 'id', new.id, 'talent', new.id)::text);
  return null;
end $$;
create function greenroom.announce_tenant() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', new.id, 'kind', 'tenant', 'id', new.id)::text);
  return null;
end $$;

create trigger variant_made after insert on greenroom.variant
  for each row execute function greenroom.announce_for_talent('variant');
create trigger variant_changed after update on greenroom.variant
  for each row when (new.version <> old.version)
  execute function greenroom.announce_for_talent('variant');
create trigger request_changed after insert or update on greenroom.request
  for each row execute function greenroom.announce_for_talent('request');
create trigger intake_changed after insert or update on greenroom.intake
  for each row execute function greenroom.announce_for_talent('intake');
create trigger account_changed after insert or update on greenroom.account
  for each row execute function greenroom.announce_for_talent('account');
create trigger stop_changed after insert or update on greenroom.stop
  for each row execute function greenroom.announce_for_talent('stop');
create trigger dispatch_changed after insert or update on greenroom.dispatch
  for each row execute function greenroom.announce('dispatch');
create trigger mcp_server_changed after insert or update on greenroom.mcp_server
  for each row execute function greenroom.announce('mcp_server');
create trigger talent_made after insert on greenroom.talent
  for each row execute function greenroom.announce_talent();
create trigger talent_changed after update on greenroom.talent
  for each row when (new.last_tick_at is not distinct from old.last_tick_at)
  execute function greenroom.announce_talent();
create trigger tenant_changed after insert or update on greenroom.tenant
  for each row execute function greenroom.announce_tenant();
