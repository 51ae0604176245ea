import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { AreaId } from '../../partnership/index.ts'
import { type IndicatorId, type ReasonCode, reasonCodes } from '../../performance/index.ts'
import { type About, draftOf, isSettled, offersFor, stepForms, stepKinds, type Taken, usualSteps } from './next-step.ts'

describe('what is usually done about a reason', () => {
  const check = (codes: readonly ReasonCode[], ...expected: readonly string[]) =>
    test(codes.join(' and ') || 'none', () =>
      assert.deepEqual(
        offersFor(codes).map(({ kind, because }) => `${kind} (${stepForms[kind]}): ${because.join()}`),
        expected,
      ),
    )

  check([])
  check(['measure'], 'definition (link): measure', 'ask-measure (item): measure')
  check(['timeframe'], 'review-date (link): timeframe')
  check(['data-quality'], 'chase-figures (mail): data-quality')
  check(['data-late'], 'chase-figures (mail): data-late')
  check(['no-plan'], 'plan-letter (link): no-plan', 'plan-action (action): no-plan')
  check(['plan-not-robust'], 'plan-letter (link): plan-not-robust', 'plan-action (action): plan-not-robust')
  check(['no-engagement'], 'chair-letter (link): no-engagement', 'engage-action (action): no-engagement')
  check(['delivery'], 'delivery-action (action): delivery')
  check(['external'], 'ask-target (item): external')
  check(['funding'], 'ask-target (item): funding')
  // Each once, whatever asks for it.
  check(['data-quality', 'data-late', 'funding'], 'chase-figures (mail): data-quality,data-late', 'ask-target (item): funding')

  test('there is something for each, and each step is for some reason', () => {
    const offered = offersFor(reasonCodes)
    assert.deepEqual(
      offered.map(({ kind }) => kind),
      stepKinds,
    )
    for (const code of reasonCodes) assert.ok(usualSteps[code].length > 0, code)
  })
})

const about: About = {
  short: 'NI 117',
  name: 'NI 117 Young people not in education',
  period: 'Q2 2009-10',
  commentary: 'Two mentors left.',
  codes: [],
  from: 'Priya Nair',
  partnership: 'Wexcombe Partnership',
}

test('a letter says what is the matter and what is asked for', () => {
  const late = draftOf('chase-figures', { ...about, codes: ['data-late', 'funding'] })
  assert.match(
    late,
    /^The figures of NI 117 Young people not in education for Q2 2009-10 came late\.\n\nPlease enter the next ones[\s\S]*Priya Nair\nWexcombe Partnership$/,
  )
  assert.doesNotMatch(late, /not reliable|look at them again/)
  assert.match(
    draftOf('chase-figures', { ...about, codes: ['data-late', 'data-quality'] }),
    /came late\. The figures [^.]* are not reliable\.\n\n/,
  )
})

test('what is asked for names the indicator', () => {
  assert.equal(draftOf('ask-target', about), 'Ask for another target of NI 117')
  assert.match(draftOf('plan-action', { ...about, codes: ['no-plan'] }), /^Write a delivery plan that serves NI 117/)
  assert.match(draftOf('plan-action', { ...about, codes: ['plan-not-robust'] }), /^Make the delivery plan robust for NI 117/)
})

test('a letter goes once a day, and what was added counts for as long as it is there', () => {
  const taken: Taken = {
    id: 1,
    indicatorId: 1 as IndicatorId,
    areaId: 1 as AreaId,
    startsOn: day('2009-07-01'),
    endsOn: day('2009-09-30'),
    kind: 'chase-figures',
    said: 'Please',
    toNames: 'Ruth Calder',
    byName: 'Priya Nair',
    onDay: day('2009-10-05'),
    actionId: null,
    forwardItemId: null,
  }
  const check = (change: Partial<Taken>, on: string, expected: boolean) =>
    assert.equal(isSettled({ ...taken, ...change }, day(on)), expected)
  check({}, '2009-10-05', true)
  check({}, '2009-10-06', false)
  check({ kind: 'delivery-action', actionId: 4 }, '2009-12-01', true)
  check({ kind: 'delivery-action' }, '2009-10-05', false)
  check({ kind: 'ask-target', forwardItemId: 4 }, '2009-12-01', true)
  check({ kind: 'ask-target' }, '2009-10-05', false)
})
