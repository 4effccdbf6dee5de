-- Who is who: tenants, people, talents, their accounts and the servers that reach them.
--
-- Every tenant table has tenant_id, a key that starts with it, composite foreign keys, and forced
-- row-level security (V4). Functions made here are nobody's to call unless V4 says so.
alter default privileges revoke execute on functions from public;

-- No text without a bound: the domains are the bounds.
create domain greenroom.label as text check (char_length(value) between 1 and 253);
create domain greenroom.line as text check (char_length(value) <= 500);
create domain greenroom.sentence as text check (char_length(value) <= 4000);
create domain greenroom.body as text check (char_length(value) <= 100000);
create domain greenroom.address as text check (char_length(value) <= 2048);
create domain greenroom.email as text check (char_length(value) between 3 and 320 and value like '%_@_%');
create domain greenroom.sha256_hex as text check (value ~ '^[0-9a-f]{64}$');
create domain greenroom.document as jsonb check (octet_length(value::text) <= 262144);

-- The tenant of whoever is connected. A tenant's Job has a login of its own and can't choose; the
-- programs' login names the tenant at the start of each transaction. session_user, unlike
-- current_user, is moved neither by SET ROLE nor by a function of somebody else's.
create function greenroom.current_tenant() returns uuid
  language sql stable parallel safe
as $$
  select case
    when session_user = 'greenroom_app'
      then nullif(current_setting('greenroom.tenant', true), '')::uuid
    when session_user ~ '^greenroom_t_[0-9a-f]{32}$'
      then substr(session_user::text, 13)::uuid
  end
$$;

create table greenroom.tenant (
  id uuid primary key,
  name greenroom.label not null unique,
  namespace greenroom.label not null unique,
  display_name greenroom.line not null,
  time_zone greenroom.label not null default 'UTC',
  language greenroom.label not null default 'en',
  daily_cap integer check (daily_cap between 0 and 1000),
  tick_interval_seconds bigint check (tick_interval_seconds between 1 and 31622400),
  status greenroom.label not null default 'active' check (status in ('active', 'suspended', 'removed')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table greenroom.app_user (
  id uuid primary key,
  email greenroom.email not null,
  display_name greenroom.line not null,
  password_hash greenroom.line,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index app_user_email on greenroom.app_user (lower(email));

create table greenroom.talent (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  name greenroom.label not null,
  slug greenroom.label not null,
  display_name greenroom.line not null,
  time_zone greenroom.label not null,
  language greenroom.label not null default 'en',
  owner_email greenroom.email,
  owner_user_id uuid,
  status greenroom.label not null default 'active' check (status in ('active', 'paused')),
  profile greenroom.document not null,
  daily_cap integer check (daily_cap between 0 and 1000),
  tick_interval_seconds bigint check (tick_interval_seconds between 1 and 31622400),
  blackouts greenroom.document not null default '[]',
  stop_policy greenroom.label not null default 'None' check (stop_policy in ('None', 'Hold', 'HoldAndDrain')),
  avatar_sha256 greenroom.sha256_hex,
  last_tick_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  -- A slug is one talent's in the whole installation, also after its resource is gone.
  constraint talent_slug_unique unique (slug)
);
create unique index talent_name on greenroom.talent (tenant_id, name) where removed_at is null;

create table greenroom.membership (
  tenant_id uuid not null references greenroom.tenant (id),
  user_id uuid not null references greenroom.app_user (id),
  role greenroom.label not null check (role in ('owner', 'admin', 'editor', 'viewer', 'talent', 'client')),
  talent_id uuid,
  created_at timestamptz not null default now(),
  primary key (tenant_id, user_id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id),
  check (role not in ('talent', 'client') or talent_id is not null)
);

-- A talent's owner is a member of the tenant; who leaves owns nothing any more.
alter table greenroom.talent add constraint talent_owner_is_member
  foreign key (tenant_id, owner_user_id) references greenroom.membership (tenant_id, user_id)
  on delete set null (owner_user_id);

create table greenroom.session (
  token_hash greenroom.sha256_hex primary key,
  tenant_id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  foreign key (tenant_id, user_id) references greenroom.membership (tenant_id, user_id) on delete cascade
);
create index session_member on greenroom.session (tenant_id, user_id);
create index session_expiry on greenroom.session (expires_at);

create table greenroom.mcp_server (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  name greenroom.label not null,
  -- True for one that lives in the operator's own namespace and serves every tenant.
  shared boolean not null default false,
  url greenroom.address not null,
  transport greenroom.label not null default 'streamable-http',
  platforms greenroom.document not null default '[]',
  tools greenroom.document not null default '{}',
  -- Sealed by the tenant's vault.
  secret bytea check (octet_length(secret) between 1 and 65536),
  reachable boolean,
  message greenroom.sentence,
  checked_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, shared, name)
);

create table greenroom.account (
  tenant_id uuid not null,
  id uuid not null,
  talent_id uuid not null,
  name greenroom.label not null,
  platform greenroom.label not null,
  channel greenroom.label not null check (channel in ('mcp', 'api')),
  handle greenroom.line not null,
  display_name greenroom.line not null,
  remote_id greenroom.line check (char_length(remote_id) > 0),
  endpoint greenroom.address,
  slots greenroom.document not null default '[]',
  daily_cap integer check (daily_cap between 0 and 1000),
  cooldown_minutes integer check (cooldown_minutes between 0 and 525600),
  stop_policy greenroom.label not null default 'None' check (stop_policy in ('None', 'Hold', 'HoldAndDrain')),
  options greenroom.document not null default '{}',
  health greenroom.label not null default 'unknown'
    check (health in ('unknown', 'ok', 'soft_block', 'hard_block', 'unreachable')),
  health_message greenroom.sentence,
  health_checked_at timestamptz,
  connected_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, name),
  unique (tenant_id, id, talent_id),
  constraint account_remote_id_unique unique (tenant_id, platform, remote_id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id)
);
create index account_talent on greenroom.account (tenant_id, talent_id);

-- The data key of a tenant, wrapped by the deployment's key.
create table greenroom.tenant_key (
  tenant_id uuid primary key references greenroom.tenant (id),
  wrapped bytea not null check (octet_length(wrapped) between 1 and 65536),
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

create table greenroom.credential (
  tenant_id uuid not null,
  account_id uuid not null,
  -- Sealed by the tenant's vault, bound to the account.
  secret bytea not null check (octet_length(secret) between 1 and 65536),
  version integer not null default 1,
  -- Where it came from (a Secret's name and resource version), so that it is sealed again only when it changed.
  source greenroom.line,
  lease_holder greenroom.line,
  lease_until timestamptz,
  updated_at timestamptz not null default now(),
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references greenroom.account (tenant_id, id)
);

-- What people stop in the page: of this and the resources' stop policies the stricter wins.
create table greenroom.stop (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  scope greenroom.label not null check (scope in ('tenant', 'talent', 'account')),
  talent_id uuid,
  account_id uuid,
  kind greenroom.label not null check (kind in ('panic', 'pause')),
  policy greenroom.label not null check (policy in ('Hold', 'HoldAndDrain')),
  reason greenroom.sentence not null,
  set_by greenroom.line not null,
  set_at timestamptz not null default now(),
  lifted_by greenroom.line,
  lifted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id),
  foreign key (tenant_id, account_id) references greenroom.account (tenant_id, id),
  check ((scope = 'talent') = (talent_id is not null)),
  check ((scope = 'account') = (account_id is not null)),
  check ((lifted_at is null) = (lifted_by is null))
);
create index stop_in_force on greenroom.stop (tenant_id) where lifted_at is null;
