import { type ActionId, addAction, dropMinutedAction, rewordAction, takeUpMinutedAction } from '../../actions/index.ts'
import type { Day } from '../../kernel/day.ts'
import { holdsOn } from '../../kernel/span.ts'
import { organisations, seatsOf } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgendaItemId } from '../agenda/agenda.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import { type Piece, type PieceId, placeBetween, step, type WrittenPiece } from './minute.ts'
import type { Content } from './reconcile.ts'
import type { UnderstoodAction, UnderstoodCorrection, UnderstoodDecision, UnderstoodInterest } from './understanding.ts'
import type { Table } from './who.ts'

const columns = (db: Db) =>
  db`minute.id, minute.meeting_id, minute.item_id, minute.place, minute.kind, minute.text, minute.is_withheld, minute.key, minute.edition, minute.typed`

const written = (db: Db) => db`
  select ${columns(db)}, action.id as action_id, action.reference, decision.number as decision_number
    from meetings.minute
    left join meetings.minute_action on minute_action.minute_id = minute.id
    left join actions.shared_action as action on action.id = minute_action.action_id
    left join meetings.decision on decision.minute_id = minute.id`

/** In order within their items; of all items or one. */
export async function piecesOf(db: Db, meetingId: MeetingId): Promise<WrittenPiece[]> {
  return db<WrittenPiece[]>`${written(db)} where minute.meeting_id = ${meetingId} order by minute.item_id, minute.place, minute.id`
}

/** What was written since a count of changes, with all that is there in order, so that what was moved or taken out is known. Null where nothing was written. */
export async function writtenSince(
  db: Db,
  meetingId: MeetingId,
  change: number,
): Promise<{
  readonly change: number
  readonly pieces: WrittenPiece[]
  readonly order: { readonly key: string; readonly itemId: AgendaItemId }[]
  readonly itemIds: readonly number[]
} | null> {
  const now = await changeOf(db, meetingId)
  if (now === change) return null
  const [pieces, order, items] = await Promise.all([
    db<
      WrittenPiece[]
    >`${written(db)} where minute.meeting_id = ${meetingId} and minute.change > ${change} order by minute.item_id, minute.place, minute.id`,
    db<
      { key: string; itemId: AgendaItemId }[]
    >`select key, item_id from meetings.minute where meeting_id = ${meetingId} order by item_id, place, id`,
    db<{ id: number }[]>`select id from meetings.agenda_item where meeting_id = ${meetingId} order by id`,
  ])
  return { change: now, pieces, order, itemIds: items.map(({ id }) => id) }
}

export async function changeOf(db: Db, meetingId: MeetingId): Promise<number> {
  const [row] = await db<{ count: number }[]>`select count from meetings.minutes_change where meeting_id = ${meetingId}`
  return row?.count ?? 0
}

/** Of whichever meeting. */
export async function pieceOf(db: Db, key: string): Promise<WrittenPiece | null> {
  const [row] = await db<WrittenPiece[]>`${written(db)} where minute.key = ${key}`
  return row ?? null
}

export async function addPiece(db: Db, meetingId: MeetingId, piece: Content & Pick<Piece, 'itemId' | 'key' | 'place'>): Promise<PieceId> {
  const { kind, text, isWithheld, typed, itemId, key, place } = piece
  const [row] = await db<{ id: PieceId }[]>`
    insert into meetings.minute (meeting_id, item_id, place, kind, text, is_withheld, typed, key)
    values (${meetingId}, ${itemId}, ${place}, ${kind}, ${text}, ${isWithheld}, ${db.json(typed)}, ${key})
    returning id`
  if (!row) throw new Error('A piece of minutes was not added')
  return row.id
}

export async function changePiece(
  db: Db,
  pieceId: PieceId,
  { kind, text, isWithheld, typed, itemId, place }: Content & Pick<Piece, 'itemId' | 'place'>,
): Promise<void> {
  await db`
    update meetings.minute
       set kind = ${kind}, text = ${text}, is_withheld = ${isWithheld}, typed = ${db.json(typed)}, item_id = ${itemId}, place = ${place}, edition = edition + 1
     where id = ${pieceId}`
}

/** With the decision, the corrections and the interests that it is; its action is dropped first, or kept in the register. */
export async function removePiece(db: Db, pieceId: PieceId): Promise<void> {
  await setDecision(db, null, { id: pieceId }, null)
  await setCorrection(db, null, pieceId, null)
  await setInterests(db, null, { id: pieceId }, null)
  await db`delete from meetings.minute_action where minute_id = ${pieceId}`
  await db`delete from meetings.minute where id = ${pieceId}`
}

