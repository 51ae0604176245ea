import { z } from 'zod'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { timeOrNone } from '../meeting/form.ts'
import { minutesForms, type Practice } from './practice.ts'

const days = (words: string) =>
  z
    .string(words)
    .refine(typed => /^\s*\d{1,2}\s*$/.test(typed) && Number(typed) <= 60, words)
    .transform(Number)

const fields = z
  .object({
    papersDue: days('Enter how many days before the meeting papers are due, from 0 to 60'),
    papersDueIn: z.enum(['working', 'calendar'], { error: 'Select whether working or calendar days are counted' }),
    agendaDue: days('Enter how many days before the meeting the agenda goes out, from 0 to 60'),
    usualStartsAt: timeOrNone('The usual start'),
    usualEndsAt: timeOrNone('The usual end'),
    usualVenue: z
      .string()
      .default('')
      .transform(typed => typed.replace(/\s+/g, ' ').trim())
      .refine(typed => typed.length <= 300, 'The usual venue must be 300 characters or fewer'),
    minutesForm: z.enum(minutesForms, { error: 'Select what minutes look like' }),
    confirmsClosings: z
      .enum(['yes', 'no'], { error: 'Select whether the group confirms that actions are done' })
      .transform(said => said === 'yes'),
  })
  .superRefine(({ usualStartsAt, usualEndsAt }, context) => {
    if (usualStartsAt !== null && usualEndsAt !== null && usualEndsAt <= usualStartsAt)
      context.addIssue({ code: 'custom', path: ['usualEndsAt'], message: 'The end is not after the start' })
  })

export const readPractice = (body: Fields): Ruling<Practice> => readForm(fields, body)
