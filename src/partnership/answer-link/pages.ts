import { digestOf, newSecret } from '../../platform/accounts/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { type Answer, type PublicHandler, type PublicVisit, page, template, type Visit, withStatus } from '../../platform/web/index.ts'
import { type Answerer, type AnswerLink, answerPath, isOver } from './answer-link.ts'
import { addAnswerLink, answerLinkWith, type LedTo, leadsTo } from './store.ts'

/** The visit of whoever came by a link: to their partnership, in their name, about one thing. Which pages there are for it is the purpose's to say. */
export type AnswerVisit = Pick<PublicVisit, 'today' | 'now' | 'query' | 'body' | 'file' | 'fileLimitBytes' | 'origin' | 'sendsMail'> & {
  readonly db: Db
  readonly partnershipName: string
  readonly person: Answerer
  readonly subjectId: number
  /** The address of this page: for forms, and for where to go when something was answered. */
  readonly here: string
  /** A reading visit of its own when this one is over: for what is sent in pieces. */
  readonly afterwards: Visit['afterwards']
}
export type AnswerPage = (visit: AnswerVisit) => Promise<Answer>
/** A refused answer (422) undoes what it wrote. Whatever the subject needs to be answered still is asked by both: a link only says who came. */
export type AnswerPages = { readonly show: AnswerPage; readonly answer: AnswerPage }

/** By purpose. */
export type AnswerPurposes = Readonly<Record<string, AnswerPages>>

/** Called where a letter is written: the address for it, below the origin. Its secret is nowhere kept. */
export async function makeAnswerLink(db: Db, link: AnswerLink): Promise<string> {
  const secret = newSecret()
  await addAnswerLink(db, digestOf(secret), link)
  return answerPath(secret)
}

export function answerLinkPages(purposes: AnswerPurposes): { readonly showQuestion: PublicHandler; readonly takeAnswer: PublicHandler } {
  return {
    // Opening it uses nothing up: programs that look into mail follow links before people do.
    showQuestion: visit => opened(visit, 'read', purposes),
    takeAnswer: visit => opened(visit, 'write', purposes),
  }
}

async function opened(visit: PublicVisit, access: 'read' | 'write', purposes: AnswerPurposes): Promise<Answer> {
  const { database, params, now, requestId, address } = visit
  const { token = '' } = params
  const digest = digestOf(token)
  const partnership = await database.platform(db => leadsTo(db, digest))
  if (partnership === null) return spentPage()
  const here = { partnershipId: partnership.partnershipId, accountId: null, requestId, address }
  // Who it is is known within a visit only, and the history wants to be told before it.
  const name = await database.visit({ ...here, name: 'A link' }, 'read', async db => {
    const link = await answerLinkWith(db, digest)
    return link === null || isOver(link, now) ? null : link.person.name
  })
  if (name === null) return spentPage()
  const afterwards: Visit['afterwards'] = work => database.visit({ ...here, name }, 'read', work)
  return database
    .visit({ ...here, name }, access, async db => keepOrUndo(await answered(visit, db, partnership, digest, purposes, access, afterwards)))
    .catch(undone)
}

async function answered(
  visit: PublicVisit,
  db: Db,
  { name }: LedTo,
  digest: Uint8Array,
  purposes: AnswerPurposes,
  access: 'read' | 'write',
  afterwards: Visit['afterwards'],
): Promise<Answer> {
  const link = await answerLinkWith(db, digest)
  const pages = link && purposes[link.purpose]
  if (!link || !pages || isOver(link, visit.now)) return spentPage()
  const { today, now, query, body, file, fileLimitBytes, origin, sendsMail, params } = visit
  const asked = { today, now, query, body, file, fileLimitBytes, origin, sendsMail }
  const about = { db, partnershipName: name, person: link.person, subjectId: link.subjectId, here: answerPath(params['token'] ?? '') }
  return (access === 'read' ? pages.show : pages.answer)({ ...asked, ...about, afterwards })
}

/** The same for one that never was, is over or was taken back: nobody learns which. */
export const spentPage = (): Answer =>
  withStatus(page(template(import.meta.url, 'spent.njk'), { title: 'This link can no longer be used' }), 404)

class Undone extends Error {
  override readonly name = 'Undone'
  readonly answer: Answer
  constructor(answer: Answer) {
    super('A refused answer is rolled back')
    this.answer = answer
  }
}

function keepOrUndo(answer: Answer): Answer {
  if (answer.kind !== 'redirect' && answer.status >= 400) throw new Undone(answer)
  return answer
}

function undone(error: unknown): Answer {
  if (error instanceof Undone) return error.answer
  throw error
}
