/**
 * An override sets another judgement in place of the computed one of a period, for a time. A person answers for it, says why, and says until when;
 * the computed one stays beside it and is what counts again afterwards.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Assessment, Judged, Override } from '../judgement/judgement.ts'
import { bandsOf } from '../scheme/scheme.ts'

export type OverrideDraft = Pick<Override, 'band' | 'reason' | 'until'>

/** What was computed is what can be overridden: where there is no judgement, another does not help. */
export function overridable(assessment: Assessment): Ruling<Judged> {
  if (assessment.kind === 'judged') return accept(assessment)
  return refuse({ text: 'There is no judgement of this period that another could take the place of' })
}

export function override(draft: OverrideDraft, { computed, scheme, period }: Judged, by: string, on: Day): Ruling<Override> {
  if (!bandsOf(scheme).includes(draft.band)) return refuse({ field: 'band', text: 'Select a judgement' })
  if (draft.band === computed) return refuse({ field: 'band', text: `The figures already say ${scheme.words[computed]}` })
  if (draft.until < on) return refuse({ field: 'until', text: `The day on which it ends must be today, ${dayLabel(on)}, or later` })
  const { startsOn, endsOn } = period
  return accept({ startsOn, endsOn, ...draft, madeByName: by, madeOn: on })
}
