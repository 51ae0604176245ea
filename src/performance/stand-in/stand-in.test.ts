import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { type ExampleChanges, exampleKnown, examplePeriod } from '../judgement/example.ts'
import { assess } from '../judgement/judgement.ts'
import { exampleId } from '../standing/example.ts'
import { proxyOf, standIn, textFor } from './stand-in.ts'

const [survey, monthly] = [exampleId<'indicator'>(1), exampleId<'indicator'>(2)]
const area = exampleId<'area'>(1)
const written = {
  ...examplePeriod('2008-09-Q4'),
  indicatorId: survey,
  areaId: area,
  content: 'Wardens have started on both estates',
  writtenByName: 'Priya Nair',
  writtenOn: day('2009-04-20'),
}
const standIns = { proxies: [{ indicatorId: survey, proxyId: monthly, reason: 'Both count the same complaints' }], texts: [written] }

describe('in the place of a judgement stand a proxy and a text', () => {
  const check = (name: string, changes: ExampleChanges, expected: readonly [boolean, boolean]) =>
    test(name, () => {
      const assessment = assess(exampleKnown(changes))
      assert.deepEqual([proxyOf(standIns, survey, assessment) !== null, textFor(standIns, survey, area, assessment) !== null], expected)
    })
  check('where the figure is overdue', { returns: [] }, [true, true])
  check('where there is no target', { targets: [] }, [true, true])
  check('not where there is a judgement', {}, [false, false])
  check('not where there is to be none', { indicator: { polarity: 'none' } }, [false, false])
  check('not once it is closed', { indicator: { closedOn: day('2009-01-01'), closedReason: 'Ended' } }, [false, false])
  check('the text of its own period only', { returns: [], chosen: '2008-09-Q3' }, [true, false])
})

describe('a proxy', () => {
  const others = [
    { id: survey, polarity: 'higher', closedOn: null },
    { id: monthly, polarity: 'lower', closedOn: null },
    { id: exampleId<'indicator'>(3), polarity: 'none', closedOn: null },
    { id: exampleId<'indicator'>(4), polarity: 'higher', closedOn: day('2009-01-01') },
  ] as const
  const check = (name: string, proxyId: number, expected: string | null) =>
    test(name, () => {
      const ruling = standIn({ proxyId: proxyId as IndicatorId, reason: 'Why' }, { id: survey, agreementId: exampleId(1) }, others)
      assert.equal(ruling.accepted ? null : ruling.problems[0]?.text, expected)
    })
  check('is another indicator', 2, null)
  check('is not the indicator itself', 1, 'Select another indicator of this agreement')
  check('is of the agreement', 9, 'Select another indicator of this agreement')
  check('is judged', 3, 'That indicator is not judged itself. Select one that is')
  check('is still reported', 4, 'That indicator is closed. Select one that is still reported')
})
