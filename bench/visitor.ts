/** A browser, as far as time is concerned: keeps its connection, takes pages compressed, and has had a page when its last byte is there. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { Readable } from 'node:stream'
import { gunzipSync } from 'node:zlib'

export type Page = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it came over the wire. */
  readonly bytes: Buffer
  readonly ms: number
}
export type Visitor = {
  get(path: string): Promise<Page>
  post(path: string, fields: Readonly<Record<string, readonly string[]>>): Promise<Page>
  send(path: string, contentType: string, body: Readable): Promise<Page>
  leave(): void
}

export function visitor(port: number, cookie = ''): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  function ask(method: string, path: string, headers: Record<string, string>, body: Readable | string): Promise<Page> {
    const started = performance.now()
    return new Promise((tell, fail) => {
      const own = { cookie, 'accept-encoding': 'gzip', 'sec-fetch-site': 'same-origin', ...headers }
      const asked = request({ host: '127.0.0.1', port, path, method, agent, headers: own }, answer => {
        const parts: Buffer[] = []
        answer.on('data', part => parts.push(part))
        answer.on('error', fail)
        answer.on('end', () => {
          const ms = performance.now() - started
          tell({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts), ms })
        })
      })
      asked.on('error', fail)
      if (typeof body === 'string') asked.end(body)
      else body.pipe(asked)
    })
  }

  return {
    get: path => ask('GET', path, {}, ''),
    post(path, fields) {
      const form = new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => values.map(value => [name, value])))
      return ask('POST', path, { 'content-type': 'application/x-www-form-urlencoded' }, form.toString())
    },
    send: (path, contentType, body) => ask('POST', path, { 'content-type': contentType }, body),
    leave: () => agent.destroy(),
  }
}

export function textOf({ status, headers, bytes }: Page): string {
  const text = (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()
  if (status >= 400)
    throw new Error(
      `A page answered with ${status}: ${text
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 400)}`,
    )
  return text
}

/** Everybody at once: each asks again as soon as they have an answer, `pause` milliseconds later. How long each answer took. */
export async function atOnce(
  visitors: readonly Visitor[],
  rounds: number,
  pathOf: (number: number) => string,
  pause = 0,
): Promise<number[]> {
  let number = 0
  const each = visitors.map(async one => {
    const taken: number[] = []
    for (let round = 0; round < rounds; round++) {
      if (pause > 0) await new Promise(resolve => setTimeout(resolve, pause * (0.5 + ((number * 0.618) % 1))))
      const page = await one.get(pathOf(number++))
      if (page.status !== 200) throw new Error(`A page answered with ${page.status}`)
      taken.push(page.ms)
    }
    return taken
  })
  return (await Promise.all(each)).flat()
}
