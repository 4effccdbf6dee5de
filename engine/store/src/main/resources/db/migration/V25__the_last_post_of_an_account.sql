-- When an account's last post went out, however long ago: its cooldown may be longer than what is read of its history otherwise.
create index variant_last_of_account on greenroom.variant (tenant_id, account_id, published_at)
  where state in ('published', 'taken_down');
