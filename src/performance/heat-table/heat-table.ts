/**
 * Indicators down, areas across: where in the county it goes well, and where it does not. The first area is the whole, the others lie directly in it.
 * An indicator that has a figure in only one of them has nothing to be looked at side by side, and is left out.
 */
import { compare, type Decimal } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import type { Area, AreaId } from '../../partnership/index.ts'
import { quarterOf, spreadOf } from '../comparison/spread.ts'
import type { Indicator, IndicatorId, ThemeId } from '../indicator/indicator.ts'
import { tally } from '../judgement/judgement.ts'
import { type Line, scorecard, type Theme } from '../scorecard/scorecard.ts'

/** More do not fit beside each other on a sheet of A3. */
export const mostAcross = 30

export type HeatTable = {
  /** The whole first; those without any figure are left out. */
  readonly areaIds: readonly AreaId[]
  readonly areasLeftOut: number
  readonly blocks: readonly Block[]
  readonly rowsLeftOut: number
}
export type Block = { readonly theme: Theme | null; readonly rows: readonly Row[] }
export type Row = {
  readonly indicator: Indicator
  /** Of the latest figure in the row: what is of another period says so. */
  readonly period: Period | null
  /** One for each area; null where there is neither a target nor a return: nothing was meant to be there. */
  readonly cells: readonly (Cell | null)[]
}
/** `end`: of what has no target, whether it is among the lowest or the highest of the areas that lie in the whole. */
export type Cell = Line & { readonly end: End | null }
export type End = 'lowest' | 'highest'

/** The whole, and what lies directly in it, by name. */
export const across = (areas: readonly Area[], wholeId: AreaId): AreaId[] => [
  wholeId,
  ...areas
    .filter(({ parentId }) => parentId === wholeId)
    .toSorted((a, b) => collator.compare(a.name, b.name))
    .map(({ id }) => id),
]

export function heatTable(
  lines: readonly Line[],
  themes: readonly Theme[],
  theme: ThemeId | 'none' | null,
  asked: readonly AreaId[],
): HeatTable {
  const [whole, ...parts] = asked
  const measured = new Set(lines.filter(isMeasured).map(({ standing }) => standing.areaId))
  const withFigures = parts.filter(id => measured.has(id))
  const areaIds = [...(whole === undefined ? [] : [whole]), ...withFigures.slice(0, mostAcross)]
  const { sections } = scorecard(lines, themes, { theme })
  const blocks = sections.map(({ about, groups }) => ({
    theme: about.turn === 'theme' ? about.theme : null,
    rows: rowsOf(
      groups.flatMap(group => group.lines),
      areaIds,
    ),
  }))
  const kept = blocks.map(block => ({
    ...block,
    rows: block.rows.filter(({ cells }) => cells.filter(cell => cell !== null && isMeasured(cell)).length > 1),
  }))
  return {
    areaIds,
    areasLeftOut: withFigures.length - withFigures.slice(0, mostAcross).length,
    blocks: kept.filter(({ rows }) => rows.length > 0),
    rowsLeftOut: idsIn(blocks).size - idsIn(kept).size,
  }
}

function rowsOf(lines: readonly Line[], areaIds: readonly AreaId[]): Row[] {
  return [...Map.groupBy(lines, ({ standing }) => standing.indicator.id).values()].flatMap(its => {
    const inArea = new Map(its.filter(isMeant).map(line => [line.standing.areaId, line]))
    const [whole = null, ...parts] = areaIds.map(id => inArea.get(id) ?? null)
    const there = [whole, ...parts].filter(line => line !== null)
    const [first] = there
    if (first === undefined) return []
    const period = there.filter(isMeasured).reduce<Period | null>((latest, { assessment: { return: each } }) => {
      return each !== null && (latest === null || each.endsOn > latest.endsOn) ? each : latest
    }, null)
    const endOf = endsAmong(parts.filter(line => line !== null && line.assessment.kind === 'unjudged' && isOf(line, period)))
    return [{ indicator: first.standing.indicator, period, cells: [whole, ...parts].map(line => line && { ...line, end: endOf(line) }) }]
  })
}

const isMeant = ({ standing: { targets, returns } }: Line): boolean => targets.length > 0 || returns.length > 0

