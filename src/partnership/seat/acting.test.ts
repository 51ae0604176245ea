import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Absence } from '../person/person.ts'
import { actingOn, coverWords, stateOf, vacancyWords } from './acting.ts'

import { type ActingCase, actingCases, exampleDeputy, exampleSeat, exampleTenure, seatIn } from './example.ts'

const check = (given: ActingCase) =>
  test(given.name, () => {
    const { seat, group, absences } = seatIn(given)
    const told = actingOn(seat, group, absences, day(given.today)).map(({ name, as }) => `${name} as ${as}`)
    assert.deepEqual(told.toSorted(), given.acting.toSorted())
  })

describe('who acts on a seat', () => {
  for (const each of actingCases) check(each)
})

describe('what a seat is like on a day', () => {
  const on = day('2026-11-22')
  const away = (endsOn: string | null): Absence[] => [
    {
      id: 1 as Absence['id'],
      personId: 1 as Absence['personId'],
      reason: '',
      beginsOn: day('2026-11-01'),
      endsOn: endsOn === null ? null : day(endsOn),
    },
  ]
  const held = exampleSeat({
    tenures: [exampleTenure('Amina Siddiqui', ['2025-04-01', null])],
    deputies: [exampleDeputy('Ruth Calder', 2), exampleDeputy('Tom Okafor', 1)],
  })

  test('deputies stand in order, and none acts while the holder is there', () => {
    const { holder, deputies, standIn, vacancy } = stateOf(held, [], on)
    assert.deepEqual(
      [holder?.name, deputies.map(({ name }) => name), standIn, vacancy],
      ['Amina Siddiqui', ['Tom Okafor', 'Ruth Calder'], null, null],
    )
  })
  test('the first deputy acts while the holder is away', () => assert.equal(stateOf(held, away(null), on).standIn?.name, 'Tom Okafor'))
  test('whoever is back acts again', () => assert.equal(stateOf(held, away('2026-11-21'), on).standIn, null))
  test('a seat is vacant from the day after the last holder left', () => {
    const left = exampleSeat({ beginsOn: day('2020-01-01'), tenures: [exampleTenure('Amina Siddiqui', ['2025-04-01', '2026-09-30'])] })
    const { vacancy, isUnattended } = stateOf(left, [], on)
    assert.deepEqual([vacancy && vacancyWords(vacancy), isUnattended], ['Vacant since 1 October 2026', true])
  })
  test('a seat on which nobody sat yet is vacant since its first day, or nobody knows', () => {
    assert.deepEqual(stateOf(exampleSeat({ beginsOn: day('2026-05-01') }), [], on).vacancy, { since: day('2026-05-01') })
    assert.equal(vacancyWords({ since: null }), 'Vacant')
  })
  test('cover says why and until when', () => {
    const cover = exampleTenure('Ruth Calder', ['2026-05-04', '2027-05-03'], { isInterim: true, reason: 'maternity leave' })
    assert.equal(coverWords(cover), 'covering maternity leave until 3 May 2027')
    assert.equal(stateOf({ ...held, tenures: [...held.tenures, cover] }, away(null), on).standIn, null, 'who covers is to be had')
  })
})
