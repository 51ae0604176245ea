import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleIndicator, exampleReturn, exampleTarget } from '../judgement/example.ts'
import type { Judgeable } from '../judgement/judgement.ts'
import { type Brief, briefTravel, directionRows } from './brief.ts'

type Case = { readonly indicator?: Partial<Judgeable>; readonly returns: readonly (readonly [code: string, said: string])[] }
const found = ({ indicator = {}, returns }: Case) => {
  const held = returns.map(each => exampleReturn(...each))
  return briefTravel({ indicator: exampleIndicator(indicator), return: held[0] ?? null, returns: held, targets: [] })
}

describe('the direction of travel in a few words', () => {
  const check = (name: string, it: Case, short: Brief | null, long: Brief | null) =>
    test(name, () => {
      const travelled = found(it) ?? assert.fail()
      assert.deepEqual([travelled.short, travelled.long], [short, long])
    })
  const better = (words: string): Brief => ({ name: 'improving', words })
  const worse = (words: string): Brief => ({ name: 'worsening', words })
  const none = (words: string): Brief => ({ name: 'none', words })

  check(
    'a quarter, with the one before and last year',
    {
      returns: [
        ['2008-09-Q1', '45'],
        ['2007-08-Q4', '41'],
        ['2007-08-Q1', '47'],
      ],
    },
    better('Better than Q4'),
    worse('Worse than last year'),
  )
  check(
    'a month',
    {
      indicator: { frequency: 'month', polarity: 'lower' },
      returns: [
        ['2008-M04', '45'],
        ['2008-M03', '41'],
        ['2007-M04', '45'],
      ],
    },
    worse('Worse than March'),
    { name: 'no-change', words: 'No change on last year' },
  )
  check(
    'twelve months that move along',
    {
      indicator: { frequency: 'twelve-months-quarterly' },
      returns: [
        ['2009', '45'],
        ['2008-10-01--2009-09-30', '41'],
      ],
    },
    better('Better than a quarter ago'),
    none('Not comparable with last year'),
  )
  check(
    'what comes once a year is compared once',
    {
      indicator: { frequency: 'financial-year' },
      returns: [
        ['2008-09', '45'],
        ['2007-08', '41'],
      ],
    },
    null,
    better('Better than last year'),
  )
  check(
    'what adds up over the year',
    {
      indicator: { measurement: 'cumulative' },
      returns: [
        ['2008-09-Q3', '45'],
        ['2008-09-Q2', '30'],
        ['2007-08-Q3', '40'],
      ],
    },
    none('Not comparable with Q2'),
    better('Better than last year'),
  )
  check(
    'where neither way is better',
    {
      indicator: { polarity: 'none' },
      returns: [
        ['2008-09-Q4', '45'],
        ['2008-09-Q3', '41'],
        ['2007-08-Q4', '47'],
      ],
    },
    none('Higher than Q3'),
    none('Lower than last year'),
  )
  check('with nothing before it', { returns: [['2008-09-Q4', '45']] }, none('Not comparable'), null)
})

test('the sentence says what changed, and why what cannot be compared cannot', () => {
  assert.equal(
    found({
      returns: [
        ['2008-09-Q4', '45'],
        ['2008-09-Q3', '41'],
      ],
    })?.sentence,
    'Up 4 points on Q3 2008-09 (41.0%), which is better. Not comparable: there is no figure for Q4 2007-08.',
  )
  assert.equal(
    found({
      indicator: { frequency: 'financial-year' },
      returns: [
        ['2008-09', '45'],
        ['2007-08', '45'],
      ],
    })?.sentence,
    'The same as 2007-08 (45.0%).',
  )
})

test('without a figure there is no direction', () => {
  assert.equal(found({ returns: [['2008-09-Q4', 'suppressed']] }), null)
  assert.equal(found({ returns: [] }), null)
})

describe('the whole of it, in rows', () => {
  const rows = (indicator: Partial<Judgeable>, ...returns: readonly (readonly [string, string])[]) => {
    const held = returns.map(each => exampleReturn(...each))
    const targets = [exampleTarget('2006-07', '38', 'baseline')]
    const found = directionRows({ indicator: exampleIndicator(indicator), return: held[0] ?? null, returns: held, targets })
    return found.map(({ comparedWith, direction, sentence, note }) => [comparedWith, direction.words, sentence, note !== null])
  }

  test('with the period before, last year and the baseline', () => {
    assert.deepEqual(rows({ measurement: 'rolling' }, ['2008-09-Q4', '45'], ['2008-09-Q3', '41'], ['2007-08-Q4', '45.1']), [
      ['The period before', 'Better', 'Up 4 points on Q3 2008-09 (41.0%), which is better.', true],
      ['The same period last year', 'No change', 'Down 0.1 points on Q4 2007-08 (45.1%), which is no significant change.', false],
      ['The baseline', 'Better', 'Up 7 points on 2006-07 (38.0%), which is better.', false],
    ])
  })

  test('where the period before is that of last year, once', () => {
    assert.deepEqual(rows({ frequency: 'financial-year', polarity: 'lower' }, ['2008-09', '45'], ['2007-08', '41']), [
      ['The same period last year', 'Worse', 'Up 4 points on 2007-08 (41.0%), which is worse.', false],
      ['The baseline', 'Worse', 'Up 7 points on 2006-07 (38.0%), which is worse.', false],
    ])
  })

  test('with the reason where there is no comparison, and nothing without a figure', () => {
    assert.deepEqual(rows({}, ['2008-09-Q4', '45'])[0], [
      'The period before',
      'Not comparable',
      'There is no figure for Q3 2008-09.',
      false,
    ])
    assert.deepEqual(rows({}, ['2008-09-Q4', 'suppressed']), [])
  })
})

test('a change within the margin of a survey is said to be that, with how it was tested', () => {
  const sampled = (code: string, said: string) => ({ ...exampleReturn(code, said), sampleSize: 1100 })
  const returns = [sampled('2008-09-Q3', '24'), sampled('2006-07-Q3', '27')]
  const travelled = { indicator: exampleIndicator({ frequency: 'survey' }), return: returns[0] ?? null, returns, targets: [] }
  assert.deepEqual(briefTravel(travelled)?.short, { name: 'no-change', words: 'Within the survey’s margin of the period before' })
  assert.match(directionRows(travelled)[0]?.note ?? '', /z = −1\.62/)
})

test('what is no more than chance is called neither better nor worse', () => {
  const held = [exampleReturn('2008-09-Q1', '45'), exampleReturn('2007-08-Q4', '41'), exampleReturn('2007-08-Q1', '47')]
  const travelled = { indicator: exampleIndicator(), return: held[0] ?? null, returns: held, targets: [], byChance: () => true }
  const brief = briefTravel(travelled)
  assert.deepEqual([brief?.short, brief?.long], [null, null])
  assert.match(brief?.sentence ?? '', /^Up 4 points on Q4 2007-08 \(41\.0%\), which is no more than chance\. Down 2 points on Q1 2007-08/)
  assert.deepEqual(directionRows(travelled)[0]?.direction, { name: 'no-change', words: 'No more than chance' })
})
