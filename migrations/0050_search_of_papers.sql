-- Papers are found by what their cover sheet and the words of their latest file say. Before the meeting's papers are published they are for the group alone, and so
-- is what is confidential; what was withdrawn is not found. The words of a file are read out of it some time after it came.
create function meetings.enter_paper_in_search(it meetings.paper) returns void language plpgsql as $$
begin
  if it.withdrawn_on is not null then
    perform platform.leave_search(it.partnership_id, 'meetings.paper', it.id::text);
    return;
  end if;
  perform platform.enter_search(it.partnership_id, 'meetings.paper', it.id::text, it.title,
            concat_ws(E'\n', sheet.recommendation, sheet.summary, left(latest.text, 100000)), "group".name, 'papers/' || it.id, meeting.on_day,
            case when it.is_confidential or meetings.is_confidential(it.partnership_id, it.item_id) or meeting.published_at is null then it.group_id end, false)
     from partnership.shared_group as "group"
     left join meetings.agenda_item as item on item.partnership_id = it.partnership_id and item.id = it.item_id
     left join meetings.meeting on meeting.partnership_id = it.partnership_id and meeting.id = coalesce(item.meeting_id, it.meeting_id)
     left join meetings.cover_sheet as sheet on sheet.partnership_id = it.partnership_id and sheet.paper_id = it.id
     left join lateral (
          select file.text
            from meetings.paper_version as version
            left join platform.stored_file_text as file on file.partnership_id = version.partnership_id and file.file_id = version.file_id
           where version.partnership_id = it.partnership_id and version.paper_id = it.id
           order by version.number desc
           limit 1) as latest on true
    where "group".partnership_id = it.partnership_id and "group".id = it.group_id;
end $$;

create function meetings.enter_paper_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    perform platform.leave_search(old.partnership_id, 'meetings.paper', old.id::text);
  else
    perform meetings.enter_paper_in_search(new);
  end if;
  return null;
end $$;
create trigger enter_in_search after insert or update or delete on meetings.paper for each row execute function meetings.enter_paper_in_search();

create function meetings.enter_part_of_paper_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.enter_paper_in_search(it) from meetings.paper as it where it.partnership_id = new.partnership_id and it.id = new.paper_id;
  return null;
end $$;
create trigger enter_in_search after insert or update on meetings.paper_version for each row execute function meetings.enter_part_of_paper_in_search();
create trigger enter_in_search after insert or update on meetings.cover_sheet for each row execute function meetings.enter_part_of_paper_in_search();

create function meetings.enter_words_of_file_in_search() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform meetings.enter_paper_in_search(it)
     from meetings.paper_version as version
     join meetings.paper as it on it.partnership_id = version.partnership_id and it.id = version.paper_id
    where version.partnership_id = new.partnership_id and version.file_id = new.file_id;
  return null;
end $$;
create trigger enter_in_search after insert or update on platform.stored_file_text for each row execute function meetings.enter_words_of_file_in_search();

-- As before, and the papers.
create or replace function meetings.enter_meeting_in_search(of_partnership bigint, of_meeting bigint) returns void language plpgsql as $$
begin
  perform meetings.enter_item_in_search(it) from meetings.agenda_item as it where it.partnership_id = of_partnership and it.meeting_id = of_meeting;
  perform meetings.enter_piece_in_search(it) from meetings.minute as it
    where it.partnership_id = of_partnership and it.meeting_id = of_meeting and it.kind not in ('decision', 'action');
  perform meetings.enter_decision_in_search(it) from meetings.decision as it where it.partnership_id = of_partnership and it.meeting_id = of_meeting;
  perform meetings.enter_paper_in_search(it) from meetings.paper as it
    where it.partnership_id = of_partnership
      and (it.meeting_id = of_meeting
           or it.item_id in (select id from meetings.agenda_item where partnership_id = of_partnership and meeting_id = of_meeting));
end $$;
revoke all on function meetings.enter_paper_in_search(meetings.paper) from public;

select meetings.enter_paper_in_search(it) from meetings.paper as it;
