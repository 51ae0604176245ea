/**
 * An agreement is what a partnership has promised for some years: themes, under each the outcomes that people should notice, under these the
 * indicators by which it will be known. It speaks of one area, and says how near to a target is near enough, unless an indicator says otherwise.
 */
import { type Decimal, decimal } from '../../kernel/decimal.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { AgreementId, OutcomeId, ThemeId, ToleranceKind } from '../indicator/indicator.ts'
import type { Scheme } from '../scheme/scheme.ts'

export type Agreement = {
  readonly id: AgreementId
  readonly title: string
  /** The financial years in which it begins and ends, each by the year of its April. */
  readonly firstYear: number
  readonly lastYear: number
  readonly areaId: AreaId
  /** How far from a target still counts, where an indicator has nothing of its own. */
  readonly toleranceKind: ToleranceKind
  readonly tolerance: Decimal
  /** How its judgements are shown. */
  readonly scheme: Scheme
}
export type AgreementDraft = Omit<Agreement, 'id' | 'scheme'>

export type Outcome = { readonly id: OutcomeId; readonly themeId: ThemeId; readonly title: string }
export type Theme = { readonly id: ThemeId; readonly agreementId: AgreementId; readonly title: string }
export type ThemeWithOutcomes = Theme & { readonly outcomes: readonly Outcome[] }

/** What people begin with, and most keep. */
export const usualTolerance = { toleranceKind: 'relative', tolerance: decimal('0.05') } as const

/** Whether a draft can stand beside the other agreements, for an area that there is; `itself` is null for one to be added. */
export function agree(
  draft: AgreementDraft,
  others: readonly Agreement[],
  areas: readonly { readonly id: AreaId }[],
  itself: AgreementId | null,
): Ruling<AgreementDraft> {
  if (draft.lastYear < draft.firstYear) return refuse({ field: 'lastYear', text: 'The last year must be the first or a later one' })
  if (!areas.some(({ id }) => id === draft.areaId)) return refuse({ field: 'areaId', text: 'Select the area that the agreement is for' })
  const title = call(draft.title, others, itself)
  return title.accepted ? accept(draft) : title
}

/** What an agreement still holds, each in a few words ("12 indicators"), keeps it from being removed. */
export function remove({ title }: { readonly title: string }, holds: readonly string[]): Ruling<null> {
  if (holds.length > 0) return refuse({ text: `${title} still has ${inWords(holds)}. Remove or move them first` })
  return accept(null)
}

/** Two of one title would be one to whoever reads them. `itself` is null for one to be added. */
export function call(
  title: string,
  others: readonly { readonly id: number; readonly title: string }[],
  itself: number | null,
): Ruling<string> {
  const namesake = others.find(other => other.id !== itself && other.title.toLowerCase() === title.toLowerCase())
  return namesake ? refuse({ field: 'title', text: `There is already one called ${namesake.title}` }) : accept(title)
}

const inWords = (list: readonly string[]): string => [list.slice(0, -1).join(', '), list.at(-1)].filter(Boolean).join(' and ')
