import { type ActionId, moveAction } from '../../../actions/index.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { MeetingDraft, MeetingId, MeetingState } from '../meeting.ts'
import type { Move } from './steps.ts'

/** The earliest first. */
export async function movesOf(db: Db, meetingId: MeetingId): Promise<Move[]> {
  return db<Move[]>`select was, becomes, reason, on_day from meetings.move where meeting_id = ${meetingId} order by id`
}

export type When = Pick<MeetingDraft, 'onDay' | 'dayKnown' | 'startsAt' | 'endsAt'>

export async function setWhen(db: Db, meetingId: MeetingId, { onDay, dayKnown, startsAt, endsAt }: When): Promise<void> {
  await db`
    update meetings.meeting set ${db({ onDay, dayKnown, startsAt, endsAt })}, sequence = sequence + 1 where id = ${meetingId}`
}

/** Open actions that are due at the meeting are due on its new day. */
export async function addMove(db: Db, meetingId: MeetingId, { was, becomes, reason, onDay }: Move, personId: number | null): Promise<void> {
  await db`insert into meetings.move ${db({ meetingId, was, becomes, reason, onDay })}`
  const { actions } = await attachedTo(db, meetingId)
  for (const { id, dueOn, dueAsTyped } of actions)
    if (dueOn !== becomes)
      await moveAction(db, id, { becomes, dueAsTyped, reason: 'The meeting at which it is due is moved', onDay, personId })
}

type DueAction = { readonly id: ActionId; readonly reference: string; readonly dueOn: Day | null; readonly dueAsTyped: string }
/** Open actions that are due at a meeting, and what was planned to come to it. */
export type Attached = { readonly actions: readonly DueAction[]; readonly items: number }

export async function attachedTo(db: Db, meetingId: MeetingId): Promise<Attached> {
  const [actions, [counted]] = await Promise.all([
    db<DueAction[]>`
      select action.id, action.reference, action.due_on, action.due_as_typed
        from meetings.minute_action
        join actions.shared_action as action on action.id = minute_action.action_id
       where minute_action.due_meeting_id = ${meetingId} and action.state = 'open'
       order by action.id`,
    db<{ items: number }[]>`select count(*) as items from meetings.forward_item where meeting_id = ${meetingId}`,
  ])
  return { actions, items: counted?.items ?? 0 }
}

export async function setState(db: Db, meetingId: MeetingId, state: MeetingState, reason: string): Promise<void> {
  await db`
    update meetings.meeting set state = ${state}, state_reason = ${reason}, sequence = sequence + 1
     where id = ${meetingId} and state <> ${state}`
}

/** Whether minutes have gone further than a draft. */
export async function hasMinutesOut(db: Db, meetingId: MeetingId): Promise<boolean> {
  const rows = await db`select from meetings.minutes where meeting_id = ${meetingId} and state <> 'draft'`
  return rows.length > 0
}

/** From when to when a group is there. */
export async function groupSpan(db: Db, groupId: number): Promise<{ readonly beginsOn: Day | null; readonly endsOn: Day | null }> {
  const [row] = await db<{ beginsOn: Day | null; endsOn: Day | null }[]>`
    select begins_on, ends_on from partnership.shared_group where id = ${groupId}`
  return row ?? { beginsOn: null, endsOn: null }
}