/** Where a piece comes to stand that follows another in an item, or is its first; as its last where the other is not there. */
export async function placeAfter(db: Db, itemId: AgendaItemId, key: string, after: string | null): Promise<number> {
  const places = await db<{ id: PieceId; key: string; place: number }[]>`
    select id, key, place from meetings.minute where item_id = ${itemId} and key <> ${key} order by place, id`
  const at = after === '' ? -1 : places.findIndex(each => each.key === after)
  if (after !== '' && at < 0) return (places.at(-1)?.place ?? 0) + step
  const place = placeBetween(places[at]?.place ?? null, places[at + 1]?.place ?? null)
  if (place !== null) return place
  await db`
    update meetings.minute set place = ordered.at * ${step}
      from unnest(${places.map(({ id }) => id)}::bigint[]) with ordinality as ordered (id, at)
     where minute.id = ordered.id`
  return (at + 1) * step + step / 2
}

/** Numbers go on over a meeting; the number of one that is taken out is given again only to what comes last. */
export async function setDecision(
  db: Db,
  meetingId: MeetingId | null,
  { id, itemId = null }: { readonly id: PieceId; readonly itemId?: AgendaItemId | null },
  decision: UnderstoodDecision | null,
): Promise<void> {
  if (decision === null) return void (await db`delete from meetings.decision where minute_id = ${id}`)
  const { says: _, asks: __, indicatorIds, ...values } = decision
  const row = { ...values, meetingId, itemId, minuteId: id }
  const [now] = await db<{ id: number }[]>`select id from meetings.decision where minute_id = ${id}`
  const [kept] = now
    ? await db<{ id: number }[]>`update meetings.decision set ${db(row)} where id = ${now.id} returning id`
    : await db<{ id: number }[]>`
        insert into meetings.decision ${db({ ...row, number: await nextNumber(db, meetingId) })} returning id`
  const decisionId = kept?.id ?? 0
  await db`delete from meetings.decision_indicator where decision_id = ${decisionId} and indicator_id <> all (${[...indicatorIds]}::bigint[])`
  await db`
    insert into meetings.decision_indicator (decision_id, indicator_id)
    select ${decisionId}, id from unnest(${[...indicatorIds]}::bigint[]) as id on conflict do nothing`
}

async function nextNumber(db: Db, meetingId: MeetingId | null): Promise<number> {
  const [row] = await db<
    { number: number }[]
  >`select coalesce(max(number), 0) + 1 as number from meetings.decision where meeting_id = ${meetingId}`
  return row?.number ?? 1
}

/** One that has no words yet, or any more, is left as it was. */
export async function setAction(
  db: Db,
  meeting: Meeting,
  piece: { readonly id: PieceId; readonly ownersAsTyped: string; readonly dueAsTyped: string; readonly isConfidential: boolean },
  action: UnderstoodAction,
): Promise<void> {
  if (action.text === '') return
  const { text, owners, dueOn, dueMeetingId } = action
  const [now] = await db<{ actionId: ActionId }[]>`select action_id from meetings.minute_action where minute_id = ${piece.id}`
  const wording = {
    text,
    owners,
    dueOn,
    ownersAsTyped: piece.ownersAsTyped,
    dueAsTyped: piece.dueAsTyped,
    isConfidential: piece.isConfidential,
  }
  if (now) {
    await rewordAction(db, now.actionId, wording)
    await db`update meetings.minute_action set due_meeting_id = ${dueMeetingId} where minute_id = ${piece.id} and due_meeting_id is distinct from ${dueMeetingId}`
    return
  }
  const { id } = await addAction(db, {
    ...wording,
    source: 'meeting',
    sourceId: meeting.id,
    groupId: meeting.groupId,
    sourceName: meeting.shortName,
    sourceDay: meeting.onDay,
  })
  await db`insert into meetings.minute_action (minute_id, action_id, due_meeting_id) values (${piece.id}, ${id}, ${dueMeetingId})`
}

export async function dropAction(db: Db, pieceId: PieceId, actionId: ActionId, today: Day): Promise<void> {
  await db`delete from meetings.minute_action where minute_id = ${pieceId}`
  await dropMinutedAction(db, actionId, today)
}

/** The action that a piece was before it was taken out: nobody else's, and of this meeting. */
export async function takeUpAction(db: Db, meetingId: MeetingId, pieceId: PieceId, actionId: ActionId): Promise<void> {
  if (await takeUpMinutedAction(db, actionId, meetingId))
    await db`insert into meetings.minute_action (minute_id, action_id) values (${pieceId}, ${actionId}) on conflict do nothing`
}

