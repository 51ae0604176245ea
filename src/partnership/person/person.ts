/**
 * A person is somebody at the table, whether or not they ever sign in. What they are at an organisation is a post, with its days; when they move, the
 * post ends and another begins, so that it can be asked who somebody was on any day.
 */
import { addDays, type Day, dayLabel } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { holdsOn, type Span } from '../../kernel/span.ts'
import type { OrganisationId } from '../organisation/organisation.ts'

export type PersonId = Id<'person'>

export type PersonDraft = {
  readonly name: string
  readonly email: string | null
  readonly telephone: string
  readonly note: string
}
export type Person = PersonDraft & {
  readonly id: PersonId
  readonly accountId: number | null
}

/** E-mail addresses and telephone numbers are for those who work together here: members of the partnership, in whatever role, and nobody let in as a guest. */
export const maySeeContacts = ({ role }: { readonly role: string }): boolean =>
  ['administrator', 'performance-officer', 'finance-officer', 'contributor', 'auditor', 'reader'].includes(role)

export type PostId = Id<'post'>
export type PostDraft = Span & { readonly organisationId: OrganisationId; readonly title: string }
export type Post = PostDraft & { readonly id: PostId; readonly personId: PersonId }

/** While somebody is away their deputies act. */
export type AbsenceDraft = { readonly beginsOn: Day; readonly endsOn: Day | null; readonly reason: string }
export type Absence = AbsenceDraft & { readonly id: Id<'absence'>; readonly personId: PersonId }

export function inOrder<T extends Span>(draft: T): Ruling<T> {
  if (draft.beginsOn === null || draft.endsOn === null || draft.beginsOn <= draft.endsOn) return accept(draft)
  return refuse({ field: 'endsOn', text: `The last day must not be before the first, ${dayLabel(draft.beginsOn)}` })
}

export const isAway = (absences: readonly Span[], today: Day): boolean => absences.some(each => holdsOn(each, today))

/** A seat that somebody holds for an organisation. */
export type SeatHeld = Span & { readonly tenureId: Id<'tenure'>; readonly organisationId: OrganisationId | null; readonly inWords: string }

/** Somebody takes a post. Those that end with it do so the day before, and of each seat held for such an organisation it is said what becomes of it. */
export type MoveDraft = {
  readonly post: PostDraft
  readonly endingPosts: readonly PostId[]
  readonly seats: ReadonlyMap<number, 'end' | 'keep'>
}
export type Move = {
  readonly post: PostDraft
  /** Null when nothing ends. */
  readonly lastDay: Day | null
  readonly endedPosts: readonly PostId[]
  readonly endedTenures: readonly Id<'tenure'>[]
}

export function move(draft: MoveDraft, posts: readonly Post[], held: readonly SeatHeld[]): Ruling<Move> {
  const { post } = draft
  const ordered = inOrder(post)
  if (!ordered.accepted) return ordered
  const ending = posts.filter(({ id }) => draft.endingPosts.includes(id))
  if (ending.length === 0) return accept({ post, lastDay: null, endedPosts: [], endedTenures: [] })
  if (post.beginsOn === null)
    return refuse({ field: 'beginsOn', text: 'Enter the first day of the new post, so that the one before ends the day before' })

  const lastDay = addDays(post.beginsOn, -1)
  const problems: Problem[] = []
  const tooLate = ending.find(({ beginsOn }) => beginsOn !== null && beginsOn > lastDay)
  if (tooLate?.beginsOn)
    problems.push({
      field: 'beginsOn',
      text: `Enter a day after ${dayLabel(tooLate.beginsOn)}, on which a post that you let end began`,
    })
  const seats = seatsAtStake(ending, posts, held, post.organisationId)
  for (const { tenureId, inWords } of seats)
    if (!draft.seats.has(tenureId)) problems.push({ field: `seat-${tenureId}`, text: `Say what becomes of their seat: ${inWords}` })
  if (problems.length > 0) return refuse(...problems)

  const endedTenures = seats.filter(({ tenureId }) => draft.seats.get(tenureId) === 'end').map(({ tenureId }) => tenureId)
  return accept({ post, lastDay, endedPosts: ending.map(({ id }) => id), endedTenures })
}

/** The seats held for organisations at which nothing is left to them. */
function seatsAtStake(
  ending: readonly Post[],
  posts: readonly Post[],
  held: readonly SeatHeld[],
  movesTo: OrganisationId,
): readonly SeatHeld[] {
  const stays = new Set([movesTo, ...posts.filter(each => !ending.includes(each)).map(({ organisationId }) => organisationId)])
  const left = new Set(ending.map(({ organisationId }) => organisationId).filter(id => !stays.has(id)))
  return held.filter(({ organisationId }) => organisationId !== null && left.has(organisationId))
}

/** Whoever leaves has nothing here after their last day: what has begun ends on it, and what was to begin later is taken away. */
export function endingWith<T extends Span>(
  lastDay: Day,
  spans: readonly T[],
): { readonly ended: readonly T[]; readonly cancelled: readonly T[] } {
  const after = spans.filter(({ endsOn }) => endsOn === null || endsOn > lastDay)
  return {
    ended: after.filter(({ beginsOn }) => beginsOn === null || beginsOn <= lastDay),
    cancelled: after.filter(({ beginsOn }) => beginsOn !== null && beginsOn > lastDay),
  }
}
