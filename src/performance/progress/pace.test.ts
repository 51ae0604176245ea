import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Decimal, decimal, rounded, toText } from '../../kernel/decimal.ts'
import { paceOf, paceToDate } from './pace.ts'

const short = (value: Decimal | null, places = 4) => value && toText(rounded(value, places))

describe('the way to a target, covered and due', () => {
  const check = (
    name: string,
    way: string,
    better: 'higher' | 'lower',
    ratio: string,
    share: string,
    expected: string,
    isOnPace: boolean,
  ) =>
    test(`${name}: ${way}`, () => {
      const [, base = '', now = '', target = '', n, of] = /^(\S+) → (\S+), (\S+), (\d+) of (\d+)$/.exec(way) ?? []
      const found = paceOf({
        base: decimal(base),
        now: decimal(now),
        target: decimal(target),
        elapsed: Number(n),
        total: Number(of),
        better,
      })
      assert.deepEqual([short(found.ratio), short(found.share), short(found.expected), found.isOnPace], [ratio, share, expected, isOnPace])
    })

  check('ahead', '50 → 55, 60, 1 of 3', 'higher', '1.5000', '0.5000', '53.3333', true)
  check('behind', '50 → 52, 60, 1 of 3', 'higher', '0.6000', '0.2000', '53.3333', false)
  check('the wrong way', '50 → 49, 60, 1 of 3', 'higher', '-0.3000', '-0.1000', '53.3333', false)
  check('ahead, downwards', '40 → 36, 30, 1 of 3', 'lower', '1.2000', '0.4000', '36.6667', true)
  check('behind, downwards', '40 → 38, 30, 2 of 3', 'lower', '0.3000', '0.2000', '33.3333', false)
  check('there', '50 → 60, 60, 1 of 3', 'higher', '3.0000', '1.0000', '53.3333', true)
  check('on pace to the last decimal', '0.1 → 0.2, 0.4, 1 of 3', 'higher', '1.0000', '0.3333', '0.2000', true)
  check('a target to keep, kept', '50 → 50, 50, 1 of 3', 'higher', '1.0000', '1.0000', '50.0000', true)
  check('a target to keep, lost', '50 → 49, 50, 1 of 3', 'higher', '0.0000', '0.0000', '50.0000', false)
  check('a target to keep down, lost', '50 → 51, 50, 1 of 3', 'lower', '0.0000', '0.0000', '50.0000', false)
})

test('before any time has gone nothing is due', () => {
  const found = paceOf({ base: decimal('50'), now: decimal('50'), target: decimal('60'), elapsed: 0, total: 3, better: 'higher' })
  assert.deepEqual([found.ratio, found.isOnPace], [null, true])
})

describe('what adds up over the year', () => {
  const check = (
    name: string,
    now: string,
    profile: string | null,
    better: 'higher' | 'lower',
    ratio: string | null,
    expected: string,
    isOnPace: boolean,
  ) =>
    test(name, () => {
      const found = paceToDate({
        now: decimal(now),
        yearsTarget: decimal('100'),
        profile: profile === null ? null : decimal(profile),
        k: 1,
        n: 3,
        better,
      })
      assert.deepEqual(
        [short(found.ratio), short(found.expected), found.isOnPace, found.isStraightLine],
        [ratio, expected, isOnPace, profile === null],
      )
    })

  check('is held to an equal part for each period', '40', null, 'higher', '1.2000', '33.3333', true)
  check('is behind by a third of one', '33.3333333333', null, 'higher', '1.0000', '33.3333', false)
  check('is held to what was agreed for that part', '40', '50', 'higher', '0.8000', '50.0000', false)
  check('is too much, where less is better', '40', null, 'lower', '1.2000', '33.3333', false)
  check('has no ratio to nothing', '0', '0', 'higher', null, '0.0000', true)
})
