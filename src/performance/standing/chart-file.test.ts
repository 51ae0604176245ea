import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { day } from '../../kernel/day.ts'
import { examplePeriod } from '../judgement/example.ts'
import { chartFileName, pointsCsv } from './chart-file.ts'
import { courseUpTo } from './course.ts'
import { exampleStanding } from './example.ts'

const standing = exampleStanding({
  returns: [
    ['2008-09-Q2', 'suppressed'],
    ['2008-09-Q3', '46.123456', 'provisional'],
    ['2008-09-Q4', '41.2'],
  ],
})

test('the points are there exactly, each with its target and judgement', () => {
  const rows: Record<string, string>[] = parse(pointsCsv(courseUpTo(standing, null, day('2009-05-06')), standing.indicator, null), {
    bom: true,
    columns: true,
  })
  assert.deepEqual(rows[1], {
    Period: 'Q3 2008-09',
    'Period starts': '2008-10-01',
    'Period ends': '2008-12-31',
    Actual: '46.123456',
    Status: 'provisional',
    Target: '45',
    'Target from': '',
    'Target to': '',
    Judgement: 'on target',
    'Computed judgement': 'on target',
    'Why not judged': '',
    Average: '',
    Median: '',
    'Lower limit': '',
    'Upper limit': '',
    Change: '',
  })
  assert.deepEqual(
    rows.map(row => [row['Period'], row['Actual'], row['Status'], row['Judgement'], row['Why not judged']]),
    [
      ['Q2 2008-09', '', 'suppressed', '', 'suppressed'],
      ['Q3 2008-09', '46.123456', 'provisional', 'on target', ''],
      ['Q4 2008-09', '41.2', 'final', 'off target', ''],
    ],
  )
})

test('turned to a period, the course ends with it', () => {
  const course = courseUpTo(standing, examplePeriod('2008-09-Q3'), day('2009-05-06'))
  assert.deepEqual(
    course.map(({ return: { endsOn } }) => endsOn),
    ['2008-09-30', '2008-12-31'],
  )
})

test('a file is named after the indicator and the area', () => {
  const { indicator } = exampleStanding()
  assert.equal(chartFileName(indicator, 'Stour & Marsh', null), 'ni-8-stour-marsh')
  assert.equal(chartFileName(indicator, 'Wexcombe', examplePeriod('2008-09-Q3')), 'ni-8-wexcombe-2008-09-q3')
  assert.equal(chartFileName({ ...indicator, reference: null, title: 'Cafés' }, 'Wexcombe', null), 'cafe-s-wexcombe')
})
