/**
 * A workshop collects what many people have to say at once: each makes points on their own telephone or paper, the points are grouped under headings, similar ones
 * merged, and everybody has so many votes. What comes of it are actions, items of the forward plan, and a summary in the minutes.
 */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'

export type WorkshopId = Id<'workshop'>
export type HeadingId = Id<'workshop-heading'>
export type PointId = Id<'workshop-point'>

export const workshopStates = ['collecting', 'grouping', 'voting', 'closed'] as const
export type WorkshopState = (typeof workshopStates)[number]
export const workshopStateNames: Readonly<Record<WorkshopState, string>> = {
  collecting: 'Collecting points',
  grouping: 'Grouping',
  voting: 'Voting',
  closed: 'Closed',
}

export type Workshop = {
  readonly id: WorkshopId
  readonly groupId: GroupId
  readonly group: string
  readonly shortName: string
  readonly meetingId: number | null
  readonly itemId: number | null
  readonly title: string
  readonly prompt: string
  readonly state: WorkshopState
  readonly votesEach: number
  readonly begunOn: Day
  readonly minuteId: number | null
}
export type WorkshopDraft = Pick<Workshop, 'title' | 'prompt' | 'votesEach'>

export type Heading = { readonly id: HeadingId; readonly title: string; readonly implication: string; readonly place: number }

export type Point = {
  readonly id: PointId
  readonly headingId: HeadingId | null
  readonly mergedIntoId: PointId | null
  readonly text: string
  readonly byPersonId: PersonId | null
  readonly by: string | null
  readonly votes: number
  readonly actionId: number | null
  readonly action: string | null
  readonly forwardItemId: number | null
}

/** Points are taken while they are collected and while they are grouped: somebody always thinks of one more. */
export const takesPoints = ({ state }: Pick<Workshop, 'state'>): boolean => state === 'collecting' || state === 'grouping'

/** Forwards one by one, and back where something was forgotten; votes that were cast are kept. */
const ways: Readonly<Record<WorkshopState, readonly WorkshopState[]>> = {
  collecting: ['grouping', 'closed'],
  grouping: ['voting', 'collecting', 'closed'],
  voting: ['closed', 'grouping'],
  closed: ['voting', 'grouping'],
}
export const waysFrom = ({ state }: Pick<Workshop, 'state'>): readonly WorkshopState[] => ways[state]

export function move({ state }: Pick<Workshop, 'state'>, to: WorkshopState): Ruling<WorkshopState> {
  if (ways[state].includes(to)) return accept(to)
  return refuse({ text: `This workshop is at “${workshopStateNames[state]}”, and does not go to “${workshopStateNames[to]}” from there` })
}

const mostAtOnce = 200

/**
 * One on each line, as they are typed or pasted from a column of a spreadsheet; bullets before them are none of theirs. What the same person has said already is
 * left out, so that a form that is sent twice says nothing twice.
 */
export function readPoints(typed: string, saidAlready: readonly string[]): Ruling<readonly string[]> {
  const lines = typed
    .split(/\r\n|\r|\n/)
    .map(line =>
      line
        .replace(/^\s*(?:[-*•▪➢➤·–]|\d{1,2}[.)])\s+/, '')
        .replace(/^\s*"(.*)"\s*$/, '$1')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(line => line !== '')
  if (lines.length === 0) return refuse({ field: 'points', text: 'Enter a point, or several, each on a line of its own' })
  if (lines.length > mostAtOnce) return refuse({ field: 'points', text: `Enter at most ${mostAtOnce} points at once` })
  const long = lines.find(line => line.length > 1_000)
  if (long !== undefined) return refuse({ field: 'points', text: `A point must be 1,000 characters or fewer: “${long.slice(0, 60)}…”` })
  const known = new Set(saidAlready.map(folded))
  return accept(
    lines.filter(line => {
      const isNew = !known.has(folded(line))
      known.add(folded(line))
      return isNew
    }),
  )
}

const folded = (text: string): string => text.toLowerCase()

/** Ready headings: of a self-assessment, as a network of performance officers made it for each of its themes. */
export const readyHeadings = ['Strengths', 'Weaknesses and barriers', 'Options'] as const

/** A point with those that were merged into it. */
export type Gathered = Point & { readonly merged: readonly Point[]; readonly count: number }

