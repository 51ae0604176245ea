/** The queries that a page sends: as many as are sent, and what they were, so that their plans can be looked at. */
import { openApplication } from '../src/application.ts'
import type { Database, Db } from '../src/platform/db/index.ts'
import type { County } from './county.ts'
import type { Made } from './place.ts'

export type Sent = { readonly in: 'visit' | 'platform'; readonly text: string; readonly parameters: readonly unknown[] }

export async function queriesOf({ database }: Made, county: County, cookie: string, page: string): Promise<readonly Sent[]> {
  const sent: Sent[] = []
  const { web } = await openApplication({ database: watched(database, sent), version: '0.0.0' })
  const answer = await web.server.inject({ method: 'GET', url: `/${county.slug}/${page}`, headers: { cookie } })
  await web.server.close()
  if (answer.statusCode !== 200) throw new Error(`${page} answered with ${answer.statusCode}`)
  return sent
}

function watched(database: Database, sent: Sent[]): Database {
  return {
    ...database,
    visit: (who, access, work) => database.visit(who, access, db => work(noting(db, query => sent.push({ in: 'visit', ...query })))),
    platform: work => database.platform(db => work(noting(db, query => sent.push({ in: 'platform', ...query })))),
  }
}

type Noted = Omit<Sent, 'in'>
type Query = Promise<unknown> & { handler: (query: unknown) => unknown; statement?: { string: string }; parameters?: readonly unknown[] }

/** The driver hands a query to its `handler` when it is sent; a fragment of another query never is. */
function noting(db: Db, note: (query: Noted) => void): Db {
  return new Proxy(db, {
    apply(call, self, args) {
      const query: unknown = Reflect.apply(call, self, args)
      if (isQuery(query)) {
        const send = query.handler
        query.handler = asked => {
          query.then(
            () => note({ text: query.statement?.string ?? '', parameters: query.parameters ?? [] }),
            () => {},
          )
          return send(asked)
        }
      }
      return query
    },
  })
}

const isQuery = (value: unknown): value is Query => value instanceof Promise && 'handler' in value
