/**
 * The workplan sheet of a group for a meeting, under the standing headings. Each heading is filled from what is known until somebody writes it anew; a line that is
 * deleted is left out, one that is added stays. Once the meeting was held the sheet stands as it was.
 */
import { addMonths, type Day, dayLabel } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import type { Rating } from '../progress/progress.ts'

export const headings = [
  'updates',
  'achievements',
  'barriers',
  'cross-cutting',
  'assurance',
  'resources',
  'hotspots',
  'milestones',
] as const
export type Heading = (typeof headings)[number]
export const headingNames: Readonly<Record<Heading, string>> = {
  updates: 'Updates asked for at earlier meetings',
  achievements: 'Achievements',
  barriers: 'Barriers to delivery, risks and actions needed',
  'cross-cutting': 'Cross-cutting opportunities',
  assurance: 'Assurance where data is not available',
  resources: 'Resource issues',
  hotspots: 'Locality and hotspot issues',
  milestones: 'Milestones due in the next period',
}

/** What is known of a group when its sheet is filled; without what is confidential. */
export type Known = {
  readonly matters: readonly {
    readonly reference: string
    readonly text: string
    readonly dueOn: Day | null
    readonly dueAsTyped: string
  }[]
  readonly actions: readonly KnownAction[]
  /** Where its indicators are off target within the whole. */
  readonly places: readonly { readonly name: string; readonly areas: readonly string[] }[]
  readonly indicators: readonly {
    readonly name: string
    readonly judgement: string
    readonly words: string
    readonly reasons: readonly string[]
  }[]
}
export type KnownAction = {
  readonly reference: string
  readonly text: string
  readonly isOpen: boolean
  /** What was said for the period that is reported; null for nothing. */
  readonly said: {
    readonly rating: Rating
    readonly reason: string
    readonly isFunding: boolean
    readonly text: string
    readonly nextStep: string
  } | null
  readonly rating: string
  /** No update for Q2 2026-27, due 14 October 2026, 12 days late; '' where none is missing. */
  readonly missing: string
  readonly hasResources: boolean
  /** Of its indicators, where they are of several. */
  readonly themes: readonly string[]
  readonly milestones: readonly {
    readonly text: string
    readonly plannedOn: Day | null
    readonly forecastOn: Day | null
    readonly metOn: Day | null
  }[]
}
export type Lines = Readonly<Record<Heading, readonly string[]>>

export type When = { readonly meetingDay: Day; readonly today: Day; readonly period: Period | null; readonly every: 'month' | 'quarter' }

export function filled({ matters, actions, indicators, places }: Known, { meetingDay, today, period, every }: When): Lines {
  const asOf = today < meetingDay ? today : meetingDay
  const until = addMonths(meetingDay, every === 'month' ? 1 : 3)
  const milestones = actions.flatMap(action => action.milestones.map(milestone => ({ action, ...milestone })))
  const expected = ({ plannedOn, forecastOn }: { plannedOn: Day | null; forecastOn: Day | null }) => forecastOn ?? plannedOn
  return {
    updates: matters.map(
      ({ reference, text, dueOn, dueAsTyped }) =>
        `${reference}: ${sentence(text)}${dueOn !== null ? ` Due ${dayLabel(dueOn)}.` : dueAsTyped === '' ? '' : ` Due: ${dueAsTyped}.`}`,
    ),
    achievements: [
      ...actions.flatMap(({ reference, text, said }) =>
        said?.rating === 'complete' ? [line(reference, text, 'complete', said.text)] : [],
      ),
      ...milestones
        .filter(({ metOn }) => metOn !== null && metOn <= asOf && metOn >= (period?.startsOn ?? asOf))
        .map(({ action, text, metOn }) => `${action.reference}: milestone met on ${dayLabel(metOn as Day)}: ${sentence(text)}`),
    ],
    barriers: [
      ...actions.flatMap(({ reference, text, said, rating }) =>
        said === null || (said.rating !== 'at-risk' && said.rating !== 'off-track')
          ? []
          : [
              `${line(reference, text, rating.toLowerCase(), said.reason, said.text)}${said.nextStep === '' ? '' : ` Needed: ${sentence(said.nextStep)}`}`,
            ],
      ),
      ...actions.flatMap(({ reference, text, missing }) => (missing === '' ? [] : [line(reference, text, missing)])),
      ...milestones
        .filter(({ plannedOn, metOn, action }) => action.isOpen && metOn === null && plannedOn !== null && plannedOn < asOf)
        .map(
          ({ action, text, plannedOn, forecastOn }) =>
            `${action.reference}: milestone not met: ${sentence(text)} Planned for ${dayLabel(plannedOn as Day)}${forecastOn === null ? '' : `, expected ${dayLabel(forecastOn)}`}.`,
        ),
    ],
    'cross-cutting': actions.flatMap(({ reference, text, themes, isOpen }) =>
      isOpen && themes.length > 1 ? [line(reference, text, `serves ${themes.join(' and ')}`)] : [],
    ),
    assurance: indicators.filter(({ judgement }) => judgement === 'none').map(indicatorLine),
    resources: [
      ...actions.flatMap(({ reference, text, said }) => (said?.isFunding ? [line(reference, text, said.reason, said.text)] : [])),
      ...actions.flatMap(({ reference, text, hasResources, isOpen }) =>
        hasResources || !isOpen ? [] : [line(reference, text, 'no people or money are named')],
      ),
    ],
    hotspots: [
      ...indicators.filter(({ judgement }) => judgement === 'off-target').map(indicatorLine),
      ...places.map(({ name, areas }) => `${name}: off target in ${list(areas)}.`),
    ],
    milestones: milestones
      .filter(each => {
        const on = expected(each)
        return each.metOn === null && on !== null && on >= asOf && on <= until
      })
      .toSorted((a, b) => ((expected(a) ?? '') < (expected(b) ?? '') ? -1 : 1))
      .map(each => `${dayLabel(expected(each) as Day)}: ${bare(each.text)} (${each.action.reference})`),
  }
}

const line = (reference: string, text: string, ...said: readonly string[]): string =>
  `${reference} ${bare(text)}: ${said
    .filter(words => words !== '')
    .map(sentence)
    .join(' ')}`
const bare = (text: string): string => oneLine(text).replace(/\.$/, '')
const sentence = (text: string): string => (/[.?!]$/.test(oneLine(text)) || text === '' ? oneLine(text) : `${oneLine(text)}.`)
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const list = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names)
const indicatorLine = ({ name, words, reasons }: Known['indicators'][number]): string =>
  `${name}: ${[...new Set([words, ...reasons])].map(sentence).join(' ')}`

export type Texts = ReadonlyMap<Heading, string>

/** Under each heading what somebody wrote, or else what is known. */
export const sheetLines = (lines: Lines, texts: Texts): Lines =>
  Object.fromEntries(headings.map(heading => [heading, texts.has(heading) ? linesIn(texts.get(heading) ?? '') : lines[heading]])) as Lines

export const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map(each => each.replace(/^\s*[-•*]\s+/, '').trim())
    .filter(each => each !== '')
