import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { line, lines } from '../form.ts'
import { type Beginning, beginnings } from '../question/question.ts'
import { type RequestDraft, seers } from './request.ts'

const dayAsked = (words: string) =>
  z.string(words).transform((typed, context): Day => {
    const day = parseDay(typed)
    if (day !== null) return day
    context.addIssue(`${words}, like 6 May 2009`)
    return z.NEVER
  })

const fields = z.object({
  title: line('Enter what is asked for', 200, 'The title must be 200 characters or fewer'),
  why: lines(4_000, 'What you say about it must be 4,000 characters or fewer'),
  dueOn: dayAsked('Enter the date by which answers are needed'),
  seenBy: z.enum(seers, { error: 'Select who sees the answers' }),
})

export const readRequest = (body: Fields): Ruling<RequestDraft> => readForm(fields, body)

export type NewRequest = RequestDraft & { readonly groupId: GroupId; readonly beginning: Beginning }

const begun = fields.extend({
  groupId: z.string('Select who asks').transform((typed, context): GroupId => {
    const id = idOf<'group'>(typed)
    if (id !== null) return id
    context.addIssue('Select who asks')
    return z.NEVER
  }),
  beginning: z.enum(beginnings, { error: 'Select what you ask for' }),
})

export const readNewRequest = (body: Fields): Ruling<NewRequest> => readForm(begun, body)

const extension = z.object({
  dueOn: dayAsked('Enter the new date'),
  reason: line('Say why there is more time', 1_000, 'The reason must be 1,000 characters or fewer'),
})

export const readExtension = (body: Fields): Ruling<{ readonly dueOn: Day; readonly reason: string }> => readForm(extension, body)
