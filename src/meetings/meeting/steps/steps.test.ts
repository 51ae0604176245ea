import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import { cancelling, holding, moving, replanning } from './steps.ts'

const [planned, held, cancelled] = (['planned', 'held', 'cancelled'] as const).map(state => ({
  state,
  onDay: day('2009-05-06'),
  dayKnown: 'fixed' as const,
})) as [Parameters<typeof moving>[0], Parameters<typeof moving>[0], Parameters<typeof moving>[0]]

describe('what can be done with a meeting', () => {
  const check = (words: string, ruling: Ruling<null>, problem: RegExp | null) =>
    test(words, () => {
      if (problem === null) assert.equal(ruling.accepted, true)
      else assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), problem)
    })
  check('a planned one is moved', moving(planned), null)
  check('one that was held is not', moving(held), /was held/)
  check('one that is cancelled is not', moving(cancelled), /is cancelled/)
  check('a planned one is cancelled', cancelling(planned), null)
  check('one that was held is not cancelled', cancelling(held), /was held/)
  check('nor one twice', cancelling(cancelled), /already/)
  check('it is held on its day', holding(planned, day('2009-05-06')), null)
  check('not before', holding(planned, day('2009-05-05')), /on 6 May 2009/)
  check('not on a day that nobody knows', holding({ ...planned, dayKnown: 'month' }, day('2009-06-05')), /Only the month/)
  check('a cancelled one is not held', holding(cancelled, day('2009-05-06')), /is cancelled/)
  check('what was marked as held is planned again', replanning(held, false), null)
  check('unless its minutes are out', replanning(held, true), /circulated/)
  check('a cancelled one comes back', replanning(cancelled, false), null)
})
