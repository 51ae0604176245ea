import type { FastifyReply, FastifyRequest } from 'fastify'
import { type DiskTrouble, diskTrouble } from '../db/index.ts'
import { Forbidden, LacksFactor, NotFound, NotSignedIn, TooMany } from './absence.ts'
import { page, redirect, template, withCookie, withStatus } from './answer.ts'
import { nobody } from './arrival.ts'
import { noSessionCookie, sessionCookie } from './cookies.ts'
import { deliver, draw, pathOf } from './deliver.ts'
import { Unreadable } from './sent.ts'
import type { Shell } from './shell.ts'
import { arrive } from './visiting.ts'

/** Whatever was thrown becomes a page here, and nowhere else. Faults are logged whole and shown as nothing but the request's number. */
export async function answerError(shell: Shell, uploadLimit: string, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof NotSignedIn) return askToSignIn(shell, request, reply)
  if (error instanceof LacksFactor) return askForFactor(shell, request, reply)

  const { status, view } = wordsFor(error, request, uploadLimit, shell.trouble)
  if (status >= 500) request.log.error({ err: error }, 'fault')
  try {
    const answer = withStatus(page(template(import.meta.url, 'templates/problem.njk'), view), status)
    return await deliver(shell, request, reply, draw(shell, request, answer))
  } catch (second) {
    request.log.error({ err: second }, 'the problem page could not be shown')
    return reply
      .code(status)
      .type('text/plain; charset=utf-8')
      .send(`${view.title}. ${view.paragraphs.join(' ')}`)
  }
}

/** An address that no route has. Whoever is signed in still sees their own navigation around it. */
export async function answerUnknownAddress(shell: Shell, request: FastifyRequest, reply: FastifyReply) {
  const path = pathOf(request)
  if (path.length > 1 && path.endsWith('/') && request.method !== 'POST') {
    return deliver(shell, request, reply, { answer: redirect(`/${path.replaceAll(/^\/+|\/+$/g, '')}${queryOf(request)}`), body: '' })
  }
  request.params = { partnership: path.split('/')[1] }
  await arrive(shell, request)
  throw new NotFound()
}

function askToSignIn(shell: Shell, request: FastifyRequest, reply: FastifyReply) {
  request.arrival = nobody
  const hadSession = shell.cookies.read(request, sessionCookie) !== undefined
  const said =
    request.method === 'POST'
      ? `${sessionEnded} ${nothingSaved} Sign in to send it again.`
      : `${sessionEnded} Sign in to go on where you were.`
  const answer = redirect(
    `/sign-in?next=${encodeURIComponent(toComeBackTo(request))}`,
    hadSession || request.method === 'POST' ? said : undefined,
  )
  return deliver(shell, request, reply, { answer: hadSession ? withCookie(answer, noSessionCookie) : answer, body: '' })
}

function askForFactor(shell: Shell, request: FastifyRequest, reply: FastifyReply) {
  const next = encodeURIComponent(toComeBackTo(request))
  const answer = redirect(`/account/second-factor?next=${next}`, request.method === 'POST' ? nothingSaved : undefined)
  return deliver(shell, request, reply, { answer, body: '' })
}

const sessionEnded = 'You are no longer signed in: nothing was done for a while, or you were signed out from elsewhere.'
const nothingSaved = 'Nothing of what you sent was saved.'

const toComeBackTo = (request: FastifyRequest): string => (request.method === 'POST' ? pageBefore(request) : request.url)

