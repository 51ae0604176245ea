import { z } from 'zod'
import { parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { type BreakDraft, breakKinds } from './series-break.ts'

const firstDay = 'Enter the first day of the first period that is counted in the new way, like 1 April 2010'

const fields = z.object({
  areaId: z
    .string()
    .default('')
    .transform(typed => idOf<'area'>(typed)),
  kind: z.enum(breakKinds, { error: 'Select what changed' }),
  startsOn: z.string(firstDay).transform((typed, context) => {
    const read = parseDay(typed)
    if (read === null) context.addIssue(firstDay)
    return read ?? z.NEVER
  }),
  sentence: z
    .string('Say what changed')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed !== '', 'Say what changed, in a sentence')
    .refine(typed => typed.length <= 1000, 'The sentence must be 1,000 characters or fewer'),
})

export const readBreak = (body: Fields): Ruling<BreakDraft> => readForm(fields, body)
