import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './day.ts'
import { holdsOn, spanLabel } from './span.ts'

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
