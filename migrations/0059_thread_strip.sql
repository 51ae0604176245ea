-- A meeting is a record of the thread: its items are taken at it, and it is one of its group. What stands under a confidential item is confidential too.
-- Who added a link of their own may take it out again.
create or replace view meetings.shared_node with (security_invoker = true) as
  select agenda_item.partnership_id, 'item' as kind, agenda_item.id, '' as reference, agenda_item.title, 'meetings/' || agenda_item.meeting_id || '/minutes' as address,
         meeting.group_id, meeting.state, true as is_live, false as is_public, case when agenda_item.is_confidential or coalesce(above.is_confidential, false) then meeting.group_id end as circle
    from meetings.agenda_item
    join meetings.meeting on meeting.partnership_id = agenda_item.partnership_id and meeting.id = agenda_item.meeting_id
    left join meetings.agenda_item as above on above.partnership_id = agenda_item.partnership_id and above.id = agenda_item.parent_id
  union all
  select decision.partnership_id, 'decision', decision.id, '', decision.text, 'decisions/' || decision.id, meeting.group_id, decision.kind, true,
         coalesce(minutes.state = 'approved', false) and not (coalesce(agenda_item.is_confidential, false) or coalesce(above.is_confidential, false) or coalesce(minute.is_withheld, false)),
         case when (coalesce(agenda_item.is_confidential, false) or coalesce(above.is_confidential, false) or coalesce(minute.is_withheld, false)) or coalesce(minutes.state, 'draft') = 'draft' then meeting.group_id end
    from meetings.decision
    join meetings.meeting on meeting.partnership_id = decision.partnership_id and meeting.id = decision.meeting_id
    left join meetings.minutes on minutes.partnership_id = decision.partnership_id and minutes.meeting_id = decision.meeting_id
    left join meetings.agenda_item on agenda_item.partnership_id = decision.partnership_id and agenda_item.id = decision.item_id
    left join meetings.agenda_item as above on above.partnership_id = agenda_item.partnership_id and above.id = agenda_item.parent_id
    left join meetings.minute on minute.partnership_id = decision.partnership_id and minute.id = decision.minute_id
  union all
  select meeting.partnership_id, 'meeting', meeting.id, '', "group".short_name || ', ' || to_char(meeting.on_day, 'FMDD FMMonth YYYY'), 'meetings/' || meeting.id,
         meeting.group_id, meeting.state, meeting.state <> 'cancelled', false, null
    from meetings.meeting
    join partnership.shared_group as "group" on "group".partnership_id = meeting.partnership_id and "group".id = meeting.group_id;

create or replace view meetings.shared_link with (security_invoker = true) as
  select decision.partnership_id, 'decision' as lower_kind, decision.id as lower_id, case when decision.item_id is null then 'meeting' else 'item' end as upper_kind,
         coalesce(decision.item_id, decision.meeting_id) as upper_id, 'taken under' as relation
    from meetings.decision
  union all
  select partnership_id, 'decision', decision_id, 'indicator', indicator_id, 'is about' from meetings.decision_indicator
  union all
  -- What was agreed to be done under the item of a decision is done because of it.
  select minute_action.partnership_id, 'action', minute_action.action_id, 'decision', decision.id, 'follows from'
    from meetings.minute_action
    join meetings.minute on minute.partnership_id = minute_action.partnership_id and minute.id = minute_action.minute_id
    join meetings.decision on decision.partnership_id = minute.partnership_id and decision.item_id = minute.item_id and decision.meeting_id = minute.meeting_id
  union all
  select minute_action.partnership_id, 'action', minute_action.action_id, 'item', minute.item_id, 'agreed under'
    from meetings.minute_action
    join meetings.minute on minute.partnership_id = minute_action.partnership_id and minute.id = minute_action.minute_id
   where minute.item_id is not null
  union all
  select partnership_id, 'item', id, 'meeting', meeting_id, 'taken at' from meetings.agenda_item
  union all
  select partnership_id, 'meeting', id, 'group', group_id, 'meeting of' from meetings.meeting;

alter table thread.own_link add column account_id bigint;
