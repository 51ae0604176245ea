import type { Day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import {
  type ActionRecord,
  type Attended,
  type CorrectionRecord,
  type DecisionRecord,
  type ForwardRecord,
  type InterestRecord,
  type ItemRecord,
  type Minutes,
  type MinutesForm,
  type MinutesRecords,
  notBegun,
  type PieceRecord,
  usualForm,
} from './minutes.ts'

export async function minutesOf(db: Db, meetingId: MeetingId): Promise<Minutes> {
  const [row] = await db<(Omit<Minutes, 'approvedIn'> & { approvedInId: number | null; approvedInDay: string | null })[]>`
    select minutes.state, (minutes.circulated_at at time zone 'Europe/London')::date as circulated_on, minutes.corrections_by,
           (minutes.approved_at at time zone 'Europe/London')::date as approved_on, minutes.approved_in_id, later.on_day as approved_in_day
      from meetings.minutes
      left join meetings.meeting later on later.id = minutes.approved_in_id
     where minutes.meeting_id = ${meetingId}`
  if (!row) return notBegun
  const { approvedInId, approvedInDay, ...minutes } = row
  return { ...minutes, approvedIn: approvedInId === null ? null : { id: approvedInId, onDay: approvedInDay as Meeting['onDay'] } }
}

export async function minutesFormOf(db: Db, groupId: GroupId): Promise<MinutesForm> {
  const [row] = await db<MinutesForm[]>`
    select minutes_form as form, minutes_called, present_called, in_attendance_called, apologies_called, item_called, actions_again, has_action_column,
           shows_times, shows_totals, shows_forward_plan, queries_to
      from meetings.practice
     where group_id = ${groupId}`
  return row ?? usualForm
}

/** Everything that the minutes of a meeting are made of, in nine queries whatever their length. */
export async function recordsOf(db: Db, meeting: Meeting): Promise<MinutesRecords> {
  const { id } = meeting
  const [attendance, items, pieces, decisions, actions, corrections, interests, nextMeetings, forwardPlan] = await Promise.all([
    attendanceIn(db, id),
    db<ItemRecord[]>`
      select id, parent_id, number_as_typed as number, kind, title, detail, presenter, is_confidential
        from meetings.agenda_item
       where meeting_id = ${id}
       order by place, id`,
    db<PieceRecord[]>`
      select id, item_id, kind, text, is_withheld from meetings.minute where meeting_id = ${id} order by place, id`,
    decisionsIn(db, id),
    actionsIn(db, id),
    db<CorrectionRecord[]>`
      select correction.minute_id, minuted.on_day as of_day, correction.place_in_words, correction.was, correction.should_read, person.name as proposed_by,
             correction.state
        from meetings.correction
        join meetings.minute on minute.id = correction.minute_id
        join meetings.meeting minuted on minuted.id = correction.of_meeting_id
        left join partnership.shared_person as person on person.id = correction.proposed_by_id
       where minute.meeting_id = ${id}
       order by correction.place, correction.id`,
    db<InterestRecord[]>`
      select interest.item_id, interest.minute_id, person.name as person, interest.text, interest.left_the_room
        from meetings.interest
        join partnership.shared_person as person on person.id = interest.person_id
       where interest.meeting_id = ${id}
       order by interest.id`,
    db<MinutesRecords['nextMeetings']>`
      select meeting.title, "group".name as "group", meeting.on_day, meeting.day_known, to_char(meeting.starts_at, 'HH24:MI') as starts_at,
             to_char(meeting.ends_at, 'HH24:MI') as ends_at, meeting.venue
        from meetings.meeting
        join partnership.shared_group as "group" on "group".id = meeting.group_id
       where meeting.group_id = ${meeting.groupId} and meeting.on_day > ${meeting.onDay} and meeting.state <> 'cancelled'
       order by meeting.on_day, meeting.id
       limit 6`,
    db<ForwardRecord[]>`
      select case when forward.is_standing then 'Standing items' when forward.meeting_id is null then 'To be allocated'
                  else to_char(planned.on_day, 'FMDD FMMonth YYYY') end as "when",
             forward.title, forward.detail, forward.responsible
        from meetings.forward_item forward
        left join meetings.meeting planned on planned.id = forward.meeting_id
       where forward.group_id = ${meeting.groupId} and (forward.meeting_id is null or planned.on_day > ${meeting.onDay})
       order by forward.is_standing desc, planned.on_day nulls last, forward.place, forward.id`,
  ])
  return { meeting, attendance, items, pieces, decisions, actions, corrections, interests, nextMeetings, forwardPlan }
}

/** What somebody is there: as the minutes print it, or else for which seat and from which organisation. */
const attendanceIn = (db: Db, meetingId: MeetingId) => db<Attended[]>`
  select person.name,
         case when attendance.described_as <> '' then attendance.described_as
              else concat_ws(', ', nullif(seat.title, ''), organisation.name) end as detail,
         attendance.how, instead.name as instead_of, attendance.is_chair, to_char(attendance.came_at, 'HH24:MI') as came_at,
         to_char(attendance.left_at, 'HH24:MI') as left_at, attendance.has_resigned
    from meetings.attendance
    join partnership.shared_person as person on person.id = attendance.person_id
    left join partnership.shared_seat as seat on seat.id = attendance.seat_id
    left join partnership.shared_organisation as organisation on organisation.id = coalesce(seat.organisation_id, person.organisation_id)
    left join partnership.shared_person as instead on instead.id = attendance.for_person_id
   where attendance.meeting_id = ${meetingId}
   order by attendance.is_chair desc, attendance.place, person.name, attendance.id`

const decisionsIn = (db: Db, meetingId: MeetingId) => db<DecisionRecord[]>`
  select decision.id, decision.item_id, decision.minute_id, decision.number, decision.kind, decision.text, proposer.name as proposer,
         seconder.name as seconder, decision.votes_for, decision.votes_against, decision.abstentions, decision.dissent,
         decision.amount_pence::text as amount_pence,
         array(select indicator.reference
                 from meetings.decision_indicator
                 join performance.shared_indicator as indicator on indicator.id = decision_indicator.indicator_id
                where decision_indicator.decision_id = decision.id
                order by indicator.reference) as indicators
    from meetings.decision
    left join partnership.shared_person as proposer on proposer.id = decision.proposer_id
    left join partnership.shared_person as seconder on seconder.id = decision.seconder_id
   where decision.meeting_id = ${meetingId}
   order by decision.number`

/** Owners as they were written, or else as the records name them. */
const actionsIn = (db: Db, meetingId: MeetingId) => db<ActionRecord[]>`
  select action.id, minute_action.minute_id, action.reference, action.carried_as, action.text, action.due_on, action.due_as_typed, action.is_confidential,
         case when action.owners_as_typed <> '' then action.owners_as_typed
              else coalesce((select string_agg(coalesce(person.name, nullif(seat.title, ''), seat.role, organisation.name, "group".name), ', ' order by owner.place)
                               from actions.shared_owner as owner
                               left join partnership.shared_person as person on person.id = owner.person_id
                               left join partnership.shared_seat as seat on seat.id = owner.seat_id
                               left join partnership.shared_organisation as organisation on organisation.id = owner.organisation_id
                               left join partnership.shared_group as "group" on "group".id = owner.group_id
                              where owner.action_id = action.id), '') end as owners
    from meetings.minute_action
    join meetings.minute on minute.id = minute_action.minute_id
    join actions.shared_action as action on action.id = minute_action.action_id
   where minute.meeting_id = ${meetingId}
   order by action.number`

export type KeptText = {
  readonly kind: 'circulated' | 'approved'
  readonly madeOn: Day
  readonly sentTo: number
  readonly records: MinutesRecords
}

/** As they last went out, and as they were approved. */
export async function textOf(db: Db, meetingId: MeetingId, kind: KeptText['kind']): Promise<KeptText | null> {
  const [row] = await db<KeptText[]>`
    select kind, (made_at at time zone 'Europe/London')::date as made_on, sent_to, records
      from meetings.minutes_text
     where meeting_id = ${meetingId} and kind = ${kind}
     order by id desc
     limit 1`
  return row ?? null
}

/** Holds others off the form of a group's minutes until the visit ends, whether it has one yet or not. */
export async function lockPractice(db: Db, groupId: GroupId): Promise<void> {
  await db`insert into meetings.practice (group_id) values (${groupId}) on conflict do nothing`
  await db`select from meetings.practice where group_id = ${groupId} for update`
}

export async function keepMinutesForm(db: Db, groupId: GroupId, { form, ...others }: MinutesForm): Promise<void> {
  await db`update meetings.practice set ${db({ minutesForm: form, ...others })} where group_id = ${groupId}`
}
