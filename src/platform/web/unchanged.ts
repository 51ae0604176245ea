/**
 * A page of a partnership is not made again while nothing in the partnership has changed. Whether it has, the database says with whose session it is
 * (`platform.change`): so it holds for several web processes, and a change shows at once, whoever made it and where. A page is made in a moment no
 * earlier than the count it is kept by, so that whoever finds the count the same is shown nothing older than what was so when they asked.
 *
 * A page is kept for one partnership, role with its duties (a guest's with what is shared), address and day, and shown to everybody with these; only their names differ. While it is made for
 * one, others who ask for it wait for it. A handler that asks for anything else in which two visits differ (who it is, the time, a cookie) has made a
 * page for one person, which is not kept, and nobody waits for.
 *
 * Browsers keep nothing, as before (private, no-store), so that there is nothing for them to ask about with an ETag: on a computer that
 * several people use, going back must not show what the one before has seen.
 */
import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../db/index.ts'
import { flashCookie } from './cookies.ts'
import type { Drawn } from './drawn.ts'
import type { KeptPage } from './kept-pages.ts'
import type { Shell } from './shell.ts'
import type { Visit } from './visit.ts'
import { zippedPiece, zippedWhole } from './zipped.ts'

type Asked = Omit<Visit, 'db'>

/** Makes the page in a transaction of its own; `name` is what the visitor is called, where the page is to be shown to others too. */
export type Make = (visitIn: (db: Db) => Visit, name?: string) => Promise<Drawn>

/** The page as it was made when the partnership was last in this state, or a new one. */
export async function orUnchanged(shell: Shell, request: FastifyRequest, asked: Asked, changes: number, make: Make): Promise<Drawn> {
  const isForOnce = shell.cookies.read(request, flashCookie) !== undefined || request.arrival?.example != null
  if (isForOnce) return make(db => ({ ...asked, db }))

  const { partnership, visitor, today } = asked
  const key = JSON.stringify([partnership, visitor.role, visitor.shares, visitor.duties, today, request.url])
  const kept = shell.kept.find(key, changes) ?? (await shell.kept.awaited(key, changes))
  if (kept !== null) return shownTo(visitor.name, kept)

  const made = shell.kept.begin(key, changes)
  try {
    const watch = { isPersonal: false, noticed: () => made(null) }
    const drawn = await make(db => watched(asked, db, watch), placeOfName)
    const { answer, body } = drawn
    if (answer.kind !== 'page' || typeof body !== 'string') return drawn

    const page: KeptPage = { answer, pieces: body.split(placeOfName).map(piece => Buffer.from(piece)), zipped: null }
    const isPlain = answer.status === 200 && answer.cookies.length === 0
    if (!isPlain || watch.isPersonal) return { answer, body: bodyFor(visitor.name, page) }
    made(page)
    return shownTo(visitor.name, page)
  } finally {
    made(null)
  }
}

/** Notes when a handler, or the template of its page, asks for what is not the same for everybody with this role. */
function watched(asked: Asked, db: Db, watch: { isPersonal: boolean; readonly noticed: () => void }): Visit {
  const isPersonal = () => {
    watch.isPersonal = true
    watch.noticed()
  }
  const own = <Name extends Exclude<keyof Asked, 'visitor'>>(name: Name): Asked[Name] => {
    isPersonal()
    return asked[name]
  }
  const { today, params, query, body, file, partnership, visitor, sendsMail, fileLimitBytes, afterwards } = asked
  return {
    db,
    today,
    params,
    query,
    body,
    file,
    partnership,
    sendsMail,
    fileLimitBytes,
    afterwards,
    visitor: {
      role: visitor.role,
      ...(visitor.shares && { shares: visitor.shares }),
      duties: visitor.duties,
      get capacity() {
        isPersonal()
        return visitor.capacity
      },
      get accountId() {
        isPersonal()
        return visitor.accountId
      },
      get name() {
        isPersonal()
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

function bodyFor(name: string, { pieces }: KeptPage): Buffer {
  const between = escaped(name)
  return Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece])))
}

async function zippedFor(name: string, page: KeptPage): Promise<Buffer> {
  page.zipped ??= Promise.all(page.pieces.map(zippedPiece))
  return zippedWhole(page.pieces, await page.zipped, escaped(name))
}

const escaped = (text: string): Buffer => Buffer.from(text.replace(/[&<>"'`]/g, character => `&#${character.codePointAt(0)};`))
