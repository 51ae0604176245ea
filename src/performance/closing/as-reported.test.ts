import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleReturn } from '../judgement/example.ts'
import { exampleArea, exampleMeasure } from '../target/example.ts'
import { asReportedWords, type ReportedFigure } from './as-reported.ts'

const indicator = exampleMeasure()
/** '41.2 on 2026-05-06' */
const reported = (text: string): ReportedFigure => {
  const [said = '', on = ''] = text.split(' on ')
  const { value, absence, startsOn, endsOn } = exampleReturn('2008-09-Q4', said)
  return {
    indicatorId: indicator.id,
    areaId: exampleArea,
    startsOn,
    endsOn,
    value,
    absence,
    lockedAt: Temporal.Instant.from(`${on}T10:00:00Z`),
  }
}

describe('what was reported of a figure that is 40.8% now', () => {
  const check = (what: string, lockedAs: readonly string[], expected: string | null, period = '2008-09-Q4') =>
    test(what, () => assert.equal(asReportedWords(lockedAs.map(reported), exampleReturn(period, '40.8'), indicator), expected))

  check('it was never locked', [], null)
  check('the same', ['40.8 on 2026-05-06'], null)
  check('the same, written otherwise', ['40.80 on 2026-05-06'], null)
  check('the same to the places that are shown', ['40.8012 on 2026-05-06'], null)
  check('another', ['41.2 on 2026-05-06'], 'Reported as 41.2% on 6 May 2026, now 40.8%')
  check('corrected and locked again', ['41.2 on 2026-05-06', '40.8 on 2026-05-27'], 'Reported as 41.2% on 6 May 2026, now 40.8%')
  check(
    'corrected twice',
    ['41.2 on 2026-05-06', '41 on 2026-05-27'],
    'Reported as 41.2% on 6 May 2026 and as 41.0% on 27 May 2026, now 40.8%',
  )
  check('locked twice as the same', ['41.2 on 2026-05-06', '41.2 on 2026-05-27'], 'Reported as 41.2% on 6 May 2026, now 40.8%')
  check('it was suppressed', ['suppressed on 2026-05-06'], 'Reported as suppressed on 6 May 2026, now 40.8%')
  check('of another period nothing is said', ['41.2 on 2026-05-06'], null, '2008-09-Q3')
})
