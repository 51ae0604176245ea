import { writeFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { dayIn } from '../../src/kernel/day.ts'
import { parsePeriodCode } from '../../src/kernel/period.ts'
import { areas } from '../../src/partnership/index.ts'
import { scorecardAskedFor, scorecardCsv, scorecardTable } from '../../src/performance/index.ts'
import { sheet, sheetForms } from '../../src/platform/sheet/index.ts'
import type { Given } from './arguments.ts'
import { partnershipAsked, withDatabase } from './database.ts'
import { Refused } from './refused.ts'
import { grouped, type Row, table, toJson } from './scorecard-text.ts'

/** What the page's download has, so that page and command cannot disagree. */
export async function printScorecard(given: Given): Promise<void> {
  const { period = 'latest', area, agreement = '', by, format = 'table', out } = given
  const form = sheetForms.find(each => each === format)
  if (form !== undefined && out === undefined) throw new Refused(`Say into which file: --out scorecard.${form}`)
  if (period !== 'latest' && parsePeriodCode(period) === null)
    throw new Refused(`${period} is not a period: write it as 2008-09-Q4, 2008-09, or latest.`)
  const scorecard = await withDatabase(async database => {
    const partnership = await partnershipAsked(database, given)
    const who = { partnershipId: partnership.id, accountId: null, name: 'Goldthread', requestId: 'command' }
    return database.visit(who, 'read', async db => {
      const known = await areas(db)
      const wanted = area?.toLowerCase()
      const place = known.find(({ code, name }) => [code, name].some(word => word?.toLowerCase() === wanted))
      if (wanted !== undefined && place === undefined) throw new Refused(`${partnership.name} has no area ${area}.`)
      const query = { period, agreement, ...(place && { area: String(place.id) }), ...(by === 'area' && { by }) }
      const shown = await scorecardAskedFor({ db, query, today: dayIn(Temporal.Now.instant()) }).catch((error: unknown) => {
        throw error instanceof Error && error.name === 'NotFound'
          ? new Refused(`${partnership.name} has no agreement ${agreement}.`)
          : error
      })
      if (shown === null) throw new Refused(`${partnership.name} has no agreement yet.`)
      return scorecardTable(shown)
    })
  })
  if (form !== undefined) return deliver(await sheet(scorecard, form), out)
  const content = scorecardCsv(scorecard)
  if (format === 'csv') return deliver(content, out)
  const rows: Row[] = parse(content, { bom: true, columns: true, relax_column_count: true })
  const groups = grouped(rows, by ?? null)
  return deliver(`${format === 'json' ? toJson(groups, by ?? null) : table(groups)}\n`, out)
}

async function deliver(content: string | Buffer, file: string | undefined): Promise<void> {
  if (file === undefined) return void process.stdout.write(content)
  await writeFile(file, content).catch((error: Error) => {
    throw new Refused(`The scorecard could not be written to ${file}: ${error.message}`)
  })
}
