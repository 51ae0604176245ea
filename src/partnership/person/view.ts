import { type Day, dayLabel } from '../../kernel/day.ts'
import type { SeatRole } from '../../kernel/duty.ts'
import { holdsOn, type Span, spanLabel } from '../../kernel/span.ts'
import { type Ending, endingNames, seatName } from '../seat/seat.ts'
import { type Absence, isAway, type Person, type PersonDraft, type Post, type PostDraft } from './person.ts'

type SeatOf = Span & {
  readonly seatId: number
  readonly groupId: number
  readonly group: string
  readonly role: SeatRole
  readonly title: string
  readonly organisation: string | null
}
type TenureOf = SeatOf & { readonly isInterim: boolean; readonly reason: string; readonly endedBy: Ending | null }
type DeputyOf = SeatOf & { readonly place: number; readonly holders: readonly string[] }
type PostOf = Post & { readonly organisation: string }

export type AroundPerson = {
  readonly posts: readonly PostOf[]
  readonly tenures: readonly TenureOf[]
  readonly deputies: readonly DeputyOf[]
  readonly absences: readonly Absence[]
  readonly standIns: readonly { readonly seatId: number; readonly name: string }[]
}

const joined = (...parts: readonly (string | null)[]): string => parts.filter(part => part !== null && part !== '').join(', ')

/** What is so on a day, and what was before it or will be after. */
export function personView(asked: Person, around: AroundPerson, on: Day, today: Day) {
  const { id, name } = asked
  const { posts, tenures, deputies, absences, standIns } = around
  const postView = (post: PostOf) => ({
    organisation: post.organisation,
    organisationHref: `organisations/${post.organisationId}`,
    title: post.title,
    days: spanLabel(post),
    editHref: `people/${id}/posts/${post.id}/edit`,
  })
  const tenureView = (tenure: TenureOf) => ({
    group: tenure.group,
    groupHref: `groups/${tenure.groupId}`,
    seat: seatName(tenure),
    organisation: tenure.organisation ?? 'In their own right',
    days: joined(
      tenure.isInterim ? `interim cover${tenure.reason === '' ? '' : ` (${tenure.reason})`}` : null,
      spanLabel(tenure),
      tenure.endedBy === null ? null : endingNames[tenure.endedBy],
    ),
    standIns: standIns.filter(each => each.seatId === tenure.seatId).map(each => each.name),
  })
  const deputyView = (deputy: DeputyOf) => ({
    group: deputy.group,
    groupHref: `groups/${deputy.groupId}`,
    seat: seatName(deputy),
    holders: deputy.holders,
    days: joined(deputy.place > 1 ? `number ${deputy.place} in order` : null, spanLabel(deputy)),
  })
  const away = absences.find(each => holdsOn(each, on))
  return {
    title: name,
    id,
    on,
    onLabel: dayLabel(on),
    isToday: on === today,
    away: away === undefined ? '' : awayWords(away),
    posts: posts.filter(post => holdsOn(post, on)).map(postView),
    otherPosts: posts.filter(post => !holdsOn(post, on)).map(postView),
    seats: tenures.filter(each => holdsOn(each, on)).map(tenureView),
    otherSeats: tenures.filter(each => !holdsOn(each, on)).map(tenureView),
    deputies: deputies.filter(each => holdsOn(each, on)).map(deputyView),
    otherDeputies: deputies.filter(each => !holdsOn(each, on)).map(deputyView),
    absences: absences.map(each => ({
      days: each.endsOn === null ? `from ${dayLabel(each.beginsOn)}` : `${dayLabel(each.beginsOn)} to ${dayLabel(each.endsOn)}`,
      reason: each.reason,
      isNow: isAway([each], today),
      editHref: `people/${id}/absences/${each.id}/edit`,
    })),
  }
}

function awayWords({ beginsOn, endsOn, reason }: Absence): string {
  const until = endsOn === null ? `since ${dayLabel(beginsOn)}` : `until ${dayLabel(endsOn)}`
  return `Away ${until}${reason === '' ? '' : `: ${reason}`}`
}

export const personFields = ({ name, email, telephone, note }: PersonDraft) => ({ name, email: email ?? '', telephone, note })

export const postFields = ({ organisationId, title, beginsOn, endsOn }: PostDraft) => ({
  organisationId: String(organisationId),
  title,
  beginsOn: beginsOn === null ? '' : dayLabel(beginsOn),
  endsOn: endsOn === null ? '' : dayLabel(endsOn),
})

export const absenceFields = ({ beginsOn, endsOn, reason }: Pick<Absence, 'beginsOn' | 'endsOn' | 'reason'>) => ({
  beginsOn: dayLabel(beginsOn),
  endsOn: endsOn === null ? '' : dayLabel(endsOn),
  reason,
})
