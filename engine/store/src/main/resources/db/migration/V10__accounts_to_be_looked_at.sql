-- Accounts that a Job is to look at. One Job of a tenant looks at all of its: a Job for each would be
-- ten thousand of them after the import of a large agency.
create table greenroom.account_check (
  tenant_id uuid not null,
  account_id uuid not null,
  wanted_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, account_id),
  foreign key (tenant_id, account_id) references greenroom.account (tenant_id, id)
);

alter table greenroom.account_check enable row level security;
alter table greenroom.account_check force row level security;
create policy own_tenant on greenroom.account_check to greenroom_app, greenroom_job
  using (tenant_id = (select greenroom.current_tenant()))
  with check (tenant_id = (select greenroom.current_tenant()));
create policy lookup on greenroom.account_check for select to greenroom_lookup using (true);

grant select, insert, update (wanted_at) on greenroom.account_check to greenroom_app;
grant select, delete on greenroom.account_check to greenroom_job;
grant select on greenroom.account_check to greenroom_lookup;
