import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { scorecardCsv, scorecardTable } from './csv.ts'
import { exampleLine, exampleShown } from './example.ts'
import type { Turn } from './scorecard.ts'

const rowsOf = (shown: Parameters<typeof scorecardTable>[0]): Record<string, string>[] =>
  parse(scorecardCsv(scorecardTable(shown)), { bom: true, columns: true })

test('the file has what the page shows, each indicator once', () => {
  const rows = rowsOf(exampleShown())
  assert.deepEqual(
    rows.map(row => row['Reference']),
    ['NI 8', 'NI 40', 'NI 16'],
  )
  assert.deepEqual(rows[1], {
    Reference: 'NI 40',
    Indicator: 'Indicator 40',
    Themes: 'Healthier communities; Safer communities',
    Outcomes: 'People live longer; Fewer people offend',
    Lead: 'NHS Wexcombe',
    'Lead group': '',
    Area: 'Wexcombe',
    'Area code': 'X10000001',
    Unit: '%',
    Better: 'higher',
    Target: '45',
    'Target from': '',
    'Target to': '',
    'Target kind': 'target',
    'Target period': '2008-09',
    Actual: '46',
    Status: 'final',
    Period: 'Q4 2008-09',
    'Period starts': '2009-01-01',
    'Period ends': '2009-03-31',
    Judgement: 'on target',
    'Computed judgement': 'on target',
    'Reason for another judgement': '',
    'Why not judged': '',
    Proxy: '',
    'Judgement of the proxy': '',
    Meanwhile: '',
    Working:
      '46% is 1 point above the target of 45%, better by no more than the tolerance of 5% of the target (2.25 points), so it is on target. The target is that of the year, 2008-09.',
    'Process control': '',
    'Direction on the period before': 'not comparable',
    'Change on the period before': '',
    'Direction on the same period last year': 'not comparable',
    'Change on the same period last year': '',
  })
  assert.deepEqual([rows[2]?.['Judgement'], rows[2]?.['Why not judged'], rows[2]?.['Actual']], ['', 'overdue', ''])
})

test('which way each figure went is said with what it went by', () => {
  const [, , row] = rowsOf(exampleShown({ lines: [...exampleShown().lines.slice(0, 2), exampleLine(50, 'NI 50')] }))
  assert.deepEqual([row?.['Direction on the period before'], row?.['Change on the period before']], ['improving', '1.1'])
})

test('a filter holds for the file too', () => {
  assert.deepEqual(
    rowsOf(exampleShown({ filter: { result: 'off-target' } })).map(row => row['Reference']),
    ['NI 8'],
  )
})

test('turned, its rows go by what it is turned by, which comes first', () => {
  const turned = (turn: Turn) => {
    const lines = [...exampleShown().lines, exampleLine(8, 'NI 8', { areaId: 2 })]
    const rows = rowsOf(exampleShown({ turn, lines: turn === 'area' ? lines : exampleShown().lines }))
    return [Object.keys(rows[0] ?? {}).slice(0, 2), rows.map(row => `${row['Reference']} ${row['Area']}`)]
  }
  assert.deepEqual(turned('judgement'), [
    ['Judgement', 'Why not judged'],
    ['NI 40 Wexcombe', 'NI 8 Wexcombe', 'NI 16 Wexcombe'],
  ])
  assert.deepEqual(turned('outcome'), [
    ['Outcomes', 'Reference'],
    ['NI 8 Wexcombe', 'NI 40 Wexcombe', 'NI 16 Wexcombe'],
  ])
  assert.deepEqual(turned('lead')[0], ['Lead', 'Reference'])
  assert.deepEqual(turned('area'), [
    ['Area', 'Area code'],
    ['NI 8 Wexcombe', 'NI 16 Wexcombe', 'NI 40 Wexcombe', 'NI 8 Arnemouth'],
  ])
  assert.match(scorecardTable(exampleShown({ turn: 'area' })).name, /-latest-by-area$/)
})

test('all decimals are there, and nothing runs as a formula', () => {
  const line = exampleLine(1, '=1+1', { returns: [['2008-09-Q4', '-41.23456789']], lead: '@lead' })
  const [row] = rowsOf(exampleShown({ lines: [line] }))
  assert.deepEqual([row?.['Reference'], row?.['Lead'], row?.['Actual']], ["'=1+1", "'@lead", '-41.23456789'])
})

test('the file is called by what it holds', () => {
  assert.equal(scorecardTable(exampleShown()).name, 'scorecard-wexcombe-local-area-agreement-latest')
  assert.equal(scorecardTable(exampleShown({ chosen: '2008-09-Q4' })).name, 'scorecard-wexcombe-local-area-agreement-2008-09-q4')
})
