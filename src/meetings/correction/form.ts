import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import type { CorrectionDraft } from './correction.ts'

const words = (called: string, longest: number) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\r\n/g, '\n').trim())
    .refine(typed => typed.length <= longest, `${called} must be ${longest.toLocaleString('en-GB')} characters or fewer`)

const proposal = z.object({
  pieceId: z
    .string()
    .optional()
    .transform(typed => idOf<'minute'>(typed)),
  placeInWords: words('The page or heading', 300),
  was: words('What it says now', 4000),
  shouldRead: words('What it should read', 4000),
  proposedById: z
    .string()
    .optional()
    .transform(typed => idOf<'person'>(typed)),
})
export const readProposal = (body: Fields): Ruling<CorrectionDraft> => readForm(proposal, body)

const decision = z.object({
  state: z.enum(['agreed', 'refused'], { error: 'Select whether the meeting agreed' }),
  at: z.string({ error: 'Select the meeting' }),
  pieceId: z
    .string()
    .optional()
    .transform(typed => idOf<'minute'>(typed)),
  text: words('The text', 20_000),
})
export const readDecision = (body: Fields) => readForm(decision, body)
