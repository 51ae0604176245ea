import { createHash } from 'node:crypto'
import type { Problem } from '../../kernel/ruling.ts'
import { cut } from '../../kernel/text.ts'
import { texts } from './forms.ts'
import type { Fields } from './visit.ts'

/** What a form showed, in short. It comes back with the form, so that whoever saves over a change they have not seen is asked first. */
export const editionOf = (shown: Fields): string => createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)

/**
 * What to say to somebody whose form shows what is no longer so; empty when nothing has changed or they typed the same.
 * `now` holds the fields as they would be shown, `inWords` what each is called and how it reads.
 */
export function overtaken(
  edition: string,
  typed: Fields,
  now: Fields,
  inWords: Readonly<Record<string, readonly [name: string, value: string]>>,
): Problem[] {
  if (edition === editionOf(now)) return []
  const differing = Object.entries(inWords).filter(([field]) => texts(typed, field).join('\n') !== texts(now, field).join('\n'))
  if (differing.length === 0) return []
  return [
    {
      text: 'Somebody has changed this since you opened it, and nothing of yours is saved yet. Look at what differs, then save again to replace it',
    },
    ...differing.map(([field, [name, value]]) => ({ field, text: `${name} is ${value === '' ? 'empty' : `“${shortened(value)}”`} now` })),
  ]
}

const shortened = (text: string): string => (text.length > 200 ? `${cut(text, 200)}…` : text)
