-- From a request to a post on the network, and everything that is remembered of the way.

-- What a person or a mail handed in, committed before it is acknowledged.
create table greenroom.intake (
  tenant_id uuid not null,
  id uuid not null,
  talent_id uuid not null,
  source greenroom.label not null check (source in ('persona', 'portal', 'mail', 'gitops', 'rest')),
  idempotency_key greenroom.line not null,
  -- The name its PostRequest gets: a hash of what identifies it, so it can't appear twice.
  request_name greenroom.label not null,
  spec greenroom.document not null,
  state greenroom.label not null default 'waiting' check (state in ('waiting', 'requested', 'refused')),
  message greenroom.sentence,
  created_by greenroom.line not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, source, idempotency_key),
  unique (tenant_id, request_name),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id)
);
create index intake_waiting on greenroom.intake (created_at) where state = 'waiting';

create table greenroom.request (
  tenant_id uuid not null,
  id uuid not null,
  talent_id uuid not null,
  namespace greenroom.label not null,
  name greenroom.label not null,
  spec_hash greenroom.sha256_hex not null,
  source greenroom.label not null check (source in ('persona', 'portal', 'mail', 'gitops', 'rest')),
  prompt greenroom.body not null,
  link greenroom.address,
  post_kinds greenroom.document not null default '[]',
  schedule_hint timestamptz,
  attachments greenroom.document not null default '[]',
  stage greenroom.label not null default 'received'
    check (stage in ('received', 'analyzing', 'drafting', 'rendering', 'complete', 'failed')),
  message greenroom.sentence,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  -- Remembered for ever: the same request made again is already done.
  constraint request_identity unique (tenant_id, namespace, name, spec_hash),
  unique (tenant_id, id, talent_id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id)
);
create index request_recent on greenroom.request (tenant_id, created_at desc, id desc);

-- The accounts a request names; none means all of the talent's.
create table greenroom.request_account (
  tenant_id uuid not null,
  request_id uuid not null,
  talent_id uuid not null,
  account_id uuid not null,
  primary key (tenant_id, request_id, account_id),
  foreign key (tenant_id, request_id, talent_id) references greenroom.request (tenant_id, id, talent_id),
  foreign key (tenant_id, account_id, talent_id) references greenroom.account (tenant_id, id, talent_id)
);

create table greenroom.post (
  tenant_id uuid not null,
  id uuid not null,
  talent_id uuid not null,
  request_id uuid,
  origin greenroom.label not null check (origin in ('persona', 'portal', 'mail', 'gitops', 'rest')),
  title greenroom.line not null,
  idea greenroom.body not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, id, talent_id),
  -- One idea per request, so a Job that starts over drafts nothing twice.
  unique (tenant_id, request_id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id),
  foreign key (tenant_id, request_id, talent_id) references greenroom.request (tenant_id, id, talent_id)
);

create table greenroom.dispatch (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  job_name greenroom.label not null,
  due_at timestamptz not null,
  variants integer not null default 0 check (variants >= 0),
  state greenroom.label not null default 'planned' check (state in ('planned', 'started', 'ended')),
  outcome greenroom.sentence,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  -- Set when the Job's pod is known to have ended: its sender is proven dead.
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, job_name)
);
create index dispatch_open on greenroom.dispatch (tenant_id, due_at) where state <> 'ended';

-- The one table of transitions, as social.greenroom.core.post.VariantState has it (a test compares).
-- by_job: a tenant's Job may do it; the others belong to people and to the operator.
create table greenroom.variant_transition (
  from_state greenroom.label not null,
  to_state greenroom.label not null,
  by_job boolean not null,
  primary key (from_state, to_state)
);
insert into greenroom.variant_transition (from_state, to_state, by_job) values
  ('draft', 'blocked', true),
  ('draft', 'awaiting_approval', true),
  ('draft', 'cancelled', true),
  ('blocked', 'draft', false),
  ('blocked', 'cancelled', false),
  ('awaiting_approval', 'approved', false),
  ('awaiting_approval', 'rejected', false),
  ('awaiting_approval', 'draft', false),
  ('awaiting_approval', 'cancelled', false),
  ('approved', 'queued', false),
  ('approved', 'awaiting_approval', false),
  ('approved', 'cancelled', false),
  ('queued', 'publishing', true),
  ('queued', 'approved', true),
  ('queued', 'cancelled', false),
  ('publishing', 'published', true),
  ('publishing', 'failed', true),
  ('publishing', 'unknown', true),
  ('publishing', 'approved', true),
  ('unknown', 'published', true),
  ('unknown', 'approved', true),
  ('unknown', 'failed', true),
  ('failed', 'approved', false),
  ('failed', 'awaiting_approval', false),
  ('published', 'taken_down', false);

