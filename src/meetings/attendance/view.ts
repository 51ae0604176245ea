import { meetingFrame, toMeeting } from '../meeting/frame.ts'
import { type Meeting, timeLabel } from '../meeting/meeting.ts'
import {
  type Attended,
  attendanceLists,
  chairOf,
  countWords,
  type Line,
  type PrintedAttendance,
  principalOf,
  type Said,
} from './attendance.ts'
import type { Quorum } from './quorum.ts'

/** Names that are asked about, as `personFieldView` has them. */
export type NameField = { readonly value: string; readonly which: readonly object[]; readonly newName: string; readonly at: string }

export type ShownLine = {
  readonly line: Line
  readonly attended: readonly Attended[]
  readonly said: Said
  /** What comes back as what was shown. */
  readonly was: string
  readonly nameField: NameField
  /** What they are, where they have no seat. */
  readonly detail: string
}

export type Shown = {
  readonly meeting: Meeting
  readonly lines: readonly ShownLine[]
  readonly attended: readonly Attended[]
  readonly printed: PrintedAttendance
  readonly quorum: Quorum
  readonly seats: Parameters<typeof chairOf>[1]
}

const kindOfState = { met: 'met', 'not-met': 'off-target', 'not-agreed': 'none' } as const

export function tallyView({ printed, quorum, attended }: Pick<Shown, 'printed' | 'quorum' | 'attended'>) {
  return {
    counts: attended.length === 0 ? '' : `${countWords(printed)}.`,
    quorum: quorum.sentence,
    state: kindOfState[quorum.state],
  }
}

export function readingView({ meeting, printed, quorum, attended }: Omit<Shown, 'lines' | 'seats'>) {
  return {
    title: 'Attendance',
    around: meetingFrame(meeting, 'Attendance'),
    breadcrumbs: toMeeting(meeting),
    tally: tallyView({ printed, quorum, attended }),
    lists: attendanceLists(printed),
  }
}

export function editView(
  shown: Shown,
  add: {
    readonly how: string
    readonly nameField: NameField
    readonly as: string
    readonly heading: string
    readonly forWhom: string
    readonly organisationId: string
  },
  chair: string | null,
) {
  const { meeting, lines, attended, seats } = shown
  const chairId = chair ?? String(chairOf(attended, seats) ?? '')
  const present = attended.filter(({ how }) => how === 'present')
  const candidates = new Map([...present, ...seats.flatMap(({ sitting }) => sitting)].map(({ personId, name }) => [String(personId), name]))
  return {
    title: 'Attendance',
    wide: true,
    around: meetingFrame(meeting, 'Attendance'),
    breadcrumbs: toMeeting(meeting),
    action: `meetings/${meeting.id}/attendance`,
    tally: tallyView(shown),
    lists: attendanceLists(shown.printed),
    seats: lines.filter(({ line }) => line.seat !== null).map(line => lineView(line, meeting)),
    people: lines.filter(({ line }) => line.seat === null).map(line => lineView(line, meeting)),
    chair: {
      was: String(chairOf(attended, seats) ?? ''),
      items: [
        { value: '', text: 'Not known yet', selected: chairId === '' },
        ...[...candidates].map(([value, text]) => ({ value, text, selected: value === chairId })),
      ],
    },
    add,
  }
}

function lineView({ line, attended, said, was, nameField, detail }: ShownLine, meeting: Meeting) {
  const { key, seat, person } = line
  const resigned = attended.find(({ hasResigned }) => hasResigned)
  const announced = attended.find(({ sendsName }) => sendsName !== null)
  const principal = seat === null ? null : principalOf(seat)
  return {
    key,
    was,
    how: said.how,
    said: { ...said, came: shownTime(said.came), left: shownTime(said.left) },
    name: seat === null ? person.name : seat.sitting.length === 0 ? 'Vacant' : seat.sitting.map(({ name }) => name).join(', '),
    isVacant: seat !== null && seat.sitting.length === 0,
    what: seat === null ? detail : [seat.name, seat.organisation ?? ''].filter(words => words !== '').join(', '),
    note: announced ? `Sent apologies. ${announced.sendsName} is to come instead.` : '',
    options: optionsOf(line, attended),
    nameField,
    isSeat: seat !== null,
    resignation:
      principal === null
        ? null
        : {
            name: principal.name,
            hasResigned: resigned !== undefined,
            href: `meetings/${meeting.id}/resignations/${seat?.seatId}`,
          },
    hasDetails: said.describedAs !== '' || said.heading !== '' || said.came !== '' || said.left !== '' || said.forWhom !== '',
  }
}

/** A key chooses, too: p whoever sits there, d the first deputy, a apologies, n nobody. */
function optionsOf(line: Line, attended: readonly Attended[]) {
  const { seat, person } = line
  if (seat === null)
    return [
      { value: `present-${person.personId}`, text: 'Present', key: 'p' },
      { value: 'in-attendance', text: 'In attendance', key: 'i' },
      { value: 'apologies', text: 'Apologies', key: 'a' },
      { value: '', text: 'Not in the list', key: 'n' },
    ]
  const isVacant = seat.sitting.length === 0
  const known = [...seat.sitting, ...seat.deputies].map(({ personId }) => personId)
  const came = attended.filter(({ how, personId }) => how === 'present' && !known.includes(personId))
  const announced = attended.flatMap(({ sendsPersonId, sendsName }) =>
    sendsPersonId === null || sendsName === null || known.includes(sendsPersonId) || came.some(({ personId }) => personId === sendsPersonId)
      ? []
      : [{ personId: sendsPersonId, name: sendsName }],
  )
  return [
    ...seat.sitting.map(({ personId, name, isInterim }, at) => ({
      value: `present-${personId}`,
      text: seat.sitting.length > 1 ? `${name} present${isInterim ? ', covering' : ''}` : 'Present',
      key: at === 0 ? 'p' : '',
    })),
    ...(isVacant
      ? []
      : [
          { value: 'apologies', text: 'Apologies', key: 'a' },
          { value: 'absent', text: 'Absent', key: 'n' },
        ]),
    ...[...seat.deputies, ...announced, ...came].map(({ personId, name }, at) => ({
      value: `present-${personId}`,
      text: seat.deputies.some(each => each.personId === personId) ? `${name}, deputy` : `${name} instead`,
      key: at === 0 ? 'd' : '',
    })),
    { value: 'somebody', text: isVacant ? 'Somebody came' : 'Somebody else', key: 's' },
    { value: '', text: isVacant ? 'Nobody' : 'Not known', key: isVacant ? 'n' : '' },
  ]
}

const shownTime = (time: string): string => (/^\d\d:\d\d$/.test(time) ? timeLabel(time) : time)
