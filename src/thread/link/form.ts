import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { isNodeKind, type NodeRef } from '../node/node.ts'
import { type OwnLinkDraft, ownLinkKinds } from './link.ts'

const fields = z.object({
  to: z
    .string()
    .default('')
    .transform((typed, context): NodeRef => {
      const [, kind = '', id] = typed.match(/^([a-z]+)-(\d+)$/) ?? []
      const number = idOf<'node'>(id)
      if (isNodeKind(kind) && number !== null) return { kind, id: number }
      context.addIssue('Find a record and select it')
      return z.NEVER
    }),
  kind: z.enum(ownLinkKinds, { error: 'Select how the two hang together' }),
  sentence: z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed !== '', 'Say in a sentence why')
    .refine(typed => typed.length <= 500, 'The sentence must be 500 characters or fewer'),
})

export function readLink(from: NodeRef, body: Fields): Ruling<OwnLinkDraft> {
  const read = readForm(fields, body)
  return read.accepted ? accept({ from, ...read.value }) : read
}
