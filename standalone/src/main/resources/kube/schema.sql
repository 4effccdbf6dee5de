-- The embedded Kubernetes API's own tables. Run at every start, so everything here can be run again.
create table if not exists kube_object (
  resource text not null,
  namespace text not null,
  name text not null,
  uid text not null,
  resource_version bigint not null,
  json text not null,
  primary key (resource, namespace, name)
);

-- What watches resume from. Bounded: the oldest rows are pruned.
create table if not exists kube_change (
  resource_version bigint primary key,
  type text not null,
  resource text not null,
  namespace text not null,
  name text not null,
  uid text not null,
  json text not null
);

-- The last version given, which outlives every object and every row of the log.
create table if not exists kube_version (
  one boolean primary key default true check (one),
  resource_version bigint not null
);
insert into kube_version (resource_version) values (0) on conflict do nothing;
