import type { Day } from '../../kernel/day.ts'
import type { SeatRole } from '../../kernel/duty.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type PersonId, seatName } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Answer } from '../answer/answer.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import type {
  Asked,
  AskedId,
  Extension,
  Mine,
  Named,
  Origin,
  Request,
  RequestDraft,
  RequestId,
  RequestInList,
  RequestState,
} from './request.ts'

/** All of them with how many were asked and have answered, those that are due last first. */
export async function requests(db: Db): Promise<RequestInList[]> {
  return db<RequestInList[]>`
    select ${columns(db)},
           (select count(*) from meetings.asked where asked.request_id = request.id and (request.state = 'draft' or asked.person_id is not null)) as asked,
           (select count(*) from meetings.asked join meetings.answer on answer.asked_id = asked.id
             where asked.request_id = request.id and answer.state = 'sent') as answered
      ${from(db)}
     order by request.due_on desc, request.id desc`
}

/** Those that come from a meeting, as far as whoever keeps its group's meetings has them. */
export async function requestsFrom(
  db: Db,
  meetingId: MeetingId,
): Promise<Pick<RequestInList, 'id' | 'title' | 'state' | 'asked' | 'answered'>[]> {
  return db<Pick<RequestInList, 'id' | 'title' | 'state' | 'asked' | 'answered'>[]>`
    select request.id, request.title, request.state, count(asked.id) as asked, count(answer.asked_id) as answered
      from meetings.request
      left join meetings.asked on asked.request_id = request.id and (request.state = 'draft' or asked.person_id is not null)
      left join meetings.answer on answer.asked_id = asked.id and answer.state = 'sent'
     where request.meeting_id = ${meetingId}
     group by request.id, request.title, request.state
     order by request.id`
}

export async function request(db: Db, requestId: RequestId): Promise<Request | null> {
  const [row] = await db<Request[]>`select ${columns(db)} ${from(db)} where request.id = ${requestId}`
  return row ?? null
}

const columns = (db: Db) => db`
  request.id, request.group_id, "group".name as "group", request.title, request.why, request.due_on, request.seen_by, request.meeting_id, request.item_id,
  request.action_id, request.state, request.sent_on, request.closed_on`
const from = (db: Db) => db`from meetings.request join partnership.shared_group as "group" on "group".id = request.group_id`

/** To whom somebody answers who was sent a link. */
export async function requestOfAsked(db: Db, askedId: AskedId): Promise<Request | null> {
  const [row] = await db<Request[]>`
    select ${columns(db)} ${from(db)} where request.id = (select request_id from meetings.asked where asked.id = ${askedId})`
  return row ?? null
}

/** Holds other writers off a request and those who are asked, until the visit ends. */
export async function lockRequest(db: Db, requestId: RequestId): Promise<void> {
  await db`select from meetings.request where id = ${requestId} for update`
}

export async function addRequest(db: Db, groupId: GroupId, draft: RequestDraft, origin: Origin): Promise<RequestId> {
  const [row] = await db<{ id: RequestId }[]>`
    insert into meetings.request ${db({ groupId, ...columnsOf(draft), meetingId: origin.meetingId, itemId: origin.itemId, actionId: origin.actionId })} returning id`
  if (!row) throw new Error('A request was not added')
  return row.id
}

/** The item of that meeting and the action of that group, if they are there: what an address says of them is not taken for granted. */
export async function originNamed(db: Db, { meetingId, itemId, actionId, groupId }: Origin & Pick<Request, 'groupId'>): Promise<Named> {
  const [row] = await db<[Named]>`
    select (select jsonb_build_object('id', item.id, 'title', item.title, 'isWithheld', item.is_confidential or coalesce(around.is_confidential, false)
                       or (meeting.published_at is null and coalesce(minutes.state, 'draft') = 'draft'))
              from meetings.agenda_item as item
              join meetings.meeting on meeting.id = item.meeting_id
              left join meetings.agenda_item as around on around.id = item.parent_id
              left join meetings.minutes on minutes.meeting_id = item.meeting_id
             where item.id = ${itemId} and item.meeting_id = ${meetingId}) as item,
           (select jsonb_build_object('id', id, 'reference', reference) from actions.shared_action where id = ${actionId} and group_id = ${groupId}) as action`
  return row
}

export async function changeRequest(db: Db, requestId: RequestId, draft: RequestDraft): Promise<void> {
  await db`update meetings.request set ${db(columnsOf(draft))} where id = ${requestId}`
}

const columnsOf = ({ title, why, dueOn, seenBy }: RequestDraft) => ({ title, why, dueOn, seenBy })

