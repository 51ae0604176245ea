import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assuranceSentence } from './around.ts'

test('red with full assurance and amber with none are different sentences (rules E10)', () => {
  assert.equal(
    assuranceSentence('Red', { level: 'full', missing: [] }),
    'Red with full delivery assurance: what was planned is being done.',
  )
  assert.equal(
    assuranceSentence('Amber', { level: 'none', missing: ['No delivery plan serves it', 'No group answers for it'] }),
    'Amber with no delivery assurance: a sign of lack of engagement, not necessarily evidence of poor performance. No delivery plan serves it. No group answers for it.',
  )
  assert.equal(
    assuranceSentence('Green', { level: 'partial', missing: ['No progress is reported'] }),
    'Green with partial delivery assurance. No progress is reported.',
  )
})
