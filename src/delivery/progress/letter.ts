/** What those who report on a plan, and the chair of its group, are written to. */
import type { Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import { dueOf, periodName, standingWords } from './progress.ts'
import { dueWords, type FollowedAction, type FollowedPlan, lastWords, standingIn } from './view.ts'

export type ProgressLetter = { readonly subject: string; readonly paragraphs: readonly string[] }
type About = {
  readonly of: FollowedPlan
  readonly period: Period
  /** Of these nothing was said yet. */
  readonly open: readonly FollowedAction[]
  readonly link: string
  readonly partnership: string
}

export function askingLetter(
  kind: 'asked' | 'reminder' | 'chased',
  { of, period, open, link, partnership, asker }: About & { readonly asker: string },
  today: Day,
): ProgressLetter {
  const name = periodName(period, of.plan)
  const what = open.length === 1 ? 'an action' : `${open.length} actions`
  const due = dueOf(period, of.plan, of.meetings)
  const isLate = today > due.dueOn
  return {
    subject: `${partnership}: ${isLate ? 'your update for' : 'how are your actions going in'} ${name}${isLate ? ' is late' : ''}`,
    paragraphs: [
      `You are asked how ${what} of “${of.plan.title}” (${of.plan.group}) went in ${name}. ${dueWords(due)}.${kind === 'reminder' ? ' Nothing has come from you yet.' : ''}`,
      ...open.map(action => lines(of, action, period, today)),
      open.length === 1 ? 'Say it here:' : 'Say it here, all on one page:',
      link,
      ...(kind === 'chased' ? [`Asked for by ${asker}.`] : []),
    ],
  }
}

export function chairLetter({ of, period, open, link, partnership }: About, today: Day): ProgressLetter {
  const name = periodName(period, of.plan)
  const count = open.length === 1 ? 'One update is missing' : `${open.length} updates are missing`
  return {
    subject: `${partnership}: ${count.charAt(0).toLowerCase()}${count.slice(1)} for ${name}, ${of.plan.title}`,
    paragraphs: [
      `${count} of “${of.plan.title}” (${of.plan.group}). Their owners were asked and reminded.`,
      ...open.map(action => lines(of, action, period, today)),
      'The progress of the plan is here:',
      link,
    ],
  }
}

const lines = (of: FollowedPlan, action: FollowedAction, period: Period, today: Day): string =>
  [
    `${action.record.reference}: ${action.record.text}`,
    standingWords(standingIn(of, action, period, today), periodName(period, of.plan)),
    lastWords(of, action, period),
    ...(action.owners.length === 0 ? [] : [`Owner: ${action.owners.join('; ')}`]),
  ].join('\n')
