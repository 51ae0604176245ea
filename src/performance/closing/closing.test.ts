import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import { nobodyAnswers } from '../answerable/answerable.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleId } from '../standing/example.ts'
import { exampleMeasure } from '../target/example.ts'
import {
  cameTo,
  completeness,
  type Facts,
  isConcerned,
  type Line,
  lineOf,
  lock,
  type State,
  type Step,
  stepsOpenTo,
  submitted,
  take,
} from './closing.ts'
import { exampleReporter } from './example.ts'
import type { Reporter } from './reporter.ts'

const closing = examplePeriod('2008-09-Q4')
const at = (text: string) => Temporal.Instant.from(`${text}T10:00:00Z`)

type Case = {
  readonly of?: Partial<Indicator>
  /** Codes of periods with the day on which they came: '2008-09-Q4 2009-04-20'; without one, not published yet. */
  readonly came?: readonly string[]
  readonly aimedFor?: readonly string[]
  readonly state?: State
  readonly returns?: number
  readonly seen?: number
  readonly isLocked?: boolean
  readonly today?: string
}

function exampleLine({
  of = {},
  came = [],
  aimedFor = [],
  state = 'open',
  today = '2009-05-06',
  isLocked = false,
  ...rest
}: Case = {}): Line {
  const returns = rest.returns ?? came.length
  const facts: Facts = {
    indicator: exampleMeasure(of),
    answerable: { ...nobodyAnswers, leadId: exampleId(4), contributorIds: [exampleId(5)] },
    came: came.map(each => {
      const [code = '', on] = each.split(' ')
      return { ...examplePeriod(code), cameAt: on === undefined ? null : at(on) }
    }),
    returns,
    isLocked,
    aimedFor: aimedFor.map(examplePeriod),
    submission:
      state === 'open'
        ? null
        : {
            state,
            returnsSeen: rest.seen ?? returns,
            findings: [],
            note: '',
            submittedAt: at('2009-05-01'),
            submittedByName: 'Ruth Calder',
            decidedAt: null,
            decidedByName: null,
            returnReason: null,
          },
  }
  return lineOf(facts, closing, day(today))
}

describe('what is due in Q4 2008-09, by 6 May 2009', () => {
  const check = (what: string, asked: Case, expected: string) =>
    test(what, () =>
      assert.equal(
        exampleLine(asked)
          .due.map(({ period, state }) => `${period.endsOn} ${state}`)
          .join(', '),
        expected,
      ),
    )

  check('a quarter, thirty days after its end', {}, '2009-03-31 missing')
  check('on the last day of these it is not due yet', { today: '2009-04-30' }, '2009-03-31 awaited')
  check('it came in time', { came: ['2008-09-Q4 2009-04-30'] }, '2009-03-31 in')
  check('it came a day late', { came: ['2008-09-Q4 2009-05-01'] }, '2009-03-31 in-late')
  check('its source says that it is not published', { came: ['2008-09-Q4'] }, '2009-03-31 awaited')
  check('each month of it', { of: { frequency: 'month' } }, '2009-01-31 missing, 2009-02-28 missing, 2009-03-31 missing')
  check('the year that ends with it', { of: { frequency: 'financial-year' } }, '2009-03-31 missing')
  check('no calendar year', { of: { frequency: 'calendar-year' } }, '')
  check('no survey', { of: { frequency: 'survey' } }, '')
  check('a survey that a target was set for', { of: { frequency: 'survey' }, aimedFor: ['2008-09-Q4'] }, '2009-03-31 missing')
  check('a survey that came by itself', { of: { frequency: 'survey' }, came: ['2008-09-Q4 2009-04-02'] }, '2009-03-31 in')
  check('nothing of what is deferred', { of: { deferredReason: 'No baseline' } }, '')
  check('nothing of what was closed before its end', { of: { closedOn: day('2009-03-31') } }, '')
  check('what was closed after it still', { of: { closedOn: day('2009-04-01') } }, '2009-03-31 missing')
  check('a year that came although quarters are due', { came: ['2008-09 2009-04-20'] }, '2009-03-31 missing, 2009-03-31 in')
})

test('an indicator of which nothing is due and nothing came is not concerned', () => {
  assert.equal(isConcerned(exampleLine({ of: { frequency: 'calendar-year' } })), false)
  assert.equal(isConcerned(exampleLine({ of: { frequency: 'calendar-year' }, returns: 2 })), true)
  assert.equal(isConcerned(exampleLine()), true)
})

const officer: Reporter = { reportsFor: 'everybody' }
const reporterFor = (...ids: number[]): Reporter => exampleReporter(ids)

describe('the steps that are open', () => {
  const cameIn = ['2008-09-Q4 2009-04-20']
  const check = (who: string, reporter: Reporter, asked: Case, steps: readonly Step[]) =>
    test(`${who}, ${asked.state ?? 'open'}: ${steps.join(', ') || 'none'}`, () =>
      assert.deepEqual(stepsOpenTo(reporter, exampleLine({ came: cameIn, ...asked })), steps))

  check('an officer', officer, {}, ['submit'])
  check('an officer', officer, { state: 'submitted' }, ['approve', 'return'])
  check('an officer', officer, { state: 'returned' }, ['submit'])
  check('an officer', officer, { state: 'approved' }, ['return'])
  check('who reports for its lead', reporterFor(4), {}, ['submit'])
  check('who reports for a contributor to it', reporterFor(5), { state: 'returned' }, ['submit'])
  check('who reports for its lead', reporterFor(4), { state: 'submitted' }, [])
  check('who reports for its lead', reporterFor(4), { state: 'approved' }, [])
  check('who reports for another', reporterFor(6), {}, [])
  check('a reader', reporterFor(), {}, [])
  check('an officer, with nothing in', officer, { came: [] }, [])
  check('an officer, while it is locked', officer, { state: 'approved', isLocked: true }, [])
  check('an officer, after a revision of what was approved', officer, { state: 'approved', returns: 2, seen: 1 }, ['submit'])
})

