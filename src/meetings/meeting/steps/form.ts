import { z } from 'zod'
import { type Ruling, refuse } from '../../../kernel/ruling.ts'
import { type Fields, readForm } from '../../../platform/web/index.ts'
import { when } from '../form.ts'
import type { When } from './store.ts'

const reason = (words: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed !== '', words)
    .refine(typed => typed.length <= 500, 'The reason must be 500 characters or fewer')

export function readMove(body: Fields): Ruling<{ readonly when: When; readonly reason: string }> {
  const [timed, said] = [readForm(when, body), readForm(z.object({ reason: reason('Say why it is moved') }), body)]
  if (timed.accepted && said.accepted) return { accepted: true, value: { when: timed.value, reason: said.value.reason } }
  return refuse(...(timed.accepted ? [] : timed.problems), ...(said.accepted ? [] : said.problems))
}

export const readCancellation = (body: Fields): Ruling<{ readonly reason: string }> =>
  readForm(z.object({ reason: reason('Say why it is cancelled') }), body)
