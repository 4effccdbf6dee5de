-- A post that can't be sent, and of which nothing tells when it can be, is tried again a minute later, and what was missed
-- goes out five minutes after it was found. Either gives it a new due_at; how late it is counts from the first one.
alter table greenroom.variant add column missed_since timestamptz;
create index variant_missed on greenroom.variant (tenant_id, missed_since)
  where state = 'approved' and missed_since is not null;
grant update (missed_since) on greenroom.variant to greenroom_job;
