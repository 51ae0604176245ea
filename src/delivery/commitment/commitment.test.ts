import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { day } from '../../kernel/day.ts'
import { meetingOf } from './commitment.ts'

describe('whether a milestone of the last twelve months was met', () => {
  const check = (name: string, plannedOn: string, metOn: string | null, expected: ReturnType<typeof meetingOf>) =>
    test(name, () =>
      assert.equal(meetingOf({ plannedOn: day(plannedOn), metOn: metOn === null ? null : day(metOn) }, day('2009-10-01')), expected),
    )
  check('on its day', '2009-09-15', '2009-09-15', 'on-time')
  check('a day late', '2009-09-15', '2009-09-16', 'late')
  check('not yet', '2009-09-30', null, 'not-yet')
  check('its day is today', '2009-10-01', null, null)
  check('met today, on its day', '2009-10-01', '2009-10-01', 'on-time')
  check('still to come, and met', '2009-11-01', '2009-09-01', null)
  check('a year ago', '2008-10-01', null, null)
})
