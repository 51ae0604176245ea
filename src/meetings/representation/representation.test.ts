import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type Around, type AttendedSeat, type NamedSeat, type Outcome, outcomeOf, representationOf, speaksFor } from './representation.ts'

const id = <Name extends string>(number: number) => number as Id<Name>
const always = { beginsOn: null, endsOn: null }
const tenure = (personId: number, more: object = {}) => ({
  id: id<'tenure'>(personId),
  seatId: id<'seat'>(1),
  personId: id<'person'>(personId),
  name: `Person ${personId}`,
  isInterim: false,
  reason: '',
  endedBy: null,
  ...always,
  ...more,
})
const seat = (number: number, more: Partial<NamedSeat> = {}): NamedSeat => ({
  id: id(number),
  groupId: id(1),
  role: 'member',
  title: '',
  called: `Seat ${number}`,
  organisationId: null,
  organisation: null,
  sector: null,
  place: number,
  ...always,
  tenures: [],
  deputies: [],
  ...more,
})

describe('what became of a seat at a meeting', () => {
  const onDay = day('2009-05-06')
  const row = (personId: number, how: AttendedSeat['how']) => ({ personId: id<'person'>(personId), how })
  const check = (name: string, of: NamedSeat, rows: ReturnType<typeof row>[], outcome: Outcome | null) =>
    test(name, () => assert.equal(outcomeOf(of, onDay, rows), outcome))
  const held = seat(1, { tenures: [tenure(1)] })

  check('who sits there came', held, [row(1, 'present')], 'present')
  check('who covers came', seat(1, { tenures: [tenure(1), tenure(2, { isInterim: true })] }), [row(2, 'present')], 'present')
  check('somebody came instead', held, [row(2, 'present'), row(1, 'apologies')], 'deputy')
  check('apologies alone', held, [row(1, 'apologies')], 'apologies')
  check('neither came nor sent word', held, [row(1, 'absent')], 'absent')
  check('nothing was written down', held, [], 'absent')
  check('nobody sits there', seat(1), [], 'vacant')
  check('nobody sits there any more', seat(1, { tenures: [tenure(1, { endsOn: day('2009-05-05') })] }), [], 'vacant')
  check('somebody came for a vacant seat', seat(1), [row(2, 'present')], 'deputy')
  check('a resignation on that day is an apology', seat(1, { tenures: [tenure(1, { endsOn: onDay })] }), [row(1, 'apologies')], 'apologies')
  check('there was no such seat yet', seat(1, { beginsOn: day('2009-06-01') }), [], null)
})

describe('a group or a theme is represented when any of its seats was filled', () => {
  const groups: Around['groups'] = [
    { id: id(1), name: 'Management group', shortName: 'MG', parentId: null, ...always },
    { id: id(2), name: 'Healthy communities board', shortName: 'HCB', parentId: id(1), ...always },
    { id: id(3), name: 'Environment board', shortName: 'ENV', parentId: id(1), ...always },
  ]
  const themes = new Map<GroupId, readonly string[]>([
    [id(2), ['Health and well-being']],
    [id(3), ['Environment']],
  ])
  const meetings = ['2009-03-23', '2009-05-06', '2009-06-22'].map((on, at) => ({
    id: id<'meeting'>(at + 1),
    groupId: id<'group'>(1),
    onDay: day(on),
  }))
  const first = seat(1, {
    title: 'Healthy communities',
    role: 'lead',
    tenures: [tenure(1)],
    organisationId: id(7),
    organisation: 'Health trust',
  })
  const second = seat(2, { title: 'Health', role: 'member', tenures: [tenure(2)], organisationId: id(7), organisation: 'Health trust' })
  const leads = seat(3, { groupId: id(2), role: 'chair', tenures: [tenure(2)] })
  const came = (meeting: number, seatId: number, personId: number, how: AttendedSeat['how'] = 'present'): AttendedSeat => ({
    meetingId: id(meeting),
    seatId: id(seatId),
    personId: id(personId),
    how,
  })
  const shown = (rows: readonly AttendedSeat[]) => {
    const of = representationOf(id(1), { meetings, rows, seats: [first, second, leads], groups, themes })
    const told = (bodies: typeof of.groups) =>
      bodies.map(({ name, cells, wasMissingTwice }) => [
        name,
        cells.map(cell => (cell ? '+' : cell === null ? ' ' : '-')).join(''),
        wasMissingTwice,
      ])
    return {
      groups: told(of.groups),
      themes: told(of.themes),
      organisations: told(of.organisations),
      absent: of.seats.map(({ wasAbsentTwice }) => wasAbsentTwice),
    }
  }

  test('by its own title or by who leads it, in person or by deputy', () => {
    assert.deepEqual(shown([came(1, 1, 1), came(2, 2, 2), came(3, 1, 9), came(3, 1, 1, 'apologies')]), {
      groups: [
        ['Environment board', '---', true],
        ['Healthy communities board', '+++', false],
      ],
      themes: [
        ['Environment', '---', true],
        ['Health and well-being', '+++', false],
      ],
      organisations: [['Health trust', '+++', false]],
      absent: [false, false],
    })
  })

  test('two held meetings running without anybody raise it, and apologies are no representation', () => {
    const { groups: ofGroups, absent } = shown([came(1, 1, 1), came(2, 1, 1, 'apologies'), came(3, 1, 1, 'apologies')])
    assert.deepEqual(ofGroups[1], ['Healthy communities board', '+--', true])
    assert.deepEqual(absent, [false, true])
  })

  test('one meeting is not two', () => {
    assert.deepEqual(shown([came(2, 1, 1)]).groups[1], ['Healthy communities board', '-+-', false])
  })
})

describe('for which group a seat speaks', () => {
  const group = { id: id<'group'>(2), name: 'Safer Communities & Drugs Partnership', shortName: 'SCDP' }
  const check = (title: string, speaks: boolean) =>
    test(`${title || 'no title'}: ${speaks}`, () =>
      assert.equal(speaksFor(seat(1, { title }), group, ['Feeling safe'], [], day('2009-05-06')), speaks))
  check('SCDP', true)
  check('Safer communities and drugs partnership', true)
  check('Safer communities', true)
  check('feeling safe', true)
  check('Safer', false)
  check('Voluntary sector', false)
  check('', false)
})
