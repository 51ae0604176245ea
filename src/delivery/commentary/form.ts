import { z } from 'zod'
import { accept, type Ruling } from '../../kernel/ruling.ts'
import { reasonCodes } from '../../performance/index.ts'
import { type Fields, readForm, texts } from '../../platform/web/index.ts'
import type { Said } from './commentary.ts'

const story = z.object({
  text: z
    .string('Say why it is where it is')
    .transform(typed => typed.replaceAll('\r\n', '\n').trim())
    .refine(typed => typed !== '', 'Say why it is where it is')
    .refine(typed => typed.length <= 5_000, 'The commentary must be 5,000 characters or fewer'),
})

/** Reasons are chosen from a list: one that is not in it was not chosen. */
export function readCommentary(body: Fields): Ruling<Said> {
  const form = readForm(story, body)
  if (!form.accepted) return form
  const chosen = texts(body, 'reasons')
  return accept({ ...form.value, reasonCodes: reasonCodes.filter(code => chosen.includes(code)) })
}
