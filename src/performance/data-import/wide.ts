/**
 * A file in wide form has a column of figures for each period, or for each area, where one in long form has a row for each figure. Each filled cell
 * below such a heading is a figure of its own; a table has one of the two side by side, and the rows say the other.
 */
import type { Problem } from '../../kernel/ruling.ts'
import { type ImportKind, ofFigures } from './data-import.ts'
import { type HeadingPeriod, periodInHeading } from './heading.ts'
import { type Mapping, type Meaning, meaningWords, widely } from './mapping.ts'

export type Slot = {
  /** Its place among the columns of figures, from 1: the part of the row that it is. */
  readonly part: number
  readonly index: number
  readonly heading: string
  /** Null where the heading is an area. */
  readonly period: HeadingPeriod | null
}

/** The columns of figures, each with what its heading says; none in long form. */
export function slotsOf(kind: ImportKind, { columns }: Mapping): readonly Slot[] {
  if (!ofFigures(kind)) return []
  return columns
    .flatMap(({ heading, meaning }, index) =>
      widely(meaning) ? [{ index, heading, period: meaning === 'by-period' ? periodInHeading(heading, kind) : null }] : [],
    )
    .map((slot, place) => ({ ...slot, part: place + 1 }))
}

/** What keeps a wide file from being understood. In long form there is nothing to say. */
export function wideProblems(kind: ImportKind, mapping: Mapping): readonly Problem[] {
  const { columns, constants } = mapping
  const slots = slotsOf(kind, mapping)
  const [first] = slots
  if (first === undefined || !ofFigures(kind)) return []
  const ofPeriods = slots.filter(({ index }) => columns[index]?.meaning === 'by-period')
  const ofAreas = slots.filter(({ index }) => columns[index]?.meaning === 'by-area')
  const [firstOfPeriods, firstOfAreas] = [ofPeriods[0], ofAreas[0]]
  const at = (meanings: readonly Meaning[]) =>
    columns.flatMap(({ heading, meaning }, index) =>
      meaning !== null && meanings.includes(meaning) ? [{ heading, meaning, field: `meaning-${index}` }] : [],
    )

  if (firstOfPeriods !== undefined && firstOfAreas !== undefined)
    return [
      {
        field: `meaning-${firstOfAreas.index}`,
        text: `The heading ${firstOfPeriods.heading} says a period and ${firstOfAreas.heading} an area. Headings can say one of them: leave the others out`,
      },
    ]
  const figures: readonly Meaning[] = ['value', 'numerator', 'denominator', 'target', 'baseline', 'interim', 'stretch', 'low', 'high']
  const saysTwice = (meanings: readonly Meaning[], what: string) =>
    at(meanings).map(({ field, heading }) => ({
      field,
      text: `${heading} says the ${what} of a row, and headings like ${first.heading} say it too. Choose “not used” for one or the other`,
    }))
  const parts = ofPeriods.filter(({ period }) => period?.isPart)
  return [
    ...at(figures).map(({ field, heading, meaning }) => ({
      field,
      text: `${heading} is “${meaningWords[meaning]}”, and it has no ${ofAreas.length > 0 ? 'area' : 'period'} in its heading as ${first.heading} has. Choose “not used”, or correct the heading in the file`,
    })),
    ...ofPeriods.flatMap(({ heading, index, period }) =>
      period === null
        ? [
            {
              field: `meaning-${index}`,
              text: `${heading} is not understood as a period. A heading like Q1 2008-09, June 2008 or 2008-09 is`,
            },
          ]
        : [],
    ),
    ...(ofPeriods.length > 0
      ? saysTwice(['first-day', 'last-day', ...(parts.length === ofPeriods.length ? [] : ['period' as const])], 'period')
      : []),
    ...(parts.length > 0 && at(['period']).length === 0 && (constants.period ?? '') === ''
      ? [
          {
            field: 'constant-period',
            text: `${parts[0]?.heading} is part of a year. Say which column has the year, or enter the year of the whole file`,
          },
        ]
      : []),
    ...(ofAreas.length > 0 ? saysTwice(['area-code', 'area-name'], 'area') : []),
    ...(slots.some(({ period }) => (period?.targetKind ?? null) !== null) ? saysTwice(['target-kind'], 'kind of target') : []),
  ]
}
