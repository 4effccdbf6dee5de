-- The trace that a request or an approved post belongs to, so that another program's work on it is told as a part of
-- the same. Written only while traces are on, and kept apart: nothing that matters depends on it. The subject is a
-- request, of the same id as the intake it came from, or a variant; it may not be there yet, so nothing refers to it.
create table greenroom.traced (
  tenant_id uuid not null references greenroom.tenant (id),
  subject_id uuid not null,
  trace_parent greenroom.label not null check (trace_parent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$'),
  noted_at timestamptz not null default now(),
  primary key (tenant_id, subject_id)
);
alter table greenroom.traced enable row level security;
alter table greenroom.traced force row level security;
create policy own_tenant on greenroom.traced to greenroom_app, greenroom_job
  using (tenant_id = (select greenroom.current_tenant()))
  with check (tenant_id = (select greenroom.current_tenant()));

grant select, insert, update (trace_parent, noted_at) on greenroom.traced to greenroom_app;
grant select on greenroom.traced to greenroom_job;
