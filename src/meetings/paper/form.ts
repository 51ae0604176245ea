import { z } from 'zod'
import { parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import { purposes } from '../forward-plan/forward-plan.ts'
import type { CoverSheet, PaperDraft } from './paper.ts'

const line = (most: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= most, tooLong)
const prose = (most: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replaceAll('\r\n', '\n').trim())
    .refine(typed => typed.length <= most, tooLong)

const paperFields = z.object({
  title: line(300, 'The title must be 300 characters or fewer').refine(typed => typed !== '', 'Enter what the paper is called'),
  itemId: z
    .string()
    .default('')
    .transform(typed => idOf<'agenda-item'>(typed)),
  dueOn: z
    .string()
    .default('')
    .transform(typed => typed.trim())
    .refine(typed => typed === '' || parseDay(typed) !== null, 'Enter the day as in 6 May 2009')
    .transform(typed => parseDay(typed)),
  isConfidential: z
    .string()
    .optional()
    .transform(typed => typed === 'yes'),
})

/** All but who brings it, which has to be looked for. */
export const readPaper = (body: Fields): Ruling<Omit<PaperDraft, 'personId'>> => readForm(paperFields, body)

/** A link is an address on the web; '' where none was typed. */
export function readLink(body: Fields): Ruling<string> {
  const link = text(body, 'link').trim()
  if (link === '') return accept('')
  const url = URL.parse(link)
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || link.length > 1_000)
    return refuse({ field: 'link', text: 'Enter the whole address of the paper, beginning with https://' })
  return accept(url.href)
}

export const readNote = (body: Fields): Ruling<{ note: string }> =>
  readForm(z.object({ note: line(500, 'What is new must be 500 characters or fewer') }), body)

export const readReason = (body: Fields): Ruling<{ reason: string }> =>
  readForm(z.object({ reason: line(500, 'The reason must be 500 characters or fewer') }), body)

const coverFields = z.object({
  author: line(300, 'The author must be 300 characters or fewer').refine(typed => typed !== '', 'Enter who wrote the paper'),
  purpose: z.enum(purposes, { error: 'Select what the meeting is asked to do' }),
  recommendation: prose(4_000, 'The recommendation must be 4,000 characters or fewer').refine(
    typed => typed !== '',
    'Enter what the meeting is recommended to do',
  ),
  summary: prose(8_000, 'The summary must be 8,000 characters or fewer'),
  finance: prose(4_000, 'What it means for money must be 4,000 characters or fewer'),
  risk: prose(4_000, 'What it means for risk must be 4,000 characters or fewer'),
  equality: prose(4_000, 'What it means for equality must be 4,000 characters or fewer'),
})
export const readCoverSheet = (body: Fields): Ruling<CoverSheet> => readForm(coverFields, body)
