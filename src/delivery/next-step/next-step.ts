/**
 * A next step is what is usually done about a reason that the commentary gives: a link to where it is done, a letter by mail, an action of the group that answers
 * for the indicator, or an item on its forward plan. What was carried out is kept, so that nobody does it twice.
 */

import type { Action } from '../../actions/index.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import type { MeetingId } from '../../meetings/index.ts'
import type { AreaId, GroupId } from '../../partnership/index.ts'
import type { IndicatorId, ReasonCode } from '../../performance/index.ts'

export const stepKinds = [
  'definition',
  'ask-measure',
  'review-date',
  'chase-figures',
  'plan-letter',
  'plan-action',
  'chair-letter',
  'engage-action',
  'delivery-action',
  'ask-target',
] as const
export type StepKind = (typeof stepKinds)[number]

/** What is usually done about each reason. */
export const usualSteps: Readonly<Record<ReasonCode, readonly StepKind[]>> = {
  measure: ['definition', 'ask-measure'],
  timeframe: ['review-date'],
  'data-quality': ['chase-figures'],
  'data-late': ['chase-figures'],
  'no-plan': ['plan-letter', 'plan-action'],
  'plan-not-robust': ['plan-letter', 'plan-action'],
  'no-engagement': ['chair-letter', 'engage-action'],
  delivery: ['delivery-action'],
  external: ['ask-target'],
  funding: ['ask-target'],
}

/** How each is done: a link leads to where; the others are done here, with what they say. */
export const stepForms = {
  definition: 'link',
  'ask-measure': 'item',
  'review-date': 'link',
  'chase-figures': 'mail',
  'plan-letter': 'link',
  'plan-action': 'action',
  'chair-letter': 'link',
  'engage-action': 'action',
  'delivery-action': 'action',
  'ask-target': 'item',
} as const satisfies Readonly<Record<StepKind, 'link' | 'mail' | 'action' | 'item'>>

/** Those that are carried out here. */
export type DoneHere = { [Kind in StepKind]: (typeof stepForms)[Kind] extends 'link' ? never : Kind }[StepKind]
export const isDoneHere = (kind: StepKind): kind is DoneHere => stepForms[kind] !== 'link'

export type Offer = { readonly kind: StepKind; readonly because: readonly ReasonCode[] }

/** Each step once, with the reasons that ask for it, in the order of the steps. */
export const offersFor = (codes: readonly ReasonCode[]): Offer[] =>
  stepKinds
    .map(kind => ({ kind, because: codes.filter(code => usualSteps[code].includes(kind)) }))
    .filter(({ because }) => because.length > 0)

/** What was carried out, and what has become of it. */
export type Taken = Period & {
  readonly id: number
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly kind: DoneHere
  readonly said: string
  /** Who was written to. */
  readonly toNames: string
  readonly byName: string
  readonly onDay: Day
  readonly actionId: number | null
  readonly forwardItemId: number | null
}

/** It need not be done again: a letter goes once a day, and what was added counts for as long as it is there. */
export function isSettled({ kind, onDay, actionId, forwardItemId }: Taken, today: Day): boolean {
  const form = stepForms[kind]
  return form === 'mail' ? onDay === today : (form === 'action' ? actionId : forwardItemId) !== null
}

/** What has become of the actions and items that were added. */
export type AddedAction = {
  readonly id: number
  readonly reference: string
  readonly state: Action['state']
  readonly outcome: string
  readonly groupId: GroupId | null
  readonly isConfidential: boolean
}
export type AddedItem = {
  readonly id: number
  readonly groupId: GroupId
  readonly title: string
  readonly meetingId: MeetingId | null
  readonly onDay: Day | null
}
/** A meeting of the group that is to come. */
export type MeetingChoice = { readonly id: MeetingId; readonly name: string }

export const stepTitles: Readonly<Record<StepKind, string>> = {
  definition: 'Look at its definition',
  'ask-measure': 'Ask for another measure',
  'review-date': 'Set a date for a review',
  'chase-figures': 'Write to whoever reports its figures',
  'plan-letter': 'Ask for the plan',
  'plan-action': 'Give the group’s lead an action about the plan',
  'chair-letter': 'Write to the chair of a group that stays away',
  'engage-action': 'Give the group’s lead an action about taking part',
  'delivery-action': 'Give the group’s lead an action',
  'ask-target': 'Ask for another target',
}

/** What is known when one is drafted. */
export type About = {
  /** NI 117, or its title where it has no reference. */
  readonly short: string
  readonly name: string
  readonly period: string
  readonly commentary: string
  readonly codes: readonly ReasonCode[]
  readonly from: string
  readonly partnership: string
}

/** What it says until somebody changes that: the letter, the action, or the item of the forward plan. */
export function draftOf(kind: DoneHere, about: About): string {
  const { short, name } = about
  switch (kind) {
    case 'ask-measure':
      return `Ask for another measure than ${short}`
    case 'ask-target':
      return `Ask for another target of ${short}`
    case 'plan-action':
      return about.codes.includes('no-plan') ? `Write a delivery plan that serves ${name}` : `Make the delivery plan robust for ${name}`
    case 'engage-action':
      return `Find out what keeps those who are to deliver ${name} from taking part, and say what would help`
    case 'delivery-action':
      return `Say what will be done otherwise about ${name}, and by when it should show`
    case 'chase-figures':
      return chaser(about)
  }
}

function chaser({ name, period, codes, from, partnership }: About): string {
  const trouble = [
    codes.includes('data-late') ? `The figures of ${name} for ${period} came late.` : '',
    codes.includes('data-quality') ? `The figures of ${name} for ${period} are not reliable.` : '',
  ].filter(each => each !== '')
  const asks = [
    ...(codes.includes('data-late')
      ? ['Please enter the next ones by the day on which the period closes, or say by when we can expect them.']
      : []),
    ...(codes.includes('data-quality') ? ['Please look at them again, correct what is wrong, and say how they were counted.'] : []),
  ]
  return [
    trouble.join(' '),
    asks.join(' '),
    'If something stands in the way, please tell us what would help.',
    `${from}\n${partnership}`,
  ].join('\n\n')
}

/** What the item says under its title: why, in the words of the commentary. */
export const detailOf = ({ period, commentary }: Pick<About, 'period' | 'commentary'>): string =>
  `Why, in ${period}: ${commentary.replaceAll(/\s+/g, ' ')}`.slice(0, 4_000)

export const takenWords = ({ byName, onDay, toNames }: Pick<Taken, 'byName' | 'onDay' | 'toNames'>): string =>
  toNames === '' ? `${byName}, ${dayLabel(onDay)}` : `Sent by mail to ${toNames} on ${dayLabel(onDay)} by ${byName}`
