/** Who stands in on a seat, in order: named by whoever keeps the group, and by a lead for their own seat. */
import { dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  allow,
  editionOf,
  entered,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { mayKeepGroup, mayNameDeputies } from '../group/keeper.ts'
import { allowKeeping } from '../group/pages.ts'
import { choosePerson } from '../person/choice.ts'
import { peopleToChoose, personChosen } from '../person/store.ts'
import { arrange } from '../seat/arranging.ts'
import { readDays, readPerson } from '../seat/form.ts'
import { personOn, type SeatAsked, seatAsked } from '../seat/pages.ts'
import { seatName } from '../seat/seat.ts'
import { deputise } from '../seat/sitting.ts'
import { addDeputy, changeDeputy, lockSeat, removeDeputy, seatIdOf } from '../seat/store.ts'
import { deputiesInWords, deputyFields, toSeat } from '../seat/view.ts'

type Typed = Readonly<Record<string, string>>

export const newDeputy: Handler = async visit => newDeputyPage(visit, await seatNamed(visit), { beginsOn: dayLabel(visit.today) })

export const createDeputy: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await seatNamed(visit, 'lock')
  const { seat, group } = asked
  const who = choosePerson(readPerson(body), await peopleToChoose(db, today))
  const days = readDays(body)
  const problems = [...(who.accepted ? [] : who.problems), ...(days.accepted ? [] : days.problems)]
  if (!who.accepted || !days.accepted) return newDeputyPage(visit, asked, entered(body), problems)
  const ruling = deputise({ id: who.value.kind === 'known' ? who.value.id : null, name: who.value.name }, days.value, seat, group)
  if (!ruling.accepted) return newDeputyPage(visit, asked, entered(body), ruling.problems)

  await addDeputy(db, seat.id, await personChosen(db, who.value, seat.organisationId), ruling.value)
  return redirect(`seats/${seat.id}`, `${who.value.name} is a deputy now`)
}

async function newDeputyPage(visit: Visit, asked: SeatAsked, fields: Typed, problems: readonly Problem[] = []): Promise<Answer> {
  const { seat, group } = asked
  const view = {
    title: 'Nominate a deputy',
    caption: `${seatName(seat)}, ${group.name}`,
    words:
      group.deputiesAct === 'always'
        ? 'Deputies of this group may act at any time.'
        : 'A deputy acts while nobody who sits on the seat is to be had. They come after those who are named already.',
    action: `seats/${seat.id}/deputies/new`,
    ...(await personOn(visit, asked, fields, problems)),
    beginsOn: fields['beginsOn'] ?? '',
    endsOn: fields['endsOn'] ?? '',
    reason: null,
    edition: '',
  }
  return page(template(import.meta.url, '../seat/sit.njk'), view, problems)
}

export const editDeputies: Handler = async visit => deputiesPage(visit, await seatNamed(visit), {})

export const updateDeputies: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await seatNamed(visit, 'lock')
  const current = currentIn(asked, today)
  const ruling = arrange(asked.seat, current, asked.group, field => text(body, field))
  if (!ruling.accepted) return deputiesPage(visit, asked, entered(body), ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, deputyFields(current), deputiesInWords(current))
  if (meanwhile.length > 0) return deputiesPage(visit, asked, entered(body), meanwhile)

  for (const deputy of ruling.value) await changeDeputy(db, deputy)
  return redirect(`seats/${asked.seat.id}`, 'The deputies are changed')
}

function deputiesPage(visit: Visit, asked: SeatAsked, fields: Typed, problems: readonly Problem[] = [], edition?: string): Answer {
  const { seat, group } = asked
  const current = currentIn(asked, visit.today)
  const kept = deputyFields(current)
  const of = (field: string) => ({ field, value: fields[field] ?? kept[field] ?? '' })
  const view = {
    title: 'Order and days of deputies',
    caption: `${seatName(seat)}, ${group.name}`,
    action: `seats/${seat.id}/deputies`,
    edition: edition ?? editionOf(kept),
    deputies: current.map(({ id, name }) => ({
      name,
      place: of(`place-${id}`),
      beginsOn: of(`beginsOn-${id}`),
      endsOn: of(`endsOn-${id}`),
      removalHref: `deputies/${id}/removal`,
    })),
    back: `seats/${seat.id}`,
    breadcrumbs: toSeat(seat, group),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

/** Those whose time is not over. */
const currentIn = ({ seat }: SeatAsked, today: Visit['today']) => seat.deputies.filter(({ endsOn }) => endsOn === null || endsOn >= today)

export const confirmDeputyRemoval: Handler = async visit => {
  const { asked, deputy } = await deputyNamed(visit)
  const view = {
    title: `Remove ${deputy.name} as deputy`,
    caption: `${seatName(asked.seat)}, ${asked.group.name}`,
    words: `Do this only if ${deputy.name} was named by mistake. Whoever stops being a deputy is given a last day, so that it can still be looked up.`,
    back: `seats/${asked.seat.id}`,
    breadcrumbs: toSeat(asked.seat, asked.group),
  }
  return page(template(import.meta.url, '../seat/removal.njk'), view)
}

export const destroyDeputy: Handler = async visit => {
  const { asked, deputy } = await deputyNamed(visit, 'lock')
  await removeDeputy(visit.db, deputy.id)
  return redirect(`seats/${asked.seat.id}`, `${deputy.name} is not a deputy here`)
}

/** The seat of an address, where the visitor may name its deputies; locked first where they are to be changed. */
async function seatNamed(visit: Visit, lock: 'lock' | null = null, seatId = found(idOf<'seat'>(visit.params['seat']))): Promise<SeatAsked> {
  if (lock) await lockSeat(visit.db, seatId)
  const asked = await seatAsked(visit, seatId)
  allow(mayNameDeputies(visit.visitor, asked.seat))
  if (mayKeepGroup(visit.visitor, asked.group.id)) await allowKeeping(visit, asked.group.id)
  return asked
}

async function deputyNamed(visit: Visit, lock: 'lock' | null = null) {
  const deputyId = found(idOf<'deputy'>(visit.params['deputy']))
  const asked = await seatNamed(visit, lock, found(await seatIdOf(visit.db, { deputyId })))
  return { asked, deputy: found(asked.seat.deputies.find(({ id }) => id === deputyId)) }
}
