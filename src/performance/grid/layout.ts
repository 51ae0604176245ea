/** Which cells a grid has: a table for each rhythm in which indicators are reported, indicators down, periods or areas across. */
import type { Day } from '../../kernel/day.ts'
import { type Frequency, frequencies, type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Area, AreaId } from '../../partnership/index.ts'
import type { Place } from '../data-return/data-return.ts'
import type { Indicator, ThemeId } from '../indicator/indicator.ts'
import type { TargetKind } from '../target/target.ts'
import { periodsWithin } from './grid.ts'

export type Asked = {
  readonly what: 'returns' | 'targets'
  readonly by: 'period' | 'area'
  readonly span: Period
  readonly themeId: ThemeId | null
  /** Of which kind the targets are. */
  readonly kind: TargetKind
  /** Whose figures, where periods stand across. */
  readonly areaId: AreaId
}

export type Column = { readonly id: string; readonly label: string; readonly period: Period; readonly areaId: AreaId }
export type Table = {
  readonly frequency: Frequency
  /** Said of all its columns where areas stand across. */
  readonly period: string | null
  readonly columns: readonly Column[]
  readonly indicators: readonly Indicator[]
}

/** More do not fit beside each other, and a form has no room for more cells. */
export const mostColumns = 15

export function tablesOf(indicators: readonly Indicator[], asked: Asked, areas: readonly Area[], today: Day): Table[] {
  return frequencies.flatMap((frequency): Table[] => {
    const those = indicators.filter(each => each.frequency === frequency)
    const periods = periodsAcross(frequency, asked, today)
    const last = periods.at(-1)
    if (those.length === 0 || last === undefined) return []
    if (asked.by === 'period') {
      const columns = periods.slice(-mostColumns).map(period => ({
        id: `column-${frequency}-${periodCode(period)}`,
        label: periodLabel(period, frequency),
        period,
        areaId: asked.areaId,
      }))
      return [{ frequency, period: null, columns, indicators: those }]
    }
    const columns = areas
      .slice(0, mostColumns)
      .map(({ id, name }) => ({ id: `column-${frequency}-${id}`, label: name, period: last, areaId: id }))
    return [{ frequency, period: periodLabel(last, frequency), columns, indicators: those }]
  })
}

/** No figure is known of a period that has not begun. Targets are often set for the whole year besides. */
function periodsAcross(frequency: Frequency, { what, span }: Asked, today: Day): Period[] {
  const periods = periodsWithin(span, frequency)
  if (what === 'returns') return periods.filter(({ startsOn }) => startsOn <= today)
  const isYear = periods.length > 1 && !periods.some(({ startsOn }) => startsOn < span.startsOn)
  return isYear ? [...periods, span] : periods
}

/** Those that stand in no table: nobody knows when a survey is next, or how often they are reported, or none of their periods ends then. */
export const outside = (indicators: readonly Indicator[], tables: readonly Table[]): Indicator[] => {
  const inside = new Set(tables.flatMap(table => table.indicators.map(({ id }) => id)))
  return indicators.filter(({ id }) => !inside.has(id))
}

export const placeOf = ({ id }: Indicator, { areaId, period }: Column): Place => ({ indicatorId: id, areaId, ...period })

/** As people set them out: the agreement's own area, and those that lie in it. */
export const areasAcross = (areas: readonly Area[], ownId: AreaId): Area[] => [
  ...areas.filter(({ id }) => id === ownId),
  ...areas.filter(({ parentId }) => parentId === ownId),
]
