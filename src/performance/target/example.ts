/** A valid target and a valid indicator for it, for tests: a percentage by quarter, higher is better, with 5% tolerance. */
import { decimal } from '../../kernel/decimal.ts'
import { idOf } from '../../kernel/ids.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleIndicator, exampleTarget } from '../judgement/example.ts'
import type { KeptTarget } from './target.ts'

const known = <Name extends string>(text: string) => {
  const id = idOf<Name>(text)
  if (id === null) throw new RangeError(`Not an id: ${text}`)
  return id
}

export const exampleArea: AreaId = known('3')

export const exampleMeasure = (changes: Partial<Indicator> = {}): Indicator => ({
  ...exampleIndicator(),
  id: known('7'),
  agreementId: known('1'),
  rollUp: 'none',
  rollUpCounts: false,
  reference: 'NI 8',
  title: 'Adult participation in sport',
  definition: '',
  designation: 'designated',
  source: 'Active People',
  note: '',
  toleranceKind: null,
  tolerance: null,
  leadId: null,
  ...changes,
})

/** '2008-09', '45' or '10 to 20' */
export const exampleKept = (code: string, aim: string, kind: KeptTarget['kind'] = 'target', id = '1'): KeptTarget => ({
  ...exampleTarget(code, aim, kind),
  areaId: exampleArea,
  id: known(id),
})

export const fivePerCent = { kind: 'relative', amount: decimal('0.05') } as const
