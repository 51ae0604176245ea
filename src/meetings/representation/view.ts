import { dayLabel } from '../../kernel/day.ts'
import { type BodyRecord, type Outcome, outcomeNames, outcomes, type Representation } from './representation.ts'

type Of = { readonly groupId: number; readonly name: string; readonly of: Representation }
type Spans = readonly number[]

const spanChoices = (all: Spans, last: number) =>
  all.map(value => ({ value: String(value), text: String(value), selected: value === last }))

export function groupView({ groupId, name, of }: Of, last: number, spans: Spans, letters: ReadonlyMap<number, string>, mayWrite: boolean) {
  const columns = of.meetings.map(({ id, onDay }) => ({ text: dayLabel(onDay), href: `meetings/${id}/attendance` }))
  return {
    title: `Representation at ${name}`,
    name,
    wide: true,
    breadcrumbs: [
      { text: 'Meetings', href: 'meetings' },
      { text: 'Representation', href: 'meetings/representation' },
    ],
    action: `groups/${groupId}/representation`,
    csvHref: `groups/${groupId}/representation.csv?last=${last}`,
    spans: spanChoices(spans, last),
    columns,
    sentences: sentencesOf(of),
    seats: of.seats.map(({ seat, cells, counts, wasAbsentTwice }) => ({
      name: seat.called,
      href: `seats/${seat.id}`,
      organisation: seat.organisation ?? '',
      cells: cells.map(cellOf),
      summary: summaryOf(counts),
      wasAbsentTwice,
    })),
    bodies: [
      { title: 'Groups', rows: of.groups.map(body => bodyRow(body, groupId, letters, mayWrite)) },
      { title: 'Themes', rows: of.themes.map(body => bodyRow(body, groupId, letters, false)) },
      { title: 'Organisations', rows: of.organisations.map(body => bodyRow(body, groupId, letters, false)) },
    ].filter(({ rows }) => rows.length > 0),
  }
}

const cellOf = (cell: Outcome | null) => (cell === null ? { name: 'none', text: '–' } : { name: cell, text: outcomeNames[cell] })

/** 4 present, 1 by deputy, 1 absent. */
const summaryOf = (counts: Readonly<Record<Outcome, number>>): string =>
  outcomes
    .flatMap(each =>
      counts[each] === 0 ? [] : [`${counts[each]} ${each === 'apologies' ? 'with apologies' : outcomeNames[each].toLowerCase()}`],
    )
    .join(', ')

function bodyRow(body: BodyRecord, groupId: number, letters: ReadonlyMap<number, string>, mayWrite: boolean) {
  const there = body.cells.filter(cell => cell !== null)
  return {
    name: body.name,
    href: body.id === null ? '' : body.kind === 'group' ? `groups/${body.id}` : `organisations/${body.id}`,
    represented: `${there.filter(cell => cell).length} of ${there.length}`,
    cells: body.cells.map(cell =>
      cell === null ? { name: 'none', text: '–' } : cell ? { name: 'present', text: 'Represented' } : { name: 'absent', text: 'Nobody' },
    ),
    summary: summaryOf(body.counts),
    wasMissingTwice: body.wasMissingTwice,
    letter: body.kind !== 'group' || body.id === null ? '' : (letters.get(body.id) ?? ''),
    letterHref: body.kind === 'group' && body.wasMissingTwice && mayWrite ? `groups/${groupId}/representation/${body.id}/letter` : '',
  }
}

/** What somebody in a hurry reads. */
function sentencesOf({ meetings, seats, organisations, groups, themes }: Representation): string[] {
  if (meetings.length < 2) return []
  const missing = (bodies: readonly BodyRecord[]) => bodies.filter(({ wasMissingTwice }) => wasMissingTwice).map(({ name }) => name)
  const absent = seats
    .filter(({ wasAbsentTwice }) => wasAbsentTwice)
    .map(({ seat }) => (seat.organisation === null ? seat.called : `${seat.called} (${seat.organisation})`))
  const told = [
    ['Themes with nobody at the table at the last two meetings', missing(themes)],
    ['Groups with nobody at the table at the last two meetings', missing(groups)],
    ['Organisations with nobody at the table at the last two meetings', missing(organisations)],
    ['Absent without apologies at the last two meetings', absent],
  ] as const
  const found = told.flatMap(([words, names]) => (names.length === 0 ? [] : [`${words}: ${names.join('; ')}.`]))
  return found.length === 0 ? ['Nobody was missing at both of the last two meetings.'] : found
}

