import { basename } from 'node:path'
import { idOf } from '../../src/kernel/ids.ts'
import { agreementChoices, type Brought, bringIn, importKinds } from '../../src/performance/index.ts'
import type { Database, Who } from '../../src/platform/db/index.ts'
import { type OpenFile, openFile } from '../../src/platform/file/index.ts'
import { mayManagePerformance } from '../../src/platform/web/index.ts'
import type { Given } from './arguments.ts'
import { partnershipAsked, personAsked, withDatabase } from './database.ts'
import { Refused } from './refused.ts'
import { counted, progressBar } from './terminal.ts'

export async function importFile(given: Given): Promise<void> {
  const { KIND, FILE = '' } = given
  const kind = importKinds.find(each => each === KIND) ?? 'returns'
  const content = await contentOf(FILE)
  try {
    await withDatabase(async database => {
      const partnership = await partnershipAsked(database, given)
      const { accountId, name } = await personAsked(database, partnership, given, mayManagePerformance)
      const who = { partnershipId: partnership.id, accountId, name, requestId: 'command' }
      const bar = progressBar('Reading')
      const brought = await bringIn(database, who, {
        kind,
        agreementId: kind === 'people' ? null : await agreementAsked(database, who, given),
        fileName: basename(FILE),
        content,
        sheet: given['sheet'] ?? '',
        source: given['map'] ?? '',
        adds: {
          areas: given['create-areas'] !== undefined,
          outcomes: given['create-outcomes'] !== undefined,
          organisations: given['create-organisations'] !== undefined,
        },
        goodRows: given['good-rows'] !== undefined,
        reason: given['reason'] ?? '',
        progress: bar && (bytes => bar.show(bytes / content.bytes)),
      })
      bar?.end()
      tell(FILE, brought)
    })
  } finally {
    await content.close()
  }
}

async function contentOf(file: string): Promise<OpenFile> {
  try {
    return await openFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Refused(code === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${code}).`)
  }
}

async function agreementAsked(database: Database, who: Who, { agreement }: Given) {
  const all = await database.visit(who, 'read', agreementChoices)
  const found = agreement === undefined ? all : all.filter(({ id }) => id === idOf(agreement))
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return only.id
  if (all.length === 0) throw new Refused('There is no agreement yet to bring anything in for.')
  throw new Refused(
    `${agreement === undefined ? 'Say which agreement with --agreement' : `There is no agreement ${agreement}`}: ${all.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
  )
}

function tell(file: string, { imported, asks, summary, refused }: Brought): void {
  if (summary !== null) {
    const { counts, rowsRead, blank } = summary
    console.log(
      `${file}: ${counted(rowsRead, 'row')}: ${counts.new} new, ${counts.revised} revised, ${counts.unchanged} unchanged, ${counts.refused} refused${blank > 0 ? `, ${blank} without a value` : ''}.`,
    )
  }
  for (const { line, columnName, found, reason } of refused)
    console.log(`  line ${line}, ${columnName ?? ''}: ${found === null || found === '' ? '' : `“${found}”: `}${reason ?? ''}`)
  if (asks.length > 0)
    throw new Refused(
      [
        'Nothing is imported.',
        ...asks.slice(0, 50).map(sentence => `  ${sentence}.`),
        ...(asks.length > 50 ? [`  and ${asks.length - 50} more`] : []),
      ].join('\n'),
    )
  console.log(imported ? 'It is imported.' : 'There is nothing new in it.')
}
