/**
 * A meeting that was written down elsewhere, or that an example tells of, entered whole: its agenda, who came, and what was said, as it would be typed. What was
 * typed is understood as in the room, so that owners, days, decisions and corrections are the records that they are there.
 */
import { randomUUID } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { PersonId, SeatId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type ItemDraft, plainItem } from '../agenda/agenda.ts'
import { addItem } from '../agenda/store.ts'
import type { AttendedDraft } from '../attendance/attendance.ts'
import { keepLine, setChair, tableOn } from '../attendance/store.ts'
import { correctionsOf } from '../correction/store.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { Piece } from '../minute/minute.ts'
import { contextOf, keepRecords } from '../minute/pages.ts'
import { addPiece, setTimes } from '../minute/store.ts'
import { settled } from '../minute/understanding.ts'
import { approvalWords } from '../minutes/life-cycle.ts'
import { keepApproval, keepCirculation, lockMinutes, recordsOf } from '../minutes/store.ts'
import { noteResignation } from '../resignation/store.ts'

/** `within` are the items under it. */
export type RecordedItem = Partial<Omit<ItemDraft, 'title'>> & {
  readonly title: string
  readonly said?: readonly RecordedPiece[]
  readonly within?: readonly RecordedItem[]
}
export type RecordedPiece = Pick<Piece, 'kind' | 'text'> & Partial<Pick<Piece, 'typed' | 'isWithheld'>>

export type RecordedAttendance = Pick<AttendedDraft, 'personId' | 'how'> &
  Partial<Pick<AttendedDraft, 'describedAs' | 'heading' | 'cameAt' | 'leftAt'>> & {
    /** In whose place; who that is is under apologies as well. */
    readonly forPersonId?: PersonId
    /** At this meeting, by whoever sent apologies. Their seat is not ended by it. */
    readonly hasResigned?: boolean
  }

export type RecordedMeeting = Pick<Meeting, 'openedAt' | 'closedAt'> & {
  readonly chairId: PersonId | null
  readonly attendance: readonly RecordedAttendance[]
  readonly items: readonly RecordedItem[]
}

/** Attendance before what was said, since owners are looked for at the table. */
export async function recordMeeting(db: Db, meeting: Meeting, record: RecordedMeeting): Promise<void> {
  await setTimes(db, meeting.id, record)
  await recordAttendance(db, meeting, record)
  await recordItems(db, meeting, record.items)
}

export async function recordAttendance(
  db: Db,
  meeting: Meeting,
  { attendance, chairId }: Pick<RecordedMeeting, 'attendance' | 'chairId'>,
): Promise<void> {
  const seats = await tableOn(db, meeting.groupId, meeting.onDay)
  const seatOf = (personId: PersonId): SeatId | null =>
    (seats.find(seat => seat.sitting.some(each => each.personId === personId)) ?? null)?.seatId ?? null
  const drafts = attendance.map(
    ({ personId, how, forPersonId, hasResigned: _, ...more }): AttendedDraft => ({
      describedAs: '',
      heading: '',
      cameAt: null,
      leftAt: null,
      ...more,
      personId,
      how,
      seatId: how === 'in-attendance' ? null : seatOf(forPersonId ?? personId),
      forPersonId: forPersonId ?? null,
    }),
  )
  for (const [place, [, lines]] of [
    ...Map.groupBy(drafts, ({ seatId, personId }) => (seatId === null ? `person ${personId}` : `seat ${seatId}`)),
  ].entries()) {
    const [line] = lines
    if (line === undefined) continue
    await keepLine(db, meeting.id, line.seatId === null ? { personId: line.personId } : { seatId: line.seatId }, lines, place)
  }
  for (const { personId } of attendance.filter(({ hasResigned }) => hasResigned === true)) {
    const seatId = seatOf(personId)
    if (seatId !== null) await noteResignation(db, meeting.id, seatId, { personId, tenureId: null, endedOn: null, place: drafts.length })
  }
  await setChair(db, meeting.id, chairId)
}

export async function recordItems(
  db: Db,
  meeting: Meeting,
  items: readonly RecordedItem[],
  parentId: ItemDraft['parentId'] = null,
): Promise<void> {
  for (const { said = [], within = [], title, ...draft } of items) {
    const itemId = await addItem(db, meeting.id, { ...plainItem(title), ...draft, parentId })
    const context = await contextOf(
      { db },
      meeting,
      said.map(({ typed }) => typed?.indicators ?? ''),
    )
    for (const [at, { kind, text, typed = {}, isWithheld = false }] of said.entries()) {
      const content = settled({ kind, text, typed, isWithheld }, context)
      const piece = { ...content, itemId, key: randomUUID(), place: (at + 1) * 1024 }
      const id = await addPiece(db, meeting.id, piece)
      await keepRecords({ db }, meeting, context, { ...piece, id, was: null })
    }
    await recordItems(db, meeting, within, itemId)
  }
}

/** To nobody by mail: that was done elsewhere. */
export async function recordCirculation(db: Db, meeting: Meeting, correctionsBy: Day | null): Promise<void> {
  await lockMinutes(db, meeting.id)
  await keepCirculation(db, meeting.id, { records: await recordsOf(db, meeting), correctionsBy, sentTo: 0 })
}

/** By a later meeting, whose own minutes are not approved yet. */
export async function recordApproval(db: Db, meeting: Meeting, by: Meeting): Promise<void> {
  const agreed = (await correctionsOf(db, meeting.id)).filter(({ state }) => state === 'agreed').length
  await keepApproval(db, meeting.id, { at: by.id, words: approvalWords(meeting.onDay, agreed), records: await recordsOf(db, meeting) })
}