/** Over all groups: how each is, and each organisation over all of its seats. */
export function partnershipView(all: readonly Of[], last: number, spans: Spans) {
  return {
    title: 'Representation',
    action: 'meetings/representation',
    csvHref: `meetings/representation.csv?last=${last}`,
    spans: spanChoices(spans, last),
    breadcrumbs: [{ text: 'Meetings', href: 'meetings' }],
    groups: all.map(({ groupId, name, of }) => {
      const told = sentencesOf(of)
      return {
        name,
        href: `groups/${groupId}/representation?last=${last}`,
        meetings: of.meetings.length,
        filled: share(of.seats.map(({ counts }) => counts)),
        sentences: told,
      }
    }),
    organisations: organisationsOver(all).map(({ id, name, counts, missing }) => ({
      name,
      href: `organisations/${id}`,
      filled: share([counts]),
      summary: summaryOf(counts),
      missing: missing.join(', '),
    })),
  }
}

export function organisationsOver(all: readonly Of[]) {
  const found = all.flatMap(({ name, of }) => of.organisations.map(body => ({ group: name, body })))
  return [...Map.groupBy(found, ({ body }) => Number(body.id))]
    .map(([id, own]) => ({
      id,
      name: own[0]?.body.name ?? '',
      counts: own.reduce((sum, { body }) => added(sum, body.counts), none),
      missing: own.filter(({ body }) => body.wasMissingTwice).map(({ group }) => group),
      groups: own,
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}
const none: Readonly<Record<Outcome, number>> = { present: 0, deputy: 0, apologies: 0, absent: 0, vacant: 0 }
const added = (one: Readonly<Record<Outcome, number>>, other: Readonly<Record<Outcome, number>>): Record<Outcome, number> => ({
  present: one.present + other.present,
  deputy: one.deputy + other.deputy,
  apologies: one.apologies + other.apologies,
  absent: one.absent + other.absent,
  vacant: one.vacant + other.vacant,
})

/** 11 of 14 times: as it is counted, and no percentage of so few. */
function share(counts: readonly Readonly<Record<Outcome, number>>[]): string {
  const sum = counts.reduce(added, none)
  return `${sum.present + sum.deputy} of ${outcomes.reduce((total, each) => total + sum[each], 0)}`
}

/** For CSV: a line for each seat, group, theme and organisation. */
export function representationTable(all: readonly Of[]): (string | number)[][] {
  const counted = (counts: Readonly<Record<Outcome, number>>) => outcomes.map(each => counts[each])
  return [
    ['Group', 'Of', 'Name', 'Organisation', 'Meetings', ...outcomes.map(each => outcomeNames[each]), 'Represented', 'Nobody twice running'],
    ...all.flatMap(({ name, of }) => [
      ...of.seats.map(({ seat, cells, counts, wasAbsentTwice }) => [
        name,
        'seat',
        seat.called,
        seat.organisation ?? '',
        cells.filter(cell => cell !== null).length,
        ...counted(counts),
        counts.present + counts.deputy,
        wasAbsentTwice ? 'absent' : '',
      ]),
      ...[...of.groups, ...of.themes, ...of.organisations].map(body => [
        name,
        body.kind,
        body.name,
        '',
        body.cells.filter(cell => cell !== null).length,
        ...counted(body.counts),
        body.cells.filter(cell => cell).length,
        body.wasMissingTwice ? 'nobody' : '',
      ]),
    ]),
  ]
}

/** On the page of an organisation. */
export function organisationPartView(all: readonly Of[], organisationId: number) {
  const own = organisationsOver(all).find(({ id }) => id === organisationId)
  return {
    rows: (own?.groups ?? []).map(({ group, body }) => ({
      group,
      href: `groups/${all.find(({ name }) => name === group)?.groupId}/representation`,
      represented: `${body.cells.filter(cell => cell).length} of ${body.cells.filter(cell => cell !== null).length}`,
      summary: summaryOf(body.counts),
      wasMissingTwice: body.wasMissingTwice,
    })),
  }
}
