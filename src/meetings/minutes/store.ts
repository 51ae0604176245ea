import type { Day } from '../../kernel/day.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { attendanceOf } from '../attendance/store.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import {
  type ActionRecord,
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

/** Everything that the minutes of a meeting are made of, in as many queries whatever their length. */
export async function recordsOf(db: Db, meeting: Meeting): Promise<MinutesRecords> {
  const { id } = meeting
  const [attendance, items, pieces, decisions, actions, corrections, interests, nextMeetings, forwardPlan] = await Promise.all([
    attendanceOf(db, meeting),
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
             forward.title, forward.detail, forward.responsible,
             exists (select from meetings.agenda_item where agenda_item.forward_item_id = forward.id and agenda_item.is_confidential) as is_confidential
        from meetings.forward_item forward
        left join meetings.meeting planned on planned.id = forward.meeting_id
       where forward.group_id = ${meeting.groupId} and (forward.meeting_id is null or planned.on_day > ${meeting.onDay})
       order by forward.is_standing desc, planned.on_day nulls last, forward.place, forward.id`,
  ])
  return { meeting, attendance, items, pieces, decisions, actions, corrections, interests, nextMeetings, forwardPlan }
}

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

/** Holds other writers off the state of these minutes until the visit ends. */
export async function lockMinutes(db: Db, meetingId: MeetingId): Promise<void> {
  await db`insert into meetings.minutes (meeting_id) values (${meetingId}) on conflict do nothing`
  await db`select from meetings.minutes where meeting_id = ${meetingId} for update`
}

export async function keepCirculation(
  db: Db,
  meetingId: MeetingId,
  { records, correctionsBy, sentTo }: { readonly records: MinutesRecords; readonly correctionsBy: Day | null; readonly sentTo: number },
): Promise<number> {
  await db`
    update meetings.minutes set state = 'circulated', circulated_at = now(), corrections_by = ${correctionsBy} where meeting_id = ${meetingId}`
  const [kept] = await db<{ id: number }[]>`
    insert into meetings.minutes_text ${db({ meetingId, kind: 'circulated', sentTo, records: db.json(records) })} returning id`
  await db`update meetings.meeting set state = 'held' where id = ${meetingId} and state = 'planned'`
  if (!kept) throw new Error('What was circulated was not kept')
  return kept.id
}

export async function endCirculation(db: Db, meetingId: MeetingId): Promise<void> {
  await db`delete from meetings.minutes_text where meeting_id = ${meetingId} and kind = 'circulated'`
  await db`update meetings.minutes set state = 'draft', circulated_at = null, corrections_by = null where meeting_id = ${meetingId}`
}

export type LaterMeeting = Pick<Meeting, 'id' | 'groupId' | 'onDay' | 'dayKnown' | 'state'> & { readonly minutesState: Minutes['state'] }

/** Of the same group, at which minutes can be corrected and approved: the earliest first. */
export async function laterMeetings(db: Db, { id, groupId, onDay }: Meeting): Promise<LaterMeeting[]> {
  return db<LaterMeeting[]>`
    select meeting.id, meeting.group_id, meeting.on_day, meeting.day_known, meeting.state, coalesce(minutes.state, 'draft') as minutes_state
      from meetings.meeting
      left join meetings.minutes on minutes.meeting_id = meeting.id
     where meeting.group_id = ${groupId} and meeting.on_day >= ${onDay} and meeting.id <> ${id} and meeting.state <> 'cancelled'
     order by meeting.on_day, meeting.id
     limit 12`
}

/** Minutes that an earlier meeting of the group left and that this one can still approve, the latest first. */
export async function waitingMinutes(db: Db, { id, groupId, onDay }: Meeting): Promise<Pick<Meeting, 'id' | 'onDay'>[]> {
  return db`
    select meeting.id, meeting.on_day
      from meetings.minutes
      join meetings.meeting on meeting.id = minutes.meeting_id
     where meeting.group_id = ${groupId} and meeting.on_day <= ${onDay} and meeting.id <> ${id} and minutes.state = 'circulated'
       and not exists (select from meetings.minutes as own where own.meeting_id = ${id} and own.state = 'approved')
     order by meeting.on_day desc, meeting.id desc
     limit 5`
}

/**
 * The later meeting decides it: a piece under its item about the last minutes, and the decision that the piece is. Without such an item the decision stands under
 * its first one.
 */
export async function keepApproval(
  db: Db,
  meetingId: MeetingId,
  { at, words, records }: { readonly at: number; readonly words: string; readonly records: MinutesRecords },
): Promise<void> {
  const [item] = await db<{ id: number }[]>`
    select id from meetings.agenda_item where meeting_id = ${at} order by kind <> 'minutes', parent_id nulls first, place, id limit 1`
  const [piece] = item
    ? await db<{ id: number }[]>`
        insert into meetings.minute (meeting_id, item_id, place, kind, text)
        values (${at}, ${item.id}, (select coalesce(max(place), 0) + 1024 from meetings.minute where item_id = ${item.id}), 'decision', ${words})
        returning id`
    : []
  await db`
    insert into meetings.decision (meeting_id, item_id, minute_id, number, kind, text)
    values (${at}, ${item?.id ?? null}, ${piece?.id ?? null}, (select coalesce(max(number), 0) + 1 from meetings.decision where meeting_id = ${at}),
            'approved-minutes', ${words})`
  await db`insert into meetings.minutes_text ${db({ meetingId, kind: 'approved', records: db.json(records) })}`
  await db`update meetings.minutes set state = 'approved', approved_at = now(), approved_in_id = ${at} where meeting_id = ${meetingId}`
  await db`update meetings.meeting set state = 'held' where id = ${meetingId} and state = 'planned'`
}

export async function setWithheld(db: Db, meetingId: MeetingId, pieceIds: readonly number[]): Promise<void> {
  await db`
    update meetings.minute set is_withheld = not is_withheld, edition = edition + 1
     where meeting_id = ${meetingId} and is_withheld <> (id = any(${[...pieceIds]}::bigint[]))`
}

export type ListedMinutes = Pick<Meeting, 'id' | 'groupId' | 'group' | 'title' | 'onDay' | 'dayKnown'> & Pick<Minutes, 'state'>

/** All that were circulated or approved, the latest meeting first; `onlyApproved` for whoever waits for that. */
export async function allMinutes(
  db: Db,
  { onlyApproved, offset, limit }: { readonly onlyApproved: boolean; readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: ListedMinutes[] }> {
  const chosen = db`
      from meetings.minutes
      join meetings.meeting on meeting.id = minutes.meeting_id
      join partnership.shared_group as "group" on "group".id = meeting.group_id
     where minutes.state = 'approved' or (minutes.state = 'circulated' and not ${onlyApproved})`
  const [counted] = await db<{ total: number }[]>`select count(*)::integer as total ${chosen}`
  const rows = await db<ListedMinutes[]>`
    select meeting.id, meeting.group_id, "group".name as "group", meeting.title, meeting.on_day, meeting.day_known, minutes.state ${chosen}
     order by meeting.on_day desc, meeting.id desc offset ${offset} limit ${limit}`
  return { total: counted?.total ?? 0, rows }
}

/** Whoever was there, for who proposed a correction. */
export async function peopleAt(db: Db, meetingId: MeetingId): Promise<{ readonly id: PersonId; readonly name: string }[]> {
  return db`
    select person.id, person.name
      from partnership.shared_person as person
     where person.id in (select person_id from meetings.attendance where meeting_id = ${meetingId})
     order by person.name`
}
