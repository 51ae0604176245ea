import { z } from 'zod'
import { parseDay } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { leastBaseline, mostBaseline, type Rebase } from './rebase.ts'

const howMany = `Enter a number of figures from ${leastBaseline} to ${mostBaseline}, or leave it empty`

const longestReason = 4_000

const fields = z.object({
  startsOn: z.string('Select a period').transform((typed, context) => {
    const read = parseDay(typed)
    if (read === null) context.addIssue('Select a period')
    return read ?? z.NEVER
  }),
  reason: z
    .string('Say why the average begins anew')
    .transform(typed => typed.replace(/\r\n/g, '\n').trim())
    .refine(typed => typed !== '', 'Say why the average begins anew: what has changed, or how it is counted now')
    .refine(typed => typed.length <= longestReason, 'The reason must be 4,000 characters or fewer'),
  baselinePoints: z
    .string()
    .default('')
    .transform((typed, context) => {
      const plain = typed.trim()
      if (plain === '') return null
      const number = /^\d{1,3}$/.test(plain) ? Number(plain) : 0
      if (number < leastBaseline || number > mostBaseline) context.addIssue(howMany)
      return number
    }),
})

export const readRebase = (body: Fields): Ruling<Rebase> => readForm(fields, body)
