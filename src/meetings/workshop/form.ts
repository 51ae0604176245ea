import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { line, lines } from '../form.ts'
import type { WorkshopDraft } from './workshop.ts'

const fields = z.object({
  title: line('Enter what the workshop is about', 200, 'The title must be 200 characters or fewer'),
  prompt: lines(2_000, 'What you ask must be 2,000 characters or fewer'),
  votesEach: z.string('Enter how many votes each has').transform((typed, context): number => {
    const votes = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0
    if (votes < 1 || votes > 50) context.addIssue('Enter how many votes each has, from 1 to 50')
    return votes
  }),
})

export const readWorkshop = (body: Fields): Ruling<WorkshopDraft> => readForm(fields, body)

const begun = fields.extend({
  groupId: z.string('Select a group').transform((typed, context): GroupId => {
    const id = idOf<'group'>(typed)
    if (id !== null) return id
    context.addIssue('Select a group')
    return z.NEVER
  }),
})
export const readNewWorkshop = (body: Fields): Ruling<WorkshopDraft & { readonly groupId: GroupId }> => readForm(begun, body)

const heading = z.object({
  title: line('Enter a heading', 200, 'The heading must be 200 characters or fewer'),
  implication: lines(4_000, 'What follows must be 4,000 characters or fewer'),
})
export const readHeading = (body: Fields): Ruling<{ readonly title: string; readonly implication: string }> => readForm(heading, body)

const wording = z.object({ text: line('Enter how the merged point reads', 1_000, 'A point must be 1,000 characters or fewer') })
export const readWording = (body: Fields): Ruling<{ readonly text: string }> => readForm(wording, body)

const followUp = z.object({
  text: line('Enter what is to be done', 2_000, 'The action must be 2,000 characters or fewer'),
  dueOn: z
    .string()
    .default('')
    .transform((typed, context): Day | null => {
      if (typed.trim() === '') return null
      const day = parseDay(typed)
      if (day === null) context.addIssue('The date is not one. Enter it like 6 May 2009, or leave it empty')
      return day
    }),
})
export const readFollowUp = (body: Fields): Ruling<{ readonly text: string; readonly dueOn: Day | null }> => readForm(followUp, body)
