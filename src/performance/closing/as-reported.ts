/**
 * What a meeting saw is kept (rules E14): locking a period stores its figures, judgements and words as they stood. What was revised since shows as
 * "reported as 41.2% on 6 May 2026, now 40.8%", and changes nothing of what was reported.
 */
import { type Day, dayIn, dayLabel } from '../../kernel/day.ts'
import { type Decimal, rounded } from '../../kernel/decimal.ts'
import type { Period } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import { answerOf, isEqual } from '../data-return/data-return.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'
import type { Return } from '../judgement/judgement.ts'
import type { Look } from '../scheme/scheme.ts'

/** A figure as it stood when its period was locked. */
export type ReportedFigure = Period & {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly value: Decimal | null
  readonly absence: Return['absence']
  readonly lockedAt: Temporal.Instant
}

/** A line of the scorecard in the words in which it was read. */
export type ReportedLine = {
  readonly indicatorId: IndicatorId
  readonly theme: string
  readonly reference: string | null
  readonly title: string
  readonly lead: string | null
  readonly figure: string | null
  readonly period: string | null
  readonly flag: string | null
  readonly target: string | null
  /** The mark and colour of the judgement; 'none' where there was none. */
  readonly look: Look | 'none'
  /** The judgement, or why there was none. */
  readonly words: string
  readonly note: string | null
  readonly why: string
}

type Answer = Pick<Return, 'value' | 'absence'>

/**
 * "Reported as 41.2% on 6 May 2026, now 40.8%": null when what is held now is what was reported. Locked more than once with different figures, each is
 * said. `reported` are those of one indicator and area, the first lock first.
 */
export function asReportedWords(reported: readonly ReportedFigure[], now: Period & Answer, indicator: Indicator): string | null {
  const its = reported.filter(({ startsOn, endsOn }) => startsOn === now.startsOn && endsOn === now.endsOn)
  const looksLike = (a: Answer, b: Answer | undefined) => b !== undefined && looksSame(a, b, indicator)
  const told = its.filter((each, at) => !looksLike(each, now) && !looksLike(each, its[at - 1]))
  if (told.length === 0) return null
  const each = told.map(({ lockedAt, ...figure }) => `as ${answer(figure, indicator)} on ${dayLabel(lockedOn({ lockedAt }))}`)
  return `Reported ${each.join(' and ')}, now ${answer(now, indicator)}`
}

export const lockedOn = ({ lockedAt }: { readonly lockedAt: Temporal.Instant }): Day => dayIn(lockedAt)

/** In the midst of a sentence. */
function answer(of: Answer, indicator: Indicator): string {
  return of.value === null ? answerOf(of, indicator).toLowerCase() : answerOf(of, indicator)
}

/** A revision of places that nobody sees is none to whoever reads. */
const looksSame = (a: Answer, b: Answer, { decimals }: Indicator): boolean =>
  a.absence === b.absence && isEqual(a.value && rounded(a.value, decimals), b.value && rounded(b.value, decimals))
