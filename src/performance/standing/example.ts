/** How a valid indicator stands in Wexcombe, for tests: NI 8, adults who take part in sport. */
import type { Id } from '../../kernel/ids.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { exampleIndicator, exampleReturn, exampleTarget, exampleTolerance } from '../judgement/example.ts'
import { fourJudgements } from '../scheme/scheme.ts'
import type { Standing } from './standing.ts'

export const exampleId = <Name extends string>(id: number): Id<Name> => id as Id<Name>

/** Figures are written as `exampleReturn` and `exampleTarget` take them: ['2008-09-Q4', '41.2', 'provisional']. */
export type StandingChanges = Partial<Pick<Standing, 'lead' | 'group'>> & {
  readonly indicator?: Partial<Indicator>
  readonly tolerance?: string
  readonly returns?: readonly Parameters<typeof exampleReturn>[]
  readonly targets?: readonly Parameters<typeof exampleTarget>[]
  readonly areaId?: number
  readonly series?: Standing['series']
  readonly breaks?: Standing['breaks']
}

export const exampleStanding = ({
  indicator = {},
  tolerance,
  returns,
  targets,
  areaId = 1,
  series = null,
  breaks = [],
  lead = 'NHS Wexcombe',
  group = null,
}: StandingChanges = {}): Standing => ({
  indicator: {
    id: exampleId(8),
    agreementId: exampleId(1),
    reference: 'NI 8',
    title: 'Adult participation in sport',
    definition: 'Adults who take part in sport on three days a week.',
    designation: 'designated',
    source: 'Active People Survey',
    note: '',
    toleranceKind: null,
    tolerance: null,
    leadId: exampleId(3),
    rollUp: 'none',
    rollUpCounts: false,
    ...exampleIndicator(),
    ...indicator,
  },
  tolerance: exampleTolerance(tolerance ?? 'relative 0.05'),
  scheme: fourJudgements,
  overrides: [],
  lead,
  group,
  areaId: exampleId(areaId),
  returns: (
    returns ?? [
      ['2008-09-Q3', '40.1'],
      ['2008-09-Q4', '41.2'],
    ]
  ).map(each => exampleReturn(...each)),
  targets: (targets ?? [['2008-09', '45']]).map(each => exampleTarget(...each)),
  series,
  breaks,
})
