import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Passphrases that were found in breaches and are long enough to be chosen here, each as the beginning of its digest, in order: nobody reads what they are,
 * and one that is not among them is taken for one of them once in twenty million times.
 */
export const breachedFile = fileURLToPath(new URL('breached.bin', import.meta.url))
const width = 5

/** Small letters and capitals are the same, and so is what is written with signs in between. */
export function isBreached(chosen: string): boolean {
  read ??= readFileSync(breachedFile)
  const plain = chosen.toLowerCase()
  return isAmong(read, plain) || isAmong(read, plain.replaceAll(/[^\p{L}\p{N}]/gu, ''))
}
let read: Buffer | undefined

/** What the file has in it, of a list of any length. */
export function digestsOf(list: readonly string[], shortest: number): Buffer {
  const long = list.map(each => each.normalize('NFKC').toLowerCase()).filter(each => [...each].length >= shortest)
  return Buffer.concat([...new Set(long)].map(digest).toSorted(Buffer.compare))
}

const digest = (plain: string): Buffer => createHash('sha256').update(plain).digest().subarray(0, width)

function isAmong(digests: Buffer, plain: string): boolean {
  const sought = digest(plain)
  let [from, to] = [0, digests.length / width]
  while (from < to) {
    const middle = (from + to) >> 1
    const order = sought.compare(digests, middle * width, (middle + 1) * width)
    if (order === 0) return true
    if (order < 0) to = middle
    else from = middle + 1
  }
  return false
}