const isOf = ({ assessment: { return: held } }: Line, period: Period | null): boolean =>
  held !== null && period !== null && held.endsOn === period.endsOn && held.startsOn === period.startsOn

const isMeasured = ({ assessment }: Line): boolean => assessment.return?.value != null

/** From how many areas on quarters can be told. Of fewer, the one at each end. */
const fewest = 8

function endsAmong(lines: readonly (Line | null)[]): (line: Line) => End | null {
  const values = lines.flatMap(line => line?.assessment.return?.value ?? [])
  const spread = spreadOf(values)
  if (spread === null || values.length < 3 || compare(spread.lowest, spread.highest) === 0) return () => null
  const endOf = (value: Decimal): End | null => {
    if (values.length >= fewest) return ({ 1: 'highest', 2: null, 3: null, 4: 'lowest' } as const)[quarterOf(value, spread, 'higher')]
    return compare(value, spread.lowest) === 0 ? 'lowest' : compare(value, spread.highest) === 0 ? 'highest' : null
  }
  return line => (lines.includes(line) && line.assessment.return?.value ? endOf(line.assessment.return.value) : null)
}

const idsIn = (blocks: readonly Block[]): ReadonlySet<IndicatorId> =>
  new Set(blocks.flatMap(({ rows }) => rows.map(({ indicator }) => indicator.id)))

/** So many off target of so many judged. */
export type Heat = { readonly off: number; readonly judged: number }
export type Hotspots = {
  /** One for each area of the table. */
  readonly areas: readonly Heat[]
  /** Places in the list of areas, of those that lie in the whole: those with the most off target, where any has. */
  readonly hottest: readonly number[]
  /** Off target in at least two of the areas that lie in the whole and in at least half of those judged, the most widespread first. */
  readonly indicators: readonly (Heat & { readonly indicator: Indicator })[]
}

/** Each indicator counts once, however many themes it stands under. */
export function hotspots({ areaIds, blocks }: HeatTable): Hotspots {
  const rows = [...new Map(blocks.flatMap(block => block.rows.map(row => [row.indicator.id, row]))).values()]
  const areas = areaIds.map((_, at) => heatOf(rows.flatMap(({ cells }) => cells[at] ?? [])))
  const most = Math.max(0, ...areas.slice(1).map(({ off }) => off))
  const indicators = rows
    .map(({ indicator, cells }) => ({ indicator, ...heatOf(cells.slice(1)) }))
    .filter(({ off, judged }) => off > 1 && off * 2 >= judged)
    .toSorted((a, b) => b.off - a.off || a.judged - b.judged)
  return { areas, hottest: most === 0 ? [] : areas.flatMap(({ off }, at) => (at > 0 && off === most ? [at] : [])), indicators }
}

/** In which of the areas that lie in the whole each indicator is off target; each counts once, and those that are so nowhere are left out. */
export function offTargetIn({ areaIds, blocks }: HeatTable): { readonly indicator: Indicator; readonly areaIds: readonly AreaId[] }[] {
  const rows = [...new Map(blocks.flatMap(block => block.rows.map(row => [row.indicator.id, row]))).values()]
  return rows
    .map(({ indicator, cells }) => ({ indicator, areaIds: areaIds.filter((_, at) => at > 0 && heatOf([cells[at] ?? null]).off > 0) }))
    .filter(each => each.areaIds.length > 0)
}

function heatOf(cells: readonly (Cell | null)[]): Heat {
  const { judged, bands } = tally(cells.flatMap(cell => (cell === null ? [] : [cell.assessment])))
  return { off: bands['off-target'], judged }
}

export const rowsIn = (blocks: readonly Block[]): number => blocks.reduce((sum, { rows }) => sum + rows.length, 0)

/** So many rows after so many. */
export function rowsFrom(blocks: readonly Block[], before: number, count: number): Block[] {
  let [skip, take] = [before, count]
  return blocks.flatMap(block => {
    const rows = block.rows.slice(skip, skip + take)
    skip = Math.max(0, skip - block.rows.length)
    take -= rows.length
    return rows.length === 0 ? [] : [{ ...block, rows }]
  })
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
