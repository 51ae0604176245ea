import { z } from 'zod'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { type QuestionDraft, questionKinds } from './question.ts'

const fields = z.object({
  kind: z.enum(questionKinds, { error: 'Select how it is answered' }),
  text: z
    .string('Enter the question')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed !== '', 'Enter the question')
    .refine(typed => typed.length <= 500, 'The question must be 500 characters or fewer'),
  hint: z
    .string()
    .default('')
    .transform(typed => typed.replaceAll('\r\n', '\n').trim())
    .refine(typed => typed.length <= 1_000, 'The hint must be 1,000 characters or fewer'),
  choices: z
    .string()
    .default('')
    .transform(typed =>
      typed
        .split(/\r?\n/)
        .map(each => each.replace(/\s+/g, ' ').trim())
        .filter(each => each !== ''),
    )
    .refine(each => each.every(choice => choice.length <= 200), 'A choice must be 200 characters or fewer'),
  isRequired: z
    .string()
    .default('')
    .transform(typed => typed !== ''),
})

/** All but the file, which comes beside the fields. */
export const readQuestion = (body: Fields): Ruling<Omit<QuestionDraft, 'template'>> => readForm(fields, body)
