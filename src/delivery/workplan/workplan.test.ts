import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Day, day } from '../../kernel/day.ts'
import { filled, type Heading, headings, type Known, type KnownAction, linesIn, sheetLines } from './workplan.ts'

const action: KnownAction = {
  reference: 'CYP-PLAN/260401/1',
  text: 'Mentors for 60 young people',
  isOpen: true,
  said: null,
  rating: '',
  missing: '',
  hasResources: true,
  themes: [],
  milestones: [],
}
const said = (rating: 'complete' | 'at-risk' | 'off-track' | 'on-track', more: Partial<NonNullable<KnownAction['said']>> = {}) => ({
  rating,
  reason: '',
  isFunding: false,
  text: 'Thirty-seven have a mentor',
  nextStep: '',
  ...more,
})
const milestone = (planned: string | null, met: string | null = null, forecast: string | null = null) => ({
  text: 'Half of them are matched',
  plannedOn: planned as Day | null,
  forecastOn: forecast as Day | null,
  metOn: met as Day | null,
})
const when = {
  meetingDay: day('2026-12-04'),
  today: day('2026-11-25'),
  period: { startsOn: day('2026-07-01'), endsOn: day('2026-09-30') },
  every: 'quarter' as const,
}
const nothing: Known = { matters: [], actions: [], indicators: [], places: [] }
const linesOf = (known: Partial<Known>, at = when) => filled({ ...nothing, ...known }, at)

const check = (heading: Heading, what: string, known: Partial<Known>, expected: readonly string[]) =>
  test(`${heading}: ${what}`, () => assert.deepEqual(linesOf(known)[heading], expected))

describe('what a sheet is filled from', () => {
  test('nothing is known: no line', () => {
    for (const heading of headings) assert.deepEqual(linesOf({})[heading], [], heading)
  })
  check(
    'updates',
    'what the meeting has asked',
    {
      matters: [
        { reference: 'PMG/261106/2', text: 'Bring a report', dueOn: day('2026-12-01'), dueAsTyped: '' },
        { reference: 'PMG/261106/3', text: 'Explain NI 111.', dueOn: null, dueAsTyped: 'next meeting' },
      ],
    },
    ['PMG/261106/2: Bring a report. Due 1 December 2026.', 'PMG/261106/3: Explain NI 111. Due: next meeting.'],
  )
  check('achievements', 'what is complete', { actions: [{ ...action, said: said('complete'), rating: 'Complete' }] }, [
    'CYP-PLAN/260401/1 Mentors for 60 young people: complete. Thirty-seven have a mentor.',
  ])
  check('achievements', 'what is on track is none', { actions: [{ ...action, said: said('on-track'), rating: 'On track' }] }, [])
  check(
    'achievements',
    'milestones met since the period began, none that was met before or is only expected',
    {
      actions: [
        { ...action, milestones: [milestone('2026-09-30', '2026-10-02'), milestone('2026-06-30', '2026-06-30'), milestone('2026-12-30')] },
      ],
    },
    ['CYP-PLAN/260401/1: milestone met on 2 October 2026: Half of them are matched.'],
  )
  check(
    'barriers',
    'what is not good with its reason and what is needed',
    {
      actions: [
        { ...action, rating: 'Off track', said: said('off-track', { reason: 'There is not enough money', nextStep: 'Ask the executive' }) },
      ],
    },
    [
      'CYP-PLAN/260401/1 Mentors for 60 young people: off track. There is not enough money. Thirty-seven have a mentor. Needed: Ask the executive.',
    ],
  )
  check(
    'barriers',
    'an update that is missing',
    { actions: [{ ...action, missing: 'No update for Q2 2026-27, due 7 October 2026, 49 days late' }] },
    ['CYP-PLAN/260401/1 Mentors for 60 young people: No update for Q2 2026-27, due 7 October 2026, 49 days late.'],
  )
  check(
    'barriers',
    'a milestone that was missed, unless its action has ended',
    {
      actions: [
        { ...action, milestones: [milestone('2026-11-01', null, '2027-01-15')] },
        { ...action, isOpen: false, milestones: [milestone('2026-11-01')] },
      ],
    },
    ['CYP-PLAN/260401/1: milestone not met: Half of them are matched. Planned for 1 November 2026, expected 15 January 2027.'],
  )
  check(
    'cross-cutting',
    'actions of several themes',
    {
      actions: [
        { ...action, themes: ['Children', 'Safer'] },
        { ...action, themes: ['Safer'] },
      ],
    },
    ['CYP-PLAN/260401/1 Mentors for 60 young people: serves Children and Safer.'],
  )
  const indicator = { name: 'NI 111 First-time entrants', words: 'Off target', reasons: ['worse than a year before'] }
  check(
    'assurance',
    'indicators without a judgement',
    {
      indicators: [
        { ...indicator, judgement: 'none', words: 'No data' },
        { ...indicator, judgement: 'off-target' },
      ],
    },
    ['NI 111 First-time entrants: No data. worse than a year before.'],
  )
  check(
    'hotspots',
    'indicators off target',
    {
      indicators: [
        { ...indicator, judgement: 'off-target' },
        { ...indicator, judgement: 'none' },
      ],
    },
    ['NI 111 First-time entrants: Off target. worse than a year before.'],
  )
  check(
    'resources',
    'no money, and none named',
    {
      actions: [
        { ...action, hasResources: false },
        { ...action, hasResources: false, isOpen: false },
      ],
    },
    ['CYP-PLAN/260401/1 Mentors for 60 young people: no people or money are named.'],
  )
  check(
    'milestones',
    'those of the next period by when they are expected now',
    {
      actions: [
        {
          ...action,
          milestones: [
            milestone('2027-03-04'),
            milestone('2026-12-10'),
            milestone('2026-11-01', null, '2026-12-05'),
            milestone('2027-03-05'),
          ],
        },
      ],
    },
    [
      '5 December 2026: Half of them are matched (CYP-PLAN/260401/1)',
      '10 December 2026: Half of them are matched (CYP-PLAN/260401/1)',
      '4 March 2027: Half of them are matched (CYP-PLAN/260401/1)',
    ],
  )
})

test('hotspots: where it is off target within the whole', () => {
  const places = [{ name: 'NI 111 First-time entrants', areas: ['Arnemouth', 'Holt Vale', 'Kingsferry'] }]
  assert.deepEqual(linesOf({ places }).hotspots, ['NI 111 First-time entrants: off target in Arnemouth, Holt Vale and Kingsferry.'])
})

test('what was written stands in place of what is known, bullets or not', () => {
  const lines = linesOf({ actions: [{ ...action, hasResources: false }] })
  const sheet = sheetLines(
    lines,
    new Map([
      ['resources', ''],
      ['achievements', '- Two grants won\n\n• A prize'],
    ]),
  )
  assert.deepEqual([sheet.resources, sheet.achievements, sheet.barriers], [[], ['Two grants won', 'A prize'], []])
  assert.deepEqual(linesIn(' \n'), [])
})
