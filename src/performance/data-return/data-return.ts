/**
 * A return is the figure reported for an indicator, an area and a period, or why there is none. It is never changed: who reports again adds a
 * revision, the latest one counts, and the earlier ones stay on record with who reported them, when, from what source and why.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { compare, type Decimal, decimal, divided, isZero, times } from '../../kernel/decimal.ts'
import type { Id } from '../../kernel/ids.ts'
import { type Period, periodLabel } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'
import { figure } from '../indicator/figure.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'
import type { Return } from '../judgement/judgement.ts'
import type { Sampled } from '../travel/survey.ts'

/** Where a return belongs. */
export type Place = Period & { readonly indicatorId: IndicatorId; readonly areaId: AreaId }

export const statuses = ['provisional', 'estimated', 'final'] as const
export type Status = (typeof statuses)[number]

export const statusNames: Readonly<Record<Status, string>> = { provisional: 'Provisional', estimated: 'Estimated', final: 'Final' }

/** Why a return has no number. It is never zero. */
export const absences = ['suppressed', 'not-published', 'not-applicable', 'withdrawn'] as const
export type Absence = (typeof absences)[number]

export const absenceNames: Readonly<Record<Absence, string>> = {
  suppressed: 'Suppressed',
  'not-published': 'Not published yet',
  'not-applicable': 'Not applicable',
  withdrawn: 'Withdrawn',
}

/** What somebody reports. */
export type ReturnDraft = {
  readonly value: Decimal | null
  readonly absence: Absence | null
  readonly numerator: Decimal | null
  readonly denominator: Decimal | null
  readonly status: Status
  readonly source: string
  readonly reason: string
} & Partial<Sampled>

export type Revision = ReturnDraft & {
  readonly revision: number
  /** Null for what Goldthread itself or somebody who has left reported; the name stays. */
  readonly reportedBy: number | null
  readonly reportedByName: string
  readonly reportedAt: Temporal.Instant
  /** The import that brought it. */
  readonly importId: Id<'data-import'> | null
}

/** A revision as it is kept, with where it belongs: what is added many at a time brings its own number, time and author. */
export type KeptReturn = Place & Revision & { readonly isLatest: boolean }
export type NewReturn = Omit<KeptReturn, 'importId'>

/** What is true when it is reported. */
export type Reporting = {
  readonly indicator: Indicator
  readonly period: Period
  readonly today: Day
  /** Null while there is none for that indicator, area and period. */
  readonly latest: Revision | null
  /** The revision that the person had before them; 0: none. */
  readonly basedOn: number
  /** That a final figure is to give way to one that is not. */
  readonly replacesFinal: boolean
}

/** Whether a draft can be the next revision. */
export function record(draft: ReturnDraft, reporting: Reporting): Ruling<ReturnDraft> {
  const early = earlyProblem(draft, reporting)
  if (early) return refuse(early)

  const { indicator, latest, basedOn, replacesFinal } = reporting
  if (latest === null)
    return draft.absence === 'withdrawn' ? refuse({ field: 'answer', text: 'There is no figure that could be withdrawn' }) : accept(draft)
  if (latest.revision !== basedOn) return refuse({ text: meanwhile(latest, basedOn, indicator) })
  if (isSame(draft, latest))
    return refuse({
      field: draft.absence === null ? 'value' : 'answer',
      text: `This is what is on record already: ${answerOf(latest, indicator)}`,
    })

  const problems: Problem[] = []
  const isFinalFigure = latest.status === 'final' && latest.value !== null
  if (isFinalFigure && draft.value !== null && draft.status !== 'final' && !replacesFinal)
    problems.push({
      field: 'replacesFinal',
      text: `The figure on record is final, and this one is ${draft.status}. Confirm that it takes its place`,
    })
  if (draft.reason === '' && draft.absence === 'withdrawn') problems.push({ field: 'reason', text: 'Say why the figure is withdrawn' })
  else if (draft.reason === '' && isFinalFigure && !isEqual(draft.value, latest.value))
    problems.push({ field: 'reason', text: `Say why the final figure of ${answerOf(latest, indicator)} changes` })
  return problems.length > 0 ? refuse(...problems) : accept(draft)
}

/** A figure may be known before its period is over, but then it can still change. */
function earlyProblem({ value, status }: ReturnDraft, { period, indicator, today }: Reporting): Problem | null {
  const label = periodLabel(period, indicator.frequency)
  if (period.startsOn > today) return { field: 'period', text: `${label} has not begun yet: it starts on ${dayLabel(period.startsOn)}` }
  if (value !== null && status === 'final' && period.endsOn > today)
    return { field: 'status', text: `${label} is not over until ${dayLabel(period.endsOn)}, so its figure cannot be final yet` }
  return null
}

/** Two people at one figure: the second sees the first's and decides again. Nothing of theirs is lost, and nothing is overwritten unseen. */
function meanwhile(latest: Revision, basedOn: number, indicator: Indicator): string {
  const reported = `${answerOf(latest, indicator)}, ${latest.status}, reported by ${latest.reportedByName}`
  return basedOn === 0
    ? `There is a figure for this area and period already: ${reported}. Report yours as a revision of it, if it should take its place`
    : `While you were writing, ${latest.reportedByName} reported ${answerOf(latest, indicator)} (${latest.status}). Report yours again if it should take its place`
}

/**
 * The value that a numerator and a denominator make: of a hundred for a percentage, of so many for a rate, as it is for a ratio. Twenty places are
 * more than any rounding to the indicator's own can tell from the exact quotient. Null where a value is not made so.
 */
export function quotientOf(numerator: Decimal, denominator: Decimal, { valueType, ratePer }: Indicator): Decimal | null {
  const per = { percentage: 100, rate: ratePer, ratio: 1, number: null, money: null, days: null }[valueType]
  if (per === null || isZero(denominator)) return null
  return withoutTrailingZeros(divided(times(numerator, decimal(String(per))), denominator, 20))
}

export const isMadeOfParts = ({ valueType }: Indicator): boolean =>
  valueType === 'percentage' || valueType === 'rate' || valueType === 'ratio'

function withoutTrailingZeros({ digits, scale }: Decimal): Decimal {
  let [shorter, places] = [digits, scale]
  while (places > 0 && shorter % 10n === 0n) {
    shorter /= 10n
    places -= 1
  }
  return { digits: shorter, scale: places }
}

/** Why a figure cannot have these bounds: it lies within its own interval, or one of the three is a slip. */
export function intervalFault(value: Decimal, low: Decimal, high: Decimal): string | null {
  if (compare(low, high) > 0) return 'The lower bound is above the upper one. Correct one of them'
  return compare(value, low) < 0 || compare(value, high) > 0
    ? 'The figure lies outside its interval. Correct the figure or the bounds'
    : null
}

/** As people read it: 41.2%, or Suppressed. */
export function answerOf({ value, absence }: Pick<Return, 'value' | 'absence'>, indicator: Indicator): string {
  if (value !== null) return figure(value, indicator)
  return absence === null ? '' : absenceNames[absence]
}

const isSame = (a: ReturnDraft, b: ReturnDraft): boolean =>
  isEqual(a.value, b.value) &&
  a.absence === b.absence &&
  isEqual(a.numerator, b.numerator) &&
  isEqual(a.denominator, b.denominator) &&
  (a.sampleSize ?? null) === (b.sampleSize ?? null) &&
  isEqual(a.intervalLow, b.intervalLow) &&
  isEqual(a.intervalHigh, b.intervalHigh) &&
  a.status === b.status &&
  a.source === b.source

export const isEqual = (a: Decimal | null = null, b: Decimal | null = null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0
