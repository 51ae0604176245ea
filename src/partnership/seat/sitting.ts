/**
 * How people come to sit on a seat and leave it. One holds it at a time and one covers; a person may hold several seats. Whoever is replaced has the day
 * before as their last; whoever resigns has the day on which it was noted (rules E9).
 */
import { addDays, type Day, dayLabel } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { overlap, type Span, spanWords } from '../../kernel/span.ts'
import type { PersonId } from '../person/person.ts'
import type { Deputy, Ending, FilledSeat, NamedTenure, SeatDraft, Tenure } from './seat.ts'

/** Who is meant; one who is not known yet has no number. */
export type Sitter = { readonly id: PersonId | null; readonly name: string }
export type TenureDraft = Omit<Tenure, 'id' | 'seatId' | 'personId'>
/** The holder who is replaced, if one is, has `lastDay` as their last. */
export type Taking = { readonly tenure: TenureDraft; readonly replaced: { readonly tenure: NamedTenure; readonly lastDay: Day } | null }

/** Takes the seat, and takes it over from whoever holds it for as long as anybody knows. */
export function take(who: Sitter, days: Span, seat: FilledSeat, group: Span, today: Day): Ruling<Taking> {
  const problems = wrongDays(days, seat, group)
  if (problems.length > 0) return refuse(...problems)
  const tenure = { beginsOn: days.beginsOn, endsOn: days.endsOn, isInterim: false, reason: '', endedBy: null }
  const from = days.beginsOn
  const holder =
    from === null
      ? undefined
      : seat.tenures.find(each => !each.isInterim && each.endsOn === null && (each.beginsOn === null || each.beginsOn < from))
  if (holder && holder.personId === who.id) return refuse({ field: 'person', text: `${holder.name} sits there already` })
  const clash = clashing(
    tenure,
    seat.tenures.filter(each => each !== holder),
  )
  if (clash) return refuse({ field: 'beginsOn', text: clashWords(clash, today) })
  return accept({ tenure, replaced: holder && from !== null ? { tenure: holder, lastDay: addDays(from, -1) } : null })
}

/** Sits there for the holder, who comes back; or for nobody, until somebody is found. */
export function cover(
  who: Sitter,
  { reason, ...days }: Span & { readonly reason: string },
  seat: FilledSeat,
  group: Span,
  today: Day,
): Ruling<TenureDraft> {
  const problems = wrongDays(days, seat, group)
  const tenure = { beginsOn: days.beginsOn, endsOn: days.endsOn, isInterim: true, reason, endedBy: null }
  const holder = seat.tenures.find(each => !each.isInterim && each.personId === who.id && overlap(each, days))
  if (holder)
    problems.unshift({ field: 'person', text: `${holder.name} holds this seat${spaced(spanWords(holder, today))} and cannot cover it` })
  const clash = clashing(tenure, seat.tenures)
  if (clash && problems.length === 0) problems.push({ field: 'beginsOn', text: clashWords(clash, today) })
  return problems.length > 0 ? refuse(...problems) : accept(tenure)
}

/** Ends the time of whoever sits there. */
export function leave(
  { on, by }: { readonly on: Day; readonly by: Ending },
  tenure: NamedTenure,
): Ruling<{ readonly endsOn: Day; readonly endedBy: Ending }> {
  if (tenure.beginsOn !== null && on < tenure.beginsOn)
    return refuse({ field: 'on', text: `${tenure.name} sits there from ${dayLabel(tenure.beginsOn)}. Enter that day or a later one` })
  if (tenure.endsOn !== null && on > tenure.endsOn)
    return refuse({
      field: 'on',
      text: `The time of ${tenure.name} ends on ${dayLabel(tenure.endsOn)} already. Enter that day or an earlier one`,
    })
  return accept({ endsOn: on, endedBy: by })
}

/** The days of somebody's time there, and the reason of cover, as they should have been written down. Whoever has no last day has not left. */
export function correct(
  draft: Span & { readonly reason: string },
  tenure: NamedTenure,
  seat: FilledSeat,
  group: Span,
  today: Day,
): Ruling<TenureDraft> {
  const problems = wrongDays(draft, seat, group)
  const corrected = { ...draft, isInterim: tenure.isInterim, endedBy: draft.endsOn === null ? null : tenure.endedBy }
  const clash = clashing(
    corrected,
    seat.tenures.filter(({ id }) => id !== tenure.id),
  )
  if (clash && problems.length === 0) problems.push({ field: 'beginsOn', text: clashWords(clash, today) })
  return problems.length > 0 ? refuse(...problems) : accept(corrected)
}

