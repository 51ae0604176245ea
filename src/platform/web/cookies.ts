import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CookieChange } from './answer.ts'

/** Over https the names begin with `__Host-`, which a browser takes only from this very host over https. */
export type Cookies = {
  read(request: FastifyRequest, name: string): string | undefined
  write(reply: FastifyReply, change: CookieChange): void
}

export function cookies(secure: boolean): Cookies {
  const prefix = secure ? '__Host-' : ''
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure }
  return {
    // A request that is refused before anything else was looked at has none.
    read: (request, name) => (request.cookies as FastifyRequest['cookies'] | undefined)?.[prefix + name],
    write(reply, { name, value, seconds }) {
      if (value === null) reply.clearCookie(prefix + name, options)
      else reply.setCookie(prefix + name, value, seconds === null ? options : { ...options, maxAge: seconds })
    },
  }
}

export const sessionCookie = 'goldthread_session'
export const flashCookie = 'goldthread_flash'

/** From now on this browser is whoever the session belongs to. The cookie outlives the session at most by nothing: the server decides. */
export const sessionCookieOf = (token: string, seconds: number): CookieChange => ({ name: sessionCookie, value: token, seconds })
export const noSessionCookie: CookieChange = { name: sessionCookie, value: null, seconds: null }

/** A sentence for the next page only. */
export const flashCookieOf = (text: string): CookieChange => ({
  name: flashCookie,
  value: Buffer.from(text).toString('base64url'),
  seconds: 60,
})
export const noFlashCookie: CookieChange = { name: flashCookie, value: null, seconds: null }

export function readFlash(value: string | undefined): string | null {
  if (value === undefined || value === '') return null
  return Buffer.from(value, 'base64url').toString('utf8').slice(0, 1000)
}
