-- Search over everything that is said in a partnership: one entry for each text that can be found, whatever record it stands in.
--
-- Whether words occur is asked by operators that may tell what they saw before a policy has been asked, so PostgreSQL uses no index on them under row-level
-- security. Hence one function with its owner's rights, in which the partnership is written: as a word of the text itself, so that the same index finds
-- both. Nobody reads the table but this function. Who may see an entry is kept with it: whoever reads what is published (`is_public`), whoever takes part, or
-- those of one circle alone, which is a number that the module knows (a group).
create table platform.search_entry (
  partnership_id bigint   not null,
  subject        text     not null,              -- meetings.minute
  record         text     not null,              -- which of them
  title          text     not null,
  body           text     not null default '',
  belongs_to     text     not null default '',   -- Partnership Management Group
  address        text     not null,              -- below the partnership: meetings/12#minute-3
  on_day         date,
  circle         bigint,
  is_public      boolean  not null default false,
  words          tsvector not null,
  primary key (partnership_id, subject, record)
);
create index search_entry_words on platform.search_entry using gin (words) with (fastupdate = off);
select platform.belongs_to_partnership('platform.search_entry', keeps_history => false);
revoke all on platform.search_entry from goldthread_visit;
drop trigger note_change on platform.search_entry;

-- The word that stands for a partnership: no text has it, since a text is never broken into words with a space in them.
create function platform.search_word(partnership bigint) returns text
  language sql immutable parallel safe
  return 'partnership ' || partnership;

-- References (PMG/090506/3, NI 8) are found whole and by their beginnings, so their words are kept as they are beside the English ones.
create function platform.search_words(partnership bigint, title text, body text) returns tsvector
  language sql immutable parallel safe
  return setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body)
         || array_to_tsvector(array[platform.search_word(partnership)]);

-- Called by the triggers of whoever has the text, which run with their owner's rights; nobody else calls them.
create function platform.enter_search(of_partnership bigint, of_subject text, of_record text, of_title text, of_body text, of_whom text,
                                      at_address text, at_day date, for_circle bigint default null, for_public boolean default false) returns void
  language plpgsql as $$
begin
  -- What is removed with its whole partnership is set free of other records first.
  if not exists (select from platform.partnership where id = of_partnership) then return; end if;
  insert into platform.search_entry as entry (partnership_id, subject, record, title, body, belongs_to, address, on_day, circle, is_public, words)
  values (of_partnership, of_subject, of_record, of_title, of_body, of_whom, at_address, at_day, for_circle, for_public,
          platform.search_words(of_partnership, of_title, concat_ws(' ', of_body, of_whom)))
      on conflict (partnership_id, subject, record) do update
     set title = excluded.title, body = excluded.body, belongs_to = excluded.belongs_to, address = excluded.address, on_day = excluded.on_day, circle = excluded.circle,
         is_public = excluded.is_public, words = excluded.words
   where (entry.title, entry.body, entry.belongs_to, entry.address, entry.on_day, entry.circle, entry.is_public)
         is distinct from (excluded.title, excluded.body, excluded.belongs_to, excluded.address, excluded.on_day, excluded.circle, excluded.is_public);
end $$;
create function platform.leave_search(of_partnership bigint, of_subject text, of_record text) returns void
  language sql
  begin atomic
    delete from platform.search_entry
     where partnership_id = of_partnership and subject = of_subject and record = of_record;
  end;
revoke all on function platform.enter_search, platform.leave_search from public;

-- Every term has to be met, in its English form or, in titles, as it stands; one that says nothing (the, and) is left out.
create function platform.search_query(words text[], are_beginnings boolean[], are_left_out boolean[]) returns tsquery
  language plpgsql stable parallel safe as $$
declare
  whole tsquery := '';
  term tsquery;
