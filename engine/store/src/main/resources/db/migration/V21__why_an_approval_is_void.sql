-- Why an approval is void: it is moved out of its window, or the time passed, which the reason of its schedule tells.
create or replace function greenroom.keep_variant_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.payload <> old.payload then
    insert into greenroom.variant_version
        (tenant_id, variant_id, version, payload, content_hash, changed_by)
      values (new.tenant_id, new.id, new.version, new.payload, new.content_hash, new.changed_by);
  end if;
  if tg_op = 'UPDATE' and old.state in ('approved', 'queued', 'failed', 'unknown')
      and new.state in ('awaiting_approval', 'cancelled') then
    update greenroom.approval
      set voided_at = now(),
        void_reason = case
          when new.state = 'cancelled' then 'The variant was cancelled.'
          when new.payload <> old.payload then 'The content was changed after the approval.'
          when new.publish_at is distinct from old.publish_at
            then 'The time was moved out of the window that was approved.'
          when new.schedule_reason is distinct from old.schedule_reason and new.schedule_reason <> ''
            then new.schedule_reason
          else 'It waits for approval again.' end
      where tenant_id = new.tenant_id and variant_id = new.id and voided_at is null;
  end if;
  return null;
end $$;
