import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { holdsOn } from './person.ts'

const check = (beginsOn: string | null, endsOn: string | null, today: string, expected: boolean) =>
  test(`${beginsOn ?? 'ever'} to ${endsOn ?? 'now'} ${expected ? 'holds' : 'does not hold'} on ${today}`, () =>
    assert.equal(
      holdsOn({ beginsOn: beginsOn === null ? null : day(beginsOn), endsOn: endsOn === null ? null : day(endsOn) }, day(today)),
      expected,
    ))

check(null, null, '2009-05-06', true)
check('2009-05-06', null, '2009-05-06', true)
check('2009-05-07', null, '2009-05-06', false)
check(null, '2009-05-06', '2009-05-06', true)
check(null, '2009-05-05', '2009-05-06', false)
