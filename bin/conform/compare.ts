/**
 * Comparison with other areas, held against medians and distances as they were published: a file of values with `MEDIAN` and `MADs_from_median`,
 * the form of the Office for Local Government. What is compared with one another is what shares its measure, period and grouping.
 */
import { type Decimal, parseDecimal, toText } from '../../src/kernel/decimal.ts'
import { distanceFrom, spreadOf } from '../../src/performance/index.ts'
import { csvLines, formOf } from '../../src/platform/csv/index.ts'
import { openFile } from '../../src/platform/file/index.ts'
import { type Difference, isNear, report } from './differences.ts'

type Row = Readonly<Record<string, string>>

export async function conformComparison(file: string): Promise<void> {
  const rows = await rowsOf(file)
  const together = Map.groupBy(rows, row =>
    ['grouping', 'measure', 'code', 'financial year', 'period', 'year'].map(name => row[name] ?? '').join('|'),
  )
  const differing = [...together.values()].flatMap(group => differencesIn(group))
  report(rows.length, differing)
}

async function rowsOf(file: string): Promise<Row[]> {
  const rows: Row[] = []
  const { pieces, close } = await openFile(file)
  let names: readonly string[] | null = null
  for await (const line of csvLines(pieces, await formOf(pieces))) {
    if (line.problem !== null) throw new Error(`${file}, line ${line.line}: ${line.problem}`)
    if (names === null) names = line.fields.map(field => field.trim().toLowerCase())
    else rows.push(Object.fromEntries(names.map((name, index) => [name, line.fields[index]?.trim() ?? ''])))
  }
  await close()
  for (const needed of ['value', 'median', 'mads_from_median'])
    if (!names?.includes(needed)) throw new Error(`${file} has no column ${needed}`)
  return rows
}

function differencesIn(rows: readonly Row[]): Difference[] {
  const values = rows.flatMap(({ value = '' }) => parseDecimal(value) ?? [])
  const spread = spreadOf(values)
  return rows.flatMap(row => {
    const value = parseDecimal(row['value'] ?? '')
    const distance = value && spread && distanceFrom(value, spread)
    const words = [said('median', spread?.median ?? null, row['median']), said('distance', distance, row['mads_from_median'])].filter(
      each => each !== null,
    )
    const of = ['local authority name', 'measure', 'financial year'].map(name => row[name] ?? '').join(', ')
    return words.length === 0 ? [] : [{ of, words }]
  })
}

const tolerance = 1e-8

/** Null when ours is what was published; blanks, NA and Inf are no number. */
function said(name: string, ours: Decimal | null, published = ''): string | null {
  const theirs = parseDecimal(published)
  const isSame = ours === null || theirs === null ? ours === theirs : isNear(numberOf(ours), numberOf(theirs), tolerance)
  return isSame ? null : `the ${name} is ${ours === null ? 'none' : toText(ours)} and should be ${published || 'none'}`
}

const numberOf = (value: Decimal): number => Number(toText(value))
