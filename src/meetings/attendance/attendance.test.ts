import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Id } from '../../kernel/ids.ts'
import {
  type Attended,
  clockTime,
  countedSeats,
  countWords,
  draftsOf,
  expectedSeats,
  linesOf,
  type PrintedAttendance,
  printed,
  saidOf,
  type TableSeat,
} from './attendance.ts'

const id = <Name extends string>(number: number) => number as Id<Name>
const people = { Hart: 1, Bell: 2, Petrie: 3, Okafor: 4, Marsh: 5 } as const
type Name = keyof typeof people
const who = (name: Name) => ({ personId: id<'person'>(people[name]), name })

const seat = (number: number, more: Partial<TableSeat> = {}): TableSeat => ({
  seatId: id(number),
  name: 'Member',
  role: 'member',
  title: '',
  organisationId: null,
  organisation: null,
  sector: null,
  sitting: [],
  deputies: [],
  ...more,
})
const holds = (name: Name) => ({ sitting: [{ ...who(name), isInterim: false }] })

let count = 0
const row = (name: Name, how: Attended['how'], more: Partial<Attended> = {}): Attended => {
  count += 1
  return {
    id: id(count),
    ...who(name),
    seatId: null,
    how,
    forPersonId: null,
    forName: null,
    sendsPersonId: null,
    sendsName: null,
    isChair: false,
    describedAs: '',
    heading: '',
    cameAt: null,
    leftAt: null,
    hasResigned: false,
    place: count,
    ...more,
  }
}
const instead = (name: Name, whose: Name, seatId: number) =>
  row(name, 'present', { seatId: id(seatId), forPersonId: who(whose).personId, forName: whose })

const told = { describedAs: '', heading: '', cameAt: null, leftAt: null }
const fire = seat(7, { ...holds('Hart'), deputies: [who('Bell')], organisation: 'Fire and Rescue Service' })
const fireLine = linesOf([fire], [], [])[0]
if (!fireLine) throw new Error('There is no line')

describe('what is kept of a seat', () => {
  const kept = (how: Parameters<typeof draftsOf>[1]['how'], came: Name | null, line = fireLine) =>
    draftsOf(line, { how, ...told }, came && who(came).personId, null).map(({ personId, how, forPersonId }) => [personId, how, forPersonId])

  test('whoever sits there came', () => assert.deepEqual(kept('present', 'Hart'), [[1, 'present', null]]))
  test('who comes instead is there for the holder, who is under apologies as well', () =>
    assert.deepEqual(kept('present', 'Bell'), [
      [2, 'present', 1],
      [1, 'apologies', null],
    ]))
  test('apologies are the holder’s', () => assert.deepEqual(kept('apologies', null), [[1, 'apologies', null]]))
  test('nothing is kept of what is not known', () => assert.deepEqual(kept('', null), []))
  test('on a vacant seat somebody comes for nobody', () => {
    const [vacant] = linesOf([seat(8)], [], [])
    assert.deepEqual(kept('present', 'Bell', vacant), [[2, 'present', null]])
    assert.deepEqual(kept('absent', null, vacant), [])
  })
  test('and is shown again as it was said', () => {
    assert.equal(saidOf(fireLine, [instead('Bell', 'Hart', 7), row('Hart', 'apologies', { seatId: id(7) })]).how, 'present-2')
    assert.equal(saidOf(fireLine, [row('Hart', 'absent', { seatId: id(7) })]).how, 'absent')
  })
})

test('people without a seat follow, with those who always come', () => {
  const lines = linesOf([fire], [row('Petrie', 'in-attendance')], [who('Petrie'), who('Okafor'), who('Hart')])
  assert.deepEqual(
    lines.map(({ key }) => key),
    ['seat-7', 'person-3', 'person-4'],
  )
})

