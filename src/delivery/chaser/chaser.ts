/** The chaser: a letter to the chair of a group whose plan is owed, with what is missing and by when, and the reminders that go by themselves around the date. */
import { addDays, type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import { planYear } from '../plan/plan.ts'
import { daysWords, type Line, lineStateOf, type RequirementId } from '../requirement/requirement.ts'

export type ChaserId = number
export type Chaser = {
  readonly id: ChaserId
  readonly requirementId: RequirementId
  readonly text: string
  readonly sentOn: Day | null
  readonly sentByName: string
  readonly sentTo: string
  readonly byMail: boolean
}

/** A line of the checklist for which there is something to chase: owed, and not with those who sign off. */
export type Owed = Line & { readonly requirement: NonNullable<Line['requirement']> }
export const isToChase = (line: Line): line is Owed => line.requirement !== null && !['submitted', 'signed-off'].includes(lineStateOf(line))

export type Known = {
  readonly line: Owed
  /** To whom it goes; '' where nobody chairs the group. */
  readonly to: string
  /** Sentences of what is missing in what has been written. */
  readonly missing: readonly string[]
  readonly from: string
  readonly partnership: string
}

export function draftOf({ line, to, missing, from, partnership }: Known, today: Day): string {
  const { group, plan } = line
  const paragraphs = [
    `Dear ${to === '' ? 'colleague' : to}`,
    `${group} owes a delivery plan for ${planYear(line)}. ${dueSentence(line, today)}`,
    soFar(line),
    plan === null || missing.length === 0 ? '' : ['What is still missing in it:', ...missing.map(each => `- ${each}`)].join('\n'),
    `${askingFor(line, today)} If something stands in the way, please tell us what would help.`,
    ['Yours sincerely', '', from, partnership].join('\n'),
  ]
  return paragraphs.filter(each => each !== '').join('\n\n')
}

function dueSentence({ requirement: { dueOn } }: Owed, today: Day): string {
  if (today < dueOn) return `It is due on ${dayLabel(dueOn)}.`
  return today === dueOn ? 'It is due today.' : `It was due on ${dayLabel(dueOn)}, ${daysWords(daysBetween(dueOn, today))} ago.`
}

function soFar(line: Owed): string {
  const { plan } = line
  if (plan === null) return 'We have had no plan so far.'
  const called = `“${plan.title}”`
  if (lineStateOf(line) !== 'returned') return `${called} has been begun, and is not submitted.`
  return `${called} was returned${plan.returnedBecause === '' ? '' : `, with these reasons: ${plan.returnedBecause}`}`
}

/** By the next date there is. */
function askingFor({ requirement: { dueOn, secondDueOn } }: Owed, today: Day): string {
  if (today <= dueOn) return `Please see that it is submitted by ${dayLabel(dueOn)}.`
  if (secondDueOn !== null && today <= secondDueOn)
    return `Please see that it is submitted by ${dayLabel(secondDueOn)}, the second date for those who missed the first.`
  return secondDueOn === null
    ? 'Please submit it now, or tell us by which day we can expect it.'
    : `The second date, ${dayLabel(secondDueOn)}, has passed as well. Please submit it now, or tell us by which day we can expect it.`
}

/** As a mail says it, which greets by itself. */
export function paragraphsOf(text: string): string[] {
  const paragraphs = text.split(/\n{2,}/).filter(each => each.trim() !== '')
  return /^Dear .+$/.test(paragraphs[0] ?? '') ? paragraphs.slice(1) : paragraphs
}

export const sentWords = ({ sentOn, sentByName, sentTo, byMail }: Chaser): string =>
  sentOn === null ? '' : `Sent on ${dayLabel(sentOn)} by ${sentByName}${sentTo === '' ? '' : ` to ${sentTo}`}${byMail ? ', by mail' : ''}`

/** So many days before a date its group is reminded of it. */
const daysBefore = 7
export const occasions = ['before', 'after', 'before-second', 'after-second'] as const
export type Occasion = (typeof occasions)[number]

/**
 * Which reminder falls due in the days after `since` up to today: a week before each date, and on the day after it. Where a server was down over several, the
 * latest speaks for all. The second date is said only to those who missed the first.
 */
export function reminderFor({ dueOn, secondDueOn }: Owed['requirement'], since: Day, today: Day): Occasion | null {
  const falls = (day: Day) => day > since && day <= today
  const days: readonly (readonly [Occasion, Day])[] = [
    ['before', addDays(dueOn, -daysBefore)],
    ['after', addDays(dueOn, 1)],
    ...(secondDueOn === null
      ? []
      : ([
          // So that it never comes with the word that the first has passed.
          ['before-second', [addDays(secondDueOn, -daysBefore), addDays(dueOn, 2)].toSorted().at(-1) ?? secondDueOn],
          ['after-second', addDays(secondDueOn, 1)],
        ] as const)),
  ]
  return days.filter(([, day]) => falls(day)).at(-1)?.[0] ?? null
}

export function reminderSubject(line: Owed, today: Day): string {
  const { dueOn, secondDueOn } = line.requirement
  const next = today <= dueOn ? dueOn : secondDueOn !== null && today <= secondDueOn ? secondDueOn : null
  const plan = `The delivery plan of ${line.group} for ${planYear(line)}`
  if (today <= dueOn) return `${plan} is due on ${dayLabel(dueOn)}`
  return next === null ? `${plan} is ${daysWords(daysBetween(dueOn, today))} late` : `${plan} is late: the second date is ${dayLabel(next)}`
}
