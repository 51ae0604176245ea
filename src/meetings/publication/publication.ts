/**
 * Publishing sends the members of a group the notice of a meeting, its agenda and its papers, in one step. Once it was done everybody who takes part sees what is
 * not confidential; done again, it says what is new.
 */
import type { PersonId } from '../../partnership/index.ts'
import type { PlacedItem } from '../agenda/agenda.ts'
import { dayWords, type Meeting, timeWords } from '../meeting/meeting.ts'
import type { Paper } from '../paper/paper.ts'

export type Sees = 'all' | 'open'

/** What the members were told: kept as it was. */
export type Contents = {
  readonly when: string
  readonly venue: string
  readonly items: readonly { readonly id: number; readonly number: string; readonly title: string; readonly isWithheld: boolean }[]
  /** `version` 0 is a paper that is still to come. */
  readonly papers: readonly { readonly id: number; readonly title: string; readonly version: number; readonly isWithheld: boolean }[]
}

export type Publication = {
  readonly id: number
  readonly number: number
  readonly message: string
  readonly contents: Contents
  readonly madeAt: Temporal.Instant
  readonly madeByName: string
  readonly recipients: number
}

export type Member = { readonly personId: PersonId; readonly name: string; readonly email: string | null; readonly sees: Sees }

/** What stands among the papers of an item without being one: it has no number of its own, and takes the item's. */
export type Sheet = { readonly itemId: PlacedItem['id']; readonly title: string }

export function contentsOf(
  meeting: Meeting,
  agenda: readonly PlacedItem[],
  papers: readonly Paper[],
  sheets: readonly Sheet[] = [],
): Contents {
  const withheld = new Set(agenda.filter(({ isConfidential }) => isConfidential).map(({ id }) => id))
  return {
    when: [dayWords(meeting), timeWords(meeting)].filter(words => words !== '').join(', '),
    venue: meeting.venue,
    items: agenda.map(({ id, parentId, number, title }) => ({
      id,
      number,
      title,
      isWithheld: withheld.has(id) || (parentId !== null && withheld.has(parentId)),
    })),
    papers: [
      ...papers
        .filter(({ withdrawnOn }) => withdrawnOn === null)
        .map(({ id, title, versions, isWithheld }) => ({ id, title, version: versions[0]?.number ?? 0, isWithheld })),
      ...sheets.map(({ itemId, title }) => ({ id: -itemId, title, version: 1, isWithheld: withheld.has(itemId) })),
    ],
  }
}

/** What of it somebody may know. */
export const seenBy = (sees: Sees, contents: Contents): Contents =>
  sees === 'all'
    ? contents
    : {
        ...contents,
        items: contents.items.filter(({ isWithheld }) => !isWithheld),
        papers: contents.papers.filter(({ isWithheld }) => !isWithheld),
      }

/** What is new since they were told, a sentence for each. */
export function newsSince(before: Contents, now: Contents): string[] {
  const itemBefore = new Map(before.items.map(each => [each.id, each]))
  const itemNow = new Set(now.items.map(({ id }) => id))
  const versionBefore = new Map(before.papers.map(({ id, version }) => [id, version]))
  const paperNow = new Set(now.papers.map(({ id }) => id))
  return [
    ...(before.when === now.when ? [] : [`The meeting is now on ${now.when}; it was to be on ${before.when}.`]),
    ...(before.venue === now.venue ? [] : [now.venue === '' ? 'The venue is to be confirmed.' : `The venue is now ${now.venue}.`]),
    ...now.items.filter(({ id }) => !itemBefore.has(id)).map(({ title }) => `New item: ${title}.`),
    ...before.items.filter(({ id }) => !itemNow.has(id)).map(({ title }) => `No longer on the agenda: ${title}.`),
    ...now.papers.flatMap(({ id, title, version }) => {
      const was = versionBefore.get(id) ?? 0
      if (version === 0 || version === was) return []
      return [was === 0 ? `New paper: ${title}.` : `New version of a paper: ${title}, version ${version}.`]
    }),
    ...before.papers.filter(({ id, version }) => version > 0 && !paperNow.has(id)).map(({ title }) => `Withdrawn: ${title}.`),
  ]
}

/** What a member is written. */
export function noticeParagraphs(
  contents: Contents,
  before: Contents | null,
  {
    message,
    joiningLink,
    isOver,
    link,
  }: { readonly message: string; readonly joiningLink: string; readonly isOver: boolean; readonly link: string },
): string[] {
  const here = contents.papers.filter(({ version }) => version > 0)
  const toCome = contents.papers.filter(({ version }) => version === 0)
  const news = before === null ? [] : newsSince(before, contents)
  return [
    ...(message === '' ? [] : [message]),
    ...(news.length === 0 ? [] : [['What is new:', ...news.map(each => `- ${each}`)].join('\n')]),
    ...(isOver
      ? []
      : [
          [
            `When: ${contents.when}`,
            `Where: ${contents.venue === '' ? 'to be confirmed' : contents.venue}`,
            ...(joiningLink === '' ? [] : [`Join: ${joiningLink}`]),
          ].join('\n'),
          ...(contents.items.length === 0
            ? []
            : [['Agenda:', ...contents.items.map(({ number, title }) => `${number === '' ? '-' : number} ${title}`)].join('\n')]),
        ]),
    ...(here.length === 0 ? [] : [['Papers:', ...here.map(({ title }) => `- ${title}`)].join('\n')]),
    ...(isOver || toCome.length === 0 ? [] : [['Still to come:', ...toCome.map(({ title }) => `- ${title}`)].join('\n')]),
    'Agenda and papers are here:',
    link,
  ]
}
