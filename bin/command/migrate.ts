import { prepareDatabase } from '../../src/platform/db/index.ts'
import { migrations, settings, withServer } from './database.ts'

export async function migrate(): Promise<void> {
  const { applied } = await withServer(settings().database, true, ({ ownerUrl, appUrl }) => prepareDatabase(ownerUrl, appUrl, migrations))
  for (const { name } of applied) console.log(name)
  console.log(applied.length === 0 ? 'The database is as this version needs it.' : 'The database is as this version needs it now.')
}
