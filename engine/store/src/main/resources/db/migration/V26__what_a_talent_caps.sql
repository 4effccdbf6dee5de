-- What a talent sets themselves, as a ceiling over all that is declared: posts a day over all accounts, the shortest pause
-- between two posts of an account, hours of every day in which nothing goes out. A change ends one row and begins another:
-- who was bound by what, and since when, is history.
create table greenroom.own_cap (
  tenant_id uuid not null,
  id uuid not null,
  talent_id uuid not null,
  daily_cap integer check (daily_cap between 1 and 100),
  pause_seconds bigint check (pause_seconds between 60 and 604800),
  -- On the talent's clock; over midnight where they end before they begin.
  quiet_from time,
  quiet_until time,
  set_by uuid not null references greenroom.app_user (id),
  set_at timestamptz not null default now(),
  ended_by uuid references greenroom.app_user (id),
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id),
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_from <> quiet_until),
  check (num_nonnulls(daily_cap, pause_seconds, quiet_from) > 0),
  check ((ended_at is null) = (ended_by is null))
);
create unique index own_cap_one_in_force on greenroom.own_cap (tenant_id, talent_id) where ended_at is null;

create function greenroom.guard_own_cap() returns trigger language plpgsql as $$
declare
  owner uuid;
begin
  if tg_op = 'UPDATE' and (old.ended_at is not null
    or to_jsonb(new) - array['ended_at', 'ended_by'] <> to_jsonb(old) - array['ended_at', 'ended_by'])
  then
    raise exception using errcode = 'GR102',
      message = 'A talent''s own caps can be ended once, and not otherwise changed.';
  end if;
  select t.owner_user_id into owner from greenroom.talent t
    where t.tenant_id = new.tenant_id and t.id = new.talent_id;
  if owner is null or owner is distinct from (case when tg_op = 'UPDATE' then new.ended_by else new.set_by end) then
    raise exception using errcode = 'GR106',
      message = 'Only the talent sets and lifts their own caps.';
  end if;
  if tg_op = 'UPDATE' then
    new.ended_at := now();
  else
    new.set_at := now();
    if new.ended_at is not null then
      raise exception using errcode = 'GR102', message = 'A talent''s own caps begin in force.';
    end if;
  end if;
  return new;
end $$;
create trigger own_cap_guard before insert or update on greenroom.own_cap
  for each row execute function greenroom.guard_own_cap();
create trigger own_cap_is_kept before delete on greenroom.own_cap
  for each row execute function greenroom.refuse_rewriting_history();
create trigger own_caps_are_kept before truncate on greenroom.own_cap
  for each statement execute function greenroom.refuse_rewriting_history();

-- They are rules of the talent's accounts, as those of V23 are.
create function greenroom.announce_own_cap() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', new.tenant_id, 'kind', 'talent', 'id', new.talent_id, 'talent', new.talent_id)::text);
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', a.tenant_id, 'kind', 'account', 'id', a.id, 'talent', a.talent_id)::text)
  from greenroom.account a
  where a.tenant_id = new.tenant_id and a.talent_id = new.talent_id and a.removed_at is null;
  return null;
end $$;
create trigger own_cap_changed after insert or update on greenroom.own_cap
  for each row execute function greenroom.announce_own_cap();

alter table greenroom.own_cap enable row level security;
alter table greenroom.own_cap force row level security;
create policy own_tenant on greenroom.own_cap to greenroom_app, greenroom_job
  using (tenant_id = (select greenroom.current_tenant()))
  with check (tenant_id = (select greenroom.current_tenant()));
grant select, insert on greenroom.own_cap to greenroom_app;
grant update (ended_at, ended_by) on greenroom.own_cap to greenroom_app;
-- Whoever proposes or sends a post keeps to them.
grant select on greenroom.own_cap to greenroom_job;
