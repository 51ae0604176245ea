/**
 * A visit is one request of one person to one partnership, and at the same time one transaction: what the handler reads is one moment,
 * what it writes is kept whole or not at all. Everything a handler may know comes in here, the time included.
 */
import type { Day } from '../../kernel/day.ts'
import { type Duty, duties, type Role, roles, type SeatRole } from '../../kernel/duty.ts'
import type { Database, Db } from '../db/index.ts'
import type { FileContent } from '../file/index.ts'
import type { Answer } from './answer.ts'

export { type Role, roles }

/** What a district partnership may let the members of its county partnership read. */
export const shares = ['scorecard', 'exceptions', 'structure'] as const
export type Share = (typeof shares)[number]

/** Where somebody sits today. The partnership module says it; the platform carries it and asks nothing of it. */
export type Capacity = {
  /** Null for an account that is nobody's at the table. */
  readonly personId: number | null
  /** Where they have a post. */
  readonly organisationIds: readonly number[]
  /** Whose figures they report as a data coordinator. */
  readonly coordinates: readonly number[]
  readonly seats: readonly HeldSeat[]
}
export type HeldSeat = {
  readonly seatId: number
  readonly groupId: number
  readonly role: SeatRole
  readonly as: 'holder' | 'interim' | 'deputy'
}

/**
 * `duties` are what they are on any group or for any organisation: they open routes, and pages are kept by them. Of which group is in `capacity`, which a
 * page asks for only where it is made for one person.
 */
export type Visitor = {
  readonly accountId: number
  readonly name: string
  /** A guest is a member of the county partnership, who reads what its district shares: `shares`. */
  readonly role: Role | 'guest'
  readonly shares?: readonly Share[]
  readonly duties: readonly Duty[]
  readonly capacity: Capacity
}

/** Somebody with a role who sits nowhere. */
export const nowhere: Pick<Visitor, 'duties' | 'capacity'> = {
  duties: [],
  capacity: { personId: null, organisationIds: [], coordinates: [], seats: [] },
}

export function dutiesOf({ seats, coordinates }: Capacity): readonly Duty[] {
  const held = new Set<Duty>(seats.map(({ as, role }) => (as === 'deputy' ? 'deputy' : role)))
  if (coordinates.length > 0) held.add('data-coordinator')
  return duties.filter(duty => held.has(duty))
}

/** All that the platform knows of a partnership. */
export type PartnershipAddress = { readonly id: number; readonly slug: string; readonly name: string; readonly isExample: boolean }

/** What a browser sent: a name that was sent once has a string, one sent several times a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export type UploadedFile = { readonly fileName: string; readonly content: FileContent }

export type Asked = {
  readonly today: Day
  readonly now: Temporal.Instant
  readonly requestId: string
  readonly params: Readonly<Record<string, string | undefined>>
  readonly query: Fields
  readonly body: Fields
  readonly file: (field: string) => UploadedFile | undefined
  /** Where the visitor reaches us (https://goldthread.example), and from where and with what. */
  readonly origin: string
  /** Whether mail is set up. Where it is not, links are shown to be passed on. */
  readonly sendsMail: boolean
  /** How large a file may be that is kept as it is. */
  readonly fileLimitBytes: number
  readonly address: string
  readonly agent: string
  readonly cookie: (name: string) => string | undefined
}

export type Visit = Asked & {
  readonly db: Db
  readonly signedIn: SignedIn
  readonly visitor: Visitor
  readonly partnership: PartnershipAddress
  /** A reading visit of its own when this one is over: for what is sent in pieces. */
  readonly afterwards: <T>(work: (db: Db) => Promise<T>) => Promise<T>
}
export type Handler = (visit: Visit) => Promise<Answer>

/** Someone who has signed in, wherever they are; `sessionToken` is their secret and never shown. */
export type SignedIn = { readonly accountId: number; readonly name: string; readonly sessionToken: string }

/** A page outside any partnership opens its own transactions, because what it counts (failed attempts) must outlive a refusal. */
export type PublicVisit = Asked & { readonly database: Database; readonly signedIn: SignedIn | null }
export type PublicHandler = (visit: PublicVisit) => Promise<Answer>

export type PersonalVisit = PublicVisit & { readonly signedIn: SignedIn }
export type PersonalHandler = (visit: PersonalVisit) => Promise<Answer>

/** Whose transaction a page of a partnership runs in: the visit's, which sees this partnership only, or (accounts alone) the platform's. */
export type RunAs = 'visit' | 'platform'
