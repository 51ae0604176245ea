/**
 * Where an indicator stands in an area: what it is, what it aimed for there and what was reported, as the judgement wants to know it.
 * A scorecard is many of these for one area; the areas side by side are many of them for one indicator.
 */
import type { Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { type Assessment, assess, type Override, type Return, type Target, type Tolerance } from '../judgement/judgement.ts'
import { isByChance, type Reading, readingOf, type Series } from '../process-control/reading.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { type Break, breakBetween } from '../series-break/series-break.ts'

export type Measured = {
  readonly indicator: Indicator
  /** Its own, or the agreement's. */
  readonly tolerance: Tolerance
  /** The agreement's. */
  readonly scheme: Scheme
  /** The lead organisation's name. */
  readonly lead: string | null
  /** The group that leads it, its own or that of its lead seat. */
  readonly group: string | null
}

export type Standing = Measured & {
  readonly areaId: AreaId
  readonly targets: readonly Target[]
  /** The latest revision of each period, the oldest period first. */
  readonly returns: readonly Return[]
  /** Judgements that were set by hand and are in force. */
  readonly overrides: readonly Override[]
  /** All that process control reads; null where it reads nothing, or was not asked. */
  readonly series: Series | null
  /** Across which nothing is compared. */
  readonly breaks: readonly Break[]
}

/** Null stands for the latest value of each indicator, whatever its age. */
export type Chosen = Period | null

/** A figure is never held to a target from before a break that it comes after. */
export function assessmentOf(
  { indicator, tolerance, scheme, lead, targets, returns, overrides, breaks }: Standing,
  chosen: Chosen,
  today: Day,
): Assessment {
  const known = { indicator, tolerance, scheme, lead, targets, returns, overrides, chosen: chosen ?? 'latest', today } as const
  const assessment = assess(known)
  const { return: held } = assessment
  if (held === null || breaks.length === 0) return assessment
  const comparable = targets.filter(target => breakBetween(breaks, target, held) === null)
  return comparable.length === targets.length ? assessment : assess({ ...known, targets: comparable })
}

export const controlOf = (
  { indicator, series, breaks }: Pick<Standing, 'indicator' | 'series' | 'breaks'>,
  chosen: Chosen,
): Reading | null => readingOf(indicator, series, chosen?.endsOn ?? null, breaks)

/** Whether a change of what is shown on an earlier period is no more than chance. Only the latest figure is looked at. */
export const byChance = (reading: Reading | null, shown: Return | null): ((against: Period) => boolean) => {
  if (reading === null || shown === null || shown.endsOn !== reading.latest.on) return () => false
  return against => isByChance(reading, against)
}
