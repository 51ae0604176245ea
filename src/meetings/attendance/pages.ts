import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type ChosenPerson,
  choosePerson,
  type OrganisationId,
  organisations,
  type PersonId,
  type PersonToChoose,
  peopleToChoose,
  personChosen,
  personFieldView,
} from '../../partnership/index.ts'
import { type Answer, allow, type Fields, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { lockMeeting } from '../meeting/store.ts'
import {
  type Attended,
  type AttendedDraft,
  countedSeats,
  draftsOf,
  expectedSeats,
  isOf,
  type Line,
  linesOf,
  nothingSaid,
  principalOf,
  printed,
  type Said,
  saidOf,
  type TableSeat,
} from './attendance.ts'
import { fieldOf, nameIn, readLine, saidIn, shownOf } from './form.ts'
import { type Quorum, quorumOf } from './quorum.ts'
import { attendedAt, hasApprovedMinutes, keepLine, lastTime, quorumRule, setChair, tableOn } from './store.ts'
import { editView, readingView } from './view.ts'

type Last = Awaited<ReturnType<typeof lastTime>>
type Loaded = {
  readonly meeting: Meeting
  readonly attended: readonly Attended[]
  readonly seats: readonly TableSeat[]
  readonly people: readonly PersonToChoose[]
  readonly last: Last
  readonly lines: readonly Line[]
  readonly quorum: Quorum
}

export const showAttendance: Handler = async visit => {
  const meeting = await meetingAsked(visit)
  const loaded = await load(visit, meeting)
  if (!mayKeepMeeting(visit, meeting) || (await hasApprovedMinutes(visit.db, meeting.id))) return readingPage(loaded)
  return editPage(visit, loaded, {})
}

/**
 * The lines that were sent: all of them, or with script one. Those that are as they were shown are left alone, so that two people can take attendance at once;
 * who changes what another has changed meanwhile is asked. Nothing is kept where something is refused.
 */
export const updateAttendance: Handler = async visit => {
  const { db, body } = visit
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  await lockMeeting(db, meeting.id)
  const loaded = await load(visit, meeting)
  if (await hasApprovedMinutes(db, meeting.id))
    return readingPage(loaded, [{ text: 'The minutes of this meeting are approved, so its attendance cannot be changed any more' }])

  const changes = loaded.lines.flatMap((line, at) => {
    const was = text(body, fieldOf('was', line.key))
    const said = saidIn(body, line.key)
    return was === '' || was === shownOf(said) ? [] : [settled(line, at, said, was, loaded, body)]
  })
  const added = settleAdded(body, loaded)
  const problems = [...changes.flatMap(each => each.problems), ...(added?.problems ?? [])]
  if (problems.length > 0) return editPage(visit, loaded, body, problems)

  for (const { line, at, draft } of changes) {
    if (draft === null) continue
    const came =
      draft.came === null || 'personId' in draft.came
        ? (draft.came?.personId ?? null)
        : await personChosen(db, draft.came.chosen, organisationOf(line))
    const drafts = draftsOf(line, draft.read, came, draft.forPersonId)
    await keepLine(db, meeting.id, line.seat === null ? line.person : line.seat, drafts, at)
  }
  if (added !== null && added.chosen !== null) {
    const personId = await personChosen(db, added.chosen, added.organisationId)
    const draft: AttendedDraft = { personId, seatId: null, ...added.draft }
    await keepLine(db, meeting.id, { personId }, [draft], loaded.lines.length + 1)
  }
  const chair = text(body, 'chair')
  if (text(body, 'was-chair') !== chair && Object.hasOwn(body, 'chair')) await setChair(db, meeting.id, idOf<'person'>(chair))
  const said = added?.chosen ? `${added.chosen.name} is added` : 'The attendance is saved'
  return redirect(`meetings/${meeting.id}/attendance${added?.chosen ? '#name-added' : ''}`, said)
}

type Settled = {
  readonly line: Line
  readonly at: number
  readonly problems: readonly Problem[]
  readonly draft: {
    readonly read: Parameters<typeof draftsOf>[1]
    readonly came: { readonly personId: PersonId } | { readonly chosen: ChosenPerson } | null
    readonly forPersonId: PersonId | null
  } | null
}

function settled(line: Line, at: number, said: Said, was: string, { attended, people, last }: Loaded, body: Fields): Settled {
  const refused = (...problems: readonly Problem[]): Settled => ({ line, at, problems, draft: null })
  const { key } = line
  const now = shownSaid(line, attended, last)
  if (was !== shownOf(now) && shownOf(now) !== shownOf(said))
    return refused({
      field: fieldOf('how', key),
      text: `${nameOf(line)}: somebody has changed this since you opened it, to “${inWords(line, attended)}”. Save again to replace it`,
    })
  const resigned = attended.find(row => isOf(row, line) && row.hasResigned)
  const read = readLine(said, key)
  if (!read.accepted) return refused(...named(line, read.problems))
  const { how, cameId, ...told } = read.value
  if (resigned !== undefined && (how === '' || how === 'absent' || cameId === resigned.personId))
    return refused({
      field: fieldOf('how', key),
      text: `${resigned.name} has resigned at this meeting, which stands under apologies. Take the resignation back first`,
    })
  const whose =
    said.forWhom === '' ? null : choosePerson({ typed: said.forWhom, chosenId: null, isNew: false }, people, fieldOf('for', key))
  if (whose !== null && !whose.accepted) return refused(...named(line, whose.problems))
  const forPersonId = whose?.accepted && whose.value.kind === 'known' ? whose.value.id : null
  if (how === 'somebody') {
    const chosen = choosePerson(nameIn(body, key), people, fieldOf('name', key))
    if (!chosen.accepted) return refused(...named(line, chosen.problems))
    return { line, at, problems: [], draft: { read: { ...told, how: 'present' }, came: { chosen: chosen.value }, forPersonId } }
  }
  const came = how === 'present' ? (people.find(({ id }) => id === cameId) ?? null) : null
  if (how === 'present' && came === null) return refused({ field: fieldOf('how', key), text: `${nameOf(line)}: select who came` })
  const own = line.seat === null ? line.person.personId : null
  if (own !== null && forPersonId === own)
    return refused({ field: fieldOf('for', key), text: `${nameOf(line)} cannot come in their own place. Enter another name` })
  return { line, at, problems: [], draft: { read: { ...told, how }, came: came && { personId: came.id }, forPersonId } }
}

/** Somebody who is added to the list, if somebody is. */
function settleAdded(body: Fields, { people, attended, seats }: Loaded) {
  const name = nameIn(body, addedKey)
  if (name.typed.trim() === '') return null
  const said = saidIn(body, addedKey)
  const read = readLine(said, addedKey)
  const chosen = choosePerson(name, people, fieldOf('name', addedKey))
  const whose =
    said.forWhom === '' ? null : choosePerson({ typed: said.forWhom, chosenId: null, isNew: false }, people, fieldOf('for', addedKey))
  const problems = [read, chosen, whose].flatMap(each => (each === null || each.accepted ? [] : each.problems))
  if (chosen.accepted && chosen.value.kind === 'known') {
    const { id } = chosen.value
    const there = attended.find(({ personId, seatId }) => personId === id && seatId === null)
    const seat = seats.find(({ sitting }) => sitting.some(({ personId }) => personId === id))
    if (there) problems.push({ field: fieldOf('name', addedKey), text: `${there.name} is in the list already` })
    else if (seat)
      problems.push({
        field: fieldOf('name', addedKey),
        text: `${chosen.value.name} sits on a seat of this group: ${seat.name}. Say there that they came`,
      })
  }
  const how =
    read.accepted && read.value.how !== 'somebody' && read.value.how !== '' && read.value.how !== 'absent'
      ? read.value.how
      : 'in-attendance'
  const forPersonId = whose?.accepted && whose.value.kind === 'known' ? whose.value.id : null
  return {
    problems,
    chosen: problems.length === 0 && chosen.accepted ? chosen.value : null,
    organisationId: idOf<'organisation'>(text(body, 'organisation')) as OrganisationId | null,
    draft: {
      how,
      forPersonId: how === 'apologies' ? null : forPersonId,
      describedAs: said.describedAs,
      heading: said.heading,
      cameAt: null,
      leftAt: null,
    },
  }
}
const addedKey = 'added'

const nameOf = (line: Line): string => (line.seat === null ? line.person.name : (principalOf(line.seat)?.name ?? line.seat.name))
const named = (line: Line, problems: readonly Problem[]): Problem[] =>
  problems.map(each => ({ ...each, text: `${nameOf(line)}: ${each.text}` }))
const organisationOf = ({ seat }: Line) => seat?.organisationId ?? null

function inWords(line: Line, attended: readonly Attended[]): string {
  const own = attended.filter(row => isOf(row, line))
  return own.length === 0 ? 'not known' : own.map(({ name, how }) => `${name} ${waysInWords[how]}`).join(', ')
}
const waysInWords = { present: 'present', apologies: 'apologies', absent: 'absent', 'in-attendance': 'in attendance' } as const

/** What a line shows at first: what is kept, or how the same people were described last time. */
function shownSaid(line: Line, attended: readonly Attended[], last: Last): Said {
  if (attended.some(row => isOf(row, line))) return saidOf(line, attended)
  const before = last.find(row =>
    line.seat === null ? row.personId === line.person.personId : row.seatId === line.seat.seatId && row.how === 'present',
  )
  const isSame = before !== undefined && (line.seat === null || line.seat.sitting.some(({ personId }) => personId === before.personId))
  return isSame ? { ...nothingSaid, describedAs: before.describedAs, heading: before.heading } : nothingSaid
}

/** Nine queries, however many people there are. */
async function load({ db }: Pick<Visit, 'db'>, meeting: Meeting): Promise<Loaded> {
  const attended = await attendedAt(db, meeting.id)
  const [seats, people, last, rule] = await Promise.all([
    tableOn(db, meeting.groupId, meeting.onDay, attended),
    peopleToChoose(db, meeting.onDay),
    lastTime(db, meeting),
    quorumRule(db, meeting.groupId),
  ])
  const isTaken = attended.some(({ how }) => how === 'present')
  return {
    meeting,
    attended,
    seats,
    people,
    last,
    lines: linesOf(
      seats,
      attended,
      last.filter(({ seatId, how }) => seatId === null && how !== 'apologies'),
    ),
    quorum: isTaken ? quorumOf(rule, countedSeats(seats, attended)) : quorumOf(rule, expectedSeats(seats, attended), 'expected'),
  }
}

function readingPage(loaded: Loaded, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'show.njk'), readingView({ ...loaded, printed: printedOf(loaded) }), problems)
}

