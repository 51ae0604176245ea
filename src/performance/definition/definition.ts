/**
 * What exactly an indicator counts is its definition: the text, the kind of value, the unit and the source. It has versions: the indicator has the one
 * that holds now, and each one before it is kept with the day on which it was replaced and why. A correction of words makes no version.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Indicator } from '../indicator/indicator.ts'

export type Defined = Pick<Indicator, 'definition' | 'valueType' | 'ratePer' | 'unit' | 'source'>

/** A definition that holds no more. */
export type FormerDefinition = Defined & {
  /** The first day on which the next one held. */
  readonly replacedOn: Day
  readonly reason: string
  readonly replacedByName: string
}

/** What is said when a definition changes. */
export type DefinitionChange =
  | { readonly kind: 'correction' }
  | {
      readonly kind: 'version'
      readonly from: Day
      readonly reason: string
      /** Whether figures from before and after can still be compared; if not, the series has a break there. */
      readonly isComparable: boolean
    }

/** Whether something that was said is now said otherwise. What had been left open is no change. */
export function isRedefined(before: Defined, now: Defined): boolean {
  const isOtherwise = (field: 'definition' | 'unit' | 'source') => before[field] !== '' && plain(before[field]) !== plain(now[field])
  return (
    isOtherwise('definition') ||
    isOtherwise('unit') ||
    isOtherwise('source') ||
    before.valueType !== now.valueType ||
    before.ratePer !== now.ratePer
  )
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A version holds from a day that has come, after those before it. */
export function redefine(change: DefinitionChange, former: readonly FormerDefinition[], today: Day): Ruling<DefinitionChange> {
  if (change.kind === 'correction') return accept(change)
  if (change.from > today)
    return refuse({
      field: 'definitionFrom',
      text: `Save a new definition on the day from which it holds: that is after today, ${dayLabel(today)}`,
    })
  const later = former.find(({ replacedOn }) => replacedOn >= change.from)
  if (later)
    return refuse({
      field: 'definitionFrom',
      text: `The definition that holds now has held since ${dayLabel(later.replacedOn)}: enter a later day`,
    })
  return accept(change)
}
