import type { LightMyRequestResponse } from 'fastify'
import { openApplication } from '../../src/application.ts'
import { loadExample } from '../../src/example/load.ts'
import { addAccount, addMembership, createPartnership, startSession } from '../../src/platform/accounts/index.ts'
import type { Database, Db } from '../../src/platform/db/index.ts'
import type { MailSettings } from '../../src/platform/mail/index.ts'
import type { Role, Web, WebOptions } from '../../src/platform/web/index.ts'
import { type FreshDatabase, freshDatabase } from '../database/index.ts'

/** For a test that opens it again with settings of its own. */
export { openApplication }

/** Somebody who has signed in: the cookie of their session. */
export type Person = { readonly accountId: number; readonly name: string; readonly cookie: string }

export type FreshApp = FreshDatabase & {
  readonly web: Web
  readonly slug: string
  readonly partnershipId: number
  /** Of the partnership Wexcombe, which has nothing in it unless `example` was asked for. */
  readonly administrator: Person
  readonly officer: Person
  /** Reports for no organisation, unless the test says so. */
  readonly contributor: Person
  readonly reader: Person
  /** The administrator of another partnership, Elmbridge. */
  readonly stranger: Person
  /** Paths are relative to Wexcombe ('indicators/12'), or absolute. */
  get(person: Person | null, path: string): Promise<LightMyRequestResponse>
  post(person: Person | null, path: string, fields?: Fields): Promise<LightMyRequestResponse>
  /** As a browser sends a form with a file in it. */
  upload(person: Person | null, path: string, fields: Record<string, string>, file: UploadOf): Promise<LightMyRequestResponse>
  /** Who reads and writes as Wexcombe's officer, behind the pages. */
  readonly visit: <T>(access: 'read' | 'write', work: Parameters<Database['visit']>[2]) => Promise<T>
}
type Fields = Readonly<Record<string, string | readonly string[]>>
type UploadOf = { readonly field: string; readonly fileName: string; readonly content: string | Uint8Array; readonly type?: string }

type Options = {
  readonly now?: string
  /** For a test in which time passes. */
  readonly clock?: () => Temporal.Instant
  readonly example?: boolean
  readonly log?: NonNullable<WebOptions['log']>
  /** By what mail goes; its links lead to http://thread.example. */
  readonly mail?: MailSettings
}

/**
 * The whole application on a database of its own, with its people. One for a file is asked for at its top:
 * `const app = await freshApp({ after })`. The clock stands still at `now`.
 */
export async function freshApp(t: { after(work: () => Promise<void>): void }, options: Options = {}): Promise<FreshApp> {
  const now = options.clock?.() ?? Temporal.Instant.from(options.now ?? '2009-05-06T09:30:00Z')
  const fresh = await freshDatabase(t)
  const { database } = fresh
  const { web, jobs } = await openApplication({
    database,
    version: '0.0.0',
    clock: options.clock ?? (() => now),
    log: options.log ?? 'none',
    ...(options.mail && { mail: options.mail, publicAddress: 'http://thread.example' }),
  })
  await jobs.start()
  t.after(async () => {
    await jobs.stop(1_000)
    await web.server.close()
  })

  if (options.example) await loadExample(database, now)
  const people = await database.platform(async db => {
    const person = (partnershipId: number, name: string, role: Role) => somebody(db, { partnershipId, name, role, now })
    const [there] = await db<{ id: number }[]>`select id from platform.partnership where slug = 'wexcombe'`
    const partnershipId = there?.id ?? (await createPartnership(db, { slug: 'wexcombe', name: 'Wexcombe Partnership', isExample: false }))
    const otherId = await createPartnership(db, { slug: 'elmbridge', name: 'Elmbridge Partnership', isExample: false })
    return {
      partnershipId,
      administrator: await person(partnershipId, 'Helen Marsh', 'administrator'),
      officer: await person(partnershipId, 'Priya Nair', 'performance-officer'),
      contributor: await person(partnershipId, 'Ruth Calder', 'contributor'),
      reader: await person(partnershipId, 'Dafydd Rees', 'reader'),
      stranger: await person(otherId, 'Olwen Hart', 'administrator'),
    }
  })

  const slug = 'wexcombe'
  const urlOf = (path: string) => (path.startsWith('/') ? path : `/${slug}/${path}`)
  const cookies = (person: Person | null) => (person === null ? {} : { cookie: person.cookie })
  const { officer, partnershipId } = people
  return {
    ...fresh,
    ...people,
    web,
    slug,
    get: (person, path) => web.server.inject({ method: 'GET', url: urlOf(path), headers: cookies(person) }),
    post: (person, path, fields = {}) =>
      web.server.inject({
        method: 'POST',
        url: urlOf(path),
        headers: { ...cookies(person), 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
        payload: encoded(fields),
      }),
    upload: (person, path, fields, file) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append(file.field, new Blob([file.content as Uint8Array<ArrayBuffer>], { type: file.type ?? 'text/csv' }), file.fileName)
      return web.server.inject({
        method: 'POST',
        url: urlOf(path),
        headers: { ...cookies(person), 'sec-fetch-site': 'same-origin' },
        payload: form,
      })
    },
    visit: (access, work) =>
      database.visit({ partnershipId, accountId: officer.accountId, name: officer.name, requestId: 'test' }, access, work) as never,
  }
}

/** One more who belongs to a partnership, and has signed in. */
export async function somebody(
  db: Db,
  {
    partnershipId,
    name,
    role,
    now,
  }: { readonly partnershipId: number; readonly name: string; readonly role: Role; readonly now: Temporal.Instant },
): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@${partnershipId}.example`
  const accountId = await addAccount(db, { email, name, passphraseHash: null, isExample: false })
  await addMembership(db, { partnershipId, accountId, role })
  const token = await startSession(db, { accountId, now, address: '127.0.0.1', agent: 'test' })
  return { accountId, name, cookie: `goldthread_session=${token}` }
}

function encoded(fields: Fields): string {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
  return body.toString()
}
