import { type Day, dayLabel } from '../../kernel/day.ts'
import { type GroupId, type Layer, layers, type OutsideBody, reaches } from '../group/group.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import { besides, type End, type Filter, isVacant, reportsFirstTo, type Shown, type ShownLink, type Structure } from './structure.ts'
import { counted, kindNames, layerNames, listed, reachNames, roleInWords, seatInWords, seatsInWords } from './words.ts'

export type Asked = {
  readonly filter: Filter
  readonly on: Day
  readonly typed: string
  readonly members: 'all' | ReadonlySet<GroupId>
  readonly zoom: 'whole' | '100' | '150'
}
export type Choices = {
  readonly themes: readonly string[]
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[]
}

const isAbove = ({ reach }: OutsideBody): boolean => reach === 'national' || reach === 'regional' || reach === 'county'

/** The drawing: bodies outside above and below, a band for each layer between them. `base` is what stands before each address. */
export function structureChart(structure: Structure, { members, on, filter }: Omit<Asked, 'zoom'>, of: string, base: string) {
  const facts = factsOf(structure)
  const bandOfBody = (body: OutsideBody) => (isAbove(body) ? 0 : layers.length + 1)
  const bodies = structure.bodies
    .toSorted((a, b) => reaches.indexOf(a.reach) - reaches.indexOf(b.reach))
    .map(body => ({
      id: `body-${body.id}`,
      band: bandOfBody(body),
      under: null,
      title: body.name,
      notes: [reachNames[body.reach]],
      rows: [],
      href: null,
      spoken: `${body.name}, outside the partnership: ${reachNames[body.reach].toLowerCase()}`,
      isQuiet: false,
    }))
  const groups = structure.groups.map(group => {
    const first = reportsFirstTo(structure, group)
    return {
      id: `group-${group.id}`,
      band: layers.indexOf(group.layer) + 1,
      under: first === null ? null : idOfEnd(first),
      title: group.name,
      notes: [seatsInWords(group.seats.length, group.vacancies), ...(group.endsOn === null ? [] : [`Until ${dayLabel(group.endsOn)}`])],
      rows: members === 'all' || members.has(group.id) ? group.seats.map(seatInWords) : [],
      href: `${base}groups/${group.id}`,
      spoken: [
        `${group.name}, ${layerNames[group.layer].toLowerCase()}`,
        ...facts(group),
        seatsInWords(group.seats.length, group.vacancies),
      ].join('. '),
      isQuiet: group.isForContext,
    }
  })
  const name = namesOf(structure)
  return {
    id: 'structure',
    title: titleOf(structure, { on, filter }, of),
    description: summaryOf(structure).join(' '),
    bands: [
      { name: 'National, regional and county', isApart: true },
      ...layers.map(layer => ({ name: layerNames[layer], isApart: false })),
      { name: 'Districts and neighbours', isApart: true },
    ],
    boxes: [...bodies.filter(({ band }) => band === 0), ...groups, ...bodies.filter(({ band }) => band > 0)],
    joins: besides(structure).map(link => ({
      from: `group-${link.from}`,
      to: idOfEnd(link.to),
      kind: link.kind === 'reports-to' ? ('second' as const) : ('link' as const),
      spoken: `${name({ kind: 'group', id: link.from })} ${verbs[link.kind]} ${name(link.to)}`,
    })),
    words: {
      under: 'Reports to the one above',
      second: 'Also reports to',
      link: 'Works with, or is the counterpart of',
      quiet: 'Shown because another reports to it',
    },
  }
}

const titleOf = (structure: Structure, { on, filter }: Pick<Asked, 'on' | 'filter'>, of: string): string =>
  `The structure of ${of} on ${dayLabel(on)}${filterInWords(structure, filter)}`

const idOfEnd = ({ kind, id }: End): string => `${kind}-${id}`
const verbs: Readonly<Record<ShownLink['kind'], string>> = {
  'reports-to': 'also reports to',
  'works-with': 'works with',
  counterpart: 'is the counterpart of',
}

function namesOf({ groups, bodies }: Structure): (end: End) => string {
  const names = new Map<string, string>([
    ...groups.map(({ id, name }) => [`group-${id}`, name] as const),
    ...bodies.map(({ id, name }) => [`body-${id}`, name] as const),
  ])
  return end => names.get(idOfEnd(end)) ?? ''
}

/** What a group reports to, works with and is the counterpart of, each as a sentence without its full stop. */
function factsOf(structure: Structure): (group: Shown) => string[] {
  const name = namesOf(structure)
  const others = besides(structure)
  return group => {
    const first = reportsFirstTo(structure, group)
    const to = (kind: ShownLink['kind']) => others.filter(link => link.from === group.id && link.kind === kind).map(link => name(link.to))
    const from = (kind: ShownLink['kind']) =>
      others
        .filter(link => link.kind === kind && link.to.kind === 'group' && link.to.id === group.id)
        .map(link => name({ kind: 'group', id: link.from }))
    const said = (words: string, names: readonly string[]) => (names.length === 0 ? [] : [`${words} ${listed(names)}`])
    return [
      ...said('Reports to', first === null ? [] : [name(first)]),
      ...said('Also reports to', to('reports-to')),
      ...said('Works with', [...to('works-with'), ...from('works-with')]),
      ...said('Counterpart of', [...to('counterpart'), ...from('counterpart')]),
    ]
  }
}

