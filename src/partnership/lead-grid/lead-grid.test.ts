import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Group } from '../group/group.ts'
import { exampleDeputy, exampleSeat, exampleTenure, people, type Someone } from '../seat/example.ts'
import type { FilledSeat } from '../seat/seat.ts'
import { leadGrid, summaryOf, type Wanted } from './lead-grid.ts'

const on = day('2026-11-22')
const group: Group = {
  id: 1 as Group['id'],
  name: 'Management Group',
  shortName: 'MG',
  layer: 'executive',
  kind: 'management-group',
  parentId: null,
  termsOfReference: '',
  quorum: null,
  deputiesAct: 'when-away',
  beginsOn: null,
  endsOn: null,
}
const everything: Wanted = { words: [], groupId: null, theme: null, seats: 'lead', onlyGaps: false }
const amina = exampleTenure('Amina Siddiqui', ['2025-04-01', null])
const away = (who: Someone, until: string | null) => ({
  id: 1 as never,
  personId: people[who] as never,
  reason: '',
  beginsOn: day('2026-11-01'),
  endsOn: until === null ? null : day(until),
})
const rowOf = (seat: FilledSeat, absences: ReturnType<typeof away>[] = [], of = group) =>
  leadGrid([seat], [of], absences, new Map(), everything, on)[0]

describe('who acts, and what is missing', () => {
  const check = (name: string, seat: FilledSeat, absences: ReturnType<typeof away>[], acts: string, gaps: readonly string[]) =>
    test(name, () => assert.deepEqual([rowOf(seat, absences)?.acts, rowOf(seat, absences)?.gaps], [acts, gaps]))

  const noDeputy = 'No nominated deputy at this stage'
  const held = exampleSeat({ tenures: [amina] })
  const deputised = exampleSeat({ tenures: [amina], deputies: [exampleDeputy('Ruth Calder', 1), exampleDeputy('Tom Okafor', 2)] })
  check('a lead with deputies', deputised, [], 'Amina Siddiqui', [])
  check('a lead without', held, [], 'Amina Siddiqui', [noDeputy])
  check(
    'a lead who is away',
    deputised,
    [away('Amina Siddiqui', '2027-05-03')],
    'Ruth Calder acts as deputy: Amina Siddiqui is away until 3 May 2027',
    [],
  )
  check(
    'and the first deputy too',
    deputised,
    [away('Amina Siddiqui', null), away('Ruth Calder', null)],
    'Tom Okafor acts as deputy: Amina Siddiqui is away',
    [],
  )
  check('a lead who is away and has no deputy', held, [away('Amina Siddiqui', null)], 'Nobody acts: Amina Siddiqui is away', [
    noDeputy,
    'Amina Siddiqui is away, and nobody acts',
  ])
  check('a vacancy', exampleSeat({ beginsOn: day('2026-05-06') }), [], 'Nobody acts: the seat is vacant', [
    'Vacant since 6 May 2026',
    noDeputy,
  ])
  check(
    'a vacancy with a deputy',
    exampleSeat({ deputies: [exampleDeputy('Ruth Calder', 1)] }),
    [],
    'Ruth Calder acts as deputy: the seat is vacant',
    ['Vacant'],
  )
  const cover = exampleTenure('Grace Whitlock', ['2026-05-04', '2027-05-03'], { isInterim: true, reason: 'maternity leave' })
  check(
    'cover',
    exampleSeat({ tenures: [amina, cover], deputies: [exampleDeputy('Ruth Calder', 1)] }),
    [away('Amina Siddiqui', '2027-05-03')],
    'Grace Whitlock acts, covering maternity leave until 3 May 2027',
    [],
  )
})

test('deputies that may act at any time are said to', () => {
  const seat = exampleSeat({ tenures: [amina], deputies: [exampleDeputy('Ruth Calder', 1)] })
  assert.equal(rowOf(seat, [], { ...group, deputiesAct: 'always' })?.acts, 'Amina Siddiqui; deputies may act at any time')
})

describe('what is looked for', () => {
  const member = exampleSeat({ id: 2 as never, role: 'member', title: 'Housing', place: 2 })
  const lead = exampleSeat({ tenures: [amina], deputies: [exampleDeputy('Ruth Calder', 1)] })
  const themes = new Map([[group.id, ['Safer communities']]])
  const found = (wanted: Partial<Wanted>, of = group) =>
    leadGrid([lead, member], [of], [], themes, { ...everything, ...wanted }, on).map(({ seat }) => seat.title)
  test('leads alone, unless all seats are asked for', () => {
    assert.deepEqual(found({}), ['Children and young people'])
    assert.deepEqual(found({ seats: 'all' }), ['Children and young people', 'Housing'])
  })
  test('by any of what stands in a row', () => {
    for (const word of ['amina', 'CALDER', 'young', 'mg', 'safer'])
      assert.deepEqual(found({ words: [word] }), ['Children and young people'], word)
    assert.deepEqual(found({ words: ['amina', 'housing'], seats: 'all' }), [])
  })
  test('by theme and by what is missing', () => {
    assert.deepEqual(found({ theme: 'Older people', seats: 'all' }), [])
    assert.deepEqual(found({ theme: 'Safer communities', onlyGaps: true, seats: 'all' }), ['Housing'])
  })
  test('of no group that was wound up', () => assert.deepEqual(found({}, { ...group, endsOn: day('2026-11-21') }), []))
  test('in a sentence', () => {
    assert.equal(
      summaryOf(leadGrid([lead, member], [group], [], themes, { ...everything, seats: 'all' }, on), 'all'),
      '2 seats: 1 vacant, 1 without a nominated deputy',
    )
  })
})
