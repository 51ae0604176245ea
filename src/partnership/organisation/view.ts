import { type Day, dayLabel } from '../../kernel/day.ts'
import type { SeatRole } from '../../kernel/duty.ts'
import { holdsOn, type Span, spanLabel } from '../../kernel/span.ts'
import { seatName } from '../seat/seat.ts'
import { readIdentifier } from './identifier.ts'
import { type OrganisationDraft, type OrganisationRecord, sectorNames } from './organisation.ts'
import { type Succession, succeededBy, succeeds } from './succession.ts'

type Post = Span & { readonly personId: number; readonly name: string; readonly title: string }
type Seat = Span & {
  readonly id: number
  readonly groupId: number
  readonly group: string
  readonly role: SeatRole
  readonly title: string
}
type Sitting = Span & { readonly seatId: number; readonly personId: number; readonly name: string; readonly isInterim: boolean }

export type AroundOrganisation = {
  readonly names: ReadonlyMap<number, string>
  readonly successions: readonly Succession[]
  readonly posts: readonly Post[]
  readonly seats: readonly Seat[]
  readonly sittings: readonly Sitting[]
}

/** What is so on a day, and what was before it or will be after. */
export function organisationView(asked: OrganisationRecord, around: AroundOrganisation, on: Day, today: Day) {
  const { id, name, sector, identifier } = asked
  const { posts, seats, sittings } = around
  const checked = identifier === null ? null : readIdentifier(identifier)
  const postView = (post: Post) => ({
    href: `people/${post.personId}`,
    name: post.name,
    title: post.title,
    days: spanLabel(post),
  })
  const seatView = (seat: Seat, day: Day | null) => {
    const there = sittings.filter(each => each.seatId === seat.id && (day === null || holdsOn(each, day)))
    return {
      groupHref: `groups/${seat.groupId}`,
      group: seat.group,
      role: seatName(seat),
      days: spanLabel(seat),
      people: there.map(each => ({
        href: `people/${each.personId}`,
        name: each.name,
        note: [each.isInterim ? 'interim cover' : '', spanLabel(each)].filter(part => part !== '').join(', '),
      })),
    }
  }
  const stillThere = asked.endsOn !== null && asked.endsOn < today
  const leftPosts = stillThere ? new Set(posts.filter(post => holdsOn(post, today)).map(({ personId }) => personId)).size : 0
  const leftSeats = stillThere ? seats.filter(seat => holdsOn(seat, today)).length : 0
  return {
    title: name,
    id,
    sector: sector === null ? 'Not said' : sectorNames[sector],
    identifier: identifier ?? 'Not said',
    identifierWarning: checked?.accepted ? (checked.value.warning ?? '') : '',
    days: spanLabel(asked),
    succession: successionView(asked, around),
    left: leftWords(leftPosts, leftSeats),
    on,
    onLabel: dayLabel(on),
    isToday: on === today,
    posts: posts.filter(post => holdsOn(post, on)).map(postView),
    otherPosts: posts.filter(post => !holdsOn(post, on)).map(postView),
    seats: seats.filter(seat => holdsOn(seat, on)).map(seat => seatView(seat, on)),
    otherSeats: seats.filter(seat => !holdsOn(seat, on)).map(seat => seatView(seat, null)),
  }
}

function successionView({ id }: OrganisationRecord, { names, successions }: AroundOrganisation) {
  return successions
    .filter(each => each.predecessorId === id || each.successorId === id)
    .map(each => {
      const isBefore = each.predecessorId === id
      const other = isBefore ? each.successorId : each.predecessorId
      const [before, after] = isBefore ? succeededBy(each) : succeeds(each)
      return {
        before,
        after,
        name: names.get(other) ?? '',
        href: `organisations/${other}`,
        removalHref: `organisations/${id}/successions/${each.id}/removal`,
      }
    })
}

function leftWords(posts: number, seats: number): string {
  const parts = [
    ...(posts > 0 ? [posts === 1 ? '1 person still has a post here' : `${posts} people still have posts here`] : []),
    ...(seats > 0 ? [seats === 1 ? '1 seat is still for it' : `${seats} seats are still for it`] : []),
  ]
  return parts.length === 0 ? '' : `It has ended, but ${parts.join(' and ')}. Nothing moves by itself: move each to where it belongs now.`
}

/** As the form shows it. */
export const organisationFields = ({ name, sector, identifier, beginsOn, endsOn }: OrganisationDraft) => ({
  name,
  sector: sector ?? '',
  identifier: identifier ?? '',
  beginsOn: beginsOn === null ? '' : dayLabel(beginsOn),
  endsOn: endsOn === null ? '' : dayLabel(endsOn),
})
