// An organisation's provider and its name server, for tests: oidc-provider as it would run there, on this machine.

import { generateKeyPair } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import Provider, { type JWK } from 'oidc-provider'

export const clientId = 'goldthread'
export const clientSecret = 'what the provider and we know'

type Registration = { readonly redirectTo: string; readonly afterSignOut?: string }

export type TestProvider = {
  readonly issuer: string
  /** localhost:4000, to be allowed as a host inside our network. */
  readonly host: string
  /** Makes us its client, in place of whoever was. */
  register(registration: Registration): void
  /**
   * Goes to where a browser was sent and signs in there as somebody; where it is sent back to is given back. The cookies are the browser's, for
   * whoever is to come again.
   */
  signIn(address: string, subject: string, cookies?: Map<string, string>): Promise<URL>
  /** From now on its signatures cannot be checked with what it publishes. */
  publishOtherKeys(): Promise<void>
}

type After = { after(work: () => Promise<void>): void }

export async function startProvider(t: After): Promise<TestProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => answer(request, response)).listen(0, 'localhost')
  await once(server, 'listening')
  t.after(async () => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The provider has no port')
  const host = `localhost:${address.port}`
  const issuer = `http://${host}`
  const key = await newKey()
  let otherKeys: JWK | null = null

  function register(registrations: readonly Registration[]) {
    const provider = new Provider(issuer, {
      clients: registrations.map(({ redirectTo, afterSignOut }) => ({
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectTo],
        ...(afterSignOut !== undefined && { post_logout_redirect_uris: [afterSignOut] }),
      })),
      cookies: { keys: ['known to the tests alone'] },
      jwks: { keys: [key] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
      // Whoever signs in has agreed: their organisation has.
      async loadExistingGrant(context) {
        const grant = new context.oidc.provider.Grant({ clientId, accountId: context.oidc.session?.accountId ?? '' })
        grant.addOIDCScope('openid')
        await grant.save()
        return grant
      },
    })
    const callback = provider.callback()
    answer = (request, response) => {
      const path = request.url?.split('?')[0] ?? '/'
      if (otherKeys !== null && path === '/jwks')
        return void response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [otherKeys] }))
      if (path.startsWith('/interaction/')) return void interact(provider, request, response)
      return void callback(request, response)
    }
  }
  register([])

  return {
    issuer,
    host,
    register: registration => register([registration]),
    signIn: (address, subject, cookies = new Map()) => signIn(issuer, address, subject, cookies),
    async publishOtherKeys() {
      const { n, e } = await newKey()
      otherKeys = { kty: 'RSA', kid: key.kid, alg: 'RS256', use: 'sig', n, e } as JWK
    },
  }
}

/** The page on which one says who one is; a password would be asked for here. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await provider.interactionDetails(request, response)
  if (request.method === 'POST') {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const subject = new URLSearchParams(Buffer.concat(pieces).toString()).get('subject') ?? ''
    return provider.interactionFinished(request, response, { login: { accountId: subject } })
  }
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(
    '<!doctype html><html lang="en"><title>Wexcombe Council</title><h1>Wexcombe Council</h1>' +
      '<form method="post"><label>Staff number <input name="subject"></label> <button>Sign in</button></form>',
  )
}

async function signIn(issuer: string, address: string, subject: string, cookies: Map<string, string>): Promise<URL> {
  let at = new URL(address)
  let method = 'GET'
  for (let steps = 0; steps < 10 && at.origin === issuer; steps++) {
    const answer = await fetch(at, {
      method,
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(method === 'POST' && { body: new URLSearchParams({ subject }) }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to !== null) {
      at = new URL(to, at)
      method = 'GET'
    } else if (at.pathname.startsWith('/interaction/') && method === 'GET') method = 'POST'
    else throw new Error(`The provider answered ${answer.status} at ${at}: ${(await answer.text()).slice(0, 2000)}`)
  }
  return at
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' } as JWK
}

export type TestNameServer = { readonly address: string; publish(domain: string, ...records: readonly string[]): void }

/** Answers for TXT records that it was told; no other domain is there. */
export async function startNameServer(t: After): Promise<TestNameServer> {
  const records = new Map<string, readonly string[]>()
  const socket = createSocket('udp4')
  socket.on('message', (question, { port, address }) => {
    const labels: string[] = []
    let at = 12
    for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
      labels.push(question.toString('latin1', at + 1, at + 1 + length))
      at += length + 1
    }
    const found = records.get(labels.join('.').toLowerCase())
    const answers = (found ?? []).map(record => {
      const pieces = (record.match(/.{1,255}/gs) ?? ['']).flatMap(piece => [Buffer.of(piece.length), Buffer.from(piece, 'latin1')])
      const content = Buffer.concat(pieces)
      const head = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, content.length >> 8, content.length & 255])
      return Buffer.concat([head, content])
    })
    const head = Buffer.from([question[0] ?? 0, question[1] ?? 0, 0x81, found ? 0x80 : 0x83, 0, 1, 0, answers.length, 0, 0, 0, 0])
    socket.send(Buffer.concat([head, question.subarray(12, at + 5), ...answers]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  t.after(async () => void socket.close())
  return {
    address: `127.0.0.1:${socket.address().port}`,
    publish: (domain, ...texts) => void records.set(domain, texts),
  }
}
