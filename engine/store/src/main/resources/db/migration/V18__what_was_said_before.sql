-- The owner may let the same words go out again soon. It is said with the yes, and kept with it.
alter table greenroom.approval
  add column repeat_confirmed boolean not null default false,
  add constraint approval_repeat_by_owner check (not repeat_confirmed or basis = 'owner');
