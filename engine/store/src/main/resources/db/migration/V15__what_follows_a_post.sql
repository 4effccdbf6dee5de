-- What follows a post that is out (the further posts of a thread, the first comment) has a ledger of its own.
-- Nothing here can send a post: a row is made by the post's becoming published, and by nothing else.

-- The one table of its transitions, as social.greenroom.core.post.FollowUpState has it (a test compares).
create table greenroom.follow_up_transition (
  from_state greenroom.label not null,
  to_state greenroom.label not null,
  by_job boolean not null,
  primary key (from_state, to_state)
);
insert into greenroom.follow_up_transition (from_state, to_state, by_job) values
  ('waiting', 'sending', true),
  ('waiting', 'left_out', false),
  ('sending', 'done', true),
  ('sending', 'failed', true),
  ('sending', 'unknown', true),
  ('sending', 'waiting', true),
  ('unknown', 'done', true),
  ('unknown', 'failed', true),
  ('unknown', 'waiting', true),
  ('failed', 'waiting', false),
  ('failed', 'done', false),
  ('failed', 'left_out', false);

create table greenroom.follow_up (
  tenant_id uuid not null,
  variant_id uuid not null,
  -- Its turn, from 1: the thread's further posts, then the first comment. Its text stands in the variant's payload.
  position integer not null check (position between 1 and 100),
  account_id uuid not null,
  talent_id uuid not null,
  kind greenroom.label not null check (kind in ('thread_part', 'first_comment')),
  -- SHA-256 of its text, set by trigger whatever a statement says.
  content_hash greenroom.sha256_hex not null,
  state greenroom.label not null default 'waiting' check (state in
    ('waiting', 'sending', 'unknown', 'done', 'failed', 'left_out')),
  version integer not null default 1,
  -- Its attempts are counted from then, and anew when a person has it tried again.
  wanted_at timestamptz not null default now(),
  not_before timestamptz,
  -- Why it waits, failed, is unknown or was left out.
  reason greenroom.sentence,
  remote_id greenroom.line,
  remote_url greenroom.address,
  -- The text as the network shows it, where that isn't what was sent.
  altered_text greenroom.body,
  done_at timestamptz,
  decided_by greenroom.line,
  changed_by greenroom.line not null,
  claimed_by greenroom.line,
  claim_fence bigint,
  heartbeat_at timestamptz,
  dispatch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, variant_id, position),
  foreign key (tenant_id, variant_id, account_id) references greenroom.variant (tenant_id, id, account_id),
  foreign key (tenant_id, account_id, talent_id) references greenroom.account (tenant_id, id, talent_id),
  foreign key (tenant_id, dispatch_id) references greenroom.dispatch (tenant_id, id)
);
create index follow_up_open on greenroom.follow_up (tenant_id, state, account_id)
  where state in ('waiting', 'sending', 'unknown', 'failed');
-- One on its way per account, whatever a claim's plan did.
create unique index follow_up_one_in_flight on greenroom.follow_up (tenant_id, account_id) where state = 'sending';

-- Written and committed before the network is called.
create table greenroom.follow_up_attempt (
  tenant_id uuid not null,
  id uuid not null,
  variant_id uuid not null,
  position integer not null,
  account_id uuid not null,
  number integer not null check (number > 0),
  fence bigint not null,
  worker greenroom.line not null,
  dispatch_id uuid,
  content_hash greenroom.sha256_hex not null,
  idempotency_key greenroom.line not null,
  retry_class greenroom.label not null check (retry_class in
    ('idempotent', 'safe_before_send', 'reconcile_only', 'never')),
  -- The post that it answers.
  reply_to greenroom.line not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome greenroom.label not null default 'sending' check (outcome in
    ('sending', 'published', 'rejected', 'rate_limited', 'account_blocked', 'not_sent', 'unknown')),
  detail greenroom.sentence,
  remote_id greenroom.line,
  remote_url greenroom.address,
  -- The network shows another text than was sent.
  altered boolean not null default false,
  asked_at timestamptz,
  asked_why greenroom.sentence,
  candidates greenroom.document,
  settled_as greenroom.label check (settled_as in ('published', 'not_published')),
  settled_through greenroom.label check (settled_through in ('reading', 'person', 'sender')),
  settled_by greenroom.line,
  settled_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, variant_id, position, number),
  foreign key (tenant_id, variant_id, position) references greenroom.follow_up (tenant_id, variant_id, position),
  foreign key (tenant_id, account_id) references greenroom.account (tenant_id, id),
  foreign key (tenant_id, dispatch_id) references greenroom.dispatch (tenant_id, id)
);
create unique index follow_up_attempt_one_sending on greenroom.follow_up_attempt (tenant_id, variant_id, position)
  where outcome = 'sending';