test('a refusal says what is in the way', () => {
  const ruling = take('approve', exampleLine({ came: ['2008-09-Q4 2009-04-20'] }), officer)
  assert.deepEqual(ruling.accepted ? [] : ruling.problems, [{ text: 'NI 8 is not submitted, so it cannot be approved' }])
})

test('whoever submits what a check found something about says why it is right', () => {
  const line = exampleLine({ came: ['2008-09-Q4 2009-04-20'] })
  const findings = ['104% is more than 100%']
  const ruling = submitted(line, officer, findings, '')
  assert.deepEqual(ruling.accepted ? [] : ruling.problems, [
    { field: 'note-7', text: 'Say why NI 8 is right although 104% is more than 100%' },
  ])
  assert.equal(submitted(line, officer, findings, 'Visitors count as well').accepted, true)
  assert.equal(submitted(line, officer, [], '').accepted, true)
  assert.equal(submitted(line, reporterFor(6), [], '').accepted, false)
})

describe('a period is locked', () => {
  const approved = { came: ['2008-09-Q4 2009-04-20'], state: 'approved' } as const
  const check = (what: string, lines: readonly Case[], { reason = '', today = '2009-05-06' }, expected: string | RegExp) =>
    test(what, () => {
      const ruling = lock(
        lines.map(each => exampleLine({ today, ...each })),
        closing,
        day(today),
        reason,
      )
      if (expected instanceof RegExp) {
        assert.equal(ruling.accepted, false)
        assert.match(ruling.accepted ? '' : ruling.problems.map(({ text }) => text).join('; '), expected)
      } else if (ruling.accepted) {
        const { locked, leftOpen, missing } = ruling.value
        assert.equal(`${locked.length} locked, ${leftOpen.length} left open, ${missing.length} missing`, expected)
      } else assert.fail(ruling.problems.map(({ text }) => text).join('; '))
    })

  check('once all that is due is approved', [approved, approved], {}, '2 locked, 0 left open, 0 missing')
  check(
    'with what is due in another period only',
    [approved, { of: { frequency: 'calendar-year' } }],
    {},
    '2 locked, 0 left open, 0 missing',
  )
  check('not before its end', [approved], { today: '2009-03-31' }, /Q4 2008-09 is not over yet/)
  check('on the day after', [approved], { today: '2009-04-01' }, '1 locked, 0 left open, 0 missing')
  check(
    'not while something is in and not approved',
    [approved, { ...approved, state: 'submitted' }],
    {},
    /NI 8 is in but not approved yet/,
  )
  check('nor while what was approved has changed', [{ ...approved, returns: 2, seen: 1 }], {}, /not approved yet/)
  check('nor without what is overdue', [approved, {}], {}, /Say why the period is locked without NI 8/)
  check('but for a reason', [approved, {}], { reason: 'The system was replaced' }, '2 locked, 0 left open, 1 missing')
  check('what is not due yet is left open', [approved, { of: { lagDays: 90 } }], {}, '1 locked, 1 left open, 0 missing')
  check('what is not published yet too', [approved, { came: ['2008-09-Q4'], returns: 1 }], {}, '1 locked, 1 left open, 0 missing')
  check('what is deferred too', [approved, { of: { deferredReason: 'No baseline' } }], {}, '1 locked, 1 left open, 0 missing')
  check('and a survey that may still come', [approved, { of: { frequency: 'survey' } }], {}, '1 locked, 1 left open, 0 missing')
  check(
    'what is all still to come is no reason to lock',
    [{ of: { lagDays: 90 } }],
    {},
    /Nothing of Q4 2008-09 is there that could be locked/,
  )
  check('what is locked already stays so', [{ ...approved, isLocked: true }, approved], {}, '1 locked, 0 left open, 0 missing')
})

test('what is worked out from the areas within came when the last of them did', () => {
  const [quarter, before] = [examplePeriod('2008-09-Q4'), examplePeriod('2008-09-Q3')]
  const rolledUp = { value: decimal('12'), of: 2, missing: [], status: 'final' } as const
  const parts = [at('2009-04-20'), at('2009-04-28'), at('2009-04-21')].map(cameAt => ({ ...quarter, cameAt }))
  const own = [{ ...before, cameAt: at('2009-01-20') }]
  const came = cameTo(
    own,
    [
      { ...before, ...rolledUp },
      { ...quarter, ...rolledUp },
    ],
    parts,
  )
  assert.deepEqual(
    came.map(({ endsOn, cameAt }) => `${endsOn} ${cameAt}`),
    ['2008-12-31 2009-01-20T10:00:00Z', '2009-03-31 2009-04-28T10:00:00Z'],
  )
  assert.deepEqual(cameTo([], [{ ...quarter, ...rolledUp, value: null }], parts), [], 'while one is missing, so is the whole')
})

test('completeness counts returns, and states of indicators', () => {
  const lines = [
    exampleLine({ came: ['2008-09-Q4 2009-04-20'], state: 'approved' }),
    exampleLine({ came: ['2008-09-Q4 2009-05-02'] }),
    exampleLine({ of: { frequency: 'month' }, came: ['2009-M01 2009-02-10'] }),
    exampleLine({ of: { lagDays: 90 } }),
  ]
  assert.deepEqual(completeness(lines), {
    due: 6,
    in: 3,
    late: 1,
    awaited: 1,
    missing: 2,
    states: { open: 2, submitted: 0, returned: 0, approved: 1 },
  })
})