const printedOf = ({ attended, seats, people }: Loaded) => {
  const details = new Map(people.map(({ id, detail }) => [id, detail]))
  return printed(attended, seats, personId => details.get(personId) ?? '')
}

async function editPage(visit: Visit, loaded: Loaded, body: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const { attended, people, last } = loaded
  const wasSent = problems.length > 0
  const details = new Map(people.map(({ id, detail }) => [id, detail]))
  const known = await organisations(visit.db)
  const nameField = (key: string, at: string | null) =>
    personFieldView(text(body, fieldOf('name', key)), text(body, fieldOf('name', `${key}-chosen`)), people, wasSent, at)
  const lines = loaded.lines.map(line => {
    const now = shownSaid(line, attended, last)
    const was = text(body, fieldOf('was', line.key))
    const isTyped = wasSent && was !== '' && was !== shownOf(saidIn(body, line.key))
    return {
      line,
      attended: attended.filter(row => isOf(row, line)),
      said: isTyped ? saidIn(body, line.key) : now,
      was: shownOf(now),
      nameField: nameField(line.key, line.seat?.organisation ?? null),
      detail: line.seat === null ? (details.get(line.person.personId) ?? '') : '',
    }
  })
  const organisationId = text(body, 'organisation')
  const add = {
    how: text(body, fieldOf('how', addedKey)) || 'in-attendance',
    nameField: nameField(addedKey, known.find(({ id }) => String(id) === organisationId)?.name ?? null),
    as: text(body, fieldOf('as', addedKey)),
    heading: text(body, fieldOf('heading', addedKey)),
    forWhom: text(body, fieldOf('for', addedKey)),
    organisationId,
  }
  const view = {
    ...editView(
      { ...loaded, lines, printed: printedOf(loaded) },
      add,
      wasSent && Object.hasOwn(body, 'chair') ? text(body, 'chair') : null,
    ),
    names: [...new Set(people.map(({ name }) => name))],
    organisations: [
      { value: '', text: 'None, or not known' },
      ...known.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === organisationId })),
    ],
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
