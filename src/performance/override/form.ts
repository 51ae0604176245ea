import { z } from 'zod'
import { parseDay } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { bands } from '../scheme/scheme.ts'
import type { OverrideDraft } from './override.ts'

const fields = z.object({
  band: z.enum(bands, { error: 'Select a judgement' }),
  reason: z
    .string('Say why it is judged otherwise')
    .transform(typed => typed.replace(/\r\n/g, '\n').trim())
    .refine(typed => typed !== '', 'Say why it is judged otherwise')
    .refine(typed => typed.length <= 2000, 'The reason must be 2,000 characters or fewer'),
  until: z.string('Enter the day on which this ends, like 6 May 2010').transform((typed, context) => {
    const read = parseDay(typed)
    if (read === null) context.addIssue('Enter the day on which this ends, like 6 May 2010')
    return read ?? z.NEVER
  }),
})

export const readOverride = (body: Fields): Ruling<OverrideDraft> => readForm(fields, body)
