import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { courseOf } from '../standing/course.ts'
import { exampleStanding, type StandingChanges } from '../standing/example.ts'
import { stretchPrompt, stretchWords } from './stretch.ts'

describe('a more stretching target is suggested', () => {
  const check = (name: string, changes: StandingChanges, words: string | null) =>
    test(name, () => {
      const standing = exampleStanding(changes)
      const prompt = stretchPrompt(courseOf(standing, day('2009-05-06')), standing.targets)
      assert.equal(prompt && stretchWords(prompt, standing.indicator), words)
    })
  const twice: StandingChanges = {
    returns: [
      ['2008-09-Q3', '48'],
      ['2008-09-Q4', '49'],
    ],
  }
  // 45 with a tolerance of 5% is exceeded above 47.25.
  check('when the target was beaten twice running', twice, 'The target was beaten by more than the tolerance in Q3 2008-09 and Q4 2008-09')
  check(
    'not when it was beaten once',
    {
      returns: [
        ['2008-09-Q3', '47'],
        ['2008-09-Q4', '49'],
      ],
    },
    null,
  )
  check(
    'not when it was no more than met of late',
    {
      returns: [
        ['2008-09-Q2', '49'],
        ['2008-09-Q3', '49'],
        ['2008-09-Q4', '47'],
      ],
    },
    null,
  )
  check('not on a single figure', { returns: [['2008-09-Q4', '49']] }, null)
  check(
    'when a yearly one was beaten once',
    { indicator: { frequency: 'financial-year' }, returns: [['2008-09', '49']] },
    'The target was beaten by more than the tolerance in 2008-09',
  )
  check(
    'when interim targets were beaten',
    {
      indicator: { measurement: 'cumulative' },
      returns: [
        ['2008-09-Q1', '12'],
        ['2008-09-Q2', '25'],
      ],
      targets: [
        ['2008-09-Q1', '11', 'interim'],
        ['2008-09-Q2', '22', 'interim'],
        ['2008-09', '45'],
      ],
    },
    'The interim target was beaten by more than the tolerance in Q1 2008-09 and Q2 2008-09',
  )
  check(
    'when the stretch target is reached',
    {
      returns: [['2008-09-Q4', '46']],
      targets: [
        ['2008-09', '45'],
        ['2009-10', '46', 'stretch'],
      ],
    },
    'The stretch target of 46.0% for 2009-10 is reached',
  )
  check(
    'not when it is not',
    {
      returns: [['2008-09-Q4', '45.9']],
      targets: [
        ['2008-09', '45'],
        ['2009-10', '46', 'stretch'],
      ],
    },
    null,
  )
  check(
    'not by what adds up to less before the year is over',
    {
      indicator: { measurement: 'cumulative', polarity: 'lower' },
      returns: [['2008-09-Q1', '10']],
      targets: [
        ['2008-09', '45'],
        ['2008-09', '40', 'stretch'],
      ],
    },
    null,
  )
  check('not of an indicator that is closed', { ...twice, indicator: { closedOn: day('2009-04-01'), closedReason: 'Ended' } }, null)
})
