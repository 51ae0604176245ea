import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import type { Database, DiskTrouble } from '../db/index.ts'
import { Forbidden, NotFound, TooMany } from './absence.ts'
import { redirect } from './answer.ts'
import type { Arrive } from './arrival.ts'
import { assetRoutes, loadAssets } from './assets.ts'
import type { Beside } from './beside.ts'
import { cookies, sessionCookie } from './cookies.ts'
import { pathOf } from './deliver.ts'
import type { NavigationItem } from './frame.ts'
import { openPaths } from './guest.ts'
import { healthRoutes } from './health.ts'
import { informationRoutes } from './information/pages.ts'
import { keptPages } from './kept-pages.ts'
import { type LogTo, logger, newRequestId, reportRequest } from './log.ts'
import { mayRead } from './may.ts'
import { type Answered, type Metrics, metricsRoute } from './metrics.ts'
import { networkOf, openPace } from './pace.ts'
import { headersPolicy } from './policy.ts'
import { answerError, answerUnknownAddress } from './problem-page.ts'
import { routeRegister, type Web } from './register.ts'
import { isFromOwnPage } from './same-origin.ts'
import type { Shell } from './shell.ts'
import { templates } from './templates.ts'
import { partnershipPage, personalPage, publicPage } from './visiting.ts'

export type WebOptions = {
  readonly database: Database
  readonly arrive: Arrive
  /** Where people reach it, when that is known: it decides whether cookies are for https only and which Origin is ours. */
  readonly publicAddress?: string
  readonly sendsMail?: boolean
  readonly version: string
  readonly navigation: readonly NavigationItem[]
  /** What is opened when only the partnership is named, relative to it. */
  readonly home: string
  readonly beside?: Beside
  /** Templates in which modules say on the help page what is theirs to say. */
  readonly help?: readonly string[]
  readonly clock?: () => Temporal.Instant
  readonly log?: LogTo
  readonly uploadLimitBytes?: number
  readonly fileLimitBytes?: number
  /** For one browser; without it nobody is held off. */
  readonly requestsAMinute?: number
  readonly logLevel?: string
  /** How many proxies stand in front, or their addresses: whose word is taken for where a request came from. */
  readonly trustProxy?: false | number | readonly string[]
  readonly metrics?: Metrics
  /** Why the database does not run just now, where that is known. */
  readonly trouble?: () => DiskTrouble | null
  /** Told of every request when it was answered. */
  readonly answered?: (answered: Answered) => void
}

const megabyte = 1_000_000

/** The web shell: opened first, given its routes, then told to listen (`web.server.listen`). */
export async function openWeb(options: WebOptions): Promise<Web> {
  const secure = options.publicAddress?.startsWith('https:') ?? false
  const uploadLimit = options.uploadLimitBytes ?? 250 * megabyte
  const assets = loadAssets()
  const shell: Shell = {
    database: options.database,
    arrive: options.arrive,
    // In milliseconds, which PostgreSQL keeps: what is written at a moment is found again by it.
    clock: () => (options.clock?.() ?? Temporal.Now.instant()).round('millisecond'),
    origin: request =>
      options.publicAddress === undefined ? `${request.protocol}://${request.host}` : new URL(options.publicAddress).origin,
    sendsMail: options.sendsMail ?? false,
    fileLimitBytes: options.fileLimitBytes ?? 25 * megabyte,
    render: templates({ assets: assets.hrefs, version: options.version, uploadLimit: megabytes(uploadLimit) }),
    cookies: cookies(secure),
    kept: keptPages(),
    navigation: options.navigation,
    beside: options.beside ?? (async () => null),
    isOpen: (visitor, path) => isOpen()(visitor, path),
    trouble: options.trouble ?? (() => null),
  }

  const server: FastifyInstance = fastify({
    ...logger(options.log ?? 'none', options.logLevel ?? 'info'),
    genReqId: newRequestId,
    requestIdHeader: false,
    trustProxy: trusted(options.trustProxy ?? false),
    bodyLimit: megabyte,
    requestTimeout: 10 * 60_000,
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id)
      void answerError(shell, megabytes(uploadLimit), error, request, reply)
    },
  })
  server.decorateRequest('arrival', null)
  const pace = options.requestsAMinute ? openPace(options.requestsAMinute) : null
  const register = routeRegister(server)
  let paths: Shell['isOpen'] | null = null
  const isOpen = (): Shell['isOpen'] => {
    paths ??= openPaths(register.lookable)
    return paths
  }

  await server.register(helmet, headersPolicy(secure))
  await server.register(cookie)
  await server.register(compress, { encodings: ['gzip'], threshold: 1024 })
  await server.register(formbody, { bodyLimit: megabyte })
  await server.register(multipart, {
    limits: { fileSize: uploadLimit, files: 5, fields: 2000, parts: 2005, fieldSize: megabyte, headerPairs: 100 },
  })
  server.removeContentTypeParser(['application/json', 'text/plain'])

  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    const isPage = !/^\/(assets|health|metrics)\b/.test(request.url)
    if (pace && isPage && !pace.allow(networkOf(request.ip), shell.cookies.read(request, sessionCookie), shell.clock().epochMilliseconds)) {
      reply.header('retry-after', '60')
      throw new TooMany()
    }
    const changes = request.method !== 'GET' && request.method !== 'HEAD'
    if (changes && !isFromOwnPage(request.headers, shell.origin(request))) throw new Forbidden()
    // PostgreSQL keeps no zero character: nothing is called so.
    if (pathOf(request).includes('%00')) throw new NotFound()
  })
  server.addHook('onResponse', reportRequest)
  server.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) =>
    options.answered?.({ method, route: routeOptions.url ?? 'unknown', status: statusCode, ms: elapsedTime }),
  )
  server.setErrorHandler((error, request, reply) => answerError(shell, megabytes(uploadLimit), error, request, reply))
  server.setNotFoundHandler((request, reply) => answerUnknownAddress(shell, request, reply))

  const web: Web = {
    get: (path, may, handler, runAs = 'visit') =>
      register.partnership('GET', path, may, partnershipPage(shell, 'read', may, handler, runAs)),
    post: (path, may, handler, runAs = 'visit') =>
      register.partnership('POST', path, may, partnershipPage(shell, 'write', may, handler, runAs)),
    public: {
      get: (path, handler) => register.open('GET', path, 'public', publicPage(shell, handler)),
      post: (path, handler) => register.open('POST', path, 'public', publicPage(shell, handler)),
    },
    signedIn: {
      get: (path, handler) => register.open('GET', path, 'signed in', personalPage(shell, handler)),
      post: (path, handler) => register.open('POST', path, 'signed in', personalPage(shell, handler)),
    },
    routes: register.entries,
    server,
  }
  assetRoutes(register, assets)
  register.bare('/robots.txt', async (_, reply) => reply.type('text/plain; charset=utf-8').send('User-agent: *\nDisallow: /\n'))
  healthRoutes(register, options.database)
  if (options.metrics) metricsRoute(register, options.metrics)
  informationRoutes(web, options.help ?? [])
  web.get('', mayRead, async () => redirect(options.home))
  return web
}

const megabytes = (bytes: number): string => `${Math.floor(bytes / megabyte)} MB`

/** A number is how many proxies there are, and so whose word is taken: the nearest ones'. */
function trusted(proxies: false | number | readonly string[]): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies === 'number') return (_, hop) => hop < proxies
  return proxies === false ? false : [...proxies]
}
