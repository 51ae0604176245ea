import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ExampleChanges, exampleKnown, exampleReturn, exampleTarget, exampleTolerance } from '../judgement/example.ts'
import { assess } from '../judgement/judgement.ts'
import { bandRanges } from './ranges.ts'

describe('where each judgement begins and ends', () => {
  const check = (name: string, changes: ExampleChanges, expected: readonly string[]) =>
    test(name, () => {
      const assessment = assess(exampleKnown(changes))
      if (assessment.kind === 'unjudged') assert.fail(assessment.state)
      assert.deepEqual(
        bandRanges(assessment).map(({ band, range, isHere }) => `${isHere ? '> ' : ''}${band}: ${range}`),
        expected,
      )
    })

  check('higher is better, 80 with 5%', { targets: [exampleTarget('2008-09', '80')], returns: [exampleReturn('2008-09-Q4', '79.9')] }, [
    'exceeding: more than 84%',
    'on-target: 80% to 84%',
    '> within-tolerance: 76% to less than 80%',
    'off-target: less than 76%',
  ])
  check(
    'lower is better, 10 with 5%',
    { indicator: { polarity: 'lower' }, targets: [exampleTarget('2008-09', '10')], returns: [exampleReturn('2008-09-Q4', '10.6')] },
    ['exceeding: less than 9.5%', 'on-target: 9.5% to 10%', 'within-tolerance: more than 10% to 10.5%', '> off-target: more than 10.5%'],
  )
  check(
    'no tolerance leaves no room between on and off target',
    {
      indicator: { polarity: 'lower', decimals: 0 },
      tolerance: exampleTolerance('absolute 0'),
      targets: [exampleTarget('2008-09', '0')],
      returns: [exampleReturn('2008-09-Q4', '0')],
    },
    ['exceeding: less than 0%', '> on-target: exactly 0%', 'off-target: more than 0%'],
  )
  check(
    'best within a range, of which nobody can do better',
    {
      indicator: { polarity: 'range' },
      tolerance: exampleTolerance('absolute 2'),
      targets: [exampleTarget('2008-09', '64 to 75')],
      returns: [exampleReturn('2008-09-Q4', '67.3')],
    },
    [
      '> on-target: 64% to 75%',
      'within-tolerance: 62% to less than 64%, or more than 75% to 77%',
      'off-target: less than 62%, or more than 77%',
    ],
  )
})
