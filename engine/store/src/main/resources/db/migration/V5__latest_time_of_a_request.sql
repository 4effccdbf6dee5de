-- A request may say after when its posts are of no use. Every approval's window ends there at the latest.
alter table greenroom.request add column not_after timestamptz;
