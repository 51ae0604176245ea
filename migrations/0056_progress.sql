-- An update that says that nothing has changed is told from one that somebody wrote.
alter table delivery.progress add column is_unchanged boolean not null default false;
