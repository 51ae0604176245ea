import { dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { unlessInUse } from '../../platform/db/index.ts'
import {
  type Answer,
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
import type { Group } from '../group/group.ts'
import { mayKeepGroup, mayNameDeputies } from '../group/keeper.ts'
import { allowKeeping, groupKept } from '../group/pages.ts'
import { groups } from '../group/store.ts'
import { toGroup } from '../group/view.ts'
import { organisations } from '../organisation/store.ts'
import { choosePerson } from '../person/choice.ts'
import { peopleToChoose, personChosen } from '../person/store.ts'
import { inTypedOrder } from './arranging.ts'
import { fieldOf, readCorrection, readCover, readLeaving, readPerson, readRows, readSeat, readTaking, rowCount } from './form.ts'
import { type FilledSeat, type NamedTenure, type SeatId, seatName } from './seat.ts'
import { correct, cover, leave, placeSeat, take } from './sitting.ts'
import {
  absencesOn,
  addSeat,
  addTenure,
  changeSeat,
  changeTenure,
  endTenure,
  lockSeat,
  orderSeats,
  removeSeat,
  removeTenure,
  seatIdOf,
  seatsOf,
} from './store.ts'
import {
  endingChoices,
  fieldsOf,
  inWords,
  organisationChoices,
  personFieldView,
  roleChoices,
  seatFormView,
  seatView,
  tenureFields,
  tenureInWords,
  toSeat,
} from './view.ts'

type Typed = Readonly<Record<string, string>>
export type SeatAsked = { readonly seat: FilledSeat; readonly group: Group }

export const showSeat: Handler = async visit => {
  const { db, today, visitor } = visit
  const [asked, absences] = await Promise.all([seatAsked(visit), absencesOn(db, today)])
  const view = {
    ...seatView({ ...asked, absences, today }),
    mayKeep: mayKeepGroup(visitor, asked.group.id),
    mayName: mayNameDeputies(visitor, asked.seat),
  }
  return page(template(import.meta.url, 'show.njk'), view)
}

/** Several at once, a row for each. */
export const newSeats: Handler = async visit => {
  const { group } = await groupKept(visit)
  return rowsPage(visit, group, {}, [])
}

export const createSeats: Handler = async visit => {
  const { db, body, today } = visit
  const { group } = await groupKept(visit)
  const [known, people] = await Promise.all([organisations(db), peopleToChoose(db, today)])
  const read = readRows(body)
  if (!read.accepted) return rowsPage(visit, group, entered(body), read.problems)

  const problems: Problem[] = []
  const chosen = read.value.map(({ at, row }) => {
    const seat = { ...row.seat, beginsOn: row.beginsOn, endsOn: null }
    const placed = placeSeat(seat, group, null)
    const who = row.person && choosePerson(row.person, people, fieldOf('person', at))
    const told = [
      ...(placed.accepted ? [] : placed.problems.map(each => ({ ...each, field: fieldOf('beginsOn', at) }))),
      ...(who === null || who.accepted ? [] : who.problems),
    ]
    if (row.seat.organisationId !== null && !known.some(({ id }) => id === row.seat.organisationId))
      told.push({ field: fieldOf('organisationId', at), text: 'Select an organisation from the list' })
    problems.push(...told.map(({ text, ...rest }) => ({ ...rest, text: `Seat ${at}: ${text}` })))
    return { seat, who: who?.accepted ? who.value : null }
  })
  if (problems.length > 0) return rowsPage(visit, group, entered(body), problems)

  const added = new Map<string, Awaited<ReturnType<typeof personChosen>>>()
  for (const { seat, who } of chosen) {
    // Since when somebody sits there, or the seat has been there for somebody to come.
    const seatId = await addSeat(db, group.id, who === null ? seat : { ...seat, beginsOn: null })
    if (who === null) continue
    // Somebody new may be named in two rows, and is one person.
    const personId = (who.kind === 'new' ? added.get(who.name) : undefined) ?? (await personChosen(db, who, seat.organisationId))
    if (who.kind === 'new') added.set(who.name, personId)
    await addTenure(db, seatId, personId, { beginsOn: seat.beginsOn, endsOn: null, isInterim: false, reason: '', endedBy: null })
  }
  return redirect(`groups/${group.id}`, chosen.length === 1 ? '1 seat is added' : `${chosen.length} seats are added`)
}

async function rowsPage({ db, today }: Visit, group: Group, fields: Typed, problems: readonly Problem[]): Promise<Answer> {
  const [known, people] = await Promise.all([organisations(db), peopleToChoose(db, today)])
  const of = (name: string, at: number) => fields[fieldOf(name, at)] ?? ''
  const rows = Array.from({ length: rowCount }, (_, index) => index + 1).map(at => ({
    at,
    roles: roleChoices(of('role', at), 'No seat'),
    organisations: organisationChoices(known, of('organisationId', at)),
    title: of('title', at),
    beginsOn: of('beginsOn', at),
    person: personFieldView(
      of('person', at),
      of('person', at),
      people,
      problems.length > 0,
      known.find(({ id }) => String(id) === of('organisationId', at))?.name ?? null,
    ),
  }))
  const view = {
    title: `Add seats to ${group.name}`,
    action: `groups/${group.id}/seats/new`,
    back: `groups/${group.id}`,
    rows,
    names: [...new Set(people.map(({ name }) => name))],
    breadcrumbs: toGroup(group),
  }
  return page(template(import.meta.url, 'add.njk'), view, problems)
}

export const editSeat: Handler = async visit => {
  const asked = await seatKept(visit)
  return seatPage(visit, asked, fieldsOf(asked.seat))
}

export const updateSeat: Handler = async visit => {
  const { db, body } = visit
  const asked = await seatKept(visit, 'lock')
  const read = readSeat(body)
  const ruling = read.accepted ? placeSeat(read.value, asked.group, asked.seat) : read
  if (!ruling.accepted) return seatPage(visit, asked, entered(body), ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(asked.seat), inWords(asked.seat))
  if (meanwhile.length > 0) return seatPage(visit, asked, entered(body), meanwhile)

  const isKnown = await unlessInUse(db, within => changeSeat(within, asked.seat.id, ruling.value))
  if (!isKnown) return seatPage(visit, asked, entered(body), [{ field: 'organisationId', text: 'Select an organisation from the list' }])
  return redirect(`seats/${asked.seat.id}`, 'The seat is changed')
}

/** The edition is that of what is kept, unless the form has to come back as it was. */
async function seatPage(
  { db }: Visit,
  { seat, group }: SeatAsked,
  fields: Typed,
  problems: readonly Problem[] = [],
  edition = editionOf(fieldsOf(seat)),
): Promise<Answer> {
  return page(template(import.meta.url, 'edit.njk'), seatFormView(seat, group, await organisations(db), fields, edition), problems)
}

export const confirmSeatRemoval: Handler = async visit => seatRemovalPage(await seatKept(visit))

export const destroySeat: Handler = async visit => {
  const asked = await seatKept(visit, 'lock')
  const removed = await unlessInUse(visit.db, db => removeSeat(db, asked.seat.id))
  if (removed) return redirect(`groups/${asked.group.id}`, 'The seat is removed')
  return seatRemovalPage(asked, [
    {
      text: 'This seat cannot be removed: somebody sits or has sat there, or deputises. Give it a last day instead, so that its past stays',
    },
  ])
}

function seatRemovalPage({ seat, group }: SeatAsked, problems: readonly Problem[] = []): Answer {
  const view = {
    title: `Remove the seat ${seatName(seat)}`,
    caption: group.name,
    words: 'Remove a seat only if it was added by mistake. One on which somebody has sat is given a last day, so that its past stays.',
    back: `seats/${seat.id}`,
    breadcrumbs: toSeat(seat, group),
  }
  return page(template(import.meta.url, 'removal.njk'), view, problems)
}

export const newTaking: Handler = async visit => {
  const asked = await seatKept(visit)
  return takingPage(visit, asked, { beginsOn: dayLabel(visit.today) })
}

export const createTaking: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await seatKept(visit, 'lock')
  const { seat, group } = asked
  const who = choosePerson(readPerson(body), await peopleToChoose(db, today))
  const days = readTaking(body)
  const problems = [...(who.accepted ? [] : who.problems), ...(days.accepted ? [] : days.problems)]
  if (!who.accepted || !days.accepted) return takingPage(visit, asked, entered(body), problems, text(body, 'edition'))
  const ruling = take(sitterOf(who.value), days.value, seat, group, today)
  if (!ruling.accepted) return takingPage(visit, asked, entered(body), ruling.problems, text(body, 'edition'))
  const meanwhile = sinceOpened(asked, text(body, 'edition'))
  if (meanwhile.length > 0) return takingPage(visit, asked, entered(body), meanwhile)

  const { tenure, replaced } = ruling.value
  if (replaced) await endTenure(db, replaced.tenure.id, { endsOn: replaced.lastDay, endedBy: 'replaced' })
  const isFree = await addTenure(db, seat.id, await personChosen(db, who.value, seat.organisationId), tenure)
  if (!isFree) return takingPage(visit, asked, entered(body), [somebodyElse])
  return redirect(
    `seats/${seat.id}`,
    replaced
      ? `${who.value.name} takes over from ${replaced.tenure.name}, whose last day is ${dayLabel(replaced.lastDay)}`
      : `${who.value.name} takes this seat`,
  )
}

const somebodyElse = { field: 'beginsOn', text: 'Somebody else sits there at that time. Look at who does, and enter other days' }
const sitterOf = (who: { readonly kind: string; readonly id?: NamedTenure['personId']; readonly name: string }) => ({
  id: who.id ?? null,
  name: who.name,
})

async function takingPage(
  visit: Visit,
  asked: SeatAsked,
  fields: Typed,
  problems: readonly Problem[] = [],
  edition = tenuresEdition(asked.seat),
): Promise<Answer> {
  const { seat, group } = asked
  const holder = seat.tenures.find(({ isInterim, endsOn }) => !isInterim && endsOn === null)
  const view = {
    title: holder ? `Replace ${holder.name}` : 'Who takes this seat?',
    caption: `${seatName(seat)}, ${group.name}`,
    words: holder ? `${holder.name} has the day before as their last day.` : '',
    action: `seats/${seat.id}/holder/new`,
    ...(await personOn(visit, asked, fields, problems)),
    beginsOn: fields['beginsOn'] ?? '',
    endsOn: fields['endsOn'] ?? '',
    reason: null,
    edition,
  }
  return page(template(import.meta.url, 'sit.njk'), view, problems)
}

export const newCover: Handler = async visit => {
  const asked = await seatKept(visit)
  return coverPage(visit, asked, { beginsOn: dayLabel(visit.today) })
}

export const createCover: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await seatKept(visit, 'lock')
  const { seat, group } = asked
  const who = choosePerson(readPerson(body), await peopleToChoose(db, today))
  const read = readCover(body)
  const problems = [...(who.accepted ? [] : who.problems), ...(read.accepted ? [] : read.problems)]
  if (!who.accepted || !read.accepted) return coverPage(visit, asked, entered(body), problems, text(body, 'edition'))
  const ruling = cover(sitterOf(who.value), read.value, seat, group, today)
  if (!ruling.accepted) return coverPage(visit, asked, entered(body), ruling.problems, text(body, 'edition'))
  const meanwhile = sinceOpened(asked, text(body, 'edition'))
  if (meanwhile.length > 0) return coverPage(visit, asked, entered(body), meanwhile)

  const isFree = await addTenure(db, seat.id, await personChosen(db, who.value, seat.organisationId), ruling.value)
  if (!isFree) return coverPage(visit, asked, entered(body), [somebodyElse])
  return redirect(`seats/${seat.id}`, `${who.value.name} covers this seat`)
}

