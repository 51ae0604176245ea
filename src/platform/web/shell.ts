import type { FastifyRequest } from 'fastify'
import type { Database, DiskTrouble } from '../db/index.ts'
import type { Arrive } from './arrival.ts'
import type { Beside } from './beside.ts'
import type { Cookies } from './cookies.ts'
import type { NavigationItem } from './frame.ts'
import type { KeptPages } from './kept-pages.ts'
import type { Render } from './templates.ts'
import type { Visitor } from './visit.ts'

/** What stands behind every page. */
export type Shell = {
  readonly database: Database
  readonly arrive: Arrive
  readonly clock: () => Temporal.Instant
  readonly origin: (request: FastifyRequest) => string
  readonly render: Render
  readonly cookies: Cookies
  readonly kept: KeptPages
  readonly navigation: readonly NavigationItem[]
  readonly beside: Beside
  /** Whether a page of the partnership, by its path in it, is open to somebody. */
  readonly isOpen: (visitor: Visitor, path: string) => boolean
  readonly sendsMail: boolean
  readonly fileLimitBytes: number
  readonly trouble: () => DiskTrouble | null
}
