/**
 * Who acts on a seat on a day. The one who sits there and the one who covers do; deputies always, or while neither is to be had, as the group says: of
 * several the first who is not away. `partnership.capacity_of` says the same of an account in SQL; one table of cases holds both to it.
 */
import { addDays, type Day, dayLabel } from '../../kernel/day.ts'
import { holdsOn, type Span } from '../../kernel/span.ts'
import type { Group } from '../group/group.ts'
import type { Absence, PersonId } from '../person/person.ts'
import type { FilledSeat, NamedDeputy, NamedTenure } from './seat.ts'

export type Acting = {
  readonly personId: PersonId
  readonly name: string
  readonly as: 'holder' | 'interim' | 'deputy'
  readonly isAway: boolean
}
export type ActingGroup = Span & Pick<Group, 'deputiesAct'>

export function actingOn(seat: FilledSeat, group: ActingGroup, absences: readonly Absence[], today: Day): readonly Acting[] {
  if (!holdsOn(seat, today) || !holdsOn(group, today)) return []
  const isAway = ({ personId }: { readonly personId: PersonId }) => absenceOf(personId, absences, today) !== null
  const sitting = seat.tenures.filter(tenure => holdsOn(tenure, today))
  const deputies = inOrder(seat.deputies).filter(deputy => holdsOn(deputy, today))
  const isToBeHad = sitting.some(tenure => !isAway(tenure))
  const first = deputies.findIndex(deputy => !isAway(deputy))
  const standIns = group.deputiesAct === 'always' ? deputies : isToBeHad ? [] : deputies.slice(0, first < 0 ? deputies.length : first + 1)
  return [
    ...sitting.map(tenure => ({
      ...who(tenure),
      as: tenure.isInterim ? ('interim' as const) : ('holder' as const),
      isAway: isAway(tenure),
    })),
    ...standIns.map(deputy => ({ ...who(deputy), as: 'deputy' as const, isAway: isAway(deputy) })),
  ]
}

/** What a seat is like on a day, for whoever reads it. */
export type SeatState = {
  readonly holder: NamedTenure | null
  /** Why and until when the holder is away, on that day. */
  readonly absence: Absence | null
  readonly cover: NamedTenure | null
  readonly isCoverAway: boolean
  readonly deputies: readonly NamedDeputy[]
  /** The deputy who acts in place of whoever sits there: nobody while they are to be had themselves, even where deputies always act. */
  readonly standIn: NamedDeputy | null
  /** Nobody sits there, covers or deputises who is to be had. */
  readonly isUnattended: boolean
  /** Null where somebody sits or covers; otherwise since when nobody does, if that is known. */
  readonly vacancy: { readonly since: Day | null } | null
}

export function stateOf(seat: FilledSeat, absences: readonly Absence[], on: Day): SeatState {
  const sitting = seat.tenures.filter(tenure => holdsOn(tenure, on))
  const holder = sitting.find(({ isInterim }) => !isInterim) ?? null
  const cover = sitting.find(({ isInterim }) => isInterim) ?? null
  const deputies = inOrder(seat.deputies).filter(deputy => holdsOn(deputy, on))
  const isThere = ({ personId }: { readonly personId: PersonId }) => absenceOf(personId, absences, on) === null
  const isToBeHad = sitting.some(isThere)
  const standIn = isToBeHad ? null : (deputies.find(isThere) ?? null)
  return {
    holder,
    absence: holder && absenceOf(holder.personId, absences, on),
    cover,
    isCoverAway: cover !== null && !isThere(cover),
    deputies,
    standIn,
    isUnattended: !isToBeHad && standIn === null,
    vacancy: sitting.length > 0 ? null : { since: vacantSince(seat, on) },
  }
}

export type Sitter = { readonly personId: PersonId; readonly name: string }

/** Who is asked for a seat: whoever sits there, or else covers, or else stands in; whoever is away where there is nobody else. */
export function sitterOf(seat: FilledSeat, absences: readonly Absence[], on: Day): Sitter | null {
  const { holder, absence, cover, isCoverAway, standIn } = stateOf(seat, absences, on)
  const isThere = holder !== null && absence === null
  const sitter = isThere ? holder : cover !== null && !isCoverAway ? cover : (standIn ?? holder ?? cover)
  return sitter && { personId: sitter.personId, name: sitter.name }
}

/** The day after the last of those who sat there; where nobody has, the seat's first day. */
function vacantSince(seat: FilledSeat, on: Day): Day | null {
  const last = seat.tenures
    .flatMap(({ endsOn }) => (endsOn !== null && endsOn < on ? [endsOn] : []))
    .toSorted()
    .at(-1)
  return last === undefined ? seat.beginsOn : addDays(last, 1)
}

/** Vacant since 6 May 2009; vacant, where it is not known since when. */
export const vacancyWords = ({ since }: { readonly since: Day | null }): string =>
  since === null ? 'Vacant' : `Vacant since ${dayLabel(since)}`

/** Covering maternity leave until 3 May 2027. */
export const coverWords = ({ reason, endsOn }: NamedTenure): string =>
  `${reason === '' ? 'covering' : `covering ${reason}`}${endsOn === null ? '' : ` until ${dayLabel(endsOn)}`}`

export const awayWords = ({ endsOn }: Absence): string => (endsOn === null ? 'away' : `away until ${dayLabel(endsOn)}`)

export function absenceOf(personId: PersonId, absences: readonly Absence[], on: Day): Absence | null {
  return absences.find(absence => absence.personId === personId && holdsOn(absence, on)) ?? null
}

const inOrder = (deputies: readonly NamedDeputy[]) => deputies.toSorted((a, b) => a.place - b.place || a.id - b.id)
const who = ({ personId, name }: NamedTenure | NamedDeputy) => ({ personId, name })
