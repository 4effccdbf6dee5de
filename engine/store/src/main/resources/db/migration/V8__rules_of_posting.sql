-- What the tenant, the talent and the account declare about posting beyond their columns: cooldown, slots, blackouts,
-- embargo, what becomes of a missed post. See social.greenroom.core.schedule.PostingDeclaration.
alter table greenroom.tenant add column posting greenroom.document not null default '{}';
alter table greenroom.talent add column posting greenroom.document not null default '{}';
alter table greenroom.account add column posting greenroom.document not null default '{}';