export async function moveRequest(db: Db, requestId: RequestId, state: RequestState, today: Day): Promise<void> {
  await db`
    update meetings.request
       set state = ${state}, sent_on = coalesce(sent_on, ${today}::date), closed_on = case when ${state} = 'closed' then ${today}::date end
     where id = ${requestId}`
}

export async function removeRequest(db: Db, requestId: RequestId): Promise<void> {
  await db`delete from meetings.request where id = ${requestId}`
}

export async function addExtension(db: Db, requestId: RequestId, { wasDueOn, dueOn, reason, extendedOn }: Extension): Promise<number> {
  const [row] = await db<{ id: number }[]>`
    insert into meetings.request_extension ${db({ requestId, wasDueOn, dueOn, reason, extendedOn })} returning id`
  await db`update meetings.request set due_on = ${dueOn} where id = ${requestId}`
  if (!row) throw new Error('A request was not extended')
  return row.id
}

export async function extensions(db: Db, requestId: RequestId): Promise<Extension[]> {
  return db<Extension[]>`
    select was_due_on, due_on, reason, extended_on from meetings.request_extension where request_id = ${requestId} order by id`
}

type AskedRow = Omit<Asked, 'answer' | 'seat'> & {
  readonly seatRole: SeatRole | null
  readonly seatTitle: string | null
  readonly state: Answer['state'] | null
  readonly sentOn: Day | null
  readonly changedOn: Day | null
  readonly by: string | null
  readonly enteredBy: string | null
}

/** Who is asked, in order, with what they answered. Two queries, however many. */
export async function askedFor(db: Db, requestId: RequestId): Promise<Asked[]> {
  const [rows, parts] = await Promise.all([
    db<AskedRow[]>`
      select asked.id, asked.person_id, person.name as person, asked.seat_id, seat.role as seat_role, seat.title as seat_title, coalesce(seat.group_name, '') as "group",
             array(select reminded_on::text from meetings.reminder where reminder.asked_id = asked.id order by reminder.id) as reminded_on,
             answer.state, answer.sent_on, answer.changed_on, by_person.name as by, answer.entered_by
        from meetings.asked
        left join partnership.shared_person as person on person.id = asked.person_id
        left join partnership.shared_seat as seat on seat.id = asked.seat_id
        left join meetings.answer on answer.asked_id = asked.id
        left join partnership.shared_person as by_person on by_person.id = answer.by_person_id
       where asked.request_id = ${requestId}
       order by asked.place, asked.id`,
    db<{ askedId: AskedId; questionId: number; said: string[] }[]>`
      select answer_part.asked_id, answer_part.question_id,
             case when file.id is null then answer_part.said else array[file.id::text, file.name] end as said
        from meetings.answer_part
        join meetings.asked on asked.id = answer_part.asked_id
        left join platform.shared_stored_file as file on file.id = answer_part.file_id
       where asked.request_id = ${requestId}`,
  ])
  const said = Map.groupBy(parts, ({ askedId }) => askedId)
  return rows.map(({ seatRole, seatTitle, state, sentOn, changedOn, by, enteredBy, ...row }) => ({
    ...row,
    seat: seatRole === null ? '' : seatName({ role: seatRole, title: seatTitle ?? '' }),
    answer:
      state === null
        ? null
        : {
            state,
            sentOn,
            changedOn,
            by,
            enteredBy: enteredBy ?? '',
            said: new Map((said.get(row.id) ?? []).map(part => [part.questionId, part.said])),
          },
  }))
}

/** What somebody is asked: themselves, or for a seat on which they act. Sent ones and those that are closed. */
export async function asksOf(
  db: Db,
  { personId, seatIds }: { readonly personId: PersonId | null; readonly seatIds: readonly number[] },
): Promise<Mine[]> {
  return db<Mine[]>`
    select request.id, request.title, "group".name as "group", request.due_on, request.state, asked.id as asked_id, asked.seat_id, answer.state as answer_state
      from meetings.asked
      join meetings.request on request.id = asked.request_id
      join partnership.shared_group as "group" on "group".id = request.group_id
      left join meetings.answer on answer.asked_id = asked.id
     where request.state <> 'draft' and (asked.person_id = ${personId} or asked.seat_id = any (${[...seatIds]}::bigint[]))
     order by request.due_on, request.id, asked.id`
}

type Wanted = Pick<Asked, 'personId' | 'seatId'>

