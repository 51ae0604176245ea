import type { FastifyReply, FastifyRequest } from 'fastify'
import { dayIn } from '../../kernel/day.ts'
import type { Db, Who } from '../db/index.ts'
import { Forbidden, NotFound, NotSignedIn } from './absence.ts'
import type { Answer } from './answer.ts'
import { type Arrival, nobody, whoAndWhere } from './arrival.ts'
import { besideOf } from './beside.ts'
import { sessionCookie } from './cookies.ts'
import { deliver, draw } from './deliver.ts'
import type { Drawn } from './drawn.ts'
import { isLetIn, type May } from './may.ts'
import { readSent } from './sent.ts'
import type { Shell } from './shell.ts'
import { type Make, orUnchanged } from './unchanged.ts'
import type { Asked, Handler, PersonalHandler, PublicHandler, RunAs, Visit } from './visit.ts'

declare module 'fastify' {
  interface FastifyRequest {
    arrival: Arrival | null
  }
}

type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export const partnershipPage =
  (shell: Shell, access: 'read' | 'write', may: May, handler: Handler, runAs: RunAs): Serve =>
  async (request, reply) => {
    const { signedIn, visitor, partnership, changes } = whoAndWhere(await arrive(shell, request))
    if (!isLetIn(may, visitor)) throw visitor.role === 'guest' ? unseen(request) : new Forbidden()

    const who: Who = {
      partnershipId: partnership.id,
      accountId: visitor.accountId,
      name: visitor.name,
      requestId: request.id,
      address: request.ip,
    }
    const afterwards: Visit['afterwards'] = work => shell.database.visit(who, 'read', work)
    const make: Make = (visitIn, name) => {
      const work = async (db: Db) => {
        const visit = visitIn(db)
        const answer = await handler(visit)
        const beside = await besideOf(shell.beside, visit, answer)
        return keepOrUndo(draw(shell, request, answer, { visitor: visit.visitor, ...(name !== undefined && { name }), beside }))
      }
      const transaction =
        runAs === 'visit' ? shell.database.visit(who, access, work) : shell.database.platform(db => inNameOf(db, who, work))
      return transaction.catch(undone)
    }
    const isKept = access === 'read' && runAs === 'visit'
    const drawn = await withAsked(shell, request, sent => {
      const asked = { ...sent, signedIn, visitor, partnership, afterwards }
      return isKept ? orUnchanged(shell, request, asked, changes, make) : make(db => ({ ...asked, db }))
    })
    return deliver(shell, request, reply, drawn)
  }

export const personalPage =
  (shell: Shell, handler: PersonalHandler): Serve =>
  async (request, reply) => {
    const answer = await withPublicVisit(shell, request, async visit => {
      if (!visit.signedIn) throw new NotSignedIn()
      return handler({ ...visit, signedIn: visit.signedIn })
    })
    return deliver(shell, request, reply, draw(shell, request, answer))
  }

export const publicPage =
  (shell: Shell, handler: PublicHandler): Serve =>
  async (request, reply) =>
    deliver(shell, request, reply, draw(shell, request, await withPublicVisit(shell, request, handler)))

/** Found once for each request; the pages that say no show it too. */
export async function arrive({ database, arrive, cookies, clock }: Shell, request: FastifyRequest): Promise<Arrival> {
  const slug = (request.params as Readonly<Record<string, string | undefined>> | null)?.['partnership']
  const token = cookies.read(request, sessionCookie)
  const arrival = request.arrival ?? (token === undefined ? nobody : await database.platform(db => arrive(db, token, slug, clock())))
  request.arrival = arrival
  return arrival
}

async function withPublicVisit(shell: Shell, request: FastifyRequest, handler: PublicHandler): Promise<Answer> {
  const { signedIn } = await arrive(shell, request)
  return withAsked(shell, request, asked => handler({ ...asked, database: shell.database, signedIn }))
}

/** Files that were sent are there for as long as the work takes. */
async function withAsked<T>(
  { clock, cookies, origin, sendsMail, fileLimitBytes }: Shell,
  request: FastifyRequest,
  work: (asked: Asked) => Promise<T>,
): Promise<T> {
  const { query, body, file, putAway } = await readSent(request)
  try {
    const now = clock()
    return await work({
      now,
      today: dayIn(now),
      requestId: request.id,
      params: (request.params ?? {}) as Readonly<Record<string, string | undefined>>,
      query,
      body,
      file,
      origin: origin(request),
      sendsMail,
      fileLimitBytes,
      address: request.ip,
      agent: request.headers['user-agent'] ?? '',
      cookie: (name: string) => cookies.read(request, name),
    })
  } finally {
    await putAway()
  }
}

/** For a guest what is not shared with them is in a partnership that does not exist. */
function unseen(request: FastifyRequest): NotFound {
  if (request.arrival) request.arrival = { ...request.arrival, place: null }
  return new NotFound()
}

/** The history that triggers keep wants to know who it was, in the platform's transaction too. */
async function inNameOf<T>(db: Db, { accountId, name, requestId, address = '' }: Who, work: (db: Db) => Promise<T>): Promise<T> {
  await db`select set_config('app.account', ${String(accountId ?? '')}, true), set_config('app.who', ${name}, true),
                  set_config('app.request', ${requestId}, true), set_config('app.address', ${address}, true)`
  return work(db)
}

/** Leaves a transaction with an answer but without what was written. */
class Undone extends Error {
  override readonly name = 'Undone'
  readonly drawn: Drawn
  constructor(drawn: Drawn) {
    super('A refused page is rolled back')
    this.drawn = drawn
  }
}

function keepOrUndo(drawn: Drawn): Drawn {
  if (isRefusal(drawn.answer)) throw new Undone(drawn)
  return drawn
}

function undone(error: unknown): Drawn {
  if (error instanceof Undone) return error.drawn
  throw error
}

const isRefusal = (answer: Answer): boolean => answer.kind !== 'redirect' && answer.status >= 400
