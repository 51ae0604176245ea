import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from './answer.ts'
import { nobody } from './arrival.ts'
import type { BesidePart } from './beside.ts'
import { flashCookie, flashCookieOf, noFlashCookie, readFlash, sessionCookie } from './cookies.ts'
import type { Drawn } from './drawn.ts'
import { frame } from './frame.ts'
import { asGuestSees } from './guest.ts'
import { policyOfOthers } from './policy.ts'
import type { Shell } from './shell.ts'
import type { Visitor } from './visit.ts'

/** `visitor` and `name` are who looks, where the page is to be shown to others too. */
export function draw(
  { render, cookies, navigation, isOpen }: Shell,
  request: FastifyRequest,
  answer: Answer,
  { visitor, name, beside = null }: { readonly visitor?: Visitor; readonly name?: string; readonly beside?: BesidePart | null } = {},
): Drawn {
  if (answer.kind === 'redirect') return { answer, body: '' }
  if (answer.kind === 'content') return { answer, body: answer.content }

  // Whoever is signed out by this very answer is not shown as being here.
  const around = frame({
    arrival: endsSession(answer) ? nobody : (request.arrival ?? nobody),
    ...(name !== undefined && { name }),
    path: pathOf(request),
    address: request.url,
    flash: readFlash(cookies.read(request, flashCookie)),
    problems: answer.problems,
    navigation,
  })
  const taken = Object.keys(answer.view).filter(name => Object.hasOwn(around, name))
  if (taken.length > 0) throw new Error(`The view has what the page around it has already: ${taken.join(', ')}`)
  const body = render(answer.template, { breadcrumbs: [], wide: false, ...answer.view, beside, ...around, ...(visitor && { visitor }) })
  const looks = around.visitor
  if (looks?.role !== 'guest') return { answer, body }
  return { answer, body: asGuestSees(body, around.href(''), path => isOpen(looks, path)) }
}

export async function deliver(shell: Shell, request: FastifyRequest, reply: FastifyReply, drawn: Drawn): Promise<FastifyReply> {
  const { answer } = drawn
  for (const cookie of answer.cookies) shell.cookies.write(reply, cookie)
  reply.header('cache-control', 'private, no-store')
  if (endsSession(answer)) reply.header('clear-site-data', '"cache", "storage"')

  if (answer.kind === 'redirect') {
    if (answer.flash !== null) shell.cookies.write(reply, flashCookieOf(answer.flash))
    return reply.redirect(addressOf(answer.to, request.arrival?.place?.partnership.slug), 303)
  }
  if (answer.kind === 'content') {
    if (answer.fileName !== null)
      reply.header('content-disposition', disposition(answer.foreign === 'shown' ? 'inline' : 'attachment', answer.fileName))
    if (answer.foreign !== undefined) reply.header('content-security-policy', policyOfOthers[answer.foreign])
    const { body } = drawn
    return reply
      .code(answer.status)
      .type(answer.contentType)
      .send(typeof body === 'string' || Buffer.isBuffer(body) ? body : Readable.from(body))
  }
  if (shell.cookies.read(request, flashCookie) !== undefined) shell.cookies.write(reply, noFlashCookie)
  reply.code(answer.status).type('text/html; charset=utf-8')
  if (drawn.zipped === undefined || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(drawn.body)
  return reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding' }).send(await drawn.zipped())
}

const endsSession = ({ cookies }: Answer): boolean => cookies.some(({ name, value }) => name === sessionCookie && value === null)

export const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '/'

/** Normalised, and always on this site: "//elsewhere" and its disguises become a path. */
function addressOf(to: string, slug: string | undefined): string {
  const whole = to.startsWith('/') || slug === undefined ? `/${to}` : `/${slug}/${to}`
  const { pathname, search, hash } = new URL(whole.replace(/^[/\\]+/, '/'), 'http://this.site')
  return pathname.replace(/^\/+/, '/') + search + hash
}

/** The name in ASCII for old readers and whole for the others. */
function disposition(as: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName.replaceAll(/[^\w. ()-]/g, '_')
  return `${as}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`
}