export type Grouped = {
  /** Null for what stands under no heading yet. */
  readonly heading: Heading | null
  readonly points: readonly Gathered[]
  /** How many points were made, each merged one counted. */
  readonly count: number
  readonly votes: number
}

/** Under their headings, as they stand; what is under none comes first, as there is something to do about it. Points with most votes come first. */
export function grouped(headings: readonly Heading[], points: readonly Point[]): readonly Grouped[] {
  const merged = Map.groupBy(points, ({ mergedIntoId }) => mergedIntoId)
  const own = (merged.get(null) ?? []).map(point => {
    const those = merged.get(point.id) ?? []
    return { ...point, merged: those, count: 1 + those.length }
  })
  const under = (heading: Heading | null): Grouped => {
    const those = own.filter(({ headingId }) => headingId === (heading?.id ?? null)).toSorted((one, other) => other.votes - one.votes)
    return {
      heading,
      points: those,
      count: those.reduce((sum, { count }) => sum + count, 0),
      votes: those.reduce((sum, { votes }) => sum + votes, 0),
    }
  }
  const loose = under(null)
  return [...(loose.points.length > 0 ? [loose] : []), ...headings.map(under)]
}

/** All of them by votes, those with most first; of two with as many the one that more people made. */
export const ranked = (headings: readonly Heading[], points: readonly Point[]): readonly Gathered[] =>
  grouped(headings, points)
    .flatMap(group => group.points)
    .toSorted((one, other) => other.votes - one.votes || other.count - one.count)

/** So many to each; none below zero, and on points that are there. */
export function castVotes(
  votesEach: number,
  points: readonly Pick<Point, 'id' | 'mergedIntoId'>[],
  typed: (id: PointId) => string,
): Ruling<ReadonlyMap<PointId, number>> {
  const cast = new Map<PointId, number>()
  const problems: Problem[] = []
  for (const { id, mergedIntoId } of points) {
    if (mergedIntoId !== null) continue
    const text = typed(id).trim()
    if (text === '' || text === '0') continue
    if (/^[1-9]\d?$/.test(text)) cast.set(id, Number(text))
    else problems.push({ field: `votes-${id}`, text: 'Enter how many of your votes, like 2' })
  }
  const total = [...cast.values()].reduce((sum, votes) => sum + votes, 0)
  if (total > votesEach) {
    const [first] = cast.keys()
    const over = total - votesEach
    problems.push({
      ...(first !== undefined && { field: `votes-${first}` }),
      text: `You have ${votesEach} votes and gave ${total}. Take ${over === 1 ? 'one' : over} back`,
    })
  }
  return problems.length > 0 ? refuse(...problems) : accept(cast)
}

/** Which points go where: only what was changed from what the page had shown, so that two who group at once undo nothing of each other's. */
export function regroup(
  points: readonly Pick<Point, 'id'>[],
  headings: readonly Pick<Heading, 'id'>[],
  typed: (field: string) => string | undefined,
): Ruling<readonly { readonly id: PointId; readonly headingId: HeadingId | null }[]> {
  const known = new Map<string, HeadingId | null>([['', null], ...headings.map(({ id }): [string, HeadingId] => [String(id), id])])
  const moved: { id: PointId; headingId: HeadingId | null }[] = []
  for (const { id } of points) {
    const to = typed(`heading-${id}`)
    if (to === undefined || to === typed(`was-${id}`)) continue
    const headingId = known.get(to)
    if (headingId === undefined) return refuse({ field: `heading-${id}`, text: 'That heading was removed. Select another' })
    moved.push({ id, headingId })
  }
  return accept(moved)
}

/** What it came to, for the minutes: each heading with how many points and votes, its points, and what follows. */
export function summary({ title }: Pick<Workshop, 'title'>, groups: readonly Grouped[]): string {
  const parts = groups
    .filter(({ points }) => points.length > 0)
    .map(({ heading, points, count, votes }) => {
      const head = `${heading?.title ?? 'Other points'} (${counted(count, 'point')}${votes > 0 ? `, ${counted(votes, 'vote')}` : ''}):`
      const lines = points.map(point => `- ${point.text}${point.votes > 0 ? ` (${counted(point.votes, 'vote')})` : ''}`)
      return [head, ...lines, ...(heading?.implication ? [`What follows: ${heading.implication.replaceAll('\n', ' ')}`] : [])].join('\n')
    })
  return [`Workshop: ${title}.`, ...parts].join('\n\n').slice(0, 20_000)
}

export const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`)