/** After those who are there. */
export async function addAsked(db: Db, requestId: RequestId, wanted: readonly Wanted[], askedOn: Day | null): Promise<AskedId[]> {
  const rows = await db<{ id: AskedId }[]>`
    insert into meetings.asked (request_id, person_id, seat_id, asked_on, place)
    select ${requestId}, wanted.person_id, wanted.seat_id, ${askedOn}::date,
           wanted.place + (select coalesce(max(place), 0) from meetings.asked where request_id = ${requestId})
      from unnest(${wanted.map(({ personId }) => personId)}::bigint[], ${wanted.map(({ seatId }) => seatId)}::bigint[]) with ordinality as wanted (person_id, seat_id, place)
    returning id`
  return rows.map(({ id }) => id)
}

/** When it is sent: who sits on the seats. */
export async function settleAsked(
  db: Db,
  settled: readonly { readonly id: AskedId; readonly personId: PersonId | null }[],
  today: Day,
): Promise<void> {
  await db`
    update meetings.asked set person_id = settled.person_id, asked_on = ${today}
      from unnest(${settled.map(({ id }) => id)}::bigint[], ${settled.map(({ personId }) => personId)}::bigint[]) as settled (id, person_id)
     where asked.id = settled.id`
}

export async function removeAsked(db: Db, askedIds: readonly AskedId[]): Promise<void> {
  await db`delete from meetings.asked where id = any (${[...askedIds]}::bigint[])`
}

/** Copied with its questions and whom it asks, as they were asked: a seat for whoever sits there now. */
export async function copyPeople(db: Db, fromId: RequestId, toId: RequestId): Promise<void> {
  await db`
    insert into meetings.asked (request_id, person_id, seat_id, place)
    select ${toId}, case when seat_id is null then person_id end, seat_id, place from meetings.asked where request_id = ${fromId} order by place, id`
}

/** What a letter to one of those who are asked is written from. */
export type AskedInShort = Pick<Request, 'title' | 'group' | 'why' | 'dueOn' | 'state'> & {
  readonly id: AskedId
  readonly requestId: RequestId
  readonly personId: PersonId | null
  readonly seat: string
  readonly answerState: Answer['state'] | null
}

export async function askedInShort(db: Db, askedId: AskedId): Promise<AskedInShort | null> {
  const [row] = await db<
    (Omit<AskedInShort, 'seat'> & { seatRole: SeatRole | null; seatTitle: string | null; seatGroup: string | null })[]
  >`
    select asked.id, request.id as request_id, request.title, "group".name as "group", request.why, request.due_on, request.state, asked.person_id,
           seat.role as seat_role, seat.title as seat_title, seat.group_name as seat_group, answer.state as answer_state
      from meetings.asked
      join meetings.request on request.id = asked.request_id
      join partnership.shared_group as "group" on "group".id = request.group_id
      left join partnership.shared_seat as seat on seat.id = asked.seat_id
      left join meetings.answer on answer.asked_id = asked.id
     where asked.id = ${askedId}`
  if (!row) return null
  const { seatRole, seatTitle, seatGroup, ...asked } = row
  return { ...asked, seat: seatRole === null ? '' : `${seatName({ role: seatRole, title: seatTitle ?? '' })}, ${seatGroup ?? ''}` }
}

/** Of all requests that are open: who was asked and has not answered. */
export async function waitingForAnswers(db: Db): Promise<{ readonly askedId: AskedId; readonly askedOn: Day; readonly dueOn: Day }[]> {
  return db<{ askedId: AskedId; askedOn: Day; dueOn: Day }[]>`
    select asked.id as asked_id, asked.asked_on, request.due_on
      from meetings.asked
      join meetings.request on request.id = asked.request_id
      left join meetings.answer on answer.asked_id = asked.id
     where request.state = 'sent' and asked.person_id is not null and asked.asked_on is not null and answer.state is distinct from 'sent'
     order by asked.id`
}

export async function extensionReason(db: Db, extensionId: number): Promise<string | null> {
  const [row] = await db<{ reason: string }[]>`select reason from meetings.request_extension where id = ${extensionId}`
  return row?.reason ?? null
}

export type ReminderKind = 'before' | 'after' | 'by-hand'
type NewReminder = { readonly askedId: AskedId; readonly kind: ReminderKind; readonly dueOn: Day }

/** What the daily work has reminded of already is left out. */
export async function noteReminders(
  db: Db,
  reminders: readonly NewReminder[],
  today: Day,
): Promise<{ readonly id: number; readonly askedId: AskedId }[]> {
  if (reminders.length === 0) return []
  const rows = reminders.map(({ askedId, kind, dueOn }) => ({ askedId, kind, dueOn, remindedOn: today }))
  return db<{ id: number; askedId: AskedId }[]>`insert into meetings.reminder ${db(rows)} on conflict do nothing returning id, asked_id`
}
