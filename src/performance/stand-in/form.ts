import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import type { ProxyDraft } from './stand-in.ts'

const paragraphs = (longest: number, tooLong: string) =>
  z
    .string()
    .transform(typed => typed.replace(/\r\n/g, '\n').trim())
    .refine(typed => typed.length <= longest, tooLong)

const proxy = z.object({
  proxyId: z.string('Select another indicator of this agreement').transform((typed, context) => {
    const id = idOf<'indicator'>(typed)
    if (id === null) context.addIssue('Select another indicator of this agreement')
    return id ?? z.NEVER
  }),
  reason: paragraphs(1000, 'The reason must be 1,000 characters or fewer').refine(typed => typed !== '', 'Say why it can stand in'),
})
export const readProxy = (body: Fields): Ruling<ProxyDraft> => readForm(proxy, body)

const text = z.object({ content: paragraphs(4000, 'The text must be 4,000 characters or fewer') })
export const readText = (body: Fields): Ruling<{ readonly content: string }> => readForm(text, body)
