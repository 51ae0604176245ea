/**
 * A page of a partnership is not made again while nothing in the partnership has changed. Whether it has, the database knows (`platform.changes`), in
 * the visit's own snapshot: so it holds for several web processes, and a change shows at once, whoever made it and where.
 *
 * A page is kept for one partnership, role, address and day, and shown to everybody with that role; only their names differ. A handler that asks for
 * anything else in which two visits differ (who it is, the time, a cookie) has made a page for one person, which is not kept.
 *
 * Browsers keep nothing, as before (private, no-store), so that there is nothing for them to ask about with an ETag: on a computer that
 * several people use, going back must not show what the one before has seen.
 */
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../db/index.ts'
import { flashCookie } from './cookies.ts'
import { draw } from './deliver.ts'
import type { Drawn } from './drawn.ts'
import type { KeptPage } from './kept-pages.ts'
import type { Shell } from './shell.ts'
import type { Handler, Visit } from './visit.ts'

type Asked = Omit<Visit, 'db'>

/** The page as it was made when the partnership was last in this state, or a new one. */
export async function orUnchanged(shell: Shell, request: FastifyRequest, db: Db, asked: Asked, handler: Handler): Promise<Drawn> {
  const isForOnce = shell.cookies.read(request, flashCookie) !== undefined || request.arrival?.example != null
  if (isForOnce) return draw(shell, request, await handler({ ...asked, db }))

  const changes = await changesSeen(db)
  const key = JSON.stringify([asked.partnership, asked.visitor.role, asked.today, request.url])
  const kept = shell.kept.find(key, changes)
  if (kept !== null) return shownTo(asked.visitor.name, kept)

  const watch = { isPersonal: false }
  const visit = watched(asked, db, watch)
  const drawn = draw(shell, request, await handler(visit), visit.visitor, placeOfName)
  const { answer, body } = drawn
  if (answer.kind !== 'page' || typeof body !== 'string') return drawn

  const page: KeptPage = { changes, answer, parts: body.split(placeOfName), zipped: new Map() }
  const isPlain = answer.status === 200 && answer.cookies.length === 0
  if (!isPlain || watch.isPersonal) return { answer, body: bodyFor(asked.visitor.name, page) }
  shell.kept.keep(key, page)
  return shownTo(asked.visitor.name, page)
}

async function changesSeen(db: Db): Promise<number> {
  const [row] = await db<{ changes: number }[]>`select platform.changes() as changes`
  return row?.changes ?? Number.NaN
}

/** Notes when a handler, or the template of its page, asks for what is not the same for everybody with this role. */
function watched(asked: Asked, db: Db, watch: { isPersonal: boolean }): Visit {
  const own = <Name extends Exclude<keyof Asked, 'visitor'>>(name: Name): Asked[Name] => {
    watch.isPersonal = true
    return asked[name]
  }
  const { today, params, query, body, file, partnership, visitor } = asked
  return {
    db,
    today,
    params,
    query,
    body,
    file,
    partnership,
    visitor: {
      role: visitor.role,
      get accountId() {
        watch.isPersonal = true
        return visitor.accountId
      },
      get name() {
        watch.isPersonal = true
        return visitor.name
      },
    },
    get signedIn() {
      return own('signedIn')
    },
    get now() {
      return own('now')
    },
    get requestId() {
      return own('requestId')
    },
    get origin() {
      return own('origin')
    },
    get address() {
      return own('address')
    },
    get agent() {
      return own('agent')
    },
    get cookie() {
      return own('cookie')
    },
  }
}

/** Stands for the visitor's name while a page is drawn: nobody else can write it, and no filter makes it another. */
const placeOfName = Array.from(randomBytes(16), byte => String.fromCodePoint(0xe000 + byte)).join('')

const shownTo = (name: string, page: KeptPage): Drawn => ({
  answer: page.answer,
  get body() {
    return bodyFor(name, page)
  },
  zipped: () => zippedFor(name, page),
})

const bodyFor = (name: string, { parts }: KeptPage): string => parts.join(escaped(name))

function zippedFor(name: string, page: KeptPage): Promise<Buffer> {
  const before = page.zipped.get(name)
  if (before !== undefined) return before
  if (page.zipped.size >= 100) page.zipped.clear()
  const fresh = zip(bodyFor(name, page))
  page.zipped.set(name, fresh)
  return fresh
}

const zip = promisify<string, Buffer>(gzip)

const escaped = (text: string): string => text.replace(/[&<>"'`]/g, character => `&#${character.codePointAt(0)};`)