async function coverPage(
  visit: Visit,
  asked: SeatAsked,
  fields: Typed,
  problems: readonly Problem[] = [],
  edition = tenuresEdition(asked.seat),
): Promise<Answer> {
  const { seat, group } = asked
  const view = {
    title: 'Add interim cover',
    caption: `${seatName(seat)}, ${group.name}`,
    words: 'Whoever covers sits there beside the holder, who comes back. Everybody sees “covering maternity leave until 3 May 2027”.',
    action: `seats/${seat.id}/cover/new`,
    ...(await personOn(visit, asked, fields, problems)),
    beginsOn: fields['beginsOn'] ?? '',
    endsOn: fields['endsOn'] ?? '',
    reason: fields['reason'] ?? '',
    edition,
  }
  return page(template(import.meta.url, 'sit.njk'), view, problems)
}

/** What the forms share in which somebody is named for a seat. */
export async function personOn({ db, today }: Visit, { seat, group }: SeatAsked, fields: Typed, problems: readonly Problem[]) {
  const people = await peopleToChoose(db, today)
  const isAsked = problems.some(({ field }) => field === 'person')
  return {
    person: personFieldView(
      fields['person'] ?? '',
      fields['person-chosen'] ?? '',
      people,
      isAsked || (fields['person-new'] ?? '') !== '',
      seat.organisation,
    ),
    names: [...new Set(people.map(({ name }) => name))],
    back: `seats/${seat.id}`,
    breadcrumbs: toSeat(seat, group),
  }
}

