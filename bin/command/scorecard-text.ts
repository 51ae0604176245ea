/** A scorecard as text, from the rows of its CSV. Pure. */
export type Row = Readonly<Record<string, string>>
export type Group = { readonly title: string | null; readonly rows: readonly Row[] }

/** Under every theme or outcome that an indicator serves, as on the page. */
export function grouped(rows: readonly Row[], by: string | null): Group[] {
  if (by === null) return [{ title: null, rows }]
  const titles = new Map<string, Row[]>()
  for (const row of rows)
    for (const title of titlesOf(row, by)) {
      const group = titles.get(title) ?? []
      group.push(row)
      titles.set(title, group)
    }
  return [...titles].map(([title, ofTitle]) => ({ title, rows: ofTitle }))
}

function titlesOf(row: Row, by: string): string[] {
  if (by === 'judgement') return [judgementOf(row)]
  if (by === 'area') return [row['Area'] ?? '']
  if (by === 'lead') return [row['Lead'] || 'No lead']
  const all = row[by === 'theme' ? 'Themes' : 'Outcomes'] ?? ''
  return all === '' ? ['Not under an outcome'] : all.split('; ')
}

const judgementOf = (row: Row): string => row['Judgement'] || row['Why not judged'] || 'not judged'

export const toJson = (groups: readonly Group[], by: string | null): string =>
  JSON.stringify(by === null ? (groups[0]?.rows ?? []) : groups.map(({ title, rows }) => ({ [by]: title, indicators: rows })), null, 2)

const columns: readonly (readonly [heading: string, cell: (row: Row) => string, right: boolean])[] = [
  ['Reference', row => row['Reference'] ?? '', false],
  ['Indicator', row => shortened(row['Indicator'] ?? '', 60), false],
  ['Target', row => row['Target'] || (row['Target from'] ? `${row['Target from']} to ${row['Target to']}` : ''), true],
  ['Actual', row => row['Actual'] || (row['Status'] ?? ''), true],
  ['Period', row => row['Period'] ?? '', false],
  ['Judgement', judgementOf, false],
]

export function table(groups: readonly Group[]): string {
  const widths = columns.map(([heading, cell]) =>
    Math.max(heading.length, ...groups.flatMap(({ rows }) => rows.map(row => cell(row).length))),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => (columns[index]?.[2] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd()
  const heading = [line(columns.map(([title]) => title)), widths.map(width => '-'.repeat(width)).join('  ')]
  const body = groups.flatMap(({ title, rows }) => [
    ...(title === null ? [] : ['', `${title} (${rows.length})`]),
    ...rows.map(row => line(columns.map(([, cell]) => cell(row)))),
  ])
  return [...heading, ...body].join('\n')
}

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
