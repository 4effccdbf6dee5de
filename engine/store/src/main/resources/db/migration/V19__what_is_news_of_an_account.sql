-- That an account was well, and still is, is no news: each post that went out says so, and a crowded minute would wake
-- whoever watches accounts as often as posts go out.
drop trigger account_changed on greenroom.account;
create trigger account_made after insert on greenroom.account
  for each row execute function greenroom.announce_for_talent('account');
create trigger account_changed after update on greenroom.account
  for each row when (new.health <> 'ok'
    or to_jsonb(new) - array['health_checked_at', 'updated_at']
      <> to_jsonb(old) - array['health_checked_at', 'updated_at'])
  execute function greenroom.announce_for_talent('account');
