import { z } from 'zod'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'

const fields = z.object({
  reason: z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed !== '', 'Say why it does not serve the indicator, so that nobody looks at it again')
    .refine(typed => typed.length <= 500, 'The reason must be 500 characters or fewer'),
})

export const readReason = (body: Fields): Ruling<{ readonly reason: string }> => readForm(fields, body)
