import { lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { isPublic } from './network.ts'

export type OutsideOptions = {
  /** Hosts, with their port where it is not the usual one, that may be inside our own network; this very machine may then go without https. */
  readonly hosts?: readonly string[]
  readonly timeoutMs?: number
  readonly mostBytes?: number
}

type Asked = {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
}

/** As `fetch`, for an address that somebody typed: over https, to the world only, within seconds, and never on to where an answer points. */
export type Outside = (address: string, asked: Asked) => Promise<Response>

/** No answer, or none that may be taken: why, in words for whoever typed the address. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

export function openOutside({ hosts = [], timeoutMs = 10_000, mostBytes = 1_000_000 }: OutsideOptions = {}): Outside {
  return async (address, { method, headers, body, signal }) => {
    const may = mayBeAsked(address, hosts)
    if (!may.accepted) throw new NoAnswer(may.problems.map(({ text }) => text).join('. '))
    const url = may.value
    const timeout = AbortSignal.timeout(timeoutMs)
    const options = {
      method,
      headers,
      agent: false,
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      ...(!hosts.includes(url.host) && { lookup: publicLookup }),
    }
    return new Promise((resolve, reject) => {
      const failed = (error: Error) => reject(toldOf(error, url))
      const ask = url.protocol === 'https:' ? requestHttps : requestHttp
      const request = ask(url, options, answer => void readAnswer(answer, url, mostBytes).then(resolve, failed))
      request.on('error', failed)
      request.end(body === undefined || body === null ? undefined : String(body))
    })
  }
}

/** Whether an address may be asked at all, as far as it can be told without asking. */
export function mayBeAsked(address: string, hosts: readonly string[]): Ruling<URL> {
  const url = URL.parse(address)
  if (url === null) return refuse({ text: `${address} is not a whole address, such as https://login.wexcombe.example` })
  if (url.username !== '' || url.password !== '') return refuse({ text: `${address} must not have a name or password in it` })
  const isNamed = hosts.includes(url.host)
  const isOwnMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNamed && isOwnMachine))
    return refuse({ text: `${address} must begin with https://` })
  const number = url.hostname.replaceAll(/[[\]]/g, '')
  if (!isNamed && isIP(number) !== 0 && !isPublic(number)) return refuse({ text: inside(url.host) })
  return accept(url)
}

/** The connection is made to the very addresses that were looked at, so that a name cannot mean another a moment later. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const [first] = addresses
    if (first === undefined || addresses.some(({ address }) => !isPublic(address))) return callback(new NoAnswer(inside(hostname)), '', 0)
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}

const inside = (host: string): string =>
  `${host} is inside a private network, which is not asked. Whoever runs this Goldthread can allow it by the setting GOLDTHREAD_INSIDE_HOSTS`

async function readAnswer(answer: IncomingMessage, { host }: URL, mostBytes: number): Promise<Response> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    length += piece.length
    if (length > mostBytes) throw new NoAnswer(`${host} answered with more than ${Math.floor(mostBytes / 1000)} kB`)
    pieces.push(piece)
  }
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  const status = answer.statusCode ?? 500
  return new Response([204, 205, 304].includes(status) ? null : Buffer.concat(pieces), { status, headers })
}

function toldOf(error: NodeJS.ErrnoException, { host }: URL): Error {
  if (error instanceof NoAnswer) return error
  const reason =
    reasons[error.code ?? ''] ?? (error.name === 'TimeoutError' || error.name === 'AbortError' ? 'did not answer in time' : null)
  if (reason !== null) return new NoAnswer(`${host} ${reason}`, { cause: error })
  return new NoAnswer(`${host} could not be asked: ${error.message}`, { cause: error })
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'is not a name that is known',
  EAI_AGAIN: 'could not be looked up: is this server connected to the internet?',
  ECONNREFUSED: 'does not take connections',
  ECONNRESET: 'broke off the connection',
  ETIMEDOUT: 'did not answer in time',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  CERT_HAS_EXPIRED: 'has a certificate that has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that nobody vouches for',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that nobody vouches for',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'has a certificate that nobody vouches for',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another name',
}
