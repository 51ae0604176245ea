import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readConfig } from '../../src/config.ts'
import { examplePartnership, type Member, membersOf, partnerships } from '../../src/platform/accounts/index.ts'
import { CannotStart, type Database, migrationsIn, openDatabase, prepareDatabase, useOwnServer } from '../../src/platform/db/index.ts'
import { type May, nowhere, type PartnershipAddress } from '../../src/platform/web/index.ts'
import type { Given } from './arguments.ts'
import { Refused } from './refused.ts'

const project = join(import.meta.dirname, '..', '..')
export const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
export const migrations = migrationsIn(join(project, 'migrations'))

export function settings(): Config {
  const read = readConfig(process.env)
  if (!read.accepted) throw new CannotStart(read.problems.map(({ text }) => text).join('\n'))
  return read.value
}

export type Place = { readonly ownerUrl: string; readonly appUrl: string | null }

/** Where Goldthread keeps its data: a server, its own database as it is running, or its own for as long as this takes. */
export async function withServer<T>(database: Config['database'], mayMake: boolean, work: (place: Place) => Promise<T>): Promise<T> {
  if (database.kind === 'server') return work({ ownerUrl: database.url, appUrl: database.appUrl })
  const lost = (why: CannotStart) => {
    console.error(why.message)
    process.exit(1)
  }
  const server = await useOwnServer({ project, dataDir: database.dataDir, tell: console.error, lost, mayMake })
  const interrupted = () => void server.stop().then(() => process.exit(130))
  for (const signal of signals) process.on(signal, interrupted)
  try {
    return await work({ ownerUrl: server.ownerUrl, appUrl: null })
  } finally {
    await server.stop()
    for (const signal of signals) process.off(signal, interrupted)
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** As Goldthread itself has it: migrated, and each visit kept to its partnership. */
export async function withDatabase<T>(work: (database: Database, config: Config) => Promise<T>): Promise<T> {
  const config = settings()
  return withServer(config.database, true, async ({ ownerUrl, appUrl }) => {
    const database = openDatabase((await prepareDatabase(ownerUrl, appUrl, migrations)).appUrl, { poolSize: 2 })
    try {
      return await work(database, config)
    } finally {
      await database.close()
    }
  })
}

export async function partnershipAsked(database: Database, { partnership }: Given): Promise<PartnershipAddress> {
  const all = await database.platform(partnerships)
  // The districts of the example are part of it.
  const example = await database.platform(examplePartnership)
  const whole = all.filter(({ id, isExample }) => !isExample || id === example?.id)
  const found = partnership === undefined ? whole : all.filter(({ slug }) => slug === partnership)
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return only
  const list = all.map(({ slug }) => slug).join(', ')
  if (all.length === 0) throw new Refused('There is no partnership yet: start Goldthread and set one up, or load the example.')
  throw new Refused(
    partnership === undefined ? `Say which with --partnership: ${list}.` : `There is no partnership ${partnership}. There are: ${list}.`,
  )
}

/** Whose name is put to what is written. */
export async function personAsked(database: Database, { id, name }: PartnershipAddress, given: Given, may: May): Promise<Member> {
  const members = await database.platform(db => membersOf(db, id))
  const able = members.filter(({ accountId, name: called, role }) => may({ accountId, name: called, role, ...nowhere }))
  const asked = given['as']?.toLowerCase()
  if (asked === undefined) {
    const [only, ...others] = able
    if (only !== undefined && others.length === 0) return only
    if (only === undefined) throw new Refused(`Nobody in ${name} may do that: add somebody first, with goldthread user add.`)
    throw new Refused(`Say as whom with --as: ${able.map(({ email }) => email).join(', ')}.`)
  }
  const person = members.find(({ email }) => email === asked)
  if (person === undefined) throw new Refused(`${given['as']} does not belong to ${name}.`)
  if (!able.includes(person)) throw new Refused(`${person.name} may not do that: they are a ${person.role} of ${name}.`)
  return person
}
