import { loadExample } from '../../src/example/load.ts'
import { examplePartnership, removePartnership } from '../../src/platform/accounts/index.ts'
import { withDatabase } from './database.ts'
import { Refused } from './refused.ts'

export async function load(): Promise<void> {
  await withDatabase(async database => {
    if (await database.platform(examplePartnership))
      throw new Refused('The example is there already: goldthread example remove removes it.')
    await loadExample(database, Temporal.Now.instant())
    const example = await database.platform(examplePartnership)
    console.log(`${example?.name} is there, at /${example?.slug}.`)
  })
}

export async function remove(): Promise<void> {
  await withDatabase(async database => {
    const removed = await database.platform(async db => {
      const example = await examplePartnership(db)
      if (example) await removePartnership(db, example.id)
      return example
    })
    if (removed === null) throw new Refused('There is no example to remove.')
    console.log(`${removed.name} is removed, with its people.`)
  })
}
