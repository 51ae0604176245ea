import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ImportKind } from './data-import.ts'
import { emptyMapping, type Mapping, type Meaning, mappingProblems, meaningsOf, meaningWords } from './mapping.ts'

const mapping = (columns: readonly (Meaning | null | '*')[], constants: Mapping['constants'] = {}): Mapping => ({
  ...emptyMapping,
  constants,
  columns: columns.map((meaning, index) => ({ heading: `c${index}`, meaning: meaning === '*' ? null : meaning, names: meaning === '*' })),
})

describe('what keeps a file from being read', () => {
  const check = (kind: ImportKind, given: Mapping, expected: RegExp | null) =>
    test(`${kind}: ${given.columns.map(({ meaning, names }) => meaning ?? (names ? '*' : '–')).join(' ')} ${JSON.stringify(given.constants)}`, () => {
      const problems = mappingProblems(kind, given)
      if (expected === null) assert.deepEqual(problems, [])
      else assert.match(problems.map(({ text }) => text).join('. '), expected)
    })

  check('returns', mapping(['reference', 'area-code', 'period', 'value']), null)
  check('returns', mapping(['*', '*', 'area-name', 'first-day', 'last-day', 'value']), null)
  check('returns', mapping(['value'], { reference: 'NI 8', 'area-code': 'E06000055', period: '2008-09' }), null)
  check('returns', mapping(['reference', 'area-code', 'period', 'period', 'value']), null)
  check('returns', mapping(['area-code', 'period', 'value']), /which column names the indicator/)
  check('returns', mapping(['reference', 'period', 'value']), /which column has the area/)
  check('returns', mapping(['reference', 'area-code', 'value']), /which column has the period/)
  check('returns', mapping(['reference', 'area-code', 'period']), /which column has the value/)
  check('returns', mapping(['reference', 'area-code', 'period', 'value', 'value']), /c4 and c3 cannot both be “Value”/)
  check('returns', mapping(['reference', 'area-code', 'last-day', 'value']), /both the first and the last day/)
  check('targets', mapping(['reference', 'area-code', 'period', 'low', 'high']), null)
  check('targets', mapping(['reference', 'area-code', 'period', 'low']), /both a lower and an upper bound/)
  check('targets', mapping(['reference', 'area-code', 'period']), /which column has the target/)
  check('indicators', mapping(['title', 'polarity']), null)
  check('indicators', mapping(['title'], { polarity: 'lower' }), null)
  check('indicators', mapping(['title']), /which way is better/)
  check('indicators', mapping(['polarity']), /title or the reference/)
  check('indicators', mapping(['title', 'polarity'], { outcome: 'Safer streets' }), /theme that this outcome/)
})

test('every meaning has words, and is one of some kind of file', () => {
  const used = new Set(Object.values(meaningsOf).flat())
  assert.deepEqual(Object.keys(meaningWords).toSorted(), [...used].toSorted())
})