create index follow_up_attempt_unknown on greenroom.follow_up_attempt (tenant_id) where outcome = 'unknown' or altered;

-- An attempt at a post: what may be done again, and for one whose outcome nobody knows, whom was asked with what in
-- view, and how it was settled. Null retry_class: sent by a version before this, which sent all of a thread at once.
alter table greenroom.attempt
  add column retry_class greenroom.label check (retry_class in
    ('idempotent', 'safe_before_send', 'reconcile_only', 'never')),
  -- The network shows another text than was sent.
  add column altered boolean not null default false,
  add column asked_at timestamptz,
  add column asked_why greenroom.sentence,
  add column candidates greenroom.document,
  add column settled_through greenroom.label check (settled_through in ('reading', 'person', 'sender'));
create index attempt_unknown on greenroom.attempt (tenant_id) where outcome = 'unknown' or altered;

-- The text as the network shows it, where that isn't what was sent.
alter table greenroom.variant add column altered_text greenroom.body;

-- The text of what follows at that turn, by the payload that was approved; null when nothing does.
create function greenroom.follow_up_text(payload text, kind text, turn integer) returns text
  language sql immutable
as $$
  select case
    when kind = 'thread_part' then payload::jsonb -> 'thread' ->> (turn - 1)
    when kind = 'first_comment' and turn = coalesce(jsonb_array_length(payload::jsonb -> 'thread'), 0) + 1
      then payload::jsonb ->> 'firstComment'
  end
$$;

create function greenroom.plan_follow_ups() returns trigger language plpgsql as $$
declare
  sent_by greenroom.attempt;
begin
  if new.state = 'taken_down' then
    update greenroom.follow_up
      set state = 'left_out', reason = 'The post was taken down.', changed_by = new.changed_by
      where tenant_id = new.tenant_id and variant_id = new.id and state in ('waiting', 'failed');
    return null;
  end if;
  select a.* into sent_by from greenroom.attempt a
    where a.tenant_id = new.tenant_id and a.variant_id = new.id
      and (a.outcome = 'published' or a.settled_as = 'published')
    order by a.number desc limit 1;
  if sent_by.retry_class is null and sent_by.outcome = 'published' then
    -- An earlier version sent all of it in that one attempt.
    return null;
  end if;
  insert into greenroom.follow_up
      (tenant_id, variant_id, position, account_id, talent_id, kind, state, reason, changed_by)
    select new.tenant_id, new.id, what.turn, new.account_id, new.talent_id, what.kind,
      case when sent_by.retry_class is null then 'failed' else 'waiting' end,
      case when sent_by.retry_class is null then
        'The thread was sent at once by an earlier version, and nobody knows how far it came; look at the account.' end,
      new.changed_by
    from (
      select part.turn::integer as turn, 'thread_part' as kind
        from jsonb_array_elements(new.payload::jsonb -> 'thread') with ordinality as part(text, turn)
      union all
      select coalesce(jsonb_array_length(new.payload::jsonb -> 'thread'), 0) + 1, 'first_comment'
        where new.payload::jsonb ->> 'firstComment' is not null) what;
  return null;
end $$;
create trigger variant_follow_ups after update of state on greenroom.variant
  for each row when (new.state in ('published', 'taken_down') and new.state <> old.state)
  execute function greenroom.plan_follow_ups();

create function greenroom.guard_follow_up() returns trigger language plpgsql as $$
declare
  from_job constant boolean := session_user ~ '^greenroom_t_';
  post greenroom.variant;
  words text;
  stopped text;
