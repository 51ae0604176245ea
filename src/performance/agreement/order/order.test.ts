import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AgreementId, OutcomeId, ThemeId } from '../../indicator/indicator.ts'
import { order } from './order.ts'

const agreementId = 1 as AgreementId
const theme = (id: number, title: string, outcomes: readonly number[]) => {
  const themeId = id as ThemeId
  return { id: themeId, agreementId, title, outcomes: outcomes.map(each => ({ id: each as OutcomeId, themeId, title: `Outcome ${each}` })) }
}
const themes = [theme(1, 'Children', [11, 12, 13]), theme(2, 'Safer', [21]), theme(3, 'Greener', [])]
const ordered = (typed: Readonly<Record<string, string>>) => order(themes, field => typed[field] ?? '')

test('themes and outcomes stand by the numbers typed', () => {
  assert.deepEqual(ordered({ 'theme-1': '3', 'theme-2': '1', 'theme-3': '2', 'outcome-11': '2', 'outcome-12': '1' }), {
    accepted: true,
    value: { themeIds: [2, 3, 1], outcomeIds: [12, 11, 13, 21] },
  })
})

test('between two is a number with a half, and nothing typed is no change', () => {
  assert.deepEqual(ordered({ 'theme-3': '1.5' }), { accepted: true, value: { themeIds: [1, 3, 2], outcomeIds: [11, 12, 13, 21] } })
})

test('what is no number is asked again', () => {
  assert.deepEqual(ordered({ 'outcome-21': 'first' }), {
    accepted: false,
    problems: [{ field: 'outcome-21', text: 'Enter the place of Outcome 21 as a number, like 2' }],
  })
})
