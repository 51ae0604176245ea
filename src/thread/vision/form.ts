import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, texts } from '../../platform/web/index.ts'
import type { AmbitionDraft, VisionDraft } from './vision.ts'

export const line = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`)
export const words = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replaceAll('\r\n', '\n').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`)
export const dayOrNone = (name: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): Day | null => {
      if (typed.trim() === '') return null
      const day = parseDay(typed)
      if (day === null) context.addIssue(`${name} is not a date. Enter it like 6 May 2009, or leave it empty`)
      return day
    })
export const addressOrNone = line(2000, 'The address').refine(
  typed => typed === '' || /^https?:\/\/\S+$/.test(typed),
  'Enter the address with https:// at its beginning, or leave it empty',
)

const visionFields = z.object({
  title: line(300, 'The vision').refine(typed => typed !== '', 'Enter the vision in a sentence'),
  text: words(5000, 'What it means'),
  startsOn: dayOrNone('The first day'),
  endsOn: dayOrNone('The last day'),
  link: addressOrNone,
})

export function readVision(body: Fields): Ruling<VisionDraft> {
  const read = readForm(visionFields, body)
  if (!read.accepted) return read
  const { startsOn, endsOn } = read.value
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    return refuse({ field: 'endsOn', text: 'The last day must not be before the first' })
  return read
}

const ambitionFields = z.object({
  title: line(300, 'The title').refine(typed => typed !== '', 'Enter what is wanted'),
  text: words(5000, 'What it means'),
  parentId: z
    .string()
    .default('')
    .transform(typed => idOf<'ambition'>(typed) as number | null),
})

export function readAmbition(body: Fields): Ruling<AmbitionDraft> {
  const read = readForm(ambitionFields, body)
  if (!read.accepted) return read
  const ticked = (prefix: string) =>
    texts(body, 'serves').flatMap(each => (each.startsWith(prefix) ? (idOf<'served'>(each.slice(prefix.length)) ?? []) : [])) as number[]
  return accept({ ...read.value, themeIds: ticked('theme-'), outcomeIds: ticked('outcome-') })
}