begin
  select v.* into post from greenroom.variant v
    where v.tenant_id = new.tenant_id and v.id = new.variant_id;

  if tg_op = 'INSERT' then
    words := greenroom.follow_up_text(post.payload, new.kind, new.position);
    if words is null or post.state is distinct from 'published' or new.talent_id <> post.talent_id
        or new.state not in ('waiting', 'failed')
        or (new.claimed_by, new.claim_fence, new.remote_id, new.done_at) is distinct from (null, null, null, null) then
      raise exception using errcode = 'GR102',
        message = 'What follows a post is written when the post is published, as it was approved, and by nothing else.';
    end if;
    new.content_hash := encode(sha256(convert_to(words, 'UTF8')), 'hex');
    new.version := 1;
    new.created_at := now();
    new.updated_at := now();
    return new;
  end if;

  if (new.tenant_id, new.variant_id, new.position, new.account_id, new.talent_id, new.kind, new.content_hash,
      new.created_at)
    is distinct from (old.tenant_id, old.variant_id, old.position, old.account_id, old.talent_id, old.kind,
      old.content_hash, old.created_at) then
    raise exception using errcode = 'GR102', message = 'What follows a post stays in its place, as it was approved.';
  end if;
  if old.state in ('done', 'left_out') and to_jsonb(new) <> to_jsonb(old) then
    raise exception using errcode = 'GR102',
      message = format('What is %s is history: it is never changed.', replace(old.state, '_', ' '));
  end if;

  -- A heartbeat is no change that anybody decides against.
  if new.state = old.state and new.claim_fence is not distinct from old.claim_fence
      and new.heartbeat_at is distinct from old.heartbeat_at then
    new.version := old.version;
    new.updated_at := old.updated_at;
  else
    new.version := old.version + 1;
    new.updated_at := now();
  end if;

  if new.state <> old.state and not exists (
      select from greenroom.follow_up_transition t
      where t.from_state = old.state and t.to_state = new.state and (t.by_job or not from_job)) then
    raise exception using errcode = 'GR101',
      message = format('What follows a post and is %s can''t become %s%s.', old.state, new.state,
        case when from_job then ' by a Job' else '' end);
  end if;
  if old.state = 'sending' and new.state <> 'sending' and exists (
      select from greenroom.follow_up_attempt a
      where a.tenant_id = new.tenant_id and a.variant_id = new.variant_id and a.position = new.position
        and a.outcome = 'sending') then
    raise exception using errcode = 'GR105', message = 'An attempt at it has no outcome yet; write its outcome first.';
  end if;
  if new.state in ('waiting', 'sending', 'left_out') and new.state <> old.state and exists (
      select from greenroom.follow_up_attempt a
      where a.tenant_id = new.tenant_id and a.variant_id = new.variant_id and a.position = new.position
        and (a.outcome in ('sending', 'published') or a.settled_as = 'published'
          or (a.outcome = 'unknown' and a.settled_as is null))) then
    raise exception using errcode = 'GR105',
      message = 'It went out, or may have gone out: it isn''t sent again before that is settled.';
  end if;

  if new.state = 'sending' then
    if new.claim_fence is null or new.claim_fence < coalesce(old.claim_fence, 0)
        or (old.state <> 'sending' and new.claim_fence = old.claim_fence) then
      raise exception using errcode = 'GR107', message = 'A claim takes a fencing number of its own.';
    end if;
    if old.state <> 'sending' then
      perform greenroom.demand_turn(new.tenant_id, new.variant_id, new.kind, new.position);
      stopped := greenroom.stop_in_force(new.tenant_id, new.account_id);
      if stopped is not null then
        raise exception using errcode = 'GR104', message = 'Sending is stopped: ' || stopped;
      end if;
    end if;
  end if;

  if new.state = 'done' and old.state <> 'done' then
    -- A person may say so of what failed: they did it by hand.
    if old.state <> 'failed' and not exists (
        select from greenroom.follow_up_attempt a
        where a.tenant_id = new.tenant_id and a.variant_id = new.variant_id and a.position = new.position
          and (a.outcome = 'published' or a.settled_as = 'published')) then
      raise exception using errcode = 'GR105', message = 'No attempt at it is known to have reached the network.';
    end if;
    new.done_at := now();
  end if;
  return new;
end $$;

-- A post's next follows the one before, and nothing follows a post that isn't out.
create function greenroom.demand_turn(of_tenant uuid, of_variant uuid, of_kind text, turn integer) returns void
  language plpgsql
as $$
begin
  if not exists (
      select from greenroom.variant v
      where v.tenant_id = of_tenant and v.id = of_variant and v.state = 'published') then
    raise exception using errcode = 'GR101', message = 'The post isn''t out, so nothing follows it.';
  end if;
  if exists (
      select from greenroom.follow_up f
      where f.tenant_id = of_tenant and f.variant_id = of_variant and f.kind = of_kind
        and f.position < turn and f.state <> 'done') then
    raise exception using errcode = 'GR101', message = 'The one before it isn''t known to be out.';
  end if;
end $$;
create trigger follow_up_guard before insert or update on greenroom.follow_up
  for each row execute function greenroom.guard_follow_up();