/** Who sat there when a form was opened, so that nobody replaces one whom they have not seen. */
const tenuresEdition = ({ tenures }: FilledSeat): string => editionOf({ tenures: tenures.map(({ id, endsOn }) => `${id} ${endsOn}`) })

function sinceOpened({ seat }: SeatAsked, edition: string): Problem[] {
  if (edition === tenuresEdition(seat)) return []
  const last = seat.tenures.at(-1)
  return [
    {
      text: `Somebody has changed who sits here since you opened this, and nothing of yours is saved yet. ${last ? `${last.name} was written down last. ` : ''}Save again to go on`,
    },
  ]
}

export const askToLeave: Handler = async visit => {
  const asked = await tenureKept(visit)
  return leavingPage(asked, { on: dayLabel(visit.today), by: 'resigned' })
}

export const endSitting: Handler = async visit => {
  const { db, body } = visit
  const asked = await tenureKept(visit, 'lock')
  const read = readLeaving(body)
  const ruling = read.accepted ? leave(read.value, asked.tenure) : read
  if (!ruling.accepted) return leavingPage(asked, entered(body), ruling.problems)

  await endTenure(db, asked.tenure.id, ruling.value)
  return redirect(`seats/${asked.seat.id}`, `${asked.tenure.name} has ${dayLabel(ruling.value.endsOn)} as the last day on this seat`)
}

