import { z } from 'zod'
import { type Day, dayLabel, parseDay } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { reasonCodes } from '../../performance/index.ts'
import { editionOf, type Fields, overtaken, readForm, text } from '../../platform/web/index.ts'
import { asksReason, type Followed, type Milestone, type Planned, type Progress, ratingNames, ratings, type Update } from './progress.ts'

/** As the page shows it: the fields of one action, without the action's number that its inputs carry. */
export type ProgressFields = Readonly<Record<string, string>>

const dayOrEmpty = (day: Day | null): string => (day === null ? '' : dayLabel(day))

export const fieldsOf = (said: Progress | null, milestones: readonly Milestone[]): ProgressFields => ({
  rating: said?.rating ?? '',
  reasonCode: said?.reasonCode ?? '',
  text: said?.text ?? '',
  nextStep: said?.nextStep ?? '',
  forecastOn: dayOrEmpty(said?.forecastOn ?? null),
  ...Object.fromEntries(
    milestones.flatMap(({ id, forecastOn, metOn }) => [
      [`expected${id}`, dayOrEmpty(forecastOn)],
      [`met${id}`, dayOrEmpty(metOn)],
    ]),
  ),
})

/** The inputs of one action among those of a page. */
export const typedOf = (body: Fields, id: number, shown: ProgressFields): ProgressFields =>
  Object.fromEntries(Object.keys(shown).map(name => [name, text(body, `${name}-${id}`).replaceAll('\r\n', '\n').trim()]))

const words = (longest: number, name: string) =>
  z.string().refine(typed => typed.length <= longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`)
const dayOrNone = z.string().transform((typed, context): Day | null => {
  if (typed === '') return null
  const day = parseDay(typed)
  if (day === null) context.addIssue('This is not a date. Enter it like 6 May 2009, or leave it empty')
  return day
})
const form = z.object({
  rating: z.enum(ratings, 'Choose how it is going'),
  reasonCode: z.enum(['', ...reasonCodes], 'Choose a reason of the list'),
  text: words(5_000, 'What was done'),
  nextStep: words(2_000, 'The next step'),
  forecastOn: dayOrNone,
})

export type Said = {
  readonly update: Update | null
  readonly milestones: readonly (Pick<Milestone, 'forecastOn' | 'metOn'> & { readonly id: number })[]
}

type About = {
  readonly planned: Planned
  readonly action: Followed
  readonly period: Period
  readonly now: ProgressFields
  readonly today: Day
}

/** Whether anything of this action was changed on the page, whoever else changed it meanwhile. */
export const isTouched = (body: Fields, id: number, now: ProgressFields): boolean =>
  text(body, `edition-${id}`) !== editionOf(typedOf(body, id, now))

/** What one action's part of the page says; where only dates of milestones were changed, nothing is said of the action. Fields of problems are ids of inputs. */
export function readProgress(body: Fields, { planned, action, period, now, today }: About): Ruling<Said> {
  const typed = typedOf(body, planned.id, now)
  const own = (problems: readonly Problem[]) =>
    refuse(
      ...problems.map(({ text: said, field }) => (field === undefined ? { text: said } : { text: said, field: `${field}-${planned.id}` })),
    )
  const meanwhile = overtaken(text(body, `edition-${planned.id}`), typed, now, inWords(now, planned.milestones))
  if (meanwhile.length > 0) return own(meanwhile)
  const problems: Problem[] = []
  const milestones = planned.milestones.flatMap(({ id }) => {
    const [forecastOn, metOn] = [dayOrNone.safeParse(typed[`expected${id}`]), dayOrNone.safeParse(typed[`met${id}`])]
    if (!forecastOn.success) problems.push({ field: `expected${id}`, text: notADate })
    if (!metOn.success) problems.push({ field: `met${id}`, text: notADate })
    else if (metOn.data !== null && metOn.data > today)
      problems.push({ field: `met${id}`, text: 'A milestone cannot be met on a day that is still to come' })
    const isChanged = typed[`expected${id}`] !== now[`expected${id}`] || typed[`met${id}`] !== now[`met${id}`]
    return isChanged && forecastOn.success && metOn.success ? [{ id, forecastOn: forecastOn.data, metOn: metOn.data }] : []
  })
  const said = ['rating', 'reasonCode', 'text', 'nextStep', 'forecastOn']
  if (said.every(name => typed[name] === now[name])) return problems.length > 0 ? own(problems) : accept({ update: null, milestones })
  const read = readForm(form, typed)
  if (!read.accepted) problems.unshift(...read.problems)
  else {
    const { rating, reasonCode } = read.value
    if (reasonCode === '' && asksReason(rating, action, period))
      problems.unshift({ field: 'reasonCode', text: `Choose why it is ${ratingNames[rating].toLowerCase()}` })
    if (read.value.text === '' && rating !== 'not-started')
      problems.unshift({ field: 'text', text: 'Say what was done, or what happened, in this period' })
  }
  if (!read.accepted || problems.length > 0) return own(problems)
  const reasonCode = asksReason(read.value.rating, action, period) ? read.value.reasonCode : ''
  const { startsOn, endsOn } = period
  return accept({ update: { ...read.value, reasonCode, plannedActionId: planned.id, startsOn, endsOn, isUnchanged: false }, milestones })
}
const notADate = 'This is not a date. Enter it like 6 May 2009, or leave it empty'

const inWords = (now: ProgressFields, milestones: readonly Milestone[]): Readonly<Record<string, readonly [string, string]>> => ({
  rating: ['How it is going', now['rating'] === '' ? '' : ratingNames[now['rating'] as keyof typeof ratingNames]],
  reasonCode: ['The reason', now['reasonCode'] ?? ''],
  text: ['What was done', now['text'] ?? ''],
  nextStep: ['The next step', now['nextStep'] ?? ''],
  forecastOn: ['When it is expected to end', now['forecastOn'] ?? ''],
  ...Object.fromEntries(
    milestones.flatMap(({ id, text: of }) => [
      [`expected${id}`, [`When “${of}” is expected`, now[`expected${id}`] ?? '']],
      [`met${id}`, [`When “${of}” was met`, now[`met${id}`] ?? '']],
    ]),
  ),
})
