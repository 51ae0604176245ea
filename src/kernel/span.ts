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