export async function setCorrection(
  db: Db,
  agreedInId: MeetingId | null,
  pieceId: PieceId,
  correction: UnderstoodCorrection | null,
): Promise<void> {
  if (correction === null || correction.ofMeetingId === null || correction.was + correction.shouldRead === '')
    return void (await db`delete from meetings.correction where minute_id = ${pieceId}`)
  const { ofMeetingId, placeInWords, was, shouldRead, proposedById, isAgreed } = correction
  const row = {
    ofMeetingId,
    placeInWords,
    was,
    shouldRead,
    proposedById,
    state: isAgreed ? 'agreed' : 'refused',
    agreedInId,
    minuteId: pieceId,
  }
  const [now] = await db`update meetings.correction set ${db(row)} where minute_id = ${pieceId} returning id`
  if (!now) await db`insert into meetings.correction ${db(row)}`
}

export async function setInterests(
  db: Db,
  meetingId: MeetingId | null,
  { id, itemId = null }: { readonly id: PieceId; readonly itemId?: AgendaItemId | null },
  interest: UnderstoodInterest | null,
): Promise<void> {
  const personIds = interest?.personIds ?? []
  await db`delete from meetings.interest where minute_id = ${id} and person_id <> all (${[...personIds]}::bigint[])`
  if (interest === null || personIds.length === 0) return
  const { text, leftTheRoom } = interest
  await db`update meetings.interest set text = ${text}, left_the_room = ${leftTheRoom}, item_id = ${itemId} where minute_id = ${id}`
  await db`
    insert into meetings.interest (meeting_id, item_id, minute_id, person_id, text, left_the_room)
    select ${meetingId}, ${itemId}, ${id}, those.person_id, ${text}, ${leftTheRoom}
      from unnest(${[...personIds]}::bigint[]) as those (person_id)
     where not exists (select from meetings.interest where minute_id = ${id} and interest.person_id = those.person_id)`
}

/** Whoever attends, sent apologies or sits on the group is at the table; all others are known by their whole name. Seven queries. */
export async function tableOf(
  db: Db,
  { id, groupId, onDay }: Pick<Meeting, 'groupId' | 'onDay'> & { readonly id: MeetingId | null },
): Promise<Table> {
  const [people, filled, groups, bodies] = await Promise.all([
    db<Table['people'][number][]>`
      select person.id, person.name, attends.person_id is not null as is_here
        from partnership.shared_person as person
        left join (select person_id from meetings.attendance where meeting_id = ${id}
                    union select for_person_id from meetings.attendance where meeting_id = ${id}) as attends on attends.person_id = person.id
       order by person.name, person.id`,
    seatsOf(db, { groupId }),
    db<Table['groups'][number][]>`select id, name, short_name from partnership.shared_group order by name, id`,
    organisations(db),
  ])
  const seats = filled
    .filter(seat => holdsOn(seat, onDay))
    .map(({ tenures, ...seat }) => ({ ...seat, sitting: tenures.filter(tenure => holdsOn(tenure, onDay)) }))
  const sitting = new Set(seats.flatMap(seat => seat.sitting.map(({ personId }) => personId)))
  return {
    groupId,
    people: people.map(person => (sitting.has(person.id) ? { ...person, isHere: true } : person)),
    seats: seats.map(({ id: seatId, role, title, sitting: here }) => ({
      id: seatId,
      role,
      title,
      holder: here.map(({ name }) => name).join(', ') || null,
    })),
    groups,
    organisations: bodies.map(({ id: organisationId, name }) => ({ id: organisationId, name })),
  }
}

/** The group's meetings after this one, and the one before it. */
export async function meetingsAround(
  db: Db,
  { id, groupId, onDay }: Pick<Meeting, 'id' | 'groupId' | 'onDay'>,
): Promise<{ readonly later: { id: MeetingId; onDay: Day }[]; readonly previous: { id: MeetingId; onDay: Day } | null }> {
  const rows = await db<{ id: MeetingId; onDay: Day }[]>`
    select id, on_day from meetings.meeting where group_id = ${groupId} and state <> 'cancelled' and id <> ${id} order by on_day, starts_at nulls first, id`
  const isBefore = (each: { id: MeetingId; onDay: Day }) => each.onDay < onDay || (each.onDay === onDay && each.id < id)
  return { later: rows.filter(each => !isBefore(each)), previous: rows.filter(isBefore).at(-1) ?? null }
}

export async function setTimes(
  db: Db,
  meetingId: MeetingId,
  { openedAt, closedAt }: Pick<Meeting, 'openedAt' | 'closedAt'>,
): Promise<void> {
  await db`update meetings.meeting set opened_at = ${openedAt}, closed_at = ${closedAt} where id = ${meetingId}`
}

/** A piece is confidential with its item, or with the item within which that stands. */
export async function isConfidential(db: Db, itemId: AgendaItemId): Promise<boolean> {
  const [row] = await db<{ is: boolean }[]>`
    select item.is_confidential or coalesce(above.is_confidential, false) as is
      from meetings.agenda_item as item
      left join meetings.agenda_item as above on above.id = item.parent_id
     where item.id = ${itemId}`
  return row?.is ?? false
}
