/**
 * The grid of leads and deputies: for each seat of a lead who holds it, for whom, since when, who deputises in order, and who acts on a day. What is
 * missing stands there in words, so that nobody takes a gap for a name that was forgotten: no nominated deputy at this stage.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { holdsOn } from '../../kernel/span.ts'
import type { Group, GroupId } from '../group/group.ts'
import type { Absence } from '../person/person.ts'
import { awayWords, coverWords, type SeatState, stateOf, vacancyWords } from '../seat/acting.ts'
import { type FilledSeat, seatName, seatRoleNames } from '../seat/seat.ts'
import type { Themes } from '../structure/structure.ts'

export type Wanted = {
  /** Words that have to occur, each somewhere in a row. */
  readonly words: readonly string[]
  readonly groupId: GroupId | null
  readonly theme: string | null
  readonly seats: 'lead' | 'all'
  /** Only rows in which something is missing. */
  readonly onlyGaps: boolean
}

export type LeadRow = {
  readonly group: Group
  readonly seat: FilledSeat
  readonly state: SeatState
  readonly themes: readonly string[]
  /** What is missing, each in words; none where all is as it should be. */
  readonly gaps: readonly string[]
  /** Who acts that day, in a sentence. */
  readonly acts: string
}

export function leadGrid(
  seats: readonly FilledSeat[],
  groups: readonly Group[],
  absences: readonly Absence[],
  themes: Themes,
  { words, groupId, theme, seats: which, onlyGaps }: Wanted,
  on: Day,
): readonly LeadRow[] {
  const order = new Map(groups.filter(group => holdsOn(group, on)).map(group => [group.id, group]))
  return seats
    .flatMap(seat => {
      const group = order.get(seat.groupId)
      return group && holdsOn(seat, on) && (which === 'all' || seat.role === 'lead')
        ? [rowOf(seat, group, absences, themes.get(group.id) ?? [], on)]
        : []
    })
    .filter(row => groupId === null || row.group.id === groupId)
    .filter(row => theme === null || row.themes.includes(theme))
    .filter(row => !onlyGaps || row.gaps.length > 0)
    .filter(row => {
      const told = saidIn(row)
      return words.every(word => told.includes(word.toLowerCase()))
    })
    .toSorted((a, b) => a.group.name.localeCompare(b.group.name, 'en') || a.seat.place - b.seat.place)
}

function rowOf(seat: FilledSeat, group: Group, absences: readonly Absence[], themes: readonly string[], on: Day): LeadRow {
  const state = stateOf(seat, absences, on)
  return { group, seat, state, themes, gaps: gapsIn(state), acts: actsIn(state, seat, group) }
}

export const noDeputy = 'No nominated deputy at this stage'

function gapsIn({ holder, vacancy, cover, absence, deputies, isUnattended }: SeatState): string[] {
  const gaps: string[] = []
  if (vacancy) gaps.push(vacancyWords(vacancy))
  else if (holder === null && cover) gaps.push('No holder, only cover')
  if (deputies.length === 0) gaps.push(noDeputy)
  if (isUnattended && absence) gaps.push(`${holder?.name ?? ''} is ${awayWords(absence)}, and nobody acts`)
  return gaps
}

/** Amina Siddiqui; or Ruth Calder acts: Amina Siddiqui is away until 3 May 2027. */
function actsIn(
  { holder, absence, cover, isCoverAway, standIn, vacancy, isUnattended }: SeatState,
  seat: FilledSeat,
  group: Group,
): string {
  const why = vacancy
    ? 'the seat is vacant'
    : absence && holder
      ? `${holder.name} is ${awayWords(absence)}`
      : 'nobody who sits there is to be had'
  if (standIn) return `${standIn.name} acts as deputy: ${why}`
  if (isUnattended) return `Nobody acts: ${why}`
  if (cover && !isCoverAway) return `${cover.name} acts, ${coverWords(cover)}`
  const always = group.deputiesAct === 'always' && seat.deputies.length > 0 ? '; deputies may act at any time' : ''
  return `${holder?.name ?? ''}${always}`
}

const saidIn = ({ group, seat, state, themes, acts }: LeadRow): string =>
  [
    group.name,
    group.shortName,
    seatName(seat),
    seat.organisation,
    state.holder?.name,
    state.cover?.name,
    ...state.deputies.map(({ name }) => name),
    ...themes,
    acts,
  ]
    .join('\n')
    .toLowerCase()

/** 12 seats, 2 of them vacant, 3 without a deputy; 1 of the holders is away. */
export function summaryOf(rows: readonly LeadRow[], which: Wanted['seats']): string {
  const noun = which === 'lead' ? 'lead' : 'seat'
  const vacant = rows.filter(({ state }) => state.vacancy !== null).length
  const without = rows.filter(({ state }) => state.deputies.length === 0).length
  const away = rows.filter(({ state }) => state.absence !== null).length
  const parts = [
    vacant === 0 ? '' : `${vacant} vacant`,
    without === 0 ? '' : `${without} without a nominated deputy`,
    away === 0 ? '' : `${away} away`,
  ].filter(each => each !== '')
  return `${rows.length === 1 ? `1 ${noun}` : `${rows.length} ${noun}s`}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`
}

export const sinceWords = ({ holder }: SeatState): string => (holder?.beginsOn ? dayLabel(holder.beginsOn) : '')
export const roleOf = ({ seat }: LeadRow): string => seatRoleNames[seat.role]
