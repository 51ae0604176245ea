/** The first and the last day on which something holds; null for as long as anybody knows. */
import { type Day, dayLabel } from './day.ts'

export type Span = { readonly beginsOn: Day | null; readonly endsOn: Day | null }

export const holdsOn = ({ beginsOn, endsOn }: Span, today: Day): boolean =>
  (beginsOn === null || beginsOn <= today) && (endsOn === null || today <= endsOn)

/** Since 1 May 2009; until 31 March 2010; 1 May 2009 to 31 March 2010; nothing where no day is known. */
export function spanLabel({ beginsOn, endsOn }: Span): string {
  if (beginsOn !== null && endsOn !== null) return `${dayLabel(beginsOn)} to ${dayLabel(endsOn)}`
  if (beginsOn !== null) return `since ${dayLabel(beginsOn)}`
  return endsOn === null ? '' : `until ${dayLabel(endsOn)}`
}

export const overlap = (one: Span, other: Span): boolean =>
  (one.beginsOn === null || other.endsOn === null || one.beginsOn <= other.endsOn) &&
  (other.beginsOn === null || one.endsOn === null || other.beginsOn <= one.endsOn)

/** The same within a sentence, which says of what is still to come from when it will be: from 1 May 2027; from 1 May 2009 to 31 March 2010. */
export function spanWords(span: Span, today: Day): string {
  const { beginsOn, endsOn } = span
  if (beginsOn === null || (endsOn === null && beginsOn <= today)) return spanLabel(span)
  return `from ${spanLabel(span).replace(/^since /, '')}`
}
