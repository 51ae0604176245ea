import type { Problem } from '../../../kernel/ruling.ts'
import { type Answer, allow, type Handler, page, redirect, template, text, type Visit } from '../../../platform/web/index.ts'
import { correctionsOf } from '../../correction/store.ts'
import type { Meeting } from '../../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../../meeting/pages.ts'
import { lockMeeting } from '../../meeting/store.ts'
import { approvalWords, approve } from '../life-cycle.ts'
import { keepApproval, type LaterMeeting, laterMeetings, lockMinutes, minutesOf, recordsOf } from '../store.ts'
import { approvalView } from '../view.ts'

export const askToApprove: Handler = async visit => approvalPage(await approvalAsked(visit), text(visit.query, 'at'), visit)

/** A decision of the later meeting; from then on nothing of these minutes changes. */
export const approveMinutes: Handler = async visit => {
  const { db, body, today } = visit
  const { id } = await meetingAsked(visit)
  await lockMinutes(db, id)
  const asked = await approvalAsked(visit)
  const { meeting, state, later, agreed, undecided } = asked
  const at = later.find(each => String(each.id) === text(body, 'at')) ?? null
  const ruling = approve({ state, proposed: 0, undecided }, meeting, at, today)
  if (!ruling.accepted) return approvalPage(asked, text(body, 'at'), visit, ruling.problems)

  await lockMeeting(db, ruling.value.id)
  await keepApproval(db, meeting.id, {
    at: ruling.value.id,
    words: approvalWords(meeting.onDay, agreed),
    records: await recordsOf(db, meeting),
  })
  return redirect(`meetings/${meeting.id}/minutes`, 'The minutes are approved')
}

type AskedApproval = {
  readonly meeting: Meeting
  readonly state: Awaited<ReturnType<typeof minutesOf>>['state']
  readonly later: readonly LaterMeeting[]
  readonly agreed: number
  readonly undecided: number
}

async function approvalAsked(visit: Visit): Promise<AskedApproval> {
  const { db } = visit
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  const [{ state }, later, corrections] = await Promise.all([
    minutesOf(db, meeting.id),
    laterMeetings(db, meeting),
    correctionsOf(db, meeting.id),
  ])
  const count = (of: 'agreed' | 'proposed') => corrections.filter(({ state }) => state === of).length
  return { meeting, state, later, agreed: count('agreed'), undecided: count('proposed') }
}

const approvalPage = (
  { meeting, later, agreed, undecided, state }: AskedApproval,
  at: string,
  { today }: Visit,
  problems: readonly Problem[] = [],
): Answer => page(template(import.meta.url, 'new.njk'), approvalView({ meeting, later, agreed, undecided, state, at, today }), problems)