-- Grows with every claim; a write that carries an older number comes from a sender that lost its claim.
create sequence greenroom.claim_fence as bigint;

create table greenroom.variant (
  tenant_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  talent_id uuid not null,
  state greenroom.label not null default 'draft',
  version integer not null default 1,
  -- The canonical form, see social.greenroom.core.post.CanonicalPayload.
  payload greenroom.body not null,
  -- SHA-256 of payload, set by trigger whatever a statement says.
  content_hash greenroom.sha256_hex not null,
  publish_at timestamptz,
  -- The network, a cap or a cooldown said: not before.
  not_before timestamptz,
  due_at timestamptz generated always as (greatest(publish_at, not_before)) stored,
  schedule_reason greenroom.sentence,
  -- The live approval's window, copied by trigger.
  window_from timestamptz,
  window_until timestamptz,
  blocked_reason greenroom.sentence,
  rejected_reason greenroom.sentence,
  failure_reason greenroom.sentence,
  cancelled_reason greenroom.sentence,
  decided_by greenroom.line,
  changed_by greenroom.line not null,
  remote_id greenroom.line,
  remote_url greenroom.address,
  published_at timestamptz,
  claimed_by greenroom.line,
  claim_fence bigint,
  heartbeat_at timestamptz,
  dispatch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, post_id, account_id),
  unique (tenant_id, id, account_id),
  foreign key (tenant_id, post_id, talent_id) references greenroom.post (tenant_id, id, talent_id),
  foreign key (tenant_id, account_id, talent_id) references greenroom.account (tenant_id, id, talent_id),
  foreign key (tenant_id, dispatch_id) references greenroom.dispatch (tenant_id, id)
);
-- As the list is sorted: by time, what has none last.
create index variant_list on greenroom.variant
  (tenant_id, coalesce(publish_at, 'infinity'::timestamptz), created_at, id);
create index variant_state on greenroom.variant (tenant_id, state, talent_id);
create index variant_of_account on greenroom.variant (tenant_id, account_id, due_at);
create index variant_due on greenroom.variant (due_at) where state in ('approved', 'queued');
create index variant_in_doubt on greenroom.variant (heartbeat_at) where state = 'publishing';
-- One in flight per account, whatever a claim's plan did.
create unique index variant_one_in_flight on greenroom.variant (tenant_id, account_id) where state = 'publishing';

-- Every payload a variant ever had.
create table greenroom.variant_version (
  tenant_id uuid not null,
  variant_id uuid not null,
  version integer not null,
  payload greenroom.body not null,
  content_hash greenroom.sha256_hex not null,
  changed_by greenroom.line not null,
  at timestamptz not null default now(),
  primary key (tenant_id, variant_id, version),
  foreign key (tenant_id, variant_id) references greenroom.variant (tenant_id, id)
);

create table greenroom.media (
  tenant_id uuid not null references greenroom.tenant (id),
  sha256 greenroom.sha256_hex not null,
  kind greenroom.label not null check (kind in ('original', 'rendition')),
  source_sha256 greenroom.sha256_hex,
  media_type greenroom.label not null,
  bytes bigint not null check (bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  filename greenroom.line,
  created_by greenroom.line not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, sha256),
  foreign key (tenant_id, source_sha256) references greenroom.media (tenant_id, sha256)
);

-- Everybody who uploaded a file: the same content is stored once, and each of them may use it.
create table greenroom.media_uploader (
  tenant_id uuid not null,
  sha256 greenroom.sha256_hex not null,
  user_id uuid not null references greenroom.app_user (id),
  uploaded_at timestamptz not null default now(),
  primary key (tenant_id, sha256, user_id),
  foreign key (tenant_id, sha256) references greenroom.media (tenant_id, sha256)
);