function summaryOf({ groups }: Structure): string[] {
  const seats = groups.flatMap(group => group.seats)
  const inLayer = (layer: Layer) => groups.filter(group => group.layer === layer).length
  const parts = layers.flatMap(layer => (inLayer(layer) === 0 ? [] : [`${inLayer(layer)} ${layerNames[layer].toLowerCase()}`]))
  return [
    `${counted(groups.length, 'group')}: ${listed(parts)}.`,
    `${counted(seats.length, 'seat')}, ${counted(seats.filter(isVacant).length, 'vacancy', 'vacancies')}.`,
  ]
}

function filterInWords({ groups }: Structure, { theme, organisationId, layer }: Filter): string {
  const organisation = groups.flatMap(({ seats }) => seats).find(seat => seat.organisationId === organisationId)?.organisation
  const parts = [
    ...(layer === null ? [] : [`${layerNames[layer].toLowerCase()} groups`]),
    ...(theme === null ? [] : [theme]),
    ...(organisation == null ? [] : [organisation]),
  ]
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`
}

export type Item = {
  readonly name: string
  readonly href: string
  readonly note: string
  readonly facts: readonly string[]
  readonly seats: string
  readonly vacancies: number
  readonly members: readonly {
    readonly as: string
    readonly people: readonly { readonly name: string; readonly href: string; readonly note: string }[]
    readonly organisation: string
  }[]
  readonly showHref: string
  readonly under: readonly Item[]
}

/** The same as the drawing, as a list within a list: whoever reports to a group stands under it. */
export function structureList(structure: Structure, asked: Asked): Item[] {
  const facts = factsOf(structure)
  const under = Map.groupBy(structure.groups, group => {
    const first = reportsFirstTo(structure, group)
    return first?.kind === 'group' ? first.id : null
  })
  const done = new Set<GroupId>()
  const item = (group: Shown): Item => {
    done.add(group.id)
    return {
      name: group.name,
      href: `groups/${group.id}`,
      note: [
        layerNames[group.layer],
        kindNames[group.kind].toLowerCase(),
        ...(group.endsOn === null ? [] : [`until ${dayLabel(group.endsOn)}`]),
      ].join(', '),
      facts: [
        ...facts(group).filter(fact => !fact.startsWith('Reports to')),
        ...(group.themes.length === 0 ? [] : [`Answers for ${listed(group.themes)}`]),
        ...(reportsFirstTo(structure, group)?.kind === 'body' ? facts(group).filter(fact => fact.startsWith('Reports to')) : []),
        ...(group.isForContext ? ['Shown because another reports to it'] : []),
      ],
      seats: seatsInWords(group.seats.length, group.vacancies),
      vacancies: group.vacancies,
      members: group.seats.map(({ role, title, people, organisation }) => ({
        as: title === '' ? roleInWords(role) : `${roleInWords(role)}, ${title}`,
        people: people.map(({ id, name, isInterim }) => ({ name, href: `people/${id}`, note: isInterim ? 'interim' : '' })),
        organisation: organisation ?? '',
      })),
      showHref: `structure?${questionOf({ ...asked, members: asked.members === 'all' ? 'all' : new Set([...asked.members, group.id]) })}`,
      under: (under.get(group.id) ?? []).filter(({ id }) => !done.has(id)).map(item),
    }
  }
  const roots = (under.get(null) ?? []).map(item)
  // A ring of groups that report to each other has no first one: none is left out.
  return [...roots, ...structure.groups.flatMap(group => (done.has(group.id) ? [] : [item(group)]))]
}

/** On paper: the drawing on a page of its own, then the list, in which whoever does not see it finds all of it. `of` is whose structure it is. */
export function structurePaper(structure: Structure, asked: Asked, of: string, origin: string, svg: string) {
  const title = titleOf(structure, asked, of)
  return {
    title,
    foot: `${of}, ${dayLabel(asked.on)}`,
    paper: 'a3' as const,
    isOnItsSide: true,
    parts: [
      { kind: 'heading' as const, level: 1 as const, text: title },
      {
        kind: 'picture' as const,
        svg,
        description: `${summaryOf(structure).join(' ')} The same stands as a list on the pages after this one.`,
      },
      { kind: 'heading' as const, level: 2 as const, text: 'The same as a list', onNewPage: true },
      { kind: 'paragraph' as const, text: summaryOf(structure).join(' ') },
      { kind: 'list' as const, columns: 2 as const, items: structureList(structure, asked).map(item => itemOnPaper(item, origin)) },
      ...(structure.bodies.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: 'Outside the partnership' },
            {
              kind: 'list' as const,
              columns: 2 as const,
              items: bodiesList(structure).map(({ name, note, links }) => ({
                name,
                href: null,
                text: [note, links].filter(Boolean).join('. '),
                under: [],
              })),
            },
          ]),
    ],
  }
}

type OnPaper = { readonly name: string; readonly href: string | null; readonly text: string; readonly under: readonly OnPaper[] }

const itemOnPaper = ({ name, href, note, facts, seats, members, under }: Item, origin: string): OnPaper => ({
  name,
  href: `${origin}${href}`,
  text: [
    note,
    ...facts,
    seats,
    ...members.map(({ as, people, organisation }) => {
      const names = people.map(each => (each.note === '' ? each.name : `${each.name} (${each.note})`)).join(', ')
      return `${as}: ${names === '' ? 'vacant' : names}${organisation === '' ? '' : ` (${organisation})`}`
    }),
  ].join('. '),
  under: under.map(each => itemOnPaper(each, origin)),
})

export function bodiesList(structure: Structure): { readonly name: string; readonly note: string; readonly links: string }[] {
  const name = namesOf(structure)
  return structure.bodies.map(({ id, name: called, reach }) => ({
    name: called,
    note: reachNames[reach],
    links: structure.links
      .filter(({ to }) => to.kind === 'body' && to.id === id)
      .map(
        ({ from, kind }) =>
          `${name({ kind: 'group', id: from })} ${kind === 'reports-to' ? 'reports to it' : kind === 'works-with' ? 'works with it' : 'is its counterpart'}`,
      )
      .join('; '),
  }))
}

/** What was asked, as it stands in an address. */
export function questionOf({ filter, typed, members, zoom }: Asked): string {
  const question = new URLSearchParams()
  if (filter.theme !== null) question.set('theme', filter.theme)
  if (filter.organisationId !== null) question.set('organisation', String(filter.organisationId))
  if (filter.layer !== null) question.set('layer', filter.layer)
  if (typed !== '') question.set('on', typed)
  for (const each of members === 'all' ? ['all'] : members) question.append('members', String(each))
  if (zoom !== '100') question.set('zoom', zoom)
  return question.toString()
}

const withQuestion = (path: string, question: string): string => (question === '' ? path : `${path}?${question}`)

export function structureView(structure: Structure, asked: Asked, { themes, organisations }: Choices, canMakePdf: boolean) {
  const { filter, on, members, zoom } = asked
  const to = (changes: Partial<Asked>, path = 'structure') => withQuestion(path, questionOf({ ...asked, ...changes }))
  const isFiltered = filter.theme !== null || filter.organisationId !== null || filter.layer !== null
  const option = (value: string, text: string, selected: boolean) => ({ value, text, selected })
  return {
    title: 'Structure',
    wide: true,
    on: dayLabel(on),
    isEmpty: structure.of === 0,
    isNone: structure.matching === 0,
    found: isFiltered ? `${structure.matching} of ${counted(structure.of, 'group')}` : '',
    summary: structure.groups.length === 0 ? [] : summaryOf(structure),
    choices: {
      themes:
        themes.length === 0
          ? []
          : [option('', 'All', filter.theme === null), ...themes.map(theme => option(theme, theme, theme === filter.theme))],
      organisations: [
        option('', 'All', filter.organisationId === null),
        ...organisations.map(({ id, name }) => option(String(id), name, id === filter.organisationId)),
      ],
      layers: [option('', 'All', filter.layer === null), ...layers.map(layer => option(layer, layerNames[layer], layer === filter.layer))],
    },
    typed: asked.typed,
    zoom: zoom === '100' ? '' : zoom,
    kept: members === 'all' ? ['all'] : [...members].map(String),
    allHref: withQuestion('structure', questionOf({ ...asked, filter: { theme: null, organisationId: null, layer: null } })),
    zooms: (
      [
        ['whole', 'Whole width'],
        ['100', '100%'],
        ['150', '150%'],
      ] as const
    ).map(([value, text]) => ({ text, href: to({ zoom: value }), current: zoom === value })),
    membersHref: to({ members: members === 'all' || members.size > 0 ? new Set() : 'all' }),
    membersText: members === 'all' || members.size > 0 ? 'Leave the members out of the drawing' : 'Show all members in the drawing',
    isOpen: members === 'all',
    canMakePdf,
    files: (canMakePdf ? (['svg', 'png', 'pdf'] as const) : (['svg', 'png'] as const)).map(form => ({
      text: form.toUpperCase(),
      href: to({ zoom: '100' }, `structure.${form}`),
    })),
    groups: structureList(structure, asked),
    bodies: bodiesList(structure),
  }
}
