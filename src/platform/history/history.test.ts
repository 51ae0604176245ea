import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Change, type RecordWords, referenceKey, referencesIn, tell } from './history.ts'

const words: readonly RecordWords[] = [
  {
    subject: 'performance.indicator',
    name: 'Indicator',
    calledBy: 'title',
    fields: { lag_days: 'Days until it is published' },
    refersTo: { lead_id: 'partnership.organisation' },
    values: { polarity: { lower: 'lower is better' } },
  },
]
const change: Change = {
  id: 7,
  at: Temporal.Instant.from('2009-05-06T13:05:00Z'),
  accountId: 3,
  who: 'Amina Siddiqui',
  address: '203.0.113.9',
  forWhom: '',
  isErased: false,
  subject: 'performance.indicator',
  subjectId: '12',
  act: 'changed',
  before: { id: 12, title: 'First-time entrants', lag_days: 30, lead_id: 4, polarity: 'lower', closed_on: null, unit: '' },
  after: { id: 12, title: 'First-time entrants', lag_days: 56, lead_id: 5, polarity: 'lower', closed_on: '2009-05-06', unit: '' },
}

test('a change is told by what differs, in words, with the names of what it refers to', () => {
  const names = new Map([[referenceKey({ subject: 'partnership.organisation', id: '5' }), 'Wexcombe Police']])
  assert.deepEqual(tell(change, words, names), {
    id: 7,
    kind: 'Indicator',
    name: 'First-time entrants',
    act: 'changed',
    who: 'Amina Siddiqui',
    forWhom: '',
    address: '203.0.113.9',
    historyHref: 'history/performance.indicator/12',
    isErased: false,
    when: '6 May 2009, 2:05pm',
    differences: [
      { field: 'Days until it is published', before: '30', after: '56' },
      { field: 'Lead', before: 'number 4', after: 'Wexcombe Police' },
      { field: 'Closed on', before: '', after: '6 May 2009' },
    ],
  })
})

test('a record without a name of its own is called by what it belongs to', () => {
  const target = {
    subject: 'performance.target',
    name: 'Target',
    calledBy: ['indicator_id', 'ends_on'],
    refersTo: { indicator_id: 'performance.indicator' },
  }
  const names = new Map([[referenceKey({ subject: 'performance.indicator', id: '12' }), 'First-time entrants']])
  const content = { id: 3, indicator_id: 12, ends_on: '2009-03-31', value: 120 }
  const told = tell({ ...change, subject: 'performance.target', before: content, after: { ...content, value: 110 } }, [target], names)
  assert.equal(told.name, 'First-time entrants, 31 March 2009')
  assert.deepEqual(told.differences, [{ field: 'Value', before: '120', after: '110' }])
})

test('the names of all that is referred to are fetched once', () => {
  assert.deepEqual(referencesIn([change, change], words), [
    { subject: 'partnership.organisation', id: '4' },
    { subject: 'partnership.organisation', id: '5' },
  ])
})

test('a kind of record that no module has spoken of is told by its table', () => {
  assert.equal(tell({ ...change, subject: 'assurance.risk_score' }, words, new Map()).kind, 'Risk score')
})

test('columns that have words come first, in the order of those, and times are told as in London', () => {
  const files = [{ subject: 'performance.data_import', name: 'Import', fields: { source: 'Source', made_at: 'Brought at' } }]
  const after = { id: 3, kind: 'returns', made_at: '2009-05-06T13:05:00.123456+00:00', source: 'Police' }
  const told = tell({ ...change, subject: 'performance.data_import', act: 'added', before: null, after }, files, new Map())
  assert.deepEqual(
    told.differences.map(({ field, after }) => `${field}: ${after}`),
    ['Source: Police', 'Brought at: 6 May 2009, 2:05pm', 'Kind: returns'],
  )
})

test('who acts as a deputy is told with whose; who was taken out of the history is still one and the same', () => {
  const chair = { subject: 'partnership.person', id: '12' }
  const asDeputy = { ...change, forWhom: referenceKey(chair) }
  assert.deepEqual(referencesIn([asDeputy], []), [chair])
  assert.equal(tell(asDeputy, words, new Map([[referenceKey(chair), 'Tom Ellery']])).forWhom, 'Tom Ellery')
  assert.equal(tell({ ...change, who: '' }, words, new Map()).who, 'A former member (account 3)')
})
