-- What a panic does after it stopped the sending: the access to the talent's accounts is given back where the network has
-- an endpoint for it. A ledger of its own: nothing here can reach a publish call, and it is tried until it is settled.
create table greenroom.revocation (
  tenant_id uuid not null references greenroom.tenant (id),
  id uuid not null,
  stop_id uuid not null,
  account_id uuid not null,
  state greenroom.label not null default 'due' check (state in ('due', 'done', 'impossible', 'cancelled')),
  -- Not before; a little after the panic, so that a mistaken one can be taken back.
  due_at timestamptz not null,
  tries integer not null default 0 check (tries >= 0),
  detail greenroom.sentence,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, stop_id, account_id),
  foreign key (tenant_id, stop_id) references greenroom.stop (tenant_id, id),
  foreign key (tenant_id, account_id) references greenroom.account (tenant_id, id)
);
create index revocation_due on greenroom.revocation (due_at) where state = 'due';
create index revocation_of_account on greenroom.revocation (tenant_id, account_id) where state = 'due';

alter table greenroom.revocation enable row level security;
alter table greenroom.revocation force row level security;
create policy own_tenant on greenroom.revocation to greenroom_app, greenroom_job
  using (tenant_id = (select greenroom.current_tenant()))
  with check (tenant_id = (select greenroom.current_tenant()));
create policy lookup on greenroom.revocation for select to greenroom_lookup using (state = 'due');
grant select (tenant_id, id, account_id, state, due_at) on greenroom.revocation to greenroom_lookup;
grant select, insert on greenroom.revocation to greenroom_app;
grant update (state, detail, settled_at) on greenroom.revocation to greenroom_app;
grant select on greenroom.revocation to greenroom_job;
grant update (state, due_at, tries, detail, settled_at) on greenroom.revocation to greenroom_job;

create function greenroom.guard_revocation() returns trigger language plpgsql as $$
begin
  if old.state <> 'due' then
    raise exception using errcode = 'GR102', message = 'What became of an access is settled once.';
  end if;
  if new.state <> 'due' then
    new.settled_at := now();
  end if;
  return new;
end $$;
create trigger revocation_guard before update on greenroom.revocation
  for each row execute function greenroom.guard_revocation();
create trigger revocation_is_kept before delete on greenroom.revocation
  for each row execute function greenroom.refuse_rewriting_history();
create trigger revocation_changed after insert or update on greenroom.revocation
  for each row execute function greenroom.announce('revocation');
