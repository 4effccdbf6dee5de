-- Series: what a talent says again and again, by a rule (recurrence) or in other words (evergreen). Each time becomes a
-- PostRequest, once: the talent's own local time names it, whatever becomes of zones, resources and operators.
create table greenroom.series (
  tenant_id uuid not null,
  id uuid not null,
  talent_id uuid not null,
  -- The resource's name; made again under it, it is the same series.
  name greenroom.label not null,
  kind greenroom.label not null check (kind in ('recurrence', 'evergreen')),
  spec greenroom.document not null,
  -- The local time at which an evergreen post went out first.
  anchor timestamp,
  -- What lies before is decided: drafted, or missed.
  decided_until timestamptz not null default now(),
  next_at timestamptz,
  -- Why there is a next time, or none.
  reason greenroom.sentence,
  paused_at timestamptz,
  paused_by greenroom.line,
  paused_by_user uuid references greenroom.app_user (id),
  ended_at timestamptz,
  end_reason greenroom.sentence,
  removed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint series_name unique (tenant_id, name),
  unique (tenant_id, id, talent_id),
  foreign key (tenant_id, talent_id) references greenroom.talent (tenant_id, id),
  check ((paused_at is null) = (paused_by is null)),
  check ((ended_at is null) = (end_reason is null))
);
create index series_of_talent on greenroom.series (tenant_id, talent_id);

create table greenroom.series_occurrence (
  tenant_id uuid not null,
  id uuid not null,
  series_id uuid not null,
  talent_id uuid not null,
  local_time timestamp not null,
  at timestamptz not null,
  -- wanted: its PostRequest is about to be made. missed: nothing could be made at its time. dropped: the series has that
  -- time no longer.
  state greenroom.label not null check (state in ('wanted', 'requested', 'refused', 'missed', 'dropped')),
  request_name greenroom.label not null,
  message greenroom.sentence,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id),
  constraint series_occurrence_once unique (tenant_id, series_id, local_time),
  foreign key (tenant_id, series_id, talent_id) references greenroom.series (tenant_id, id, talent_id)
);
create index series_occurrence_request on greenroom.series_occurrence (tenant_id, request_name);

create function greenroom.guard_series() returns trigger language plpgsql as $$
begin
  if (new.tenant_id, new.id, new.talent_id, new.name, new.kind)
    is distinct from (old.tenant_id, old.id, old.talent_id, old.name, old.kind)
  then
    raise exception using errcode = 'GR102',
      message = format('Series %s keeps its talent and its kind; make a new one under another name.', old.name);
  end if;
  if old.ended_at is not null and new.ended_at is distinct from old.ended_at then
    raise exception using errcode = 'GR102',
      message = format('Series %s has ended; make a new one under another name.', old.name);
  end if;
  new.updated_at := now();
  return new;
end $$;
create trigger series_guard before update on greenroom.series
  for each row execute function greenroom.guard_series();
create trigger series_is_kept before delete on greenroom.series
  for each row execute function greenroom.refuse_rewriting_history();
create trigger series_are_kept before truncate on greenroom.series
  for each statement execute function greenroom.refuse_rewriting_history();

-- What was decided for a time stays so: a time whose request was made, or that was missed, is never made again.
create function greenroom.guard_series_occurrence() returns trigger language plpgsql as $$
begin
  if (new.tenant_id, new.id, new.series_id, new.talent_id, new.local_time, new.at, new.request_name)
    is distinct from (old.tenant_id, old.id, old.series_id, old.talent_id, old.local_time, old.at, old.request_name)
    or (new.state <> old.state
      and not (old.state = 'wanted' or (old.state = 'requested' and new.state = 'dropped')))
  then
    raise exception using errcode = 'GR102',
      message = format('What was decided for %s of a series stays so.', old.local_time);
  end if;
  new.updated_at := now();
  return new;
end $$;
create trigger series_occurrence_guard before update on greenroom.series_occurrence
  for each row execute function greenroom.guard_series_occurrence();
create trigger series_occurrence_is_kept before delete on greenroom.series_occurrence
  for each row execute function greenroom.refuse_rewriting_history();
create trigger series_occurrences_are_kept before truncate on greenroom.series_occurrence
  for each statement execute function greenroom.refuse_rewriting_history();

do $$
declare
  of_tenant text;
begin
  foreach of_tenant in array array['series', 'series_occurrence']
  loop
    execute format('alter table greenroom.%I enable row level security', of_tenant);
    execute format('alter table greenroom.%I force row level security', of_tenant);
    execute format(
      'create policy own_tenant on greenroom.%I to greenroom_app, greenroom_job
         using (tenant_id = (select greenroom.current_tenant()))
         with check (tenant_id = (select greenroom.current_tenant()))', of_tenant);
  end loop;
end $$;
grant select, insert, update on greenroom.series to greenroom_app;
grant select, insert on greenroom.series_occurrence to greenroom_app;
grant update (state, message, updated_at) on greenroom.series_occurrence to greenroom_app;
grant select on greenroom.series, greenroom.series_occurrence to greenroom_job;

create trigger series_changed after update on greenroom.series
  for each row when ((new.spec, new.next_at, new.paused_at, new.ended_at, new.removed_at)
    is distinct from (old.spec, old.next_at, old.paused_at, old.ended_at, old.removed_at))
  execute function greenroom.announce_for_talent('series');

-- What was taken down isn't said again: the operator looks at once.
create function greenroom.announce_taken_down() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
      'tenant', s.tenant_id, 'kind', 'series', 'id', s.id, 'talent', s.talent_id)::text)
    from greenroom.series s
    where s.tenant_id = new.tenant_id and s.talent_id = new.talent_id
      and s.kind = 'evergreen' and s.ended_at is null and s.removed_at is null;
  return null;
end $$;
create trigger variant_taken_down after update on greenroom.variant
  for each row when (new.state = 'taken_down' and old.state <> 'taken_down')
  execute function greenroom.announce_taken_down();

alter table greenroom.request drop constraint request_source_check, add constraint request_source_check
  check (source in ('persona', 'portal', 'mail', 'gitops', 'rest', 'recurrence', 'evergreen'));
alter table greenroom.post drop constraint post_origin_check, add constraint post_origin_check
  check (origin in ('persona', 'portal', 'mail', 'gitops', 'rest', 'recurrence', 'evergreen'));