export type DeputyDraft = Omit<Deputy, 'id' | 'seatId' | 'personId' | 'place'>

/** Stands in after those who are named already. */
export function deputise(who: Sitter, days: Span, seat: FilledSeat, group: Span): Ruling<DeputyDraft> {
  const problems = deputyDays(who, days, seat, group)
  return problems.length > 0 ? refuse(...problems) : accept({ beginsOn: days.beginsOn, endsOn: days.endsOn })
}

/** What is wrong with somebody's days as a deputy, beside those who sit there and the other deputies. */
export function deputyDays(who: Sitter, days: Span, seat: FilledSeat, group: Span): Problem[] {
  const problems = wrongDays(days, seat, group)
  const sits = seat.tenures.find(tenure => !tenure.isInterim && tenure.personId === who.id && overlap(tenure, days))
  if (sits) problems.push({ field: 'person', text: `${sits.name} sits on this seat and cannot be their own deputy` })
  const there = seat.deputies.find(deputy => deputy.personId === who.id && overlap(deputy, days))
  if (there) problems.push({ field: 'person', text: `${there.name} is a deputy here already at that time` })
  return problems
}

/** Whether a seat can be as it is drafted: within the days of its group, and around those of whoever has sat or stood in on it. */
export function placeSeat(draft: SeatDraft, group: Span & { readonly name: string }, seat: FilledSeat | null): Ruling<SeatDraft> {
  const problems = outside(draft, group, `The group ${group.name}`)
  if (problems.length === 0 && seat !== null)
    for (const { name, beginsOn, endsOn } of [...seat.tenures, ...seat.deputies]) {
      if (draft.beginsOn !== null && beginsOn !== null && beginsOn < draft.beginsOn)
        problems.push({ field: 'beginsOn', text: `${name} is there from ${dayLabel(beginsOn)}. Enter that day or an earlier one` })
      if (draft.endsOn !== null && endsOn !== null && endsOn > draft.endsOn)
        problems.push({ field: 'endsOn', text: `${name} is there until ${dayLabel(endsOn)}. Enter that day or a later one` })
      if (draft.endsOn !== null && beginsOn !== null && beginsOn > draft.endsOn)
        problems.push({ field: 'endsOn', text: `${name} is there from ${dayLabel(beginsOn)}. Enter that day or a later one` })
    }
  return problems.length > 0 ? refuse(...problems.slice(0, 2)) : accept(draft)
}

const wrongDays = (days: Span, seat: Span, group: Span): Problem[] => {
  const beyondSeat = outside(days, seat, 'The seat')
  return beyondSeat.length > 0 ? beyondSeat : outside(days, group, 'The group')
}

/** A day that is not known is not compared: it is as early, or as late, as that of the whole. */
function outside({ beginsOn, endsOn }: Span, whole: Span, name: string): Problem[] {
  if (beginsOn !== null && endsOn !== null && endsOn < beginsOn)
    return [{ field: 'endsOn', text: `The last day is before the first, ${dayLabel(beginsOn)}` }]
  for (const [field, day] of [
    ['beginsOn', beginsOn],
    ['endsOn', endsOn],
  ] as const) {
    if (day === null) continue
    if (whole.beginsOn !== null && day < whole.beginsOn)
      return [{ field, text: `${name} has its first day on ${dayLabel(whole.beginsOn)}. Enter that day or a later one` }]
    if (whole.endsOn !== null && day > whole.endsOn)
      return [{ field, text: `${name} has its last day on ${dayLabel(whole.endsOn)}. Enter that day or an earlier one` }]
  }
  return []
}

const clashing = (draft: TenureDraft, tenures: readonly NamedTenure[]): NamedTenure | undefined =>
  tenures.find(each => each.isInterim === draft.isInterim && overlap(each, draft))

const clashWords = (tenure: NamedTenure, today: Day): string =>
  `${tenure.name} ${tenure.isInterim ? 'covers this seat' : 'sits on this seat'}${spaced(spanWords(tenure, today))}. Enter days before or after that, or end their time first`

const spaced = (words: string): string => (words === '' ? '' : ` ${words}`)
