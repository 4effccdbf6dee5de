-- The host that an address is at: what stands before an @ is no host, and the port is none of it.
create function greenroom.host(endpoint text) returns text
language sql immutable parallel safe as $$
  select lower(regexp_replace(substring(endpoint from '^[A-Za-z]+://([^/?#]+)'), '^.*@|:[0-9]*$', '', 'g'))
$$;
grant execute on function greenroom.host(text) to greenroom_app, greenroom_job;

create or replace function greenroom.guard_instance() returns trigger language plpgsql as $$
begin
  if old.remote_id is not null and greenroom.host(new.endpoint) <> greenroom.host(old.endpoint) then
    raise exception using errcode = 'GR102', message = format(
      'Account %s stays at %s; make a new account for another instance.', old.name, greenroom.host(old.endpoint));
  end if;
  return new;
end $$;

-- Where a network is made of instances, an id is its instance's own: two of them may give one number to two accounts.
create function greenroom.instance(platform text, endpoint text) returns text
language sql immutable parallel safe as $$
  select case when platform = 'mastodon' then coalesce(greenroom.host(endpoint), '') else '' end
$$;
grant execute on function greenroom.instance(text, text) to greenroom_app, greenroom_job;

alter table greenroom.account drop constraint account_remote_id_unique;
create unique index account_remote_id_unique
  on greenroom.account (tenant_id, platform, greenroom.instance(platform, endpoint), remote_id);