create trigger follow_up_is_kept before delete on greenroom.follow_up
  for each row execute function greenroom.refuse_rewriting_history();
create trigger follow_ups_are_kept before truncate on greenroom.follow_up
  for each statement execute function greenroom.refuse_rewriting_history();

create function greenroom.guard_follow_up_attempt() returns trigger language plpgsql as $$
declare
  subject greenroom.follow_up;
  post greenroom.variant;
  stopped text;
begin
  if tg_op = 'UPDATE' then
    if (new.tenant_id, new.id, new.variant_id, new.position, new.account_id, new.number, new.fence, new.worker,
        new.dispatch_id, new.content_hash, new.idempotency_key, new.retry_class, new.reply_to, new.started_at)
      is distinct from (old.tenant_id, old.id, old.variant_id, old.position, old.account_id, old.number, old.fence,
        old.worker, old.dispatch_id, old.content_hash, old.idempotency_key, old.retry_class, old.reply_to,
        old.started_at) then
      raise exception using errcode = 'GR102', message = 'What was attempted is history.';
    end if;
    if old.outcome <> 'sending' and (new.outcome, new.detail, new.finished_at)
        is distinct from (old.outcome, old.detail, old.finished_at) then
      raise exception using errcode = 'GR102', message = 'An attempt''s outcome is written once.';
    end if;
    if old.outcome = 'sending' and new.outcome <> 'sending' then
      new.finished_at := now();
    end if;
    if old.remote_id is not null and new.remote_id is distinct from old.remote_id then
      raise exception using errcode = 'GR102', message = 'What the network answered is history.';
    end if;
    return new;
  end if;

  select f.* into subject from greenroom.follow_up f
    where f.tenant_id = new.tenant_id and f.variant_id = new.variant_id and f.position = new.position
    for no key update;
  if subject.position is null or subject.state <> 'sending' or subject.claim_fence is distinct from new.fence
      or subject.account_id <> new.account_id then
    raise exception using errcode = 'GR107', message = 'The claim was lost: another sender has it.';
  end if;
  perform greenroom.demand_turn(new.tenant_id, new.variant_id, subject.kind, new.position);
  select v.* into post from greenroom.variant v where v.tenant_id = new.tenant_id and v.id = new.variant_id;
  if subject.content_hash <> new.content_hash then
    raise exception using errcode = 'GR103', message = 'What would be sent isn''t what was approved.';
  end if;
  if not exists (
      select from greenroom.approval a
      join greenroom.account c on c.tenant_id = a.tenant_id and c.id = a.account_id
      where a.tenant_id = new.tenant_id and a.variant_id = new.variant_id and a.voided_at is null
        and a.content_hash = post.content_hash and a.account_remote_id = c.remote_id
        and (a.not_after is null or a.not_after >= clock_timestamp())) then
    raise exception using errcode = 'GR103', message =
      'The time that was approved is over, or the account is another now; add it by hand, or leave it out.';
  end if;
  if exists (
      select from greenroom.follow_up_attempt a
      where a.tenant_id = new.tenant_id and a.variant_id = new.variant_id and a.position = new.position
        and (a.outcome in ('sending', 'published') or a.settled_as = 'published'
          or (a.outcome = 'unknown' and a.settled_as is null))) then
    raise exception using errcode = 'GR105',
      message = 'An earlier attempt went out, or may have gone out: nothing is sent again before that is settled.';
  end if;
  stopped := greenroom.stop_in_force(new.tenant_id, new.account_id);
  if stopped is not null then
    raise exception using errcode = 'GR104', message = 'Sending is stopped: ' || stopped;
  end if;
  if new.outcome <> 'sending' then
    raise exception using errcode = 'GR102', message = 'An attempt begins before the network is called.';
  end if;
  new.started_at := now();
  return new;
end $$;
create trigger follow_up_attempt_guard before insert or update on greenroom.follow_up_attempt
  for each row execute function greenroom.guard_follow_up_attempt();
create trigger follow_up_attempt_is_kept before delete on greenroom.follow_up_attempt
  for each row execute function greenroom.refuse_rewriting_history();
create trigger follow_up_attempts_are_kept before truncate on greenroom.follow_up_attempt
  for each statement execute function greenroom.refuse_rewriting_history();

