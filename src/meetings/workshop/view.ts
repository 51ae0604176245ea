import { type Meeting, meetingName } from '../meeting/meeting.ts'
import {
  counted,
  type Gathered,
  type Grouped,
  grouped,
  type Heading,
  type Point,
  type PointId,
  ranked,
  takesPoints,
  type Workshop,
  waysFrom,
  workshopStateNames,
  workshopStates,
} from './workshop.ts'

export const toWorkshops = [{ text: 'Workshops', href: 'workshops' }]
export const toWorkshop = ({ id, title }: Pick<Workshop, 'id' | 'title'>) => [...toWorkshops, { text: title, href: `workshops/${id}` }]

export const workshopsView = (all: readonly (Workshop & { readonly points: number })[], mayBegin: boolean) => ({
  title: 'Workshops',
  mayBegin,
  workshops: all.map(({ id, title, group, state, points }) => ({
    title,
    href: `workshops/${id}`,
    group,
    state: workshopStateNames[state],
    points: counted(points, 'point'),
  })),
})

type Fields = Readonly<Record<string, string>>

type Form = {
  readonly workshop: Workshop | null
  readonly fields: Fields
  readonly groups: readonly { readonly id: number; readonly name: string }[]
  readonly comesFrom: string
  readonly edition: string
}
export function formView({ workshop, fields, groups, comesFrom, edition }: Form) {
  return {
    title: workshop === null ? 'New workshop' : `Change the workshop: ${workshop.title}`,
    isNew: workshop === null,
    action: workshop === null ? 'workshops/new' : `workshops/${workshop.id}/edit`,
    back: workshop === null ? 'workshops' : `workshops/${workshop.id}`,
    edition,
    comesFrom,
    fields: { title: fields['title'] ?? '', prompt: fields['prompt'] ?? '', votesEach: fields['votesEach'] ?? '' },
    hidden: ['meeting', 'item'].map(name => ({ name, value: fields[name] ?? '' })),
    groups: [
      ...(groups.length === 1 ? [] : [{ value: '', text: 'Select a group' }]),
      ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === fields['groupId'] })),
    ],
    breadcrumbs: workshop === null ? toWorkshops : toWorkshop(workshop),
  }
}

export const fieldsOf = ({ title, prompt, votesEach }: Workshop): Fields => ({ title, prompt, votesEach: String(votesEach) })
export const inWords = ({ title, prompt, votesEach }: Workshop): Readonly<Record<string, readonly [string, string]>> => ({
  title: ['The title', title],
  prompt: ['What is asked', prompt],
  votesEach: ['How many votes each has', String(votesEach)],
})

export const headingFieldsOf = ({ title, implication }: Heading): Fields => ({ title, implication })
export const headingInWords = ({ title, implication }: Heading): Readonly<Record<string, readonly [string, string]>> => ({
  title: ['The heading', title],
  implication: ['What follows', implication],
})

export type Shown = {
  readonly workshop: Workshop
  readonly headings: readonly Heading[]
  readonly points: readonly Point[]
  readonly keeps: boolean
  readonly takesPart: boolean
  readonly myPersonId: number | null
  /** What the visitor has given, or typed just now. */
  readonly votes: (id: PointId) => string
  readonly typed: string
  readonly voters: number
  readonly meeting: Meeting | null
  readonly canMinute: boolean
}

export function workshopView({
  workshop,
  headings,
  points,
  keeps,
  takesPart,
  myPersonId,
  votes,
  typed,
  voters,
  meeting,
  canMinute,
}: Shown) {
  const own = `workshops/${workshop.id}`
  // Nobody is led by how others vote: until it is closed points stand in the order in which they were made.
  const groups = grouped(headings, workshop.state === 'voting' ? points.map(point => ({ ...point, votes: 0 })) : points)
  const isMine = ({ byPersonId }: Point) => byPersonId !== null && byPersonId === myPersonId
  const pointView = (point: Gathered) => ({
    id: point.id,
    text: point.text,
    count: point.count,
    countWords: point.count > 1 ? `made ${point.count} times` : '',
    merged: point.merged.map(({ text }) => text),
    was: point.headingId === null ? '' : String(point.headingId),
    select: [{ value: '', text: 'No heading yet' }, ...headings.map(({ id, title }) => ({ value: String(id), text: title }))].map(item => ({
      ...item,
      selected: item.value === (point.headingId === null ? '' : String(point.headingId)),
    })),
    voteField: `votes-${point.id}`,
    vote: votes(point.id),
    votes: point.votes,
    votesWords: counted(point.votes, 'vote'),
    removal: keeps || (isMine(point) && workshop.state === 'collecting') ? `${own}/points/${point.id}/removal` : null,
    apart: keeps && point.merged.length > 0 ? `${own}/points/${point.id}/apart` : null,
    action: point.action === null ? null : { text: point.action, href: `actions/${point.actionId}` },
    isPlanned: point.forwardItemId !== null,
    actionHref: `${own}/points/${point.id}/action`,
    forwardHref: `${own}/points/${point.id}/forward`,
  })
  const groupView = ({ heading, points, count, votes }: Grouped) => ({
    id: heading?.id ?? null,
    anchor: heading === null ? 'no-heading' : `heading-${heading.id}-part`,
    title: heading?.title ?? 'Under no heading yet',
    implication: heading?.implication ?? '',
    count: counted(count, 'point'),
    votes: counted(votes, 'vote'),
    points: points.map(pointView),
    editHref: heading === null ? null : `${own}/headings/${heading.id}/edit`,
  })
  const titleOf = new Map(headings.map(({ id, title }) => [id, title]))
  return {
    title: workshop.title,
    caption: `${workshop.group}: workshop`,
    prompt: workshop.prompt,
    state: workshop.state,
    states: workshopStates.map(state => ({ text: workshopStateNames[state], current: state === workshop.state })),
    ways: keeps ? waysFrom(workshop).map(value => ({ value, text: wayWords(workshop.state, value) })) : [],
    meeting: meeting === null ? null : { text: meetingName(meeting), href: `meetings/${meeting.id}` },
    keeps,
    takesPart,
    takesPoints: takesPart && takesPoints(workshop),
    typed,
    total: counted(points.length, 'point'),
    isEmpty: points.length === 0,
    // The last that were made come first, so that everybody sees theirs arrive.
    latest: points.toReversed().map(point => ({
      text: point.text,
      isMine: isMine(point),
      removal: keeps || isMine(point) ? `${own}/points/${point.id}/removal` : null,
    })),
    groups: groups.map(groupView),
    hasHeadings: headings.length > 0,
    votesEach: workshop.votesEach,
    voters: voters === 1 ? '1 has voted' : `${voters} have voted`,
    ranking: ranked(headings, points).map((point, at) => ({
      ...pointView(point),
      rank: at + 1,
      heading: point.headingId === null ? '' : (titleOf.get(point.headingId) ?? ''),
    })),
    canMinute,
    isMinuted: workshop.minuteId !== null,
    own,
    breadcrumbs: toWorkshops,
  }
}

const wayWords = (from: Workshop['state'], to: Workshop['state']): string => {
  const isBack = workshopStates.indexOf(to) < workshopStates.indexOf(from)
  const words = {
    collecting: 'Collect more points',
    grouping: isBack ? 'Go back to grouping' : 'Group the points',
    voting: isBack ? 'Open the vote again' : 'Let everybody vote',
    closed: 'Close the workshop',
  }
  return words[to]
}