begin
  for at in 1 .. cardinality(words) loop
    term := phraseto_tsquery('english', words[at]);
    if are_beginnings[at] then
      term := to_tsquery('english', quote_literal(replace(words[at], '\', ' ')) || ':*') || to_tsquery('simple', quote_literal(replace(words[at], '\', ' ')) || ':*');
    elsif numnode(term) > 0 then
      term := term || phraseto_tsquery('simple', words[at]);
    end if;
    continue when numnode(term) = 0;
    whole := whole && case when are_left_out[at] then !! term else term end;
  end loop;
  return whole;
end $$;
revoke all on function platform.search_query from public;
grant execute on function platform.search_query to goldthread_visit;

-- What is found, the best first, and how many there are of each subject; both of what the reader may see and nothing else. `circles` is null for who may
-- see all. Of a word that stands nearly everywhere the latest 500 are ranked and `at_most` are counted: more are told as so many or more.
create function platform.search(query tsquery, circles bigint[], only_public boolean, subjects text[], at_most integer, page_size integer, page_start integer)
  returns table (subject text, record text, title text, body text, belongs_to text, address text, on_day date, counts jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  begin atomic
    with found as materialized (
      select entry.subject, entry.record, entry.on_day, entry.words
        from platform.search_entry as entry
       where entry.words @@ (quote_literal(platform.search_word(platform.current_partnership()))::tsquery && query)
         and entry.partnership_id = platform.current_partnership()
         and (entry.is_public or not only_public)
         and (entry.circle is null or circles is null or entry.circle = any (circles))
       limit at_most),
    counted as (
      select coalesce(jsonb_object_agg(of_each.subject, of_each.count), '{}') as counts
        from (select found.subject, count(*) from found group by found.subject) as of_each),
    latest as (
      select found.subject, found.record, found.on_day, found.words
        from found
       where subjects is null or found.subject = any (subjects)
       order by found.on_day desc nulls last, found.subject, found.record
       limit 500),
    shown as (
      select latest.subject, latest.record, ts_rank(latest.words, query, 1) as rank, latest.on_day
        from latest
       order by rank desc, latest.on_day desc nulls last, latest.subject, latest.record
       limit page_size offset page_start)
    select entry.subject, entry.record, entry.title, entry.body, entry.belongs_to, entry.address, entry.on_day, counted.counts
      from counted
      left join shown on true
      left join platform.search_entry as entry
        on entry.partnership_id = platform.current_partnership() and entry.subject = shown.subject and entry.record = shown.record
     order by shown.rank desc, shown.on_day desc nulls last, shown.subject, shown.record;
  end;
revoke all on function platform.search from public;
grant execute on function platform.search to goldthread_visit;

-- What is found of each module. A record is entered when it is written, and again when something changes who may see it.
create function performance.enter_indicator_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'performance.indicator', old.id::text);
  else
    perform platform.enter_search(new.partnership_id, 'performance.indicator', new.id::text, concat_ws(' ', new.reference, new.title),
      concat_ws(E'\n', nullif(new.definition, ''), nullif(new.note, '')), '', 'indicators/' || new.id, null, null, true);
  end if;
  return null;
end $$;
create trigger enter_in_search after insert or delete or update of reference, title, definition, note on performance.indicator
  for each row execute function performance.enter_indicator_in_search();

create function performance.enter_assurance_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  it record;
begin
  if tg_op <> 'INSERT' then
    perform platform.leave_search(old.partnership_id, 'performance.assurance_text', concat_ws(' ', old.indicator_id, old.area_id, old.starts_on, old.ends_on));
  end if;
  if tg_op <> 'DELETE' then
    select reference, title into it from performance.indicator where partnership_id = new.partnership_id and id = new.indicator_id;
    perform platform.enter_search(new.partnership_id, 'performance.assurance_text', concat_ws(' ', new.indicator_id, new.area_id, new.starts_on, new.ends_on),
      concat_ws(' ', it.reference, it.title), new.content, '', 'indicators/' || new.indicator_id, new.written_on, null, true);
  end if;
  return null;
end $$;
create trigger enter_in_search after insert or update or delete on performance.assurance_text
  for each row execute function performance.enter_assurance_in_search();

create function actions.enter_in_search(it actions.action) returns void language plpgsql as $$
begin
  perform platform.enter_search(it.partnership_id, 'actions.action', it.id::text, concat_ws(' ', it.reference, nullif(it.carried_as, '')),
    concat_ws(E'\n', it.text, nullif(it.owners_as_typed, ''), nullif(it.outcome, ''),
      (select string_agg(note.text, E'\n' order by note.id) from actions.note where note.partnership_id = it.partnership_id and note.action_id = it.id)),
    coalesce((select name from partnership.shared_group as "group" where "group".partnership_id = it.partnership_id and "group".id = it.group_id), ''),
    'actions/' || it.id, it.source_day, case when it.is_confidential then coalesce(it.group_id, 0) end, false);
end $$;
create function actions.enter_action_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'actions.action', old.id::text);
  else
    perform actions.enter_in_search(new);
  end if;
  return null;
end $$;
create trigger enter_in_search after insert or update or delete on actions.action for each row execute function actions.enter_action_in_search();
create function actions.enter_note_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform actions.enter_in_search(action) from actions.action where action.partnership_id = new.partnership_id and action.id = new.action_id;
  return null;
end $$;
create trigger enter_in_search after insert or update on actions.note for each row execute function actions.enter_note_in_search();

create function meetings.enter_forward_item_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'meetings.forward_item', old.id::text);
  else
    perform platform.enter_search(new.partnership_id, 'meetings.forward_item', new.id::text, new.title, concat_ws(E'\n', nullif(new.detail, ''),
        nullif(new.responsible, ''), nullif(new.source, '')),
      coalesce((select name from partnership.shared_group as "group" where "group".partnership_id = new.partnership_id and "group".id = new.group_id), ''),
      'groups/' || new.group_id || '/forward-plan',
      (select on_day from meetings.meeting where meeting.partnership_id = new.partnership_id and meeting.id = new.meeting_id));
  end if;
  return null;
end $$;
create trigger enter_in_search after insert or update or delete on meetings.forward_item
  for each row execute function meetings.enter_forward_item_in_search();

-- By itself or with the item in which it lies.
create function meetings.is_confidential(of_partnership bigint, item bigint) returns boolean
  language sql stable
  begin atomic
    select coalesce((select own.is_confidential or coalesce(above.is_confidential, false)
      from meetings.agenda_item as own
      left join meetings.agenda_item as above on above.partnership_id = own.partnership_id and above.id = own.parent_id
     where own.partnership_id = of_partnership and own.id = item), false);
  end;

-- Of an item and what is under it: what is said of it before the agenda is published, or of what was said before the minutes are circulated, is for the group
-- alone, and so is what is confidential or withheld.
create function meetings.enter_item_in_search(it meetings.agenda_item) returns void language sql as $$
  select platform.enter_search(it.partnership_id, 'meetings.agenda_item', it.id::text, it.title, concat_ws(E'\n', nullif(it.detail, ''), nullif(it.presenter, '')),
           "group".name, 'meetings/' || meeting.id || '/agenda', meeting.on_day,
           case when meetings.is_confidential(it.partnership_id, it.id)
                  or (meeting.published_at is null and coalesce(minutes.state, 'draft') = 'draft') then meeting.group_id end,
           coalesce(minutes.state = 'approved', false) and not meetings.is_confidential(it.partnership_id, it.id))
    from meetings.meeting
    join partnership.shared_group as "group" on "group".partnership_id = meeting.partnership_id and "group".id = meeting.group_id
    left join meetings.minutes on minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id
   where meeting.partnership_id = it.partnership_id and meeting.id = it.meeting_id
$$;
create function meetings.enter_piece_in_search(it meetings.minute) returns void language sql as $$
  select platform.enter_search(it.partnership_id, 'meetings.minute', it.id::text, item.title, it.text, "group".name,
           'meetings/' || meeting.id || '/minutes#minute-' || it.id, meeting.on_day,
           case when it.is_withheld or coalesce(minutes.state, 'draft') = 'draft' or meetings.is_confidential(it.partnership_id, it.item_id) then meeting.group_id end,
           coalesce(minutes.state = 'approved', false) and not it.is_withheld and not meetings.is_confidential(it.partnership_id, it.item_id))
    from meetings.meeting
    join partnership.shared_group as "group" on "group".partnership_id = meeting.partnership_id and "group".id = meeting.group_id
    join meetings.agenda_item as item on item.partnership_id = it.partnership_id and item.id = it.item_id
    left join meetings.minutes on minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id
   where meeting.partnership_id = it.partnership_id and meeting.id = it.meeting_id
$$;
create function meetings.enter_decision_in_search(it meetings.decision) returns void language sql as $$
  select platform.enter_search(it.partnership_id, 'meetings.decision', it.id::text, coalesce(item.title, meeting.title), concat_ws(E'\n', it.text, nullif(it.dissent, '')),
           "group".name, 'decisions/' || it.id, meeting.on_day,
           case when coalesce(piece.is_withheld, false) or coalesce(minutes.state, 'draft') = 'draft'
                  or meetings.is_confidential(it.partnership_id, it.item_id) then meeting.group_id end,
           coalesce(minutes.state = 'approved', false) and not coalesce(piece.is_withheld, false) and not meetings.is_confidential(it.partnership_id, it.item_id))
    from meetings.meeting
    join partnership.shared_group as "group" on "group".partnership_id = meeting.partnership_id and "group".id = meeting.group_id
    left join meetings.agenda_item as item on item.partnership_id = it.partnership_id and item.id = it.item_id
    left join meetings.minute as piece on piece.partnership_id = it.partnership_id and piece.id = it.minute_id
    left join meetings.minutes on minutes.partnership_id = meeting.partnership_id and minutes.meeting_id = meeting.id
   where meeting.partnership_id = it.partnership_id and meeting.id = it.meeting_id
$$;

-- All of a meeting, when who may see it changes.
create function meetings.enter_meeting_in_search(of_partnership bigint, of_meeting bigint) returns void language plpgsql as $$
begin
  perform meetings.enter_item_in_search(it) from meetings.agenda_item as it where it.partnership_id = of_partnership and it.meeting_id = of_meeting;
  perform meetings.enter_piece_in_search(it) from meetings.minute as it
    where it.partnership_id = of_partnership and it.meeting_id = of_meeting and it.kind not in ('decision', 'action');
  perform meetings.enter_decision_in_search(it) from meetings.decision as it where it.partnership_id = of_partnership and it.meeting_id = of_meeting;
end $$;

create function meetings.enter_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'minute' then
    if tg_op = 'DELETE' then
      perform platform.leave_search(old.partnership_id, 'meetings.minute', old.id::text);
    elsif new.kind in ('decision', 'action') then
      -- Found as the record that it is.
      perform platform.leave_search(new.partnership_id, 'meetings.minute', new.id::text);
      if tg_op = 'UPDATE' and old.is_withheld <> new.is_withheld then
        perform meetings.enter_decision_in_search(it) from meetings.decision as it where it.partnership_id = new.partnership_id and it.minute_id = new.id;
      end if;
    else
      perform meetings.enter_piece_in_search(new);
    end if;
  elsif tg_table_name = 'decision' then
    if tg_op = 'DELETE' then
      perform platform.leave_search(old.partnership_id, 'meetings.decision', old.id::text);
    else
      perform meetings.enter_decision_in_search(new);
    end if;
  elsif tg_table_name = 'agenda_item' then
    if tg_op = 'DELETE' then
      perform platform.leave_search(old.partnership_id, 'meetings.agenda_item', old.id::text);
    elsif tg_op = 'UPDATE' and (old.is_confidential, old.title, old.parent_id) is distinct from (new.is_confidential, new.title, new.parent_id) then
      perform meetings.enter_meeting_in_search(new.partnership_id, new.meeting_id);
    else
      perform meetings.enter_item_in_search(new);
    end if;
  elsif tg_table_name = 'minutes' then
    perform meetings.enter_meeting_in_search(new.partnership_id, new.meeting_id);
  else
    perform meetings.enter_meeting_in_search(new.partnership_id, new.id);
  end if;
  return null;
end $$;
create trigger enter_in_search after insert or update or delete on meetings.minute for each row execute function meetings.enter_in_search();
create trigger enter_in_search after insert or update or delete on meetings.decision for each row execute function meetings.enter_in_search();
create trigger enter_in_search after insert or delete or update of title, detail, presenter, is_confidential, parent_id on meetings.agenda_item
  for each row execute function meetings.enter_in_search();
create trigger enter_in_search after insert or update of state on meetings.minutes for each row execute function meetings.enter_in_search();
create trigger enter_in_search after update of on_day, published_at, group_id on meetings.meeting for each row execute function meetings.enter_in_search();

revoke all on function actions.enter_in_search(actions.action), meetings.enter_item_in_search, meetings.enter_piece_in_search, meetings.enter_decision_in_search,
  meetings.enter_meeting_in_search, meetings.is_confidential from public;

-- What was there before this.
select platform.enter_search(partnership_id, 'performance.indicator', id::text, concat_ws(' ', reference, title),
         concat_ws(E'\n', nullif(definition, ''), nullif(note, '')), '', 'indicators/' || id, null, null, true)
  from performance.indicator;
select platform.enter_search(assurance_text.partnership_id, 'performance.assurance_text', concat_ws(' ', indicator_id, area_id, starts_on, ends_on),
         concat_ws(' ', reference, title), content, '', 'indicators/' || indicator_id, written_on, null, true)
  from performance.assurance_text
  join performance.indicator on indicator.partnership_id = assurance_text.partnership_id and indicator.id = assurance_text.indicator_id;
