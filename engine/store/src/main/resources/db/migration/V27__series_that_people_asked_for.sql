-- What a person asked for in the page, or over REST, as a series: the operator declares it as a PostSeries. It goes on being
-- changed there, so it stays beside its series. Only a row here says that a series is a person's; a resource can't.
create table greenroom.series_asked (
  tenant_id uuid not null,
  series_id uuid not null,
  talent_id uuid not null,
  idempotency_key greenroom.line not null,
  spec greenroom.document not null,
  -- Counts what people changed.
  version integer not null default 1 check (version >= 1),
  -- waiting: its PostSeries is to be made, changed or deleted from due_at on. ended: there is none any more.
  state greenroom.label not null default 'waiting' check (state in ('waiting', 'declared', 'refused', 'ended')),
  due_at timestamptz not null default now(),
  -- Why it can't be declared.
  message greenroom.sentence,
  -- Until then its end can be taken back.
  ends_at timestamptz,
  ended_by greenroom.line,
  created_by greenroom.line not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, series_id),
  unique (tenant_id, idempotency_key),
  -- The key decides whether there is a new series at all, so its row comes first.
  foreign key (tenant_id, series_id, talent_id) references greenroom.series (tenant_id, id, talent_id)
    deferrable initially deferred,
  check ((ends_at is null) = (ended_by is null))
);
create index series_asked_due on greenroom.series_asked (due_at) where state = 'waiting';

create function greenroom.guard_series_asked() returns trigger language plpgsql as $$
begin
  if (new.tenant_id, new.series_id, new.talent_id, new.idempotency_key, new.created_by, new.created_at)
    is distinct from
      (old.tenant_id, old.series_id, old.talent_id, old.idempotency_key, old.created_by, old.created_at)
  then
    raise exception using errcode = 'GR102', message = 'Who asked for a series, and for whom, stays so.';
  end if;
  if old.state = 'ended' then
    raise exception using errcode = 'GR102', message = 'The series was ended; make a new one.';
  end if;
  new.updated_at := now();
  return new;
end $$;
create trigger series_asked_guard before update on greenroom.series_asked
  for each row execute function greenroom.guard_series_asked();
create trigger series_asked_is_kept before delete on greenroom.series_asked
  for each row execute function greenroom.refuse_rewriting_history();
create trigger series_asked_are_kept before truncate on greenroom.series_asked
  for each statement execute function greenroom.refuse_rewriting_history();

alter table greenroom.series_asked enable row level security;
alter table greenroom.series_asked force row level security;
create policy own_tenant on greenroom.series_asked to greenroom_app, greenroom_job
  using (tenant_id = (select greenroom.current_tenant()))
  with check (tenant_id = (select greenroom.current_tenant()));
create policy lookup on greenroom.series_asked for select to greenroom_lookup using (state = 'waiting');
grant select, insert on greenroom.series_asked to greenroom_app;
grant update (spec, version, state, due_at, message, ends_at, ended_by, updated_at) on greenroom.series_asked to greenroom_app;
grant select (tenant_id, series_id, state, due_at) on greenroom.series_asked to greenroom_lookup;

create function greenroom.announce_series_asked() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', new.tenant_id, 'kind', 'series_asked', 'id', new.series_id, 'talent', new.talent_id)::text);
  return null;
end $$;
create trigger series_asked_changed after insert or update on greenroom.series_asked
  for each row execute function greenroom.announce_series_asked();
