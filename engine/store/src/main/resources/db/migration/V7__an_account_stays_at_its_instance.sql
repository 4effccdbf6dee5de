-- An account's id is its instance's own: at another host it is another account, which may not get this one's token and posts.
create function greenroom.guard_instance() returns trigger language plpgsql as $$
declare
  host constant text := '^[A-Za-z]+://([^/:?#]+)';
  here constant text := lower(substring(old.endpoint from host));
begin
  if old.remote_id is not null and lower(substring(new.endpoint from host)) <> here then
    raise exception using errcode = 'GR102', message = format(
      'Account %s stays at %s; make a new account for another instance.', old.name, here);
  end if;
  return new;
end $$;
create trigger account_instance_guard before update of endpoint on greenroom.account
  for each row execute function greenroom.guard_instance();