describe('which seats count', () => {
  const filled = (seats: readonly TableSeat[], rows: readonly Attended[]) => countedSeats(seats, rows).map(({ filled }) => filled !== null)
  test('one person on two seats represents both, and an observer none', () => {
    const seats = [seat(1, holds('Hart')), seat(2, holds('Hart')), seat(3, { ...holds('Bell'), role: 'observer' })]
    assert.deepEqual(
      filled(seats, [1, 2].map(at => row('Hart', 'present', { seatId: id(at) })).concat(row('Bell', 'present', { seatId: id(3) }))),
      [true, true],
    )
  })
  test('two heads for one seat are one, and who is in attendance fills none', () => {
    assert.deepEqual(filled([fire, seat(8)], [instead('Bell', 'Hart', 7), row('Petrie', 'in-attendance')]), [true, false])
  })
  test('expected is who sits there, without apologies or with somebody who comes instead', () => {
    const seats = [seat(1, holds('Hart')), seat(2, holds('Bell')), seat(3, holds('Petrie')), seat(4)]
    const rows = [
      row('Bell', 'apologies', { seatId: id(2) }),
      row('Petrie', 'apologies', { seatId: id(3), sendsPersonId: id(4), sendsName: 'Okafor' }),
    ]
    assert.deepEqual(
      expectedSeats(seats, rows).map(({ filled }) => filled !== null),
      [true, false, true, false],
    )
  })
})

describe('as minutes print it', () => {
  const line = ({ name, description, isChair, note }: PrintedAttendance['apologies'][number]) =>
    `${name}${description && `, ${description}`}${isChair ? ' (Chair)' : ''}${note && ` (${note})`}`
  const lines = (of: PrintedAttendance) => ({
    present: of.present.map(({ heading, people }) => [heading, ...people.map(line)]),
    inAttendance: of.inAttendance.map(line),
    apologies: of.apologies.map(line),
    resigned: of.resigned.map(line),
    counts: countWords(of),
  })

  test('the chair first, who came instead and who sent them, and a resignation under a heading of its own', () => {
    const seats = [
      fire,
      seat(8, { ...holds('Marsh'), role: 'chair' }),
      seat(9, { ...holds('Okafor'), role: 'lead', title: 'Safer Wexcombe' }),
    ]
    const rows = [
      instead('Bell', 'Hart', 7),
      row('Hart', 'apologies', { seatId: id(7) }),
      row('Marsh', 'present', { seatId: id(8), describedAs: 'Chair of the management group', leftAt: '11:00' }),
      row('Okafor', 'apologies', { seatId: id(9), hasResigned: true }),
      row('Petrie', 'in-attendance'),
    ]
    assert.deepEqual(lines(printed(rows, seats, () => 'Partnership support team')), {
      present: [['', 'Marsh, Chair of the management group (Chair) (left at 11am)', 'Bell, Fire and Rescue Service (for Hart)']],
      inAttendance: ['Petrie, Partnership support team'],
      apologies: ['Hart, Fire and Rescue Service (Bell attended in their place)'],
      resigned: ['Okafor, Safer Wexcombe lead'],
      counts: '2 present, 1 in attendance, 2 apologies',
    })
  })

  test('executive and non-executive members under their own headings, and one person once', () => {
    const seats = [seat(1, holds('Hart')), seat(2, holds('Hart'))]
    const rows = [
      row('Hart', 'present', { seatId: id(1), heading: 'Executive members' }),
      row('Hart', 'present', { seatId: id(2), heading: 'Executive members' }),
      row('Bell', 'present', { heading: 'Non-executive members' }),
    ]
    const shown = lines(printed(rows, seats, () => ''))
    assert.deepEqual(shown.present, [
      ['Executive members', 'Hart'],
      ['Non-executive members', 'Bell'],
    ])
    assert.equal(shown.counts, '2 present, 0 apologies')
  })

  test('somebody else may have chaired', () => {
    const seats = [seat(8, { ...holds('Marsh'), role: 'chair' })]
    const rows = [row('Marsh', 'present', { seatId: id(8) }), row('Bell', 'present', { isChair: true })]
    assert.deepEqual(lines(printed(rows, seats, () => '')).present, [['', 'Bell (Chair)', 'Marsh']])
  })
})

describe('a time as it is typed', () => {
  const check = (typed: string, time: string | null) => test(`${typed} is ${time}`, () => assert.equal(clockTime(typed), time))
  check('11', '11:00')
  check('11am', '11:00')
  check('11 a.m.', '11:00')
  check('1.30', '13:30')
  check('1.30pm', '13:30')
  check('14:05', '14:05')
  check('1415', '14:15')
  check('09:30', '09:30')
  check('01:30', '01:30')
  check('12', '12:00')
  check('12am', '00:00')
  check('noon', '12:00')
  check('25:00', null)
  check('13pm', null)
  check('11:60', null)
  check('late', null)
})
