/** What Wexcombe wants to be, what serves that and what is behind it. Nothing serves one of its priorities, so that the gap is there to be found. */
import { type Day, day } from '../kernel/day.ts'
import type { GroupId, OrganisationId } from '../partnership/index.ts'
import type { OutcomeId, ThemeId } from '../performance/index.ts'
import type { Db } from '../platform/db/index.ts'
import { addAmbition, addOwnLink, addStrategy, addVision } from '../thread/index.ts'
import { known } from './known.ts'

type Named = {
  readonly groups: ReadonlyMap<string, GroupId>
  readonly organisations: ReadonlyMap<string, OrganisationId>
  readonly outcomes: ReadonlyMap<string, OutcomeId | undefined>
  readonly themes: ReadonlyMap<string, ThemeId | undefined>
}
type ExampleAmbition = {
  readonly title: string
  readonly text?: string
  readonly themes?: readonly string[]
  readonly outcomes?: readonly string[]
  readonly priorities?: readonly ExampleAmbition[]
}

const ambitions: readonly ExampleAmbition[] = [
  {
    title: 'Every child has a good start and somewhere to go',
    text: 'Children are safe, learn well and leave school with something to leave it for.',
    themes: ['Children and young people'],
    priorities: [{ title: 'Young people stay out of trouble', outcomes: ['Fewer young people offend or come to harm'] }],
  },
  {
    title: 'People live long and well where they choose',
    text: 'The gap between the longest and the shortest lives in the county closes.',
    themes: ['Healthier communities and older people'],
    priorities: [
      { title: 'Older people and carers are in charge of their own support', outcomes: ['Older people and carers live as they choose'] },
      { title: 'A doctor, a bus and broadband within reach of every village', text: 'No theme of the agreement takes this up yet.' },
    ],
  },
  {
    title: 'An economy that everybody has a part in',
    themes: ['A prosperous county'],
    priorities: [{ title: 'Homes that people who work here can afford', outcomes: ['Homes that people can afford'] }],
  },
  {
    title: 'Safe, clean places where people look out for each other',
    themes: ['Safer communities', 'A greener county'],
    priorities: [
      { title: 'People have a say in what happens around them', outcomes: ['People get on, and have a say'] },
      { title: 'A voluntary sector that can plan ahead', outcomes: ['A thriving voluntary sector'] },
    ],
  },
]

type ExampleStrategy = {
  readonly kind?: 'guiding-principle'
  readonly title: string
  readonly summary: string
  readonly organisation?: string
  readonly group?: string
  readonly owner?: string
  /** In years from today. */
  readonly from: number
  readonly review: number | null
}
const strategies: readonly ExampleStrategy[] = [
  {
    title: 'Wexcombe Together: the community strategy',
    summary: 'What the county wants to be in fifteen years, agreed after a year of talks in every district.',
    group: 'WPB',
    from: -3,
    review: 2,
  },
  {
    title: 'Children and Young People’s Plan',
    summary: 'Five outcomes for every child, and who does what about each.',
    organisation: 'Wexcombe County Council',
    from: -2,
    review: 1,
  },
  {
    title: 'Policing plan',
    summary: 'Priorities of the police with those of the districts beside them.',
    organisation: 'Wexcombe Police',
    from: -1,
    review: 2,
  },
  {
    title: 'Health and wellbeing strategy',
    summary: 'Where lives are shortest, and what is done there first.',
    organisation: 'NHS Wexcombe',
    from: -4,
    review: -1,
  },
  {
    title: 'Regional economic strategy',
    summary: 'Growth along the two corridors, and skills for it.',
    owner: 'Middle Shires Regional Assembly',
    from: -5,
    review: 1,
  },
  {
    title: 'Waste strategy',
    summary: 'Half of what households throw away is recycled.',
    organisation: 'Wexcombe County Council',
    from: -3,
    review: 3,
  },
  {
    kind: 'guiding-principle',
    title: 'Prevention before treatment',
    summary: 'Where two things cost the same, the earlier one is done.',
    group: 'WPB',
    from: -3,
    review: null,
  },
  {
    kind: 'guiding-principle',
    title: 'The Compact with the voluntary sector',
    summary: 'Twelve weeks to answer, and money for more than a year at a time.',
    organisation: 'Wexcombe Voluntary Sector Assembly',
    from: -2,
    review: 1,
  },
]

export async function loadVision(db: Db, named: Named, today: Day): Promise<void> {
  const inYears = (years: number): Day => day(`${Number(today.slice(0, 4)) + years}-04-01`)
  const visionId = await addVision(db, {
    title: 'A county where everybody thrives',
    text: 'Wexcombe is a good place to grow up, to work and to grow old in, whichever end of it one comes from.\n\nIn fifteen years nobody’s life is shorter, poorer or more afraid for where in the county it is lived.',
    startsOn: inYears(-3),
    endsOn: day(`${Number(today.slice(0, 4)) + 12}-03-31`),
    link: '',
  })
  const add = ({ title, text = '', themes = [], outcomes = [] }: ExampleAmbition, parentId: number | null) =>
    addAmbition(db, visionId, {
      parentId,
      title,
      text,
      themeIds: themes.map(each => known(named.themes, each)).flatMap(id => id ?? []),
      outcomeIds: outcomes.map(each => known(named.outcomes, each)).flatMap(id => id ?? []),
    })
  for (const ambition of ambitions) {
    const id = await add(ambition, null)
    for (const priority of ambition.priorities ?? []) await add(priority, id)
  }
  const ids: number[] = []
  for (const { kind = 'strategy', title, summary, organisation, group, owner = '', from, review } of strategies)
    ids.push(
      await addStrategy(db, {
        kind,
        title,
        summary,
        organisationId: organisation === undefined ? null : known(named.organisations, organisation),
        groupId: group === undefined ? null : known(named.groups, group),
        owner,
        onDay: inYears(from),
        reviewOn: review === null ? null : inYears(review),
        link: '',
      }),
    )
  const [community = 0] = ids
  await addOwnLink(
    db,
    {
      from: { kind: 'vision', id: visionId },
      kind: 'depends-on',
      to: { kind: 'strategy', id: community },
      sentence: 'The vision is the first page of the community strategy',
    },
    { name: 'Farah Malik', accountId: null, onDay: inYears(-3) },
  )
}
