import type { LightMyRequestResponse } from 'fastify'
import type { Db } from '../db/index.ts'
import type { Web } from './register.ts'

export type Browser = {
  get(path: string): Promise<LightMyRequestResponse>
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<LightMyRequestResponse>
  cookie(name: string): string | undefined
  keep(name: string, value: string): void
}

/** A browser without a window, for tests: it keeps cookies, says where a form came from, and follows nothing. */
export function browser({ server }: Pick<Web, 'server'>, address = '192.0.2.1'): Browser {
  const jar = new Map<string, string>()

  async function ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<LightMyRequestResponse> {
    const headers = {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      'sec-fetch-site': 'same-origin',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const answer = await server.inject({ method, url, headers, remoteAddress: address, ...(payload !== undefined && { payload }) })
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (value === '' || maxAge === 0 || (expires && expires.getTime() === 0)) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  return {
    get: path => ask('GET', path),
    post: (path, fields = {}) => ask('POST', path, new URLSearchParams(fields).toString()),
    cookie: name => jar.get(name),
    keep: (name, value) => void jar.set(name, value),
  }
}

/** As accounts ask for it, for an arrival that a test makes up. */
export async function exampleChanges(db: Db, partnershipId: number): Promise<number> {
  const [row] = await db<{ changes: number }[]>`
    select coalesce(sum(count), 0)::bigint as changes from platform.change where partnership_id = ${partnershipId}`
  return row?.changes ?? 0
}
