import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './day.ts'
import { holdsOn, overlap, spanLabel, spanWords } from './span.ts'

const span = (beginsOn: string | null, endsOn: string | null) => ({
  beginsOn: beginsOn === null ? null : day(beginsOn),
  endsOn: endsOn === null ? null : day(endsOn),
})

const check = (beginsOn: string | null, endsOn: string | null, today: string, expected: boolean) =>
  test(`${beginsOn ?? 'ever'} to ${endsOn ?? 'now'} ${expected ? 'holds' : 'does not hold'} on ${today}`, () =>
    assert.equal(holdsOn(span(beginsOn, endsOn), day(today)), expected))

check(null, null, '2009-05-06', true)
check('2009-05-06', null, '2009-05-06', true)
check('2009-05-07', null, '2009-05-06', false)
check(null, '2009-05-06', '2009-05-06', true)
check(null, '2009-05-05', '2009-05-06', false)

const label = (beginsOn: string | null, endsOn: string | null, expected: string) =>
  test(`“${expected}”`, () => assert.equal(spanLabel(span(beginsOn, endsOn)), expected))

label('2009-05-01', '2010-03-31', '1 May 2009 to 31 March 2010')
label('2009-05-01', null, 'since 1 May 2009')
label(null, '2010-03-31', 'until 31 March 2010')
label(null, null, '')

const words = (beginsOn: string | null, endsOn: string | null, expected: string) =>
  test(`on 6 May 2009 “${expected}”`, () => assert.equal(spanWords(span(beginsOn, endsOn), day('2009-05-06')), expected))

words('2009-05-06', null, 'since 6 May 2009')
words('2009-05-07', null, 'from 7 May 2009')
words('2009-05-01', '2010-03-31', 'from 1 May 2009 to 31 March 2010')
words(null, '2010-03-31', 'until 31 March 2010')
words(null, null, '')

const meet = (one: readonly [string | null, string | null], other: readonly [string | null, string | null], expected: boolean) =>
  test(`${one.join(' to ')} and ${other.join(' to ')} ${expected ? 'overlap' : 'do not overlap'}`, () => {
    assert.equal(overlap(span(...one), span(...other)), expected)
    assert.equal(overlap(span(...other), span(...one)), expected)
  })

meet([null, null], ['2009-05-06', '2009-05-06'], true)
meet([null, '2009-05-06'], ['2009-05-06', null], true)
meet([null, '2009-05-05'], ['2009-05-06', null], false)
meet(['2009-01-01', '2009-12-31'], ['2009-05-06', '2009-05-07'], true)
