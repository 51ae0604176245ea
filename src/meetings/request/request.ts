/**
 * A request asks something of several people by a date: to answer questions, to sign something off, to name people. Whoever sits on a seat is asked for it, and
 * whoever acts there may answer for it. It is a draft while it is made, sent while answers come, and closed at the end; it may be given a later date with a reason.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Bearer, GroupId, PersonId, SeatId } from '../../partnership/index.ts'
import { type Answer, isLate } from '../answer/answer.ts'

export type RequestId = Id<'request'>
export type AskedId = Id<'asked'>

export type RequestState = 'draft' | 'sent' | 'closed'
export const requestStateNames: Readonly<Record<RequestState, string>> = { draft: 'Draft', sent: 'Sent', closed: 'Closed' }

/** Who sees what everybody answered: the keepers of the group's meetings, or whoever was asked as well. */
export const seers = ['keepers', 'asked'] as const
export type SeenBy = (typeof seers)[number]
export const seerNames: Readonly<Record<SeenBy, string>> = {
  keepers: 'Only those who keep the group’s meetings: its officers, chair, vice chair and secretariat',
  asked: 'Everybody who is asked',
}

/** What it comes from: a meeting, or one item of it, or an action. */
export type Origin = { readonly meetingId: number | null; readonly itemId: number | null; readonly actionId: number | null }

export type Request = Origin & {
  readonly id: RequestId
  readonly groupId: GroupId
  readonly group: string
  readonly title: string
  readonly why: string
  readonly dueOn: Day
  readonly seenBy: SeenBy
  readonly state: RequestState
  readonly sentOn: Day | null
  readonly closedOn: Day | null
}
export type RequestDraft = Pick<Request, 'title' | 'why' | 'dueOn' | 'seenBy'>

export type Extension = { readonly wasDueOn: Day; readonly dueOn: Day; readonly reason: string; readonly extendedOn: Day }

/** One of those who are asked. Until it is sent a seat has no person; afterwards it has none where the seat was vacant. */
export type Asked = {
  readonly id: AskedId
  readonly personId: PersonId | null
  readonly person: string | null
  readonly seatId: SeatId | null
  /** Lead, Safer communities; '' for a person. */
  readonly seat: string
  readonly group: string
  readonly answer: Answer | null
  readonly remindedOn: readonly Day[]
}

/** With how many were asked and have answered. */
export type RequestInList = Request & { readonly asked: number; readonly answered: number }

/** What a request comes from, by name. */
export type Named = {
  /** Withheld from those outside the group while its agenda is a draft, or where it is confidential. */
  readonly item: { readonly id: number; readonly title: string; readonly isWithheld: boolean } | null
  readonly action: { readonly id: number; readonly reference: string } | null
}

/** What somebody is asked, in short. */
export type Mine = Pick<Request, 'id' | 'title' | 'group' | 'dueOn' | 'state'> & {
  readonly askedId: AskedId
  readonly seatId: SeatId | null
  readonly answerState: Answer['state'] | null
}

type Step = 'send' | 'extend' | 'remind' | 'close'
const lifecycle: Readonly<Record<RequestState, Partial<Record<Step, RequestState>>>> = {
  draft: { send: 'sent' },
  sent: { extend: 'sent', remind: 'sent', close: 'closed' },
  closed: { extend: 'sent' },
}
const refusals: Readonly<Record<Step, string>> = {
  send: 'This request was sent already',
  extend: 'A request that is not sent yet has no date to extend: change it instead',
  remind: 'Only a request that is sent, and not closed, is reminded of',
  close: 'Only a request that is sent can be closed',
}

export const isOpenTo = (step: Step, { state }: Pick<Request, 'state'>): boolean => lifecycle[state][step] !== undefined

export function take(step: Step, { state }: Pick<Request, 'state'>): Ruling<RequestState> {
  const to = lifecycle[state][step]
  return to === undefined ? refuse({ text: refusals[step] }) : accept(to)
}

