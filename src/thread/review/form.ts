import { z } from 'zod'
import { type Day, dayLabel, parseDay } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import type { GroupChoice, Places } from './places.ts'
import { type Review, type Subject, subjectKey } from './review.ts'
import type { Held, NewReview } from './store.ts'

const lines = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replaceAll('\r\n', '\n').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`)

const dayNeeded = (words: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): Day => {
      const day = parseDay(typed)
      if (day !== null) return day
      context.addIssue(typed.trim() === '' ? words : 'This is not a date. Enter it like 22 June 2009')
      return z.NEVER
    })
const dayOrNone = z
  .string()
  .default('')
  .transform((typed, context): Day | null => {
    if (typed.trim() === '') return null
    const day = parseDay(typed)
    if (day === null) context.addIssue('This is not a date. Enter it like 22 June 2009, or leave it empty')
    return day
  })

const expected = lines(10_000, 'What is expected')
const setting = z.object({ dueOn: dayNeeded('Enter the date of the review'), expected })
const holding = z.object({
  heldOn: dayNeeded('Enter the date on which it was held'),
  expected,
  happened: lines(10_000, 'What happened').refine(typed => typed !== '', 'Say what happened'),
  changed: lines(5_000, 'What is changed').refine(typed => typed !== '', 'Say what is changed, or that nothing is and why'),
  nextOn: dayOrNone,
})

/** Whose they are that somebody may set dates for: `groups` are those of which they keep the plans. */
export type Settable = { readonly subjects: readonly Subject[]; readonly groups: readonly GroupChoice[] }

export function readNew(body: Fields, { subjects, groups }: Settable): Ruling<NewReview> {
  const form = readForm(setting, body)
  const of = subjects.find(each => subjectKey(each) === text(body, 'of'))
  const chosen = text(body, 'groupId')
  const own = of?.groupIds.find(id => groups.some(group => group.id === id)) ?? null
  const groupId = chosen === '' ? own : (groups.find(({ id }) => String(id) === chosen)?.id ?? null)
  const problems: Problem[] = [
    ...(of === undefined ? [{ field: 'of', text: 'Select what is reviewed' }] : []),
    ...(form.accepted ? [] : form.problems),
    ...(of !== undefined && groupId === null ? [{ field: 'groupId', text: 'Select the group that holds the review' }] : []),
  ]
  if (!form.accepted || of === undefined || groupId === null) return refuse(...problems)
  return accept({ of: { kind: of.kind, id: of.id }, groupId, ...form.value })
}

export function readChange(body: Fields, groups: readonly GroupChoice[]): Ruling<Pick<Review, 'groupId' | 'dueOn' | 'expected'>> {
  const form = readForm(setting, body)
  const group = groups.find(({ id }) => String(id) === text(body, 'groupId'))
  if (form.accepted && group !== undefined) return accept({ ...form.value, groupId: group.id })
  return refuse(
    ...(form.accepted ? [] : form.problems),
    ...(group === undefined ? [{ field: 'groupId', text: 'Select the group that holds the review' }] : []),
  )
}

const mostDays = 12
/** A date on each line. */
export function readDays(typed: string): Ruling<readonly Day[]> {
  const rows = typed
    .split(/[\n;]/)
    .map(each => each.trim())
    .filter(each => each !== '')
  if (rows.length === 0) return refuse({ field: 'days', text: 'Enter at least one date' })
  const unread = rows.find(each => parseDay(each) === null)
  if (unread !== undefined)
    return refuse({ field: 'days', text: `“${unread.slice(0, 60)}” is not a date. Enter dates like 22 June 2009, one on each line` })
  const days = [...new Set(rows.flatMap(each => parseDay(each) ?? []))]
  return days.length > mostDays ? refuse({ field: 'days', text: `Enter ${mostDays} dates or fewer` }) : accept(days)
}

export function readHolding(
  body: Fields,
  { meetings, decisions, revisions }: Places,
  today: Day,
): Ruling<Omit<Held, 'byName'> & { readonly nextOn: Day | null }> {
  const form = readForm(holding, body)
  const [at, decided, step] = ['meetingId', 'decisionId', 'stepId'].map(name => text(body, name)) as [string, string, string]
  const meeting = meetings.find(({ id }) => String(id) === at)
  const decision = decisions.find(({ id }) => String(id) === decided)
  const revision = revisions.find(({ id }) => String(id) === step)
  const problems: Problem[] = [
    ...(form.accepted ? [] : form.problems),
    ...(form.accepted && form.value.heldOn > today
      ? [{ field: 'heldOn', text: 'A review cannot have been held on a day that is still to come' }]
      : []),
    ...(form.accepted && form.value.nextOn !== null && form.value.nextOn <= form.value.heldOn
      ? [{ field: 'nextOn', text: `The next review must be after ${dayLabel(form.value.heldOn)}` }]
      : []),
    ...(at !== '' && meeting === undefined ? [{ field: 'meetingId', text: 'Select a meeting of the list' }] : []),
    ...(decided !== '' && decision === undefined ? [{ field: 'decisionId', text: 'Select a decision of the list' }] : []),
    ...(meeting !== undefined && decision !== undefined && decision.meetingId !== meeting.id
      ? [{ field: 'decisionId', text: 'This decision was made at another meeting' }]
      : []),
    ...(step !== '' && revision === undefined ? [{ field: 'stepId', text: 'Select a revision of the list' }] : []),
  ]
  if (!form.accepted || problems.length > 0) return refuse(...problems)
  return accept({
    ...form.value,
    meetingId: meeting?.id ?? decision?.meetingId ?? null,
    decisionId: decision?.id ?? null,
    stepId: revision?.id ?? null,
  })
}

/** Who may set a date for it: for all of the groups that are theirs, or those of their own. */
export const isOfThese = (groupIds: readonly GroupId[], subject: Subject): boolean => subject.groupIds.some(id => groupIds.includes(id))
