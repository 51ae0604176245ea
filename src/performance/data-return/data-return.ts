/**
 * A return is the figure reported for an indicator, an area and a period, or why there is none. It is never changed: who reports again adds a
 * revision, the latest one counts, and the earlier ones stay on record with who reported them, when, from what source and why.
 */
import { compare, type Decimal } from '../../kernel/decimal.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Period } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'
import { figure } from '../indicator/figure.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'
import type { Return } from '../judgement/judgement.ts'

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
}

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
  /** Null while there is none for that indicator, area and period. */
  readonly latest: Revision | null
  /** The revision that the person had before them; 0: none. */
  readonly basedOn: number
  /** That a final figure is to give way to one that is not. */
  readonly replacesFinal: boolean
}

/** Whether a draft can be the next revision. */
export function record(draft: ReturnDraft, { indicator, latest, basedOn, replacesFinal }: Reporting): Ruling<ReturnDraft> {
  if (latest === null)
    return draft.absence === 'withdrawn' ? refuse({ field: 'answer', text: 'There is no figure that could be withdrawn' }) : accept(draft)
  if (latest.revision !== basedOn) return refuse({ text: meanwhile(latest, basedOn, indicator) })
  if (isSame(draft, latest)) return refuse({ field: 'value', text: `This is what is on record already: ${answerOf(latest, indicator)}` })

  const problems: Problem[] = []
  const isWithdrawn = draft.absence === 'withdrawn'
  const isFinalFigure = latest.status === 'final' && latest.value !== null
  const isOtherFigure = !isEqual(draft.value, latest.value)
  if (draft.reason === '' && (isWithdrawn || (isFinalFigure && isOtherFigure)))
    problems.push({
      field: 'reason',
      text: isWithdrawn ? 'Say why the figure is withdrawn' : `Say why the final figure of ${answerOf(latest, indicator)} changes`,
    })
  if (isFinalFigure && draft.value !== null && draft.status !== 'final' && !replacesFinal)
    problems.push({
      field: 'replacesFinal',
      text: `The figure on record is final, and this one is ${draft.status}. Confirm that it takes its place`,
    })
  return problems.length > 0 ? refuse(...problems) : accept(draft)
}

/** Two people at one figure: the second sees the first's and decides again. Nothing of theirs is lost, and nothing is overwritten unseen. */
function meanwhile(latest: Revision, basedOn: number, indicator: Indicator): string {
  const reported = `${answerOf(latest, indicator)}, ${latest.status}, reported by ${latest.reportedByName}`
  return basedOn === 0
    ? `There is a figure for this area and period already: ${reported}. Report yours as a revision of it, if it should take its place`
    : `While you were writing, ${latest.reportedByName} reported ${answerOf(latest, indicator)} (${latest.status}). Report yours again if it should take its place`
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
  a.status === b.status &&
  a.source === b.source

const isEqual = (a: Decimal | null, b: Decimal | null): boolean => (a === null || b === null ? a === b : compare(a, b) === 0)
