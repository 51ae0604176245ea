/** What is kept of a piece when its writer may not have seen the latest of it. */

import { type Compare, merge } from './merge.ts'
import { type FieldName, fieldNames, fieldsOf, type Piece, type Seen, type Typed } from './minute.ts'

export type Content = Pick<Piece, 'kind' | 'text' | 'isWithheld' | 'typed'>

export type Reconciled = Content & {
  /** `merged`: what another wrote meanwhile was put together with it; `both`: where the two had changed the same lines, both versions stay. */
  readonly how: 'as-sent' | 'merged' | 'both'
}

/**
 * `seen` is what the writer began with, and whatever they sent since without an answer: where the piece still is one of these, nobody else has changed it, and what
 * was sent twice is kept once.
 */
export function reconcile(
  sent: Content,
  seen: readonly Seen[],
  now: Content | null,
  { compare, who }: { readonly compare: Compare; readonly who: string },
): Reconciled {
  if (now === null || isSame(now, sent) || seen.some(each => isSame(each, now))) return { ...sent, how: 'as-sent' }
  const base = seen[0] ?? { kind: sent.kind, text: '', isWithheld: false, typed: {} }
  const { text, isSettled } = merge(base.text, now.text, sent.text, { compare, who })
  const names = fieldNames.filter((name, at) => fieldNames.indexOf(name) === at)
  const lost = names.filter(name => isClash(base.typed[name], now.typed[name], sent.typed[name]))
  const typed = {
    ...Object.fromEntries(
      names
        .map(name => [name, isTouched(base.typed[name], now.typed[name]) ? now.typed[name] : sent.typed[name]])
        .filter(([, value]) => value !== undefined),
    ),
    ...(now.typed.chosen || sent.typed.chosen ? { chosen: { ...now.typed.chosen, ...sent.typed.chosen } } : {}),
  } as Typed
  const told = lost.map(name => `[${who} wrote for ${nameOf(name)}: ${sent.typed[name] || 'nothing'}]`)
  return {
    kind: now.kind === base.kind ? sent.kind : now.kind,
    text: [text, ...told].filter(each => each !== '').join('\n'),
    isWithheld: now.isWithheld === base.isWithheld ? sent.isWithheld : now.isWithheld,
    typed,
    how: isSettled && lost.length === 0 ? 'merged' : 'both',
  }
}

const isTouched = (was = '', is = ''): boolean => was !== is
const isClash = (base: string | undefined, theirs: string | undefined, mine: string | undefined): boolean =>
  isTouched(base, theirs) && isTouched(base, mine) && isTouched(theirs, mine)

export const isSame = (one: Content, other: Content): boolean => inWords(one) === inWords(other)
const inWords = ({ kind, text, isWithheld, typed }: Content): string => {
  const fields = fieldsOf[kind] as readonly FieldName[]
  return JSON.stringify([
    kind,
    text.replace(/\r\n?/g, '\n').trim(),
    isWithheld,
    fields.map(name => typed[name] ?? ''),
    Object.entries(typed.chosen ?? {}).toSorted(),
  ])
}

const nameOf = (name: FieldName): string => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
