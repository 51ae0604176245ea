import type { Db } from '../../platform/db/index.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import type { ForDecision, Unanswered, Unapproved } from './chair.ts'

export async function itemsForDecision(db: Db, meetingId: MeetingId): Promise<ForDecision[]> {
  return db<ForDecision[]>`
    select id, title, presenter, is_confidential
      from meetings.agenda_item
     where meeting_id = ${meetingId} and purpose = 'decide'
     order by place, id`
}

/** Of the group, before this one. */
export async function unapprovedBefore(db: Db, { groupId, onDay }: Pick<Meeting, 'groupId' | 'onDay'>): Promise<Unapproved[]> {
  return db<Unapproved[]>`
    select meeting.id, meeting.on_day, minutes.state, minutes.corrections_by,
           (select count(*) from meetings.correction where of_meeting_id = meeting.id and correction.state = 'proposed') as corrections
      from meetings.meeting
      left join meetings.minutes on minutes.meeting_id = meeting.id
     where meeting.group_id = ${groupId} and meeting.on_day < ${onDay} and meeting.state <> 'cancelled'
       and coalesce(minutes.state, '') <> 'approved'
       and (minutes.state is not null or exists (select from meetings.attendance where attendance.meeting_id = meeting.id and how = 'present'))
     order by meeting.on_day desc
     limit 5`
}

/** What the group has asked for and not all have answered, with who has not. */
export async function unanswered(db: Db, groupId: Meeting['groupId']): Promise<Unanswered[]> {
  return db<Unanswered[]>`
    select request.id, request.title, request.due_on, array_agg(coalesce(person.name, seat.title, '') order by asked.place, asked.id) as names
      from meetings.request
      join meetings.asked on asked.request_id = request.id
      left join partnership.shared_person as person on person.id = asked.person_id
      left join partnership.shared_seat as seat on seat.id = asked.seat_id
     where request.group_id = ${groupId} and request.state = 'sent'
       and not exists (select from meetings.answer where answer.asked_id = asked.id and answer.state = 'sent')
     group by request.id, request.title, request.due_on
     order by request.due_on, request.id`
}
