import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { type Role, type RouteEntry, roles, type Web } from '../../src/platform/web/index.ts'
import type { FreshApp, Person } from '../web/index.ts'
import type { Chance } from './chance.ts'
import { element, hostileText, urlEncoded } from './hostile.ts'

/** Errors that the application wrote into its log, since they were last asked for: what a page of a fault does not show. */
export function faultLog(): { readonly log: { readonly write: (line: string) => void }; take(): string } {
  let lines: string[] = []
  return {
    log: {
      write(line) {
        const { level, err, msg } = JSON.parse(line) as { level: string; err?: { stack?: string; message?: string }; msg?: string }
        if (level === 'error' || level === 'fatal') lines.push(err?.stack ?? err?.message ?? msg ?? line)
      },
    },
    take() {
      const said = lines.join('\n')
      lines = []
      return said
    },
  }
}

export type Visitors = readonly { readonly as: Role | 'stranger' | 'nobody'; readonly person: Person | null }[]

/** Mostly those who may do something. */
export const visitorsOf = ({ administrator, officer, contributor, reader, stranger }: FreshApp): Visitors => [
  ...Array.from({ length: 5 }, () => ({ as: 'administrator' as const, person: administrator })),
  ...Array.from({ length: 3 }, () => ({ as: 'performance-officer' as const, person: officer })),
  { as: 'contributor', person: contributor },
  { as: 'reader', person: reader },
  { as: 'stranger', person: stranger },
  { as: 'nobody', person: null },
]

/** The right address of a route, or one in which a part is something else. */
export function addressFor(chance: Chance, route: Pick<RouteEntry, 'path'>, right: string): string {
  if (chance.may(0.7)) return right
  const parts = right.split('/')
  const places = route.path.split('/').flatMap((part, at) => (part.startsWith(':') ? [at] : []))
  if (places.length > 0) {
    const at = chance.pick(places)
    parts[at] = urlEncoded(hostileText(chance).slice(0, 500), chance)
  }
  return parts.join('/')
}

export async function ask(web: Web, request: InjectOptions): Promise<LightMyRequestResponse> {
  return web.server.inject(request)
}

/** What is wrong with an answer whatever was asked: a fault, a page that shows an element as it was sent, a redirect that leaves the site. */
export function wrongWith(answer: LightMyRequestResponse, faults: string, allowed: readonly number[]): string[] {
  const { statusCode, headers, body } = answer
  const wrong: string[] = []
  if (statusCode >= 500) wrong.push(`answered with ${statusCode}: ${faults}`)
  else if (!allowed.includes(statusCode)) wrong.push(`answered with ${statusCode}: ${body.slice(0, 200)}`)
  const isPage = String(headers['content-type'] ?? '').includes('html') && answer.raw.req.method !== 'HEAD'
  if (isPage && body.includes(element)) wrong.push('shows an element as it was sent')
  if (isPage && statusCode === 422 && !body.includes('govuk-error-summary')) wrong.push('refuses without saying why')
  if (statusCode === 303 && !/^\/(?![/\\])/.test(String(headers.location))) wrong.push(`leads elsewhere: ${headers.location}`)
  return wrong
}

/** Whether the written rule lets them come as far as the handler. */
export const mayCome = ({ path, roles: permitted, may }: RouteEntry, as: Visitors[number]['as']): boolean =>
  path.startsWith('/:partnership') ? roles.some(role => role === as && permitted.includes(role)) : may === 'public' || as !== 'nobody'

/** One request in a line, so that it can be sent again. */
export function told({ method, url, headers = {}, payload = '' }: InjectOptions, as: string): string {
  const type = headers['content-type'] === undefined ? '' : ` (${headers['content-type']})`
  const sent = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.toString('latin1') : '…'
  return `${method} ${url} as ${as}${type}${sent === '' ? '' : `\n    ${sent.slice(0, 3_000)}`}`
}
