/**
 * The history of a partnership as a chain (docs/decisions). Each entry's link is a digest of the link before it, of the entry's number, of what stays of an
 * entry for good, and of two salted digests: who it was, and what it says. These two can be erased with their salts.
 */
import { createHash } from 'node:crypto'

/** One place in the chain: the link, the entry that stands there, or only one of the two. */
export type Place = {
  readonly number: number | null
  readonly entryId: number
  readonly link: Uint8Array | null
  readonly entry: Entry | null
}

/** Texts as the database digests them. */
export type Entry = {
  readonly whoSalt: Uint8Array | null
  readonly whoDigest: Uint8Array
  readonly whoText: string
  readonly isWhoEmpty: boolean
  readonly contentSalt: Uint8Array | null
  readonly contentDigest: Uint8Array
  readonly contentText: string
  readonly isContentEmpty: boolean
  /** With the number of the link: what is never erased. */
  readonly lasting: string
  /** Of an erasure: the entries of which something was erased. */
  readonly erased: readonly number[]
}

export type Head = { readonly count: number; readonly digest: string }

export type Break = { readonly number: number | null; readonly entryId: number | null; readonly text: string }

export type Verified = {
  readonly entries: number
  /** Of how many who it was, or what it said, was erased. */
  readonly erased: number
  readonly head: Head
  readonly breaks: readonly Break[]
}

/** Each break is told once: after it the chain is followed from where it goes on. */
export async function verify(places: AsyncIterable<readonly Place[]>, head: Head | null, expected: Head | null): Promise<Verified> {
  const breaks: Break[] = []
  const found = (number: number | null, entryId: number | null, text: string) => void breaks.push({ number, entryId, text })
  const emptied = new Map<number, number | null>()
  const accounted = new Set<number>()
  let previous: Uint8Array = new Uint8Array()
  let last = 0
  let entries = 0
  let isExpectedSeen = expected === null || (expected.count === 0 && expected.digest === '')

  for await (const some of places)
    for (const { number, entryId, link, entry } of some) {
      if (entry !== null) entries++
      if (number === null || link === null) {
        found(null, entryId, 'was put in beside the chain')
        continue
      }
      if (number !== last + 1) {
        const missing = number - last - 1
        found(last + 1, null, missing === 1 ? 'is missing from the chain' : `and ${missing - 1} after it are missing from the chain`)
      }
      const isBefore = number === last + 1
      last = number
      if (expected !== null && expected.count === number) {
        isExpectedSeen = true
        if (hex(link) !== expected.digest)
          found(number, entryId, 'is not the one that the head which was kept names: the history was rewritten')
      }
      if (entry === null) found(number, entryId, 'was removed')
      else {
        const unlike = alteration(entry)
        if (unlike !== null) found(number, entryId, unlike)
        else if (isBefore && hex(link) !== hex(linkOf(previous, entry)))
          found(number, entryId, 'does not follow from the one before it: one of them was altered or replaced')
        if (entry.whoSalt === null || entry.contentSalt === null) emptied.set(entryId, number)
        for (const id of entry.erased) accounted.add(id)
      }
      previous = link
    }

  for (const [id, number] of emptied) if (!accounted.has(id)) found(number, id, 'was emptied, and no erasure says so')
  if (head !== null && head.count > last) found(last + 1, null, `and all after it were cut off: the chain says that it has ${head.count}`)
  else if (head !== null && (head.count < last || head.digest !== hex(previous)))
    found(last, null, 'is not the last that the chain says it has')
  if (!isExpectedSeen && expected !== null)
    found(last + 1, null, `and all after it were cut off: the head which was kept has ${expected.count} entries`)
  return { entries, erased: emptied.size, head: { count: last, digest: hex(previous) }, breaks }
}

/** What its digests do not agree with. What was erased must be empty, or something else could be put in its place. */
function alteration({
  whoSalt,
  whoDigest,
  whoText,
  isWhoEmpty,
  contentSalt,
  contentDigest,
  contentText,
  isContentEmpty,
}: Entry): string | null {
  const isWho = whoSalt === null ? isWhoEmpty : hex(salted(whoSalt, whoText)) === hex(whoDigest)
  if (!isWho) return 'was altered: it names another than who it was'
  const isContent = contentSalt === null ? isContentEmpty : hex(salted(contentSalt, contentText)) === hex(contentDigest)
  return isContent ? null : 'was altered: it does not say what it said'
}

const salted = (salt: Uint8Array, text: string): Uint8Array => createHash('sha256').update(salt).update(text).digest()

const linkOf = (previous: Uint8Array, { whoDigest, contentDigest, lasting }: Entry): Uint8Array =>
  createHash('sha256').update(previous).update(whoDigest).update(contentDigest).update(lasting).digest()

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** A head as the log, the backup and the command write it: 1042:9f86d0…. */
export const headText = ({ count, digest }: Head): string => `${count}:${digest}`

export function readHead(text: string): Head | null {
  const [, count = '', digest = ''] = /^(\d{1,15}):([0-9a-f]{64}|)$/.exec(text.trim()) ?? []
  if (count === '' || (Number(count) === 0) !== (digest === '')) return null
  return { count: Number(count), digest }
}
