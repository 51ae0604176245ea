import { type Day, day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { FilledSeat, NamedDeputy, NamedTenure } from './seat.ts'

const id = <Name extends string>(number: number) => number as Id<Name>
const dayOrNull = (iso: string | null): Day | null => (iso === null ? null : day(iso))

/** People of the example by number, so that a test reads as a sentence. */
export const people = { 'Amina Siddiqui': 1, 'Ruth Calder': 2, 'Tom Okafor': 3, 'Grace Whitlock': 4 } as const
export type Someone = keyof typeof people
type Days = readonly [from: string | null, to: string | null]

let count = 0
export function exampleTenure(name: Someone, [from, to]: Days, more: Partial<NamedTenure> = {}): NamedTenure {
  count += 1
  const days = { beginsOn: dayOrNull(from), endsOn: dayOrNull(to) }
  return { id: id(count), seatId: id(1), personId: id(people[name]), name, isInterim: false, reason: '', endedBy: null, ...days, ...more }
}

export function exampleDeputy(name: Someone, place: number, [from, to]: Days = [null, null]): NamedDeputy {
  count += 1
  return { id: id(count), seatId: id(1), personId: id(people[name]), name, place, beginsOn: dayOrNull(from), endsOn: dayOrNull(to) }
}

export const exampleSeat = (more: Partial<FilledSeat> = {}): FilledSeat => ({
  id: id(1),
  groupId: id(1),
  role: 'lead',
  title: 'Children and young people',
  organisationId: null,
  organisation: null,
  sector: null,
  place: 1,
  beginsOn: null,
  endsOn: null,
  tenures: [],
  deputies: [],
  ...more,
})

/** A case of who acts, to which the rule and the database's function are both held. */
export type ActingCase = {
  readonly name: string
  readonly deputiesAct?: 'always' | 'when-away'
  readonly seat?: Days
  readonly group?: Days
  readonly sits?: readonly (readonly [Someone, ...Days, interim?: 'interim'])[]
  readonly deputies?: readonly (readonly [Someone, ...Days])[]
  readonly away?: readonly (readonly [Someone, from: string, to: string | null])[]
  readonly today: string
  readonly acting: readonly string[]
}

const [year, leave] = [['2026-01-01', null] as const, ['2026-05-04', '2027-05-03'] as const]
const lead = [['Amina Siddiqui', ...year]] as const
const two = [
  ['Ruth Calder', null, null],
  ['Tom Okafor', null, null],
] as const

export const actingCases: readonly ActingCase[] = [
  { name: 'who sits there acts', sits: lead, deputies: two, today: '2026-11-22', acting: ['Amina Siddiqui as holder'] },
  { name: 'nobody acts before their time', sits: lead, today: '2025-12-31', acting: [] },
  { name: 'deputies act where nobody sits', deputies: two, today: '2026-11-22', acting: ['Ruth Calder as deputy'] },
  {
    name: 'the first deputy acts while the holder is away, who may act all the same',
    sits: lead,
    deputies: two,
    away: [['Amina Siddiqui', '2026-11-01', '2026-11-30']],
    today: '2026-11-22',
    acting: ['Amina Siddiqui as holder', 'Ruth Calder as deputy'],
  },
  {
    name: 'the second acts while the first is away too',
    sits: lead,
    deputies: two,
    away: [
      ['Amina Siddiqui', '2026-11-01', null],
      ['Ruth Calder', '2026-11-22', '2026-11-22'],
    ],
    today: '2026-11-22',
    acting: ['Amina Siddiqui as holder', 'Ruth Calder as deputy', 'Tom Okafor as deputy'],
  },
  {
    name: 'the absence ends, and the holder acts alone again',
    sits: lead,
    deputies: two,
    away: [['Amina Siddiqui', '2026-11-01', '2026-11-21']],
    today: '2026-11-22',
    acting: ['Amina Siddiqui as holder'],
  },
  {
    name: 'who covers acts, and no deputy does',
    sits: [...lead, ['Grace Whitlock', ...leave, 'interim']],
    deputies: two,
    away: [['Amina Siddiqui', ...leave]],
    today: '2026-11-22',
    acting: ['Amina Siddiqui as holder', 'Grace Whitlock as interim'],
  },
  {
    name: 'a deputy acts while who covers is away as well',
    sits: [...lead, ['Grace Whitlock', ...leave, 'interim']],
    deputies: two,
    away: [
      ['Amina Siddiqui', ...leave],
      ['Grace Whitlock', '2026-11-20', '2026-11-24'],
    ],
    today: '2026-11-22',
    acting: ['Amina Siddiqui as holder', 'Grace Whitlock as interim', 'Ruth Calder as deputy'],
  },
  {
    name: 'after the cover the holder acts',
    sits: [...lead, ['Grace Whitlock', ...leave, 'interim']],
    today: '2027-05-04',
    acting: ['Amina Siddiqui as holder'],
  },
  {
    name: 'where deputies always act all of them do',
    deputiesAct: 'always',
    sits: lead,
    deputies: two,
    today: '2026-11-22',
    acting: ['Amina Siddiqui as holder', 'Ruth Calder as deputy', 'Tom Okafor as deputy'],
  },
  {
    name: 'a deputy’s time is over',
    deputies: [
      ['Ruth Calder', null, '2026-11-21'],
      ['Tom Okafor', null, null],
    ],
    today: '2026-11-22',
    acting: ['Tom Okafor as deputy'],
  },
  { name: 'nobody acts on a seat that has ended', seat: [null, '2026-11-21'], sits: lead, deputies: two, today: '2026-11-22', acting: [] },
  { name: 'nobody acts on a group that was wound up', group: [null, '2026-11-21'], sits: lead, today: '2026-11-22', acting: [] },
  {
    name: 'on its last day a group still acts',
    group: [null, '2026-11-22'],
    sits: lead,
    today: '2026-11-22',
    acting: ['Amina Siddiqui as holder'],
  },
]

export function seatIn({ seat, group, sits = [], deputies = [], away = [], deputiesAct = 'when-away' }: ActingCase) {
  const span = ([from, to]: Days = [null, null]) => ({ beginsOn: dayOrNull(from), endsOn: dayOrNull(to) })
  return {
    seat: exampleSeat({
      ...span(seat),
      tenures: sits.map(([name, from, to, interim]) => exampleTenure(name, [from, to], { isInterim: interim !== undefined })),
      deputies: deputies.map(([name, from, to], at) => exampleDeputy(name, at + 1, [from, to])),
    }),
    group: { ...span(group), deputiesAct },
    absences: away.map(([name, from, to], at) => ({
      id: id<'absence'>(at + 1),
      personId: id<'person'>(people[name]),
      reason: '',
      beginsOn: day(from),
      endsOn: dayOrNull(to),
    })),
  }
}
