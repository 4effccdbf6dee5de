-- The resource a request was kept for: made again, it is another. Times can't tell, as the API server has a clock of its own.
-- Null for what was kept before.
alter table greenroom.request add column resource_uid greenroom.label;

create or replace function greenroom.guard_request() returns trigger language plpgsql as $$
begin
  if (new.tenant_id, new.id, new.talent_id, new.namespace, new.name, new.spec_hash, new.resource_uid, new.source,
      new.prompt, new.link, new.post_kinds, new.schedule_hint, new.not_after, new.attachments, new.created_at)
    is distinct from (old.tenant_id, old.id, old.talent_id, old.namespace, old.name, old.spec_hash, old.resource_uid,
      old.source, old.prompt, old.link, old.post_kinds, old.schedule_hint, old.not_after, old.attachments,
      old.created_at)
  then
    raise exception using errcode = 'GR102',
      message = 'A request is immutable; make a new one to ask for something else.';
  end if;
  new.updated_at := now();
  return new;
end $$;
