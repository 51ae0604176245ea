-- The history of a partnership is a chain: each entry has a number and a digest that rests on the entry before it, so that one that was removed, altered
-- or put in between shows, and with the head of the chain (told in the log and in every backup) a tail that was cut off, too.
--
-- What an entry says of people can be erased and the chain still be verified. It rests on digests of who did it and of what it says, each made with a salt
-- of its own: where text and salt are gone the digest says nothing of what was there, not even to somebody who guesses.
create function platform.salted(salt bytea, content jsonb) returns bytea
  language sql immutable parallel safe
  return sha256(salt || convert_to(content::text, 'UTF8'));

alter table platform.history
  alter column address set default coalesce(current_setting('app.address', true), ''),
  -- Whose deputy they were in this: a kind of record and its number, as partnership.person 12.
  add column for_whom text not null default coalesce(current_setting('app.for_whom', true), ''),
  add column who_salt bytea,
  add column who_digest bytea,
  add column content_salt bytea,
  add column content_digest bytea;
update platform.history
   set who_salt = salts.who,
       who_digest = platform.salted(salts.who, jsonb_build_array(history.who, history.address)),
       content_salt = salts.content,
       content_digest = platform.salted(salts.content, jsonb_build_array(history.before, history.after))
  from (select partnership_id, id, uuid_send(gen_random_uuid()) as who, uuid_send(gen_random_uuid()) as content from platform.history) as salts
 where salts.partnership_id = history.partnership_id and salts.id = history.id;
alter table platform.history
  alter column who_digest set not null,
  alter column content_digest set not null;

-- What the pages look for, the newest first.
create index on platform.history (partnership_id, subject, id);
create index on platform.history (partnership_id, account_id, id);
create index on platform.history (partnership_id, act, id);
create index on platform.history (partnership_id, at);

-- No visit reads or writes these. An entry's number is its place in the chain: entries are linked in the order in which they are committed.
create table platform.history_link (
  partnership_id bigint not null references platform.partnership on delete cascade,
  number         bigint not null,
  entry_id       bigint not null,
  digest         bytea  not null,
  primary key (partnership_id, number),
  unique (partnership_id, entry_id)
);
create table platform.history_head (
  partnership_id bigint primary key references platform.partnership on delete cascade,
  count          bigint not null default 0,
  digest         bytea  not null default ''
) with (fillfactor = 50);
grant select on platform.history_head to goldthread_platform;

create function platform.begin_chain() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into platform.history_head (partnership_id) values (new.id);
  return null;
end $$;
create trigger begin_chain after insert on platform.partnership for each row execute function platform.begin_chain();
insert into platform.history_head (partnership_id) select id from platform.partnership;

create function platform.linked(previous bytea, number bigint, entry platform.history) returns bytea
  language sql immutable parallel safe
  return sha256(previous || entry.who_digest || entry.content_digest || convert_to(jsonb_build_array(
    entry.partnership_id, number, entry.id, extract(epoch from entry.at), entry.account_id, entry.for_whom, entry.request_id,
    entry.subject, entry.subject_id, entry.act)::text, 'UTF8'));

-- Links the entries of a partnership from this one on that are not linked yet: those of the transaction, as every other links its own before it ends.
create function platform.link_history(of_partnership bigint, from_id bigint) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  head platform.history_head;
  entry platform.history;
begin
  select * into head from platform.history_head where partnership_id = of_partnership for update;
  if not found then return; end if;
  for entry in
    select * from platform.history
     where partnership_id = of_partnership and id >= from_id
       and not exists (select from platform.history_link where partnership_id = of_partnership and entry_id = history.id)
     order by id
  loop
    head.count := head.count + 1;
    head.digest := platform.linked(head.digest, head.count, entry);
    insert into platform.history_link (partnership_id, number, entry_id, digest) values (of_partnership, head.count, entry.id, head.digest);
  end loop;
  update platform.history_head set count = head.count, digest = head.digest where partnership_id = of_partnership;
end $$;
revoke all on function platform.link_history from public;
select platform.link_history(id, 0) from platform.partnership order by id;

create function platform.seal_history() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  touched text := coalesce(current_setting('app.history_of', true), '');
begin
  new.who_salt := uuid_send(gen_random_uuid());
  new.who_digest := platform.salted(new.who_salt, jsonb_build_array(new.who, new.address));
  new.content_salt := uuid_send(gen_random_uuid());
  new.content_digest := platform.salted(new.content_salt, jsonb_build_array(new.before, new.after));
  if touched !~ ('\y' || new.partnership_id || '\y') then
    perform set_config('app.history_of', ltrim(touched || ' ' || new.partnership_id), true);
  end if;
  return new;
end $$;
create trigger seal_history before insert on platform.history for each row execute function platform.seal_history();

-- The last that a transaction does: whoever else writes waits for the head only as long as it takes to commit. The first entry's turn links all of its
-- partnership; the heads of several partnerships are taken in their order, so that no two wait for each other.
create function platform.chain_history() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from platform.history_link where partnership_id = new.partnership_id and entry_id = new.id) then return null; end if;
  perform from platform.history_head
    where partnership_id = any (string_to_array(current_setting('app.history_of', true), ' ')::bigint[])
    order by partnership_id for update;
  perform platform.link_history(new.partnership_id, new.id);
  return null;
end $$;
create constraint trigger chain_history after insert on platform.history
  deferrable initially deferred for each row execute function platform.chain_history();