type TenureAsked = SeatAsked & { readonly tenure: NamedTenure }

function leavingPage({ seat, group, tenure }: TenureAsked, fields: Typed, problems: readonly Problem[] = []): Answer {
  const view = {
    title: tenure.isInterim ? `End the cover by ${tenure.name}` : `${tenure.name} leaves this seat`,
    caption: `${seatName(seat)}, ${group.name}`,
    action: `tenures/${tenure.id}/leaving`,
    on: fields['on'] ?? '',
    reasons: endingChoices(fields['by']),
    back: `seats/${seat.id}`,
    breadcrumbs: toSeat(seat, group),
  }
  return page(template(import.meta.url, 'leaving.njk'), view, problems)
}

export const editTenure: Handler = async visit => {
  const asked = await tenureKept(visit)
  return tenurePage(asked, tenureFields(asked.tenure))
}

export const updateTenure: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await tenureKept(visit, 'lock')
  const { seat, group, tenure } = asked
  const read = readCorrection(body)
  const ruling = read.accepted ? correct(read.value, tenure, seat, group, today) : read
  if (!ruling.accepted) return tenurePage(asked, entered(body), ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, tenureFields(tenure), tenureInWords(tenure))
  if (meanwhile.length > 0) return tenurePage(asked, entered(body), meanwhile)

  const isFree = await changeTenure(db, tenure.id, ruling.value)
  if (!isFree) return tenurePage(asked, entered(body), [somebodyElse])
  return redirect(`seats/${seat.id}`, `The time of ${tenure.name} is corrected`)
}

function tenurePage(
  { seat, group, tenure }: TenureAsked,
  fields: Typed,
  problems: readonly Problem[] = [],
  edition = editionOf(tenureFields(tenure)),
): Answer {
  const view = {
    title: `Correct the time of ${tenure.name}`,
    caption: `${seatName(seat)}, ${group.name}`,
    action: `tenures/${tenure.id}/edit`,
    isInterim: tenure.isInterim,
    beginsOn: fields['beginsOn'] ?? '',
    endsOn: fields['endsOn'] ?? '',
    reason: fields['reason'] ?? '',
    edition,
    removalHref: `tenures/${tenure.id}/removal`,
    back: `seats/${seat.id}`,
    breadcrumbs: toSeat(seat, group),
  }
  return page(template(import.meta.url, 'correct.njk'), view, problems)
}

