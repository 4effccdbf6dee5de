-- Where an account's sealed token may be sent: the host it was sealed for, '' for nowhere. Null: nobody said.
alter table greenroom.credential add column host greenroom.line;

-- The token of an account over MCP goes to the server: who keeps it has to look when the server moves, or another comes.
create function greenroom.announce_served() returns trigger language plpgsql as $$
begin
  perform pg_notify('greenroom_change', json_build_object(
    'tenant', a.tenant_id, 'kind', 'account', 'id', a.id, 'talent', a.talent_id)::text)
  from greenroom.account a
  where a.tenant_id = new.tenant_id and a.channel = 'mcp' and a.removed_at is null
    and (new.platforms @> to_jsonb(a.platform::text) or old.platforms @> to_jsonb(a.platform::text));
  return null;
end $$;
create trigger mcp_server_came after insert on greenroom.mcp_server
  for each row execute function greenroom.announce_served();
create trigger mcp_server_moved after update on greenroom.mcp_server
  for each row when (new.url <> old.url or new.platforms <> old.platforms or new.removed_at is distinct from old.removed_at)
  execute function greenroom.announce_served();
