import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Register } from './register.ts'

/** Figures for whoever watches the server, and what besides being on this machine lets one read them. */
export type Metrics = { readonly token: string | null; readonly read: () => Promise<string> }

/** A request as it is counted: by its route, never by its address, which holds the partnership's. */
export type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly ms: number }

/** For anybody else the address does not exist. */
export function metricsRoute(register: Register, { token, read }: Metrics): void {
  register.bare('/metrics', async (request, reply) => {
    if (!isFromThisMachine(request) && !hasToken(request, token)) {
      reply.callNotFound()
      return reply
    }
    return reply
      .header('cache-control', 'no-store')
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(await read())
  })
}

/** A proxy that nobody told us to trust makes everybody look like this machine: what it passes on says so in its headers. */
function isFromThisMachine({ ip, ips, headers }: FastifyRequest): boolean {
  const passedOn =
    ips === undefined && ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some(name => name in headers)
  return !passedOn && /^(::ffff:)?127\.|^::1$/.test(ip)
}

function hasToken({ headers: { authorization = '' } }: FastifyRequest, token: string | null): boolean {
  if (token === null) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(authorization.replace(/^bearer +/i, '')), digest(token))
}
