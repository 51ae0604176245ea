import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { type Answers, type Offered, outcomes, type Question, questionWords } from './four-rs.ts'

const lines = z
  .string()
  .default('')
  .transform(typed => typed.replaceAll('\r\n', '\n').trim())
  .refine(typed => typed.length <= 3_000, 'This must be 3,000 characters or fewer')
const answer = (question: Question) => lines.refine(typed => typed !== '', questionWords[question].missing)

/** One of those that were offered, or none. */
const oneOf = <Kind extends { readonly id: number }>(offered: readonly Kind[], gone: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): Kind['id'] | null => {
      if (typed === '') return null
      const found = offered.find(({ id }) => String(id) === typed)
      if (found === undefined) context.addIssue(gone)
      return found?.id ?? null
    })

export function readReview(body: Fields, offered: Offered, today: Day): Ruling<Answers> {
  const review = z.object({
    realistic: answer('realistic'),
    rationale: answer('rationale'),
    value: answer('value'),
    reports: answer('reports'),
    outcome: z.enum(outcomes, 'Choose what comes of it'),
    note: lines,
    onDay: z
      .string()
      .default('')
      .transform((typed, context): Day => {
        const day = parseDay(typed)
        if (day === null) context.addIssue('Enter the day of the review like 6 May 2009')
        else if (day > today) context.addIssue('The day of the review cannot be in the future')
        return day ?? z.NEVER
      }),
    meetingId: oneOf(offered.meetings, 'That meeting is not there any more. Choose again'),
    decisionId: oneOf(offered.decisions, 'That decision is not there any more. Choose again'),
  })
  return readForm(review, body)
}