function pageBefore({ headers: { referer } }: FastifyRequest): string {
  if (referer === undefined || !URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname + search
}

type ProblemView = { readonly title: string; readonly paragraphs: readonly string[] }

function wordsFor(
  error: unknown,
  request: FastifyRequest,
  uploadLimit: string,
  trouble: Shell['trouble'],
): { status: number; view: ProblemView } {
  if (error instanceof NotFound) return { status: 404, view: notFound }
  if (error instanceof Forbidden) return { status: 403, view: forbidden(request) }
  if (error instanceof TooMany) return { status: 429, view: tooMany }
  if (error instanceof Unreadable) return { status: 400, view: { title: notUnderstood, paragraphs: [`${error.message}.`, mend] } }

  const status = (error as { statusCode?: unknown } | null)?.statusCode
  if (status === 413) return { status, view: { title: 'That is too large', paragraphs: [`Send at most ${uploadLimit} at a time.`] } }
  if (status === 415)
    return { status, view: { title: notUnderstood, paragraphs: ['It was sent in a form that this page does not take.', mend] } }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status: 400, view: { title: notUnderstood, paragraphs: ['The request was not complete or not well formed.', mend] } }
  }
  const disk = diskTrouble(error) ?? (isUnreachable(error) ? trouble() : null)
  if (disk !== null) return { status: 503, view: onDisk(disk, request) }
  if (isUnreachable(error)) return { status: 503, view: unreachable(request) }
  return { status: 500, view: fault(request) }
}

/** The database is starting, has ended, or was never there. */
function isUnreachable(error: unknown): boolean {
  const { code = '', syscall = '' } = (error ?? {}) as { readonly code?: unknown; readonly syscall?: unknown }
  return syscall === 'connect' || /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|57P0|53300|08)/.test(String(code))
}

/** A connection that breaks while it saves leaves it open whether it has. */
const unreachable = ({ method }: FastifyRequest): ProblemView => ({
  title: 'Goldthread’s database does not answer',
  paragraphs: [
    method === 'POST'
      ? 'What you sent may not have been saved. Try again in a minute, and look first whether it is there.'
      : 'Try again in a minute.',
    'If it goes on, tell your administrator.',
  ],
})

const diskSays: Readonly<Record<DiskTrouble, readonly [title: string, what: string, help: string]>> = {
  full: ['There is no room left to save anything', 'A disk that Goldthread needs is full.', 'has to make room on it'],
  'read-only': ['Goldthread cannot save anything', 'A disk that Goldthread needs can only be read.', 'has to make it writable again'],
  failing: ['Goldthread cannot save anything', 'A disk that Goldthread needs does not work.', 'has to see to it'],
}

function onDisk(trouble: DiskTrouble, { method }: FastifyRequest): ProblemView {
  const [title, what, help] = diskSays[trouble]
  const nothing = method === 'POST' ? ' Nothing of what you sent was saved, and nothing was changed.' : ''
  return {
    title,
    paragraphs: [`${what}${nothing}`, `Tell whoever looks after it, who ${help}. Then try again: nothing else has to be done.`],
  }
}

const notUnderstood = 'What was sent could not be understood'
const mend = 'Nothing was changed. Go back and try again.'

const tooMany: ProblemView = {
  title: 'Too much was asked for at once',
  paragraphs: ['Nothing was changed. Wait a minute, and go on.'],
}

const notFound: ProblemView = {
  title: 'Page not found',
  paragraphs: [
    'If you typed the address, check that it is correct. If you pasted it, check that you copied all of it.',
    'If somebody sent it to you, the page may have been removed, or may belong to a partnership that you are not a member of.',
  ],
}

function forbidden(request: FastifyRequest): ProblemView {
  const { signedIn, place } = request.arrival ?? nobody
  if (!signedIn || !place) return { title: 'You cannot see this page', paragraphs: ['Go to the page before and try again from there.'] }
  return {
    title: 'You cannot see this page',
    paragraphs: [
      `You are signed in as ${signedIn.name}, and your role in ${place.partnership.name} does not include it.`,
      'An administrator of the partnership can change your role.',
    ],
  }
}

const fault = ({ id }: FastifyRequest): ProblemView => ({
  title: 'There is a problem with Goldthread',
  paragraphs: ['What you did was not saved. Try again later.', `If it happens again, tell your administrator this number: ${id}`],
})

const queryOf = ({ url }: FastifyRequest): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '')
