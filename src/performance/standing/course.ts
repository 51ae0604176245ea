/** The course that an indicator has taken in an area: each of its values, held to the target of its own period as it would have been judged then. */
import type { Day } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { fits, type Period } from '../../kernel/period.ts'
import type { Assessment, Return } from '../judgement/judgement.ts'
import { type Progress, progressOf } from '../progress/progress.ts'
import { breakBetween } from '../series-break/series-break.ts'
import { assessmentOf, type Chosen, type Standing } from './standing.ts'

export type Stage = { readonly return: Return; readonly assessment: Assessment }

/** The oldest first, of the indicator's own kind of period where it has any, and one for each day on which a period ends. */
export function courseOf(standing: Standing, today: Day): Stage[] {
  return ownSeries(standing).map(each => ({ return: each, assessment: assessmentOf(standing, each, today) }))
}

/** With a period chosen, as far as that: what comes after is not looked at. */
export const courseUpTo = (standing: Standing, chosen: Chosen, today: Day): Stage[] =>
  courseOf(standing, today).filter(({ return: { endsOn } }) => chosen === null || endsOn <= chosen.endsOn)

export function ownSeries({ indicator: { frequency }, returns }: Pick<Standing, 'indicator' | 'returns'>): Return[] {
  const own = frequency === null ? returns : returns.filter(each => fits(each, frequency))
  const series = own.length > 0 ? own : returns
  return series.filter((each, index) => each.endsOn !== series[index + 1]?.endsOn)
}

/** Towards its targets. A forecast is judged as a return of that value would be, once it had come. */
export function progressIn(standing: Standing, assessment: Assessment, today: Day): Progress {
  const judgeAt = (period: Period, value: Decimal) => {
    const forecast: Return = { startsOn: period.startsOn, endsOn: period.endsOn, value, absence: null, status: 'estimated' }
    return assessmentOf({ ...standing, returns: [forecast], overrides: [] }, period, today)
  }
  const { return: now } = assessment
  const isComparable = (period: Period) => now === null || breakBetween(standing.breaks, period, now) === null
  return progressOf({
    assessment,
    targets: standing.targets.filter(each => each.kind !== 'baseline' || isComparable(each)),
    series: ownSeries(standing).filter(isComparable),
    judgeAt,
  })
}
