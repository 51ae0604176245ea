/** The order in which seats stand on their group, and deputies behind their seat: the smallest number comes first, 1.5 goes between 1 and 2. */
import { type Day, parseDay } from '../../kernel/day.ts'
import { compare, parseDecimal, zero } from '../../kernel/decimal.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Span } from '../../kernel/span.ts'
import type { Deputy, FilledSeat, NamedDeputy } from './seat.ts'
import { deputyDays } from './sitting.ts'

type Typed = (field: string) => string

/** Things in the order that was typed; those with the same number stay as they are. */
export function inTypedOrder<Thing extends { readonly id: number }>(
  things: readonly Thing[],
  name: (thing: Thing) => string,
  typed: Typed,
): Ruling<readonly Thing[]> {
  const problems: Problem[] = []
  const placed = things.map(thing => {
    const field = `place-${thing.id}`
    const place = parseDecimal(typed(field))
    if (place === null) problems.push({ field, text: `Enter the place of ${name(thing)} as a number, like 2` })
    return { thing, place: place ?? zero }
  })
  if (problems.length > 0) return refuse(...problems)
  return accept(placed.toSorted((a, b) => compare(a.place, b.place)).map(({ thing }) => thing))
}

export type ArrangedDeputy = Pick<Deputy, 'id' | 'place'> & Span

/** Deputies in a new order and with new days: those whose time is over keep their place behind the others. */
export function arrange(seat: FilledSeat, deputies: readonly NamedDeputy[], group: Span, typed: Typed): Ruling<readonly ArrangedDeputy[]> {
  const order = inTypedOrder(deputies, ({ name }) => name, typed)
  const problems: Problem[] = order.accepted ? [] : [...order.problems]
  const daysOf = new Map(
    deputies.map(({ id, name, personId }) => {
      const days = { beginsOn: dayIn(`beginsOn-${id}`, name, typed, problems), endsOn: dayIn(`endsOn-${id}`, name, typed, problems) }
      const ruling = deputyDays({ id: personId, name }, days, { ...seat, deputies: seat.deputies.filter(each => each.id !== id) }, group)
      problems.push(
        ...ruling.map(({ field, text }) => ({ field: `${field === 'person' ? 'beginsOn' : field}-${id}`, text: `${name}: ${text}` })),
      )
      return [id, days] as const
    }),
  )
  if (!order.accepted || problems.length > 0) return refuse(...problems)
  return accept(order.value.map(({ id }, at) => ({ id, place: Math.min(at + 1, 20), beginsOn: null, endsOn: null, ...daysOf.get(id) })))
}

function dayIn(field: string, name: string, typed: Typed, problems: Problem[]): Day | null {
  if (typed(field).trim() === '') return null
  const day = parseDay(typed(field))
  if (day === null) problems.push({ field, text: `${name}: this is not a date. Enter it like 6 May 2009, or leave it empty` })
  return day
}
