/** A small chart for each area, all on one scale, so that the eye compares them: the table beside them says the same in words. */
import type { Day } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { periodLabel } from '../../kernel/period.ts'
import type { Area } from '../../partnership/index.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { ownSeries } from '../standing/course.ts'
import { cellFigure, numberOf } from '../standing/glance.ts'
import type { Standing } from '../standing/standing.ts'

type Sides = {
  readonly indicator: Indicator
  readonly standings: readonly Standing[]
  readonly areas: readonly Area[]
  /** Drawn first. */
  readonly area: Area
}

export type Multiple = ReturnType<typeof multiplesOf>[number]['chart']

/** One for each area that has more than one value. */
export function multiplesOf({ indicator, standings, areas, area }: Sides) {
  const drawn = standings
    .map(standing => ({
      standing,
      series: ownSeries(standing)
        .filter(({ value }) => value !== null)
        .slice(-13),
    }))
    .filter(({ series }) => series.length > 1)
    .toSorted((a, b) => Number(b.standing.areaId === area.id) - Number(a.standing.areaId === area.id))
  const among = drawn.flatMap(({ series }) => series.flatMap(({ value }) => (value === null ? [] : [numberOf(value)])))
  return drawn.map(({ standing, series }) => {
    const name = areas.find(({ id }) => id === standing.areaId)?.name ?? ''
    return {
      name,
      chart: {
        id: `area-${standing.areaId}`,
        title: name,
        description: `${series.length} values, the latest ${series.at(-1)?.value ? cellFigure(series.at(-1)?.value as Decimal, indicator) : ''}.`,
        width: 300,
        decimals: indicator.decimals,
        unit: { prefix: indicator.valueType === 'money' ? '£' : '', suffix: indicator.valueType === 'percentage' ? '%' : '' },
        series: [
          {
            name,
            points: series.map(({ endsOn, startsOn, value, status }) => ({
              on: endsOn as Day,
              label: periodLabel({ startsOn, endsOn }, indicator.frequency),
              value: value && numberOf(value),
              shown: value === null ? '' : cellFigure(value, indicator),
              mark: 'dot' as const,
              provisional: status !== 'final',
            })),
          },
        ],
        steps: [],
        words: { target: '', provisional: 'not final' },
        among,
      },
    }
  })
}
