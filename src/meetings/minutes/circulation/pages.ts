import type { Problem } from '../../../kernel/ruling.ts'
import { absencesOn, type PersonId, people, seatsOf, sitterOf } from '../../../partnership/index.ts'
import { post } from '../../../platform/mail/index.ts'
import { type Answer, allow, type Handler, page, redirect, template, text, type Visit } from '../../../platform/web/index.ts'
import { correctionsOf } from '../../correction/store.ts'
import type { Meeting } from '../../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../../meeting/pages.ts'
import { readCirculation } from '../form.ts'
import { circulate, withdraw } from '../life-cycle.ts'
import { endCirculation, keepCirculation, lockMinutes, minutesOf, recordsOf } from '../store.ts'
import { circulationView, withdrawalView } from '../view.ts'

export const askToCirculate: Handler = async visit => circulationPage(visit, await meetingKept(visit), '')

/** What goes out is kept as it goes out. */
export const circulateMinutes: Handler = async visit => {
  const { db, body, today } = visit
  const meeting = await meetingKept(visit)
  await lockMinutes(db, meeting.id)
  const [minutes, records] = [await minutesOf(db, meeting.id), await recordsOf(db, meeting)]
  const read = readCirculation(body)
  const ruling = read.accepted ? circulate(read.value, { state: minutes.state, pieces: records.pieces.length }, meeting, today) : read
  if (!ruling.accepted) return circulationPage(visit, meeting, text(body, 'correctionsBy'), ruling.problems)

  const told = (await members(visit, meeting)).filter(({ email }) => email !== null)
  const sentTo = visit.sendsMail ? told.length : 0
  const circulation = await keepCirculation(db, meeting.id, { records, correctionsBy: ruling.value, sentTo })
  for (const { id } of told)
    await post(db, {
      letter: 'minutes-circulated',
      about: { meetingId: meeting.id, personId: id },
      key: `minutes circulated ${meeting.id} ${id} ${circulation}`,
    })
  const words =
    sentTo === 0 ? 'No mail was sent: tell the members' : sentTo === 1 ? 'One member is told by mail' : `${sentTo} members are told by mail`
  return redirect(`meetings/${meeting.id}/minutes`, `The minutes are circulated for correction. ${words}`)
}

export const askToWithdraw: Handler = async visit => withdrawalPage(await meetingKept(visit))

export const withdrawMinutes: Handler = async visit => {
  const { db } = visit
  const meeting = await meetingKept(visit)
  await lockMinutes(db, meeting.id)
  const [{ state }, corrections] = [await minutesOf(db, meeting.id), await correctionsOf(db, meeting.id)]
  const ruling = withdraw({ state, proposed: corrections.length, undecided: 0 })
  if (!ruling.accepted) return withdrawalPage(meeting, ruling.problems)

  await endCirculation(db, meeting.id)
  return redirect(`meetings/${meeting.id}/minutes`, 'The minutes are a draft again')
}

/** Whoever sits on the group today, once each. */
async function members({ db, today }: Visit, { groupId }: Meeting) {
  const [seats, absences, everybody] = await Promise.all([seatsOf(db, { groupId }), absencesOn(db, today), people(db)])
  const ids = new Set<PersonId>(seats.flatMap(seat => sitterOf(seat, absences, today)?.personId ?? []))
  return everybody.filter(({ id }) => ids.has(id))
}

async function circulationPage(visit: Visit, meeting: Meeting, correctionsBy: string, problems: readonly Problem[] = []): Promise<Answer> {
  const told = await members(visit, meeting)
  const view = circulationView(meeting, correctionsBy, { told, sendsMail: visit.sendsMail })
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

const withdrawalPage = (meeting: Meeting, problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'removal.njk'), withdrawalView(meeting), problems)

async function meetingKept(visit: Visit): Promise<Meeting> {
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  return meeting
}