-- Which picture goes with which variant; rendition_sha256 is filled by the render Job.
create table greenroom.variant_media (
  tenant_id uuid not null,
  variant_id uuid not null,
  position integer not null check (position between 0 and 99),
  source_sha256 greenroom.sha256_hex not null,
  alt_text greenroom.sentence not null default '',
  rendition_sha256 greenroom.sha256_hex,
  primary key (tenant_id, variant_id, position),
  foreign key (tenant_id, variant_id) references greenroom.variant (tenant_id, id),
  foreign key (tenant_id, source_sha256) references greenroom.media (tenant_id, sha256),
  foreign key (tenant_id, rendition_sha256) references greenroom.media (tenant_id, sha256)
);

-- An owner's lasting consent: a named operator may approve (operator_override), or what comes from a named source is (auto_source).
create table greenroom.standing_approval (
  tenant_id uuid not null,
  id uuid not null,
  talent_id uuid not null,
  kind greenroom.label not null check (kind in ('operator_override', 'auto_source')),
  user_id uuid references greenroom.app_user (id),
  source greenroom.label,
  given_by uuid not null references greenroom.app_user (id),
  given_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id),
  check ((kind = 'operator_override') = (user_id is not null)),
  check ((kind = 'auto_source') = (source is not null))
);

create table greenroom.approval (
  tenant_id uuid not null,
  id uuid not null,
  variant_id uuid not null,
  account_id uuid not null,
  content_hash greenroom.sha256_hex not null,
  account_remote_id greenroom.line not null,
  user_id uuid not null references greenroom.app_user (id),
  approved_by greenroom.line not null,
  -- Why this person's yes counts.
  basis greenroom.label not null check (basis in ('owner', 'operator_override', 'auto_source')),
  standing_approval_id uuid,
  not_before timestamptz,
  not_after timestamptz,
  approved_at timestamptz not null default now(),
  voided_at timestamptz,
  void_reason greenroom.sentence,
  primary key (tenant_id, id),
  foreign key (tenant_id, variant_id, account_id) references greenroom.variant (tenant_id, id, account_id),
  foreign key (tenant_id, standing_approval_id) references greenroom.standing_approval (tenant_id, id),
  check (not_after >= not_before),
  check ((basis = 'owner') = (standing_approval_id is null)),
  check ((voided_at is null) = (void_reason is null))
);
create unique index approval_one_live on greenroom.approval (tenant_id, variant_id) where voided_at is null;
create index approval_of_variant on greenroom.approval (tenant_id, variant_id);

-- Written and committed before the network is called.
create table greenroom.attempt (
  tenant_id uuid not null,
  id uuid not null,
  variant_id uuid not null,
  account_id uuid not null,
  number integer not null check (number > 0),
  fence bigint not null,
  worker greenroom.line not null,
  dispatch_id uuid,
  content_hash greenroom.sha256_hex not null,
  idempotency_key greenroom.line not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  outcome greenroom.label not null default 'sending' check (outcome in
    ('sending', 'published', 'rejected', 'rate_limited', 'account_blocked', 'not_sent', 'unknown')),
  detail greenroom.sentence,
  remote_id greenroom.line,
  remote_url greenroom.address,
  -- How an unknown outcome was settled, by reading or by a person.
  settled_as greenroom.label check (settled_as in ('published', 'not_published')),
  settled_by greenroom.line,
  settled_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, variant_id, number),
  foreign key (tenant_id, variant_id, account_id) references greenroom.variant (tenant_id, id, account_id),
  foreign key (tenant_id, dispatch_id) references greenroom.dispatch (tenant_id, id)
);
create unique index attempt_one_sending on greenroom.attempt (tenant_id, variant_id) where outcome = 'sending';

create table greenroom.model_usage (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  request_id uuid,
  agent greenroom.label not null,
  model greenroom.label not null,
  input_tokens bigint not null check (input_tokens >= 0),
  output_tokens bigint not null check (output_tokens >= 0),
  millis bigint not null check (millis >= 0),
  at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, request_id) references greenroom.request (tenant_id, id)
);

create table greenroom.audit (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  at timestamptz not null default now(),
  actor_kind greenroom.label not null check (actor_kind in ('user', 'operator', 'worker', 'agent')),
  actor_name greenroom.line not null,
  act greenroom.label not null,
  sentence greenroom.sentence not null,
  subject_kind greenroom.label not null,
  subject_id uuid not null,
  talent_id uuid,
  before greenroom.document,
  after greenroom.document,
  origin greenroom.line,
  primary key (tenant_id, id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id)
);
create index audit_recent on greenroom.audit (tenant_id, at desc, id desc);
create index audit_subject on greenroom.audit (tenant_id, subject_id, at desc);