/** What has to be there before it goes out. */
export function send(request: Request, counts: { readonly questions: number; readonly asked: number }, today: Day): Ruling<RequestState> {
  const problems: Problem[] = []
  if (counts.questions === 0) problems.push({ text: 'Add at least one question before this is sent' })
  if (counts.asked === 0) problems.push({ text: 'Say who is asked before this is sent' })
  if (request.dueOn < today) problems.push({ text: `Answers are due on ${dayLabel(request.dueOn)}, which is over. Change the date first` })
  return problems.length > 0 ? refuse(...problems) : take('send', request)
}

export function extend(request: Request, dueOn: Day, today: Day): Ruling<RequestState> {
  if (dueOn <= request.dueOn)
    return refuse({ field: 'dueOn', text: `Enter a date after ${dayLabel(request.dueOn)}, when answers are due now` })
  if (dueOn < today) return refuse({ field: 'dueOn', text: 'Enter a date that is not over' })
  return take('extend', request)
}

export const hasAnswered = ({ answer }: Pick<Asked, 'answer'>): boolean => answer?.state === 'sent'

/** Who has not answered first, as whoever chases needs them; the rest as they answered. */
export function inOrderOfNeed<T extends Pick<Asked, 'answer'>>(asked: readonly T[]): readonly T[] {
  return [...asked.filter(each => !hasAnswered(each)), ...asked.filter(hasAnswered)]
}

/** Who it is, and for which seat. */
export const inTwo = ({
  person,
  seat,
  group,
}: Pick<Asked, 'person' | 'seat' | 'group'>): { readonly name: string; readonly seat: string } => ({
  name: person ?? 'Vacant',
  seat: seat === '' ? '' : `${seat}, ${group}`,
})

/** The same in one line. */
export function askedName(asked: Pick<Asked, 'person' | 'seat' | 'group'>): string {
  const { name, seat } = inTwo(asked)
  return seat === '' ? name : `${name}, ${seat}`
}

/** How an answer stands, in words. */
export function standingWords(
  { answer, person, seatId }: Pick<Asked, 'answer' | 'person' | 'seatId'>,
  { dueOn, state }: Pick<Request, 'dueOn' | 'state'>,
  today: Day,
): string {
  if (answer?.state === 'sent' && answer.sentOn !== null)
    return `${isLate(answer, dueOn) ? 'Answered late' : 'Answered'} on ${dayLabel(answer.sentOn)}`
  if (person === null && seatId !== null) return 'Nobody sits there'
  const overdue = state !== 'draft' && today > dueOn ? ', overdue' : ''
  return answer === null ? `Not answered${overdue}` : `Draft begun${overdue}`
}

/** Which of those asked somebody may answer for: themselves, or a seat that they sit on or act for today. */
export function theirs<T extends Pick<Asked, 'personId' | 'seatId'>>(
  asked: readonly T[],
  { personId, seats }: Bearer['capacity'],
): readonly T[] {
  return asked.filter(
    each =>
      (each.personId !== null && each.personId === personId) ||
      (each.seatId !== null && seats.some(({ seatId }) => seatId === each.seatId)),
  )
}

/** Nobody is asked twice, whether by name, for one seat or for two that they sit on: the first stays. */
export function onceEach<T extends { readonly personId: PersonId | null; readonly seatId: SeatId | null }>(
  wanted: readonly T[],
  already: readonly T[] = [],
): readonly T[] {
  const people = new Set(already.flatMap(({ personId }) => (personId === null ? [] : [personId])))
  const seats = new Set(already.flatMap(({ seatId }) => (seatId === null ? [] : [seatId])))
  return wanted.filter(({ personId, seatId }) => {
    const isThere = (personId !== null && people.has(personId)) || (seatId !== null && seats.has(seatId))
    if (personId !== null) people.add(personId)
    if (seatId !== null) seats.add(seatId)
    return !isThere
  })
}
