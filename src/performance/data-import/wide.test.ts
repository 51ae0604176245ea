import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emptyMapping, type Mapping, type Meaning, mappingProblems } from './mapping.ts'
import { wideProblems } from './wide.ts'

/** Columns as heading=meaning; alone, a column by its period. */
const check = (kind: 'returns' | 'targets', columns: string, expected: RegExp | null, constants: Mapping['constants'] = {}) =>
  test(`${kind}: ${columns} ${JSON.stringify(constants)}`, () => {
    const mapping = {
      ...emptyMapping,
      constants,
      columns: columns.split('|').map(column => {
        const [heading = '', meaning] = column.split('=')
        return { heading, meaning: (meaning ?? 'by-period') as Meaning, names: false }
      }),
    }
    const problems = [...mappingProblems(kind, mapping), ...wideProblems(kind, mapping)]
    if (expected === null) assert.deepEqual(problems, [])
    else assert.match(problems.map(({ field, text }) => `${field}: ${text}`).join('; '), expected)
  })

describe('what keeps a wide file from being read', () => {
  check('returns', 'R=reference|A=area-code|2007-08|2008-09', null)
  check('returns', '2007-08|2008-09', null, { reference: 'NI 8', 'area-code': 'E06000055' })
  check('returns', 'R=reference|P=period|E06000055=by-area|Old Town=by-area', null)
  check('returns', 'R=reference|A=area-code|Y=period|Q1|Q2', null)
  check('returns', 'R=reference|A=area-code|Q1|Q2', null, { period: '2008-09' })
  check('returns', 'R=reference|A=area-code|2007-08|S=status', null)
  check('targets', 'R=reference|A=area-code|Baseline 2006-07|2008-09 target|2009-10', null)
  check('targets', 'R=reference|A=area-code|K=target-kind|2008-09|2009-10', null)

  check('returns', 'R=reference|2007-08', /which column has the area/)
  check('returns', 'A=area-code|2007-08', /which column names the indicator/)
  check('returns', 'R=reference|E06000055=by-area', /which column has the period/)
  check('returns', 'R=reference|A=area-code|Q1|Q2', /^constant-period: Q1 is part of a year. Say which column has the year/)
  check('returns', 'R=reference|A=area-code|2007-08|Comments', /^meaning-3: Comments is not understood as a period/)
  check(
    'returns',
    'R=reference|A=area-code|2007-08|Latest=value',
    /^meaning-3: Latest is “Value”, and it has no period in its heading as 2007-08 has/,
  )
  check('returns', 'R=reference|A=area-code|2007-08|N=numerator', /^meaning-3: N is “Numerator”/)
  check(
    'targets',
    'R=reference|A=area-code|Baseline=baseline|2007-08',
    /^meaning-2: Baseline is “Baseline”, and it has no period in its heading/,
  )
  check('targets', 'R=reference|A=area-code|K=target-kind|Baseline 2007-08', /^meaning-2: K says the kind of target of a row/)
  check(
    'returns',
    'R=reference|A=area-code|P=period|2007-08',
    /^meaning-2: P says the period of a row, and headings like 2007-08 say it too/,
  )
  check('returns', 'R=reference|A=area-code|P=period|Q1|2007-08', /^meaning-2: P says the period of a row/)
  check('returns', 'R=reference|A=area-code|F=first-day|L=last-day|2007-08', /^meaning-2: F says the period/)
  check('returns', 'R=reference|A=area-code|P=period|Old Town=by-area', /^meaning-1: A says the area of a row/)
  check('returns', 'R=reference|2007-08|Old Town=by-area', /^meaning-2: The heading 2007-08 says a period and Old Town an area/)
})