export const confirmTenureRemoval: Handler = async visit => {
  const { seat, group, tenure } = await tenureKept(visit)
  const view = {
    title: `Remove the time of ${tenure.name}`,
    caption: `${seatName(seat)}, ${group.name}`,
    words: `Do this only if ${tenure.name} was put on this seat by mistake. Whoever has sat there leaves it, so that it can still be looked up.`,
    back: `seats/${seat.id}`,
    breadcrumbs: toSeat(seat, group),
  }
  return page(template(import.meta.url, 'removal.njk'), view)
}

export const destroyTenure: Handler = async visit => {
  const { seat, tenure } = await tenureKept(visit, 'lock')
  await removeTenure(visit.db, tenure.id)
  return redirect(`seats/${seat.id}`, `The time of ${tenure.name} on this seat is removed`)
}

export const editSeatOrder: Handler = async visit => {
  const { group } = await groupKept(visit)
  return orderPage(group, await seatsOf(visit.db, { groupId: group.id }), {})
}

export const updateSeatOrder: Handler = async visit => {
  const { db, body } = visit
  const { group } = await groupKept(visit)
  const seats = await seatsOf(db, { groupId: group.id })
  const ruling = inTypedOrder(seats, seatName, field => text(body, field))
  if (!ruling.accepted) return orderPage(group, seats, entered(body), ruling.problems, text(body, 'edition'))
  const words = Object.fromEntries(
    seats.map((seat, at) => [`place-${seat.id}`, [`The place of ${seatName(seat)}`, String(at + 1)] as const]),
  )
  const meanwhile = overtaken(text(body, 'edition'), body, places(seats), words)
  if (meanwhile.length > 0) return orderPage(group, seats, entered(body), meanwhile)

  await orderSeats(
    db,
    ruling.value.map(({ id }) => id),
  )
  return redirect(`groups/${group.id}`, 'The order of seats is changed')
}

const places = (seats: readonly FilledSeat[]): Typed => Object.fromEntries(seats.map(({ id }, at) => [`place-${id}`, String(at + 1)]))

function orderPage(
  group: Group,
  seats: readonly FilledSeat[],
  fields: Typed,
  problems: readonly Problem[] = [],
  edition = editionOf(places(seats)),
): Answer {
  const view = {
    title: `Change the order of the seats of ${group.name}`,
    action: `groups/${group.id}/order`,
    back: `groups/${group.id}`,
    edition,
    seats: seats.map((seat, at) => ({
      field: `place-${seat.id}`,
      name: seat.organisation === null ? seatName(seat) : `${seatName(seat)}, ${seat.organisation}`,
      place: fields[`place-${seat.id}`] ?? String(at + 1),
    })),
    breadcrumbs: toGroup(group),
  }
  return page(template(import.meta.url, 'order.njk'), view, problems)
}

/** The seat of an address, with its group. */
export async function seatAsked({ db, params }: Visit, seatId: SeatId = found(idOf<'seat'>(params['seat']))): Promise<SeatAsked> {
  const [[seat], all] = await Promise.all([seatsOf(db, { seatId }), groups(db)])
  return { seat: found(seat), group: found(all.find(({ id }) => id === seat?.groupId)) }
}

/** The same where the visitor may change it; locked first where it is to be changed. */
async function seatKept(visit: Visit, lock: 'lock' | null = null, seatId = found(idOf<'seat'>(visit.params['seat']))): Promise<SeatAsked> {
  if (lock) await lockSeat(visit.db, seatId)
  const asked = await seatAsked(visit, seatId)
  await allowKeeping(visit, asked.group.id)
  return asked
}

async function tenureKept(visit: Visit, lock: 'lock' | null = null): Promise<TenureAsked> {
  const tenureId = found(idOf<'tenure'>(visit.params['tenure']))
  const asked = await seatKept(visit, lock, found(await seatIdOf(visit.db, { tenureId })))
  return { ...asked, tenure: found(asked.seat.tenures.find(({ id }) => id === tenureId)) }
}
