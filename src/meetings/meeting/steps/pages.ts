import type { Problem } from '../../../kernel/ruling.ts'
import {
  type Answer,
  allow,
  editionOf,
  entered,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../../platform/web/index.ts'
import { meetingFrame, toMeeting } from '../frame.ts'
import { dayKindNames, dayKinds, dayWords, type Meeting } from '../meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../pages.ts'
import { lockMeeting } from '../store.ts'
import { fieldsOf, inWords } from '../view.ts'
import { readCancellation, readMove } from './form.ts'
import { cancelling, holding, moving, replanning } from './steps.ts'
import { type Attached, addMove, attachedTo, hasMinutesOut, setState, setWhen } from './store.ts'

export const askToMove: Handler = async visit => {
  const asked = await kept(visit)
  const ruling = moving(asked)
  return movePage(visit, asked, whenOf(asked), ruling.accepted ? [] : ruling.problems, editionOf(whenOf(asked)))
}

export const moveMeeting: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await locked(visit)
  const [ruling, read] = [moving(asked), readMove(body)]
  if (!ruling.accepted) return movePage(visit, asked, entered(body), ruling.problems, text(body, 'edition'))
  if (!read.accepted) return movePage(visit, asked, entered(body), read.problems, text(body, 'edition'))
  const { onDay, dayKnown, startsAt, endsAt } = inWords(asked, [])
  const meanwhile = overtaken(text(body, 'edition'), body, whenOf(asked), { onDay, dayKnown, startsAt, endsAt })
  if (meanwhile.length > 0) return movePage(visit, asked, entered(body), meanwhile, editionOf(whenOf(asked)))

  const { when, reason } = read.value
  await setWhen(db, asked.id, when)
  const move = { was: asked.onDay, becomes: when.onDay, reason, onDay: today }
  await addMove(db, asked.id, move, visit.visitor.capacity.personId)
  return redirect(`meetings/${asked.id}`, `The meeting is moved to ${dayWords(when)}`)
}

export const askToCancel: Handler = async visit => {
  const asked = await kept(visit)
  const ruling = cancelling(asked)
  return cancelPage(asked, '', ruling.accepted ? [] : ruling.problems)
}

export const cancelMeeting: Handler = async visit => {
  const asked = await locked(visit)
  const [ruling, read] = [cancelling(asked), readCancellation(visit.body)]
  if (!ruling.accepted || !read.accepted)
    return cancelPage(asked, text(visit.body, 'reason'), [
      ...(ruling.accepted ? [] : ruling.problems),
      ...(read.accepted ? [] : read.problems),
    ])
  await setState(visit.db, asked.id, 'cancelled', read.value.reason)
  return redirect(`meetings/${asked.id}`, 'The meeting is cancelled')
}

export const markAsHeld: Handler = async visit => {
  const asked = await locked(visit)
  const ruling = holding(asked, visit.today)
  if (!ruling.accepted) return notPossible(asked, 'Mark as held', ruling.problems)
  await setState(visit.db, asked.id, 'held', '')
  return redirect(`meetings/${asked.id}`, 'The meeting is marked as held')
}

export const planAgain: Handler = async visit => {
  const asked = await locked(visit)
  const ruling = replanning(asked, await hasMinutesOut(visit.db, asked.id))
  if (!ruling.accepted) return notPossible(asked, 'Undo', ruling.problems)
  await setState(visit.db, asked.id, 'planned', '')
  return redirect(
    `meetings/${asked.id}`,
    asked.state === 'cancelled' ? 'The meeting is in the calendar again' : 'The meeting is no longer marked as held',
  )
}

async function kept(visit: Visit): Promise<Meeting> {
  const asked = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, asked))
  return asked
}

async function locked(visit: Visit): Promise<Meeting> {
  await lockMeeting(visit.db, (await kept(visit)).id)
  return kept(visit)
}

const whenOf = (meeting: Meeting) => {
  const { onDay, dayKnown, startsAt, endsAt } = fieldsOf(meeting)
  return { onDay, dayKnown, startsAt, endsAt }
}

async function movePage(
  { db }: Visit,
  meeting: Meeting,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[],
  edition: string,
): Promise<Answer> {
  const view = {
    title: 'Move this meeting',
    caption: meetingFrame(meeting, 'Meeting').name,
    comesAlong: comesAlongWords(await attachedTo(db, meeting.id)),
    action: `meetings/${meeting.id}/move`,
    back: `meetings/${meeting.id}`,
    edition,
    fields,
    dayKinds: dayKinds.map(value => ({ value, text: dayKindNames[value], checked: value === fields['dayKnown'] })),
    breadcrumbs: toMeeting(meeting),
  }
  return page(template(import.meta.url, 'move.njk'), view, problems)
}

/** 2 items of the forward plan stay with it. */
function comesAlongWords({ items, actions }: Attached): string {
  const count = (number: number, what: string) => (number === 1 ? `1 ${what}` : `${number} ${what}s`)
  const parts = [
    ...(items > 0 ? [`${count(items, 'item')} of the forward plan`] : []),
    ...(actions.length > 0
      ? [`${count(actions.length, 'action')} due at it (${actions.map(({ reference }) => reference).join(', ')})`]
      : []),
  ]
  return parts.length === 0 ? '' : `${parts.join(' and ')} ${items + actions.length === 1 ? 'comes' : 'come'} along.`
}

function cancelPage(meeting: Meeting, reason: string, problems: readonly Problem[]): Answer {
  const view = {
    title: 'Cancel this meeting',
    caption: meetingFrame(meeting, 'Meeting').name,
    reason,
    action: `meetings/${meeting.id}/cancellation`,
    back: `meetings/${meeting.id}`,
    breadcrumbs: toMeeting(meeting),
  }
  return page(template(import.meta.url, 'cancellation.njk'), view, problems)
}

function notPossible(meeting: Meeting, title: string, problems: readonly Problem[]): Answer {
  const view = { title, caption: meetingFrame(meeting, 'Meeting').name, back: `meetings/${meeting.id}`, breadcrumbs: toMeeting(meeting) }
  return page(template(import.meta.url, 'not-possible.njk'), view, problems)
}
