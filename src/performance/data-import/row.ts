/** The cells of a row by what its columns mean, and what is said when one cannot be understood. */
import { cut } from '../../kernel/text.ts'
import type { Mapping, Meaning } from './mapping.ts'
import type { IndicatorName } from './naming.ts'

export type Refusal = {
  /** For good, or for as long as the indicator is reported as it is. */
  readonly unreadable: 'cell' | 'period'
  readonly column: string
  readonly found: string
  /** What is wrong and what to do. */
  readonly reason: string
}

export const refusal = (column: string, found: string, reason: string): Refusal => ({
  unreadable: 'cell',
  column,
  found: cut(found, 500),
  reason,
})

export type Cells = ReturnType<typeof cellsOf>

export function cellsOf({ columns, constants }: Mapping) {
  const at = new Map<Meaning, number>()
  const periods: number[] = []
  columns.forEach(({ meaning }, index) => {
    if (meaning === 'period') periods.push(index)
    if (meaning !== null && !at.has(meaning)) at.set(meaning, index)
  })
  const series = columns.flatMap(({ names }, index) => (names ? [index] : []))

  const own = (fields: readonly string[], meaning: Meaning): string => {
    const index = at.get(meaning)
    return index === undefined ? '' : (fields[index] ?? '').trim()
  }
  const text = (fields: readonly string[], meaning: Meaning): string => own(fields, meaning) || (constants[meaning] ?? '')
  const headings = (...any: Meaning[]): string =>
    columns
      .filter(({ meaning }) => meaning !== null && any.includes(meaning))
      .map(({ heading }) => heading)
      .join(', ') || 'The whole file'

  return {
    /** What the row itself says; '' where it has no such column. */
    own,
    /** What the row says, or else what was said for the whole file. */
    text,
    constant: (meaning: Meaning): string => constants[meaning] ?? '',
    has: (meaning: Meaning): boolean => at.has(meaning),
    headings,

    period(fields: readonly string[]): string {
      const whole = periods.map(index => (fields[index] ?? '').trim()).filter(part => part !== '')
      if (whole.length > 0) return whole.join(' ')
      const [first, last] = [own(fields, 'first-day'), own(fields, 'last-day')]
      return first !== '' && last !== '' ? `${first} - ${last}` : first || last || (constants.period ?? '')
    },

    indicatorName(fields: readonly string[]): IndicatorName | null {
      const parts = series.map(index => [columns[index]?.heading ?? '', tidy(fields[index] ?? '')] as const)
      const named = parts.some(([, content]) => content !== '') ? Object.fromEntries(parts) : null
      const [reference, title, unit] = [text(fields, 'reference'), text(fields, 'title'), text(fields, 'unit')]
      if (named === null && reference === '' && title === '') return null
      return { reference: tidy(reference) || null, title: tidy(title) || null, unit: tidy(unit) || null, series: named }
    },
    /** The same for rows that name the same indicator. */
    indicatorKey: (fields: readonly string[]): string =>
      [at.get('reference'), at.get('title'), at.get('unit'), ...series]
        .map(index => (index === undefined ? '' : fields[index]))
        .join('\u0001'),
    indicatorHeadings(): string {
      const named = columns.filter(({ names, meaning }) => names || meaning === 'reference' || meaning === 'title')
      return named.map(({ heading }) => heading).join(', ') || 'The whole file'
    },

    /** Rows that spreadsheets end with empty cells are left as they are. */
    ragged(fields: readonly string[]): Refusal | null {
      const more = fields.slice(columns.length).some(field => field.trim() !== '')
      if (fields.length >= columns.length && !more) return null
      return refusal(
        columns[Math.min(fields.length, columns.length) - 1]?.heading ?? 'The whole row',
        fields.join(' | '),
        `This row has ${fields.length} ${fields.length === 1 ? 'cell' : 'cells'} and the heading has ${columns.length}. A text with a comma in it needs quotation marks around it`,
      )
    },
  }
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()
