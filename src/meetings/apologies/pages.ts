/** Whoever sits on a group says beforehand that they cannot come to its meeting, and who comes in their place. They may take it back until it begins. */
import { dayLabel } from '../../kernel/day.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { choosePerson, type PersonId, peopleToChoose, personChosen, personFieldView, readPerson } from '../../partnership/index.ts'
import { type Answer, editionOf, type Handler, overtaken, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import { type Attended, principalOf, type TableSeat } from '../attendance/attendance.ts'
import { attendedAt, tableOn } from '../attendance/store.ts'
import { meetingFrame, toMeeting } from '../meeting/frame.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { meetingAsked } from '../meeting/pages.ts'
import { lockMeeting } from '../meeting/store.ts'
import { sendApologies, withdrawApologies } from './store.ts'

type Asked = {
  readonly meeting: Meeting
  readonly personId: PersonId | null
  /** Theirs on this group. */
  readonly seats: readonly TableSeat[]
  readonly sent: readonly Attended[]
}
type Fields = { readonly coming: string; readonly instead: string }

export const editApologies: Handler = async visit => apologiesPage(visit, await asked(visit))

export const updateApologies: Handler = async visit => {
  const { db, body, today } = visit
  await lockMeeting(db, (await meetingAsked(visit)).id)
  const of = await asked(visit)
  const { meeting, personId, seats } = of
  const typed = { coming: text(body, 'coming'), instead: text(body, 'instead') }
  const closed = closedWords(of, today)
  if (closed !== '' || personId === null) return apologiesPage(visit, of, typed, [{ text: closed }])
  if (typed.coming !== 'yes' && typed.coming !== 'no')
    return apologiesPage(visit, of, typed, [{ field: 'coming', text: 'Select whether you are coming' }])
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(of), { coming: ['What is written down', inWords(of)] })
  if (meanwhile.length > 0) return apologiesPage(visit, of, typed, meanwhile)

  const back = `meetings/${meeting.id}`
  if (typed.coming === 'yes') {
    for (const { seatId } of seats) await withdrawApologies(db, meeting.id, personId, seatId)
    return redirect(back, 'You are expected at this meeting')
  }
  const named = readPerson(body, 'instead')
  const chosen = named.typed.trim() === '' ? null : choosePerson(named, await peopleToChoose(db, today), 'instead')
  if (chosen !== null && !chosen.accepted) return apologiesPage(visit, of, typed, chosen.problems)
  const sendsPersonId = chosen === null ? null : await personChosen(db, chosen.value, seats[0]?.organisationId ?? null)
  if (sendsPersonId === personId)
    return apologiesPage(visit, of, typed, [{ field: 'instead', text: 'You cannot come in your own place. Enter another name, or none' }])
  for (const { seatId } of seats) await sendApologies(db, meeting.id, { personId, seatId, sendsPersonId })
  return redirect(
    back,
    chosen === null ? 'Your apologies are sent' : `Your apologies are sent, and ${chosen.value.name} is to come in your place`,
  )
}

async function asked(visit: Visit): Promise<Asked> {
  const { db, visitor } = visit
  const meeting = await meetingAsked(visit)
  const personId = visitor.capacity.personId as PersonId | null
  const attended = await attendedAt(db, meeting.id)
  const seats = (await tableOn(db, meeting.groupId, meeting.onDay)).filter(
    seat => personId !== null && principalOf(seat)?.personId === personId,
  )
  return { meeting, personId, seats, sent: attended.filter(row => row.personId === personId) }
}

const apologyOf = ({ sent }: Asked) => sent.find(({ how, seatId }) => how === 'apologies' && seatId !== null)
const fieldsOf = (of: Asked): Fields => {
  const apology = apologyOf(of)
  return { coming: apology ? 'no' : 'yes', instead: apology?.sendsName ?? '' }
}
const inWords = (of: Asked): string => {
  const { coming, instead } = fieldsOf(of)
  return coming === 'yes' ? 'coming' : instead === '' ? 'apologies' : `apologies, and ${instead} comes instead`
}

function closedWords({ meeting, seats, sent }: Asked, today: Visit['today']): string {
  if (seats.length === 0) return 'You do not sit on this group on that day, so no apologies are expected from you.'
  if (meeting.state === 'cancelled') return 'This meeting is cancelled, so no apologies are needed.'
  if (meeting.onDay < today || meeting.state === 'held')
    return `This meeting was on ${dayLabel(meeting.onDay)}. The secretariat corrects its attendance.`
  if (sent.some(({ how, hasResigned }) => how === 'present' || how === 'absent' || hasResigned))
    return 'The attendance of this meeting is taken already. The secretariat corrects it.'
  return ''
}

async function apologiesPage(
  { db, today, body }: Visit,
  of: Asked,
  fields: Fields = fieldsOf(of),
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { meeting, seats } = of
  const people = await peopleToChoose(db, today)
  const deputies = [...new Set(seats.flatMap(({ deputies }) => deputies.map(({ name }) => name)))]
  const view = {
    title: 'Are you coming?',
    around: meetingFrame(meeting, 'Meeting'),
    breadcrumbs: toMeeting(meeting),
    closed: closedWords(of, today),
    action: `meetings/${meeting.id}/apologies`,
    back: `meetings/${meeting.id}`,
    edition:
      text(body, 'edition') !== '' && !problems.some(({ field }) => field === undefined) ? text(body, 'edition') : editionOf(fieldsOf(of)),
    choices: [
      { value: 'yes', text: 'I am coming', checked: fields.coming === 'yes' },
      { value: 'no', text: 'I cannot come', checked: fields.coming === 'no' },
    ],
    instead: personFieldView(fields.instead, text(body, 'instead-chosen'), people, problems.length > 0, seats[0]?.organisation ?? null),
    deputies: deputies.length === 0 ? '' : `Your deputies: ${deputies.join(', ')}.`,
    names: [...new Set([...deputies, ...people.map(({ name }) => name)])],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
