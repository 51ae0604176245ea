import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Duty } from '../../kernel/duty.ts'
import { because } from '../db/index.ts'
import type { Lookable } from './guest.ts'
import { type May, shareFor, whoMay } from './may.ts'
import type { Handler, PersonalHandler, PublicHandler, Role, RunAs, Share } from './visit.ts'

/** What a module's routes are written on. */
export type Web = {
  /** `runAs: 'platform'` is for pages about accounts, which no visit may read. */
  get(path: string, may: May, handler: Handler, runAs?: RunAs): void
  post(path: string, may: May, handler: Handler, runAs?: RunAs): void
  readonly public: { get(path: string, handler: PublicHandler): void; post(path: string, handler: PublicHandler): void }
  readonly signedIn: { get(path: string, handler: PersonalHandler): void; post(path: string, handler: PersonalHandler): void }
  readonly routes: readonly RouteEntry[]
  readonly server: FastifyInstance
}

/** One line of the permission table. `may` is the rule's name; pages of no partnership are 'public' or for whoever is 'signed in'. */
export type RouteEntry = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly may: string
  readonly roles: readonly (Role | Duty)[]
  /** A guest with whom this is shared may see it too. */
  readonly share?: Share
}

declare module 'fastify' {
  interface FastifyContextConfig {
    stated?: boolean
  }
}

type Method = RouteEntry['method']
type Serve = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** Every route is written down with who may use it; one that says nothing of that does not start. */
export function routeRegister(server: FastifyInstance) {
  const entries: RouteEntry[] = []
  const lookable: Lookable[] = []
  server.addHook('onRoute', ({ method, url, config }) => {
    if (config?.stated !== true) throw new Error(`Nobody said who may use ${method} ${url}`)
  })

  function add(entry: RouteEntry, serve: Serve): void {
    entries.push(entry)
    const handler: Serve = (request, reply) => because({ request: request.id, route: entry.path }, () => serve(request, reply))
    server.route({ method: entry.method, url: entry.path, config: stated, handler })
  }

  return {
    entries,
    lookable,
    partnership(method: Method, path: string, may: May, serve: Serve): void {
      const url = `/:partnership${path}`
      if (typeof may !== 'function' || may.name === '') throw new Error(`${method} ${url} needs a named rule that says who may use it`)
      const share = shareFor(may)
      if (method === 'GET') lookable.push({ path, may })
      if (share !== null && method !== 'GET') throw new Error(`${method} ${url} is for guests, who change nothing`)
      add({ method, path: url, may: may.name, roles: whoMay(may), ...(share && { share }) }, serve)
    },
    open(method: Method, path: string, may: 'public' | 'signed in', serve: Serve): void {
      add({ method, path, may, roles: [] }, serve)
    },
    /** What is no page: no visit is made for it, and it is left out of the permission table. */
    bare(path: string, serve: Serve): void {
      server.get(path, { config: stated, compress: false }, serve)
    },
  }
}

export type Register = ReturnType<typeof routeRegister>

const stated = { stated: true }
