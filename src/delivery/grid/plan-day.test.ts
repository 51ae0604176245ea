import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { readPlanDay } from './plan-day.ts'

const plan = { startsOn: day('2009-04-01'), endsOn: day('2010-03-31') }

describe('when an action starts or ends, as plans have it', () => {
  const check = (typed: string, start: string | null, end: string | null = start) =>
    test(typed === '' ? 'nothing' : typed, () => {
      const read = (which: 'start' | 'end') => {
        const ruling = readPlanDay(typed, which, plan)
        return ruling.accepted ? ruling.value : ruling.problems.map(({ text }) => text).join()
      }
      assert.deepEqual([read('start'), read('end')], [start, end])
    })
  check('', null)
  check('22 June 2009', '2009-06-22')
  check('by 22/6/2009', '2009-06-22')
  check('2009-06-22', '2009-06-22')
  check('June 2009', '2009-06-01', '2009-06-30')
  check('Jun-09', '2009-06-01', '2009-06-30')
  check('end of June', '2009-06-01', '2009-06-30')
  check('February', '2010-02-01', '2010-02-28')
  check('Q2', '2009-07-01', '2009-09-30')
  check('Q4 2009-10', '2010-01-01', '2010-03-31')
  check('2009-10', '2009-04-01', '2010-03-31')
  check('Ongoing', '2009-04-01', '2010-03-31')
  check('when funds allow', '“when funds allow” is no date. Enter it like 31 March 2010, June 2009 or Q2')
})
