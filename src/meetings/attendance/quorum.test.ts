import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type CountedSeat, type QuorumRule, quorumOf } from './quorum.ts'

const there = (sector: string | null = null, cameAt: string | null = null, leftAt: string | null = null): CountedSeat => ({
  sector,
  filled: { cameAt, leftAt },
})
const empty: CountedSeat = { sector: null, filled: null }
const needs = (seats: number | null, ...bySector: QuorumRule['bySector']): QuorumRule => ({ seats, bySector })
const health = (number: number) => ({ sector: 'health', name: 'Health', number })

describe('a quorum counts seats that are represented', () => {
  const check = (rule: QuorumRule, seats: readonly CountedSeat[], sentence: string) =>
    test(sentence, () => assert.equal(quorumOf(rule, seats).sentence, sentence))

  check(needs(null), [there(), empty], '1 of 2 seats is represented. No quorum was agreed.')
  check(needs(2), [there(), there(), empty], 'Quorate: 2 of 3 seats are represented, and 2 are needed.')
  check(needs(3), [there(), there(), empty], 'Not quorate: 2 of 3 seats are represented. Missing: 1 more seat.')
  check(needs(4), [there(), there(), empty], 'Not quorate: 2 of 3 seats are represented. Missing: 2 more seats.')
  check(needs(2, health(1)), [there('police'), there('fire')], 'Not quorate: 2 of 2 seats are represented. Missing: 1 more seat of health.')
  check(
    needs(3, health(2)),
    [there('health'), there('fire')],
    'Not quorate: 2 of 2 seats are represented. Missing: 1 more seat and 1 more seat of health.',
  )
  check(needs(null, health(1)), [there('health')], 'Quorate: 1 of 1 seat is represented.')
})

describe('who comes late or leaves early may make the difference', () => {
  const check = (seats: readonly CountedSeat[], words: string) =>
    test(words || 'no difference', () => {
      const { sentence } = quorumOf(needs(2), seats)
      assert.equal(sentence.replace(/^.*are needed\.\s?/, ''), words)
    })
  check([there(), there(), there(null, null, '11:00')], '')
  check([there(), there(null, null, '11:00')], 'But no more from 11am.')
  check([there(), there(null, '10:15')], 'But not at the beginning, from 10:15am.')
  check([there(), there(null, null, '11:00'), there(null, '11:30')], 'But no more from 11am, from 11:30am.')
  check([there(), there(null, null, '11:00'), there(null, '11:00')], '')
})

test('before a meeting seats can be expected', () => {
  assert.equal(quorumOf(needs(1), [there(), empty], 'expected').sentence, 'Quorate: 1 of 2 seats can be expected, and 1 is needed.')
})