-- How a doubt is settled, alike for posts and what follows them: once, and only where there is one.
create function greenroom.guard_doubt() returns trigger language plpgsql as $$
begin
  if (new.settled_as, new.settled_through, new.settled_by, new.settled_at)
        is distinct from (old.settled_as, old.settled_through, old.settled_by, old.settled_at)
      and (old.settled_as is not null or new.outcome <> 'unknown' or new.settled_as is null) then
    raise exception using errcode = 'GR102', message = 'Only an unknown outcome is settled, and once.';
  end if;
  if (new.asked_why, new.candidates) is distinct from (old.asked_why, old.candidates)
      and (new.outcome <> 'unknown' or new.settled_as is not null or new.asked_at is null) then
    raise exception using errcode = 'GR102', message = 'A person is asked about what nobody knows, and nothing else.';
  end if;
  if old.asked_at is not null and new.asked_at is distinct from old.asked_at then
    raise exception using errcode = 'GR102', message = 'When a person was first asked is history.';
  end if;
  return new;
end $$;
create trigger attempt_doubt before update on greenroom.attempt
  for each row execute function greenroom.guard_doubt();
create trigger follow_up_attempt_doubt before update on greenroom.follow_up_attempt
  for each row execute function greenroom.guard_doubt();

create function greenroom.guard_retry_class() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'GR102', message = 'What was attempted is history.';
end $$;
create trigger attempt_retry_class before update on greenroom.attempt
  for each row when (new.retry_class is distinct from old.retry_class)
  execute function greenroom.guard_retry_class();

-- Who looks at the post is told.
create function greenroom.announce_follow_up() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', new.tenant_id, 'kind', 'variant', 'id', new.variant_id, 'talent', new.talent_id)::text);
  return null;
end $$;
create trigger follow_up_changed after update on greenroom.follow_up
  for each row when (new.version <> old.version)
  execute function greenroom.announce_follow_up();

do $$
declare
  of_tenant text;
begin
  foreach of_tenant in array array['follow_up', 'follow_up_attempt']
  loop
    execute format('alter table greenroom.%I enable row level security', of_tenant);
    execute format('alter table greenroom.%I force row level security', of_tenant);
    execute format(
      'create policy own_tenant on greenroom.%I to greenroom_app, greenroom_job
         using (tenant_id = (select greenroom.current_tenant()))
         with check (tenant_id = (select greenroom.current_tenant()))', of_tenant);
  end loop;
end $$;

grant select on greenroom.follow_up_transition to greenroom_app, greenroom_job;
grant execute on function greenroom.follow_up_text(text, text, integer) to greenroom_app, greenroom_job;
grant execute on function greenroom.demand_turn(uuid, uuid, text, integer) to greenroom_app, greenroom_job;
grant select, insert on greenroom.follow_up, greenroom.follow_up_attempt to greenroom_app, greenroom_job;
grant update (state, not_before, reason, remote_id, remote_url, altered_text, decided_by, changed_by, claimed_by,
  claim_fence, heartbeat_at, dispatch_id) on greenroom.follow_up to greenroom_app, greenroom_job;
grant update (wanted_at) on greenroom.follow_up to greenroom_app;
grant update (outcome, detail, finished_at, remote_id, remote_url, altered, asked_at, asked_why, candidates, settled_as,
  settled_through, settled_by, settled_at) on greenroom.follow_up_attempt to greenroom_app, greenroom_job;
grant update (altered, asked_at, asked_why, candidates, settled_through) on greenroom.attempt to greenroom_app, greenroom_job;
grant update (altered_text) on greenroom.variant to greenroom_job;

-- The pool sees for whom there is something to follow while it works for nobody.
create policy pool_looks on greenroom.follow_up for select to greenroom_t_pool
  using (state in ('waiting', 'sending', 'unknown', 'failed') and (select greenroom.current_tenant()) is null);

-- What the operator asks over all tenants: where something is to follow, and how often nobody knew.
create policy lookup on greenroom.follow_up for select to greenroom_lookup
  using (state in ('waiting', 'sending', 'unknown', 'failed'));
grant select (tenant_id, variant_id, position, kind, state, not_before, heartbeat_at)
  on greenroom.follow_up to greenroom_lookup;
create policy lookup on greenroom.attempt for select to greenroom_lookup using (outcome = 'unknown' or altered);
grant select (tenant_id, id, outcome, altered, settled_as, settled_through, asked_at) on greenroom.attempt to greenroom_lookup;
create policy lookup on greenroom.follow_up_attempt for select to greenroom_lookup using (outcome = 'unknown' or altered);
grant select (tenant_id, id, outcome, altered, settled_as, settled_through, asked_at)
  on greenroom.follow_up_attempt to greenroom_lookup;
