/** Which seats the rows mean, who sits on them by now, who is replaced, and who stands in. */
import { addDays, type Day, dayLabel } from '../../kernel/day.ts'
import { holdsOn, overlap, type Span, spanWords } from '../../kernel/span.ts'
import type { Group, GroupId } from '../group/group.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { PersonId } from '../person/person.ts'
import { type FilledSeat, type NamedDeputy, type NamedTenure, seatName } from '../seat/seat.ts'
import { correct, cover, deputise, take } from '../seat/sitting.ts'
import type { Directory, DirectoryChanges, DirectoryColumn, ReadRow } from './directory.ts'
import type { Groups } from './plan-groups.ts'
import type { Organisations } from './plan-organisations.ts'
import type { People } from './plan-people.ts'
import { type Log, recordsOf, severalBy } from './working.ts'

type Around = { readonly organisations: Organisations; readonly groups: Groups; readonly people: People }

const columnOfSitting: Readonly<Record<string, DirectoryColumn>> = { person: 'person', beginsOn: 'from', endsOn: 'until' }
const columnOfCover: Readonly<Record<string, DirectoryColumn>> = { person: 'cover', beginsOn: 'cover-from', endsOn: 'cover-until' }

export function planSeats(rows: readonly ReadRow[], held: Directory, { organisations, groups, people }: Around, today: Day, log: Log) {
  const seats = recordsOf<FilledSeat>(held.seats)
  const added = { tenures: [] as NamedTenure[], deputies: [] as NamedDeputy[] }
  const changed = new Set<number>()
  const alike = severalBy<string, FilledSeat['id']>()
  const keyOf = (groupId: GroupId, role: string, title: string) => `${groupId} ${role} ${title.toLowerCase()}`
  const note = ({ id, groupId, role, title }: FilledSeat) => alike.put(keyOf(groupId, role, title), id)
  for (const seat of held.seats) note(seat)

  const sit = (
    seat: FilledSeat,
    personId: PersonId,
    draft: Omit<NamedTenure, 'id' | 'seatId' | 'personId' | 'name'>,
    line: number,
  ): void => {
    const { name } = people.records.of(personId)
    const tenure: NamedTenure = { ...draft, id: -(added.tenures.length + 1) as NamedTenure['id'], seatId: seat.id, personId, name }
    added.tenures.push(tenure)
    seats.change(seat.id, { tenures: [...seats.of(seat.id).tenures, tenure] })
    const days = spanWords(draft, today)
    log.adds(line, `${name} ${draft.isInterim ? 'covers' : 'sits'} as ${inWords(seat)}${days === '' ? '' : `, ${days}`}`)
  }
  const amend = (tenure: NamedTenure, to: Partial<NamedTenure>, line: number, by = tenure.name): void => {
    const now = { ...tenure, ...to }
    const seat = seats.of(tenure.seatId)
    seats.change(seat.id, { tenures: seat.tenures.map(each => (each.id === tenure.id ? now : each)) })
    if (tenure.id > 0) changed.add(tenure.id)
    else
      added.tenures.splice(
        added.tenures.findIndex(({ id }) => id === tenure.id),
        1,
        now,
      )
    const words = (each: NamedTenure) => [spanWords(each, today), each.reason].filter(part => part !== '').join(', ')
    log.changes(line, `${by} as ${inWords(seat)}`, words(tenure), words(now))
  }
  const inWords = (seat: FilledSeat): string => `${seatName(seat)} of ${groups.records.of(seat.groupId).name}`

  const claimed = new Set<number>()
  const unplaced = new Set<number>()
  const wanted = rows.flatMap(row => {
    const groupId = groups.ofRow.get(row.line)
    if (row.seat === null || groupId === undefined || log.refused.has(row.line)) return []
    const own = organisations.ofRow.get(row.line) ?? null
    const organisationId = row.seat.organisation === 'own-right' ? null : (organisations.seatFor.get(row.line) ?? own)
    return [{ row, seat: row.seat, groupId, own, organisationId, isExplicit: row.seat.organisation !== null }]
  })
  type Wanted = (typeof wanted)[number]

  /** Seats of that role and title, and of that place where one is said; those for the same body, unless there is but one such seat in a group. */
  const candidates = ({ seat, groupId, organisationId }: Wanted): FilledSeat[] => {
    const all = alike.of(keyOf(groupId, seat.role, seat.title)).map(id => seats.of(id))
    const placed = seat.place === null ? all : all.filter(({ place }) => place === seat.place)
    return seat.role === 'chair' ? placed : placed.filter(each => each.organisationId === organisationId)
  }
  const addSeat = ({ row, seat, groupId, organisationId }: Wanted): FilledSeat => {
    const made = seats.add(id => ({
      id,
      groupId,
      role: seat.role,
      title: seat.title,
      organisationId,
      organisation: organisationId === null ? null : organisations.records.of(organisationId).name,
      sector: organisationId === null ? null : organisations.records.of(organisationId).sector,
      place: seat.place ?? row.line,
      beginsOn: null,
      endsOn: null,
      tenures: [],
      deputies: [],
    }))
    note(made)
    if (seat.place === null) unplaced.add(made.id)
    log.adds(row.line, `The seat ${inWords(made)}`)
    return made
  }

  /** Where somebody sits already: a row may say more of it. */
  const seated = (asked: Wanted, personId: PersonId): { readonly seat: FilledSeat; readonly tenure: NamedTenure } | null => {
    const { seat, groupId } = asked
    const there = alike.of(keyOf(groupId, seat.role, seat.title)).flatMap(id => {
      const each = seats.of(id)
      if (seat.place !== null && each.place !== seat.place) return []
      return each.tenures.filter(tenure => !tenure.isInterim && tenure.personId === personId).map(tenure => ({ seat: each, tenure }))
    })
    const hasNoDays = seat.beginsOn === null && seat.endsOn === null
    const meant = hasNoDays
      ? there.toSorted((a, b) => ((a.tenure.endsOn ?? '9') < (b.tenure.endsOn ?? '9') ? 1 : -1))
      : there.filter(({ tenure }) => overlap(tenure, seat))
    return meant.find(({ seat: each }) => each.organisationId === asked.organisationId) ?? meant[0] ?? null
  }

  function seatWith(asked: Wanted, personId: PersonId): FilledSeat | null {
    const { row, seat, groupId } = asked
    const { line } = row
    const group = groups.records.of(groupId)
    const who = { id: personId, name: people.records.of(personId).name }
    const refuse = (problems: readonly { readonly field?: string; readonly text: string }[], more = ''): null => {
      const [{ field = 'person', text } = { text: '' }] = problems
      const column = columnOfSitting[field] ?? 'person'
      log.refuse(line, column, column === 'person' ? who.name : dayWords(column === 'from' ? seat.beginsOn : seat.endsOn), `${text}${more}`)
      return null
    }
    const there = seated(asked, personId)
    if (there !== null) {
      const { tenure } = there
      const draft = { beginsOn: seat.beginsOn ?? tenure.beginsOn, endsOn: seat.endsOn ?? tenure.endsOn, reason: tenure.reason }
      if (draft.beginsOn !== tenure.beginsOn || draft.endsOn !== tenure.endsOn) {
        const ruling = correct(draft, tenure, there.seat, group, today)
        if (!ruling.accepted) return refuse(ruling.problems)
        amend(tenure, ruling.value, line)
      }
      if (asked.isExplicit && there.seat.organisationId !== asked.organisationId) {
        const organisation = asked.organisationId === null ? null : organisations.records.of(asked.organisationId).name
        log.changes(line, `For whom ${inWords(there.seat)} is`, there.seat.organisation ?? 'nobody', organisation ?? 'nobody')
        seats.change(there.seat.id, { organisationId: asked.organisationId, organisation })
      }
      return seats.of(there.seat.id)
    }
    const days: Span = { beginsOn: seat.beginsOn, endsOn: seat.endsOn }
    const may = candidates(asked)
    const free = may.find(each => each.tenures.every(tenure => tenure.isInterim || !overlap(tenure, days)))
    const isOne = seat.role === 'chair' || (seat.role === 'lead' && seat.title !== '') || seat.place !== null
    const [first] = may
    const succeeds = free === undefined && first !== undefined && (isOne || (seat.title !== '' && isLater(days, first)))
    const into = free ?? (succeeds ? first : addSeat(asked))
    const ruling = take(who, days, into, group, today)
    if (!ruling.accepted) return refuse(ruling.problems, succeeds ? '. If these are two seats, give them different titles' : '')
    const { tenure, replaced } = ruling.value
    if (replaced !== null && isUndated(replaced.tenure))
      return refuse([
        {
          field: 'beginsOn',
          text: `${replaced.tenure.name} is in this file without days. Say from when or until when, or give the seats different titles`,
        },
      ])
    if (replaced !== null) amend(replaced.tenure, { endsOn: replaced.lastDay, endedBy: 'replaced' }, line)
    sit(into, personId, tenure, line)
    return seats.of(into.id)
  }

  /** A seat that is said to be vacant: one on which nobody sits now, or another one. */
  function vacantSeat(asked: Wanted): FilledSeat | null {
    const all = candidates(asked)
    const isVacant = ({ tenures }: FilledSeat) => !tenures.some(tenure => !tenure.isInterim && holdsOn(tenure, today))
    const vacant = all.find(seat => isVacant(seat) && (asked.seat.role === 'chair' || !claimed.has(seat.id)))
    if (vacant !== undefined) return vacant
    const holder = all[0]?.tenures.find(tenure => !tenure.isInterim && holdsOn(tenure, today))
    if (holder !== undefined && asked.seat.role === 'chair') {
      log.refuse(
        asked.row.line,
        'person',
        '',
        `${holder.name} sits there. Say when their time ends: in a row of theirs, or on the page of the seat`,
      )
      return null
    }
    return addSeat(asked)
  }

  const dayWords = (day: Day | null): string => (day === null ? '' : dayLabel(day))
  const order = ({ row, seat }: Wanted): string => (row.person === null ? '2' : `1${seat.beginsOn ?? '0'}`)
  const seatOf = new Map<number, FilledSeat['id']>()
  for (const asked of wanted.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))) {
    const { row } = asked
    const personId = people.ofRow.get(row.line)
    if (row.person !== null && personId === undefined) continue
    const seat = personId === undefined ? vacantSeat(asked) : seatWith(asked, personId)
    if (seat === null) continue
    claimed.add(seat.id)
    seatOf.set(row.line, seat.id)
  }

  for (const { row, groupId, own, organisationId } of wanted) {
    const seatId = seatOf.get(row.line)
    if (seatId === undefined) continue
    const group = groups.records.of(groupId)
    const from = own ?? organisationId
    row.deputies.forEach((deputy, index) => {
      const at = index + 1
      const id = people.named(deputy, from, { line: row.line, column: 'deputy', emailColumn: 'deputy-email', at }, true)
      if (id === null) return
      const seat = seats.of(seatId)
      if (seat.deputies.some(({ personId }) => personId === id)) return
      const ruling = deputise({ id, name: people.records.of(id).name }, { beginsOn: null, endsOn: null }, seat, group)
      if (!ruling.accepted) {
        log.refuse(row.line, 'deputy', deputy.name, ruling.problems[0]?.text ?? '', at)
        return
      }
      const place = Math.min(20, Math.max(0, ...seat.deputies.map(each => each.place)) + 1)
      const { name } = people.records.of(id)
      const made: NamedDeputy = {
        ...ruling.value,
        id: -(added.deputies.length + 1) as NamedDeputy['id'],
        seatId,
        personId: id,
        place,
        name,
      }
      added.deputies.push(made)
      seats.change(seatId, { deputies: [...seat.deputies, made] })
      log.adds(row.line, `${name} deputises for ${inWords(seat)}`)
    })
    if (row.cover !== null) coverOf(row, row.cover, seatId, group, from)
  }

  function coverOf(
    { line }: ReadRow,
    { who, reason, beginsOn, endsOn }: NonNullable<ReadRow['cover']>,
    seatId: FilledSeat['id'],
    group: Group,
    from: OrganisationId | null,
  ): void {
    const id = people.named(who, from, { line, column: 'cover', emailColumn: 'cover-email' }, true)
    if (id === null) return
    const seat = seats.of(seatId)
    const there = seat.tenures.find(
      tenure => tenure.isInterim && tenure.personId === id && (beginsOn === null || overlap(tenure, { beginsOn, endsOn })),
    )
    const refuse = ([{ field = 'person', text } = { text: '' }]: readonly { readonly field?: string; readonly text: string }[]): void =>
      log.refuse(line, columnOfCover[field] ?? 'cover', who.name, text)
    if (there !== undefined) {
      const draft = { beginsOn: beginsOn ?? there.beginsOn, endsOn: endsOn ?? there.endsOn, reason: reason || there.reason }
      if (draft.beginsOn === there.beginsOn && draft.endsOn === there.endsOn && draft.reason === there.reason) return
      const ruling = correct(draft, there, seat, group, today)
      if (ruling.accepted) amend(there, ruling.value, line)
      else refuse(ruling.problems)
      return
    }
    const ruling = cover({ id, name: people.records.of(id).name }, { beginsOn, endsOn, reason }, seat, group, today)
    if (ruling.accepted) sit(seat, id, ruling.value, line)
    else refuse(ruling.problems)
  }

  /** New seats for which no place is said stand after those that there are, in the order of their rows. */
  function placed(fresh: readonly FilledSeat[]): FilledSeat[] {
    const last = new Map<GroupId, number>()
    for (const { id, groupId, place } of seats.values()) if (!unplaced.has(id)) last.set(groupId, Math.max(last.get(groupId) ?? 0, place))
    return fresh
      .toSorted((a, b) => a.place - b.place)
      .map(seat => {
        if (!unplaced.has(seat.id)) return seat
        const place = (last.get(seat.groupId) ?? 0) + 1
        last.set(seat.groupId, place)
        return { ...seat, place }
      })
  }

  return {
    changes(): Pick<DirectoryChanges, 'seats' | 'tenures' | 'deputies'> {
      const all = seats.values()
      const facts = new Map(held.seats.map(seat => [seat.id, seat.organisationId]))
      return {
        seats: {
          added: placed(all.filter(({ id }) => id < 0)),
          changed: all.filter(({ id, organisationId }) => id > 0 && facts.get(id) !== organisationId),
        },
        tenures: { added: added.tenures, changed: all.flatMap(({ tenures }) => tenures.filter(({ id }) => changed.has(id))) },
        deputies: { added: added.deputies, changed: [] },
      }
    },
  }
}

/** After those who sit there, whose time has no end yet: they are replaced. */
const isLater = ({ beginsOn }: Span, { tenures }: FilledSeat): boolean =>
  beginsOn !== null &&
  tenures.some(
    tenure =>
      !tenure.isInterim &&
      tenure.endsOn === null &&
      !isUndated(tenure) &&
      (tenure.beginsOn === null || tenure.beginsOn <= addDays(beginsOn, -1)),
  )

/** Two rows of one file may be of two who sit there together: which follows which is not guessed. */
const isUndated = ({ id, beginsOn }: NamedTenure): boolean => id < 0 && beginsOn === null
