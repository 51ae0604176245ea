/**
 * Two people changed one piece of minutes at the same time. What each did to other lines is put together; where both changed the same lines, both versions
 * stay, marked, until somebody chooses. Nobody's words are lost.
 */

/** How a text became another, line by line: what stayed, went and came. */
export type Change = { readonly value: readonly string[]; readonly added?: boolean; readonly removed?: boolean }
export type Compare = (from: string[], to: string[]) => readonly Change[]

export type Merged = { readonly text: string; readonly isSettled: boolean }

export const markOfOne = '[Two people changed this. One version:]'
const markOfOther = (who: string): string => `[${who} wrote:]`
export const markOfEnd = '[End of both versions]'

/** Whether both versions are still there. */
export const hasTwoVersions = (text: string): boolean => text.includes(markOfOne) && text.includes(markOfEnd)

type Hunk = { readonly from: number; readonly to: number; readonly lines: readonly string[] }

export function merge(
  base: string,
  theirs: string,
  mine: string,
  { compare, who }: { readonly compare: Compare; readonly who: string },
): Merged {
  const [before, other, own] = [base, theirs, mine].map(plain) as [string, string, string]
  if (other === before || other === own) return { text: own, isSettled: true }
  if (own === before) return { text: other, isSettled: true }

  const lines = before.split('\n')
  const [a, b] = [hunks(lines, other, compare), hunks(lines, own, compare)]
  const merged: string[] = []
  let isSettled = true
  for (let at = 0; at < lines.length || a.length > 0 || b.length > 0; ) {
    const [x, y] = [a[0], b[0]]
    const next = Math.min(x?.from ?? lines.length, y?.from ?? lines.length)
    merged.push(...lines.slice(at, next))
    at = next
    if (x === undefined && y === undefined) break
    if (x !== undefined && y !== undefined && meet(x, y)) {
      const [ofA, ofB, to] = region(a, b)
      const [theirLines, ownLines] = [applied(lines, next, to, ofA), applied(lines, next, to, ofB)]
      if (theirLines.join('\n') === ownLines.join('\n')) merged.push(...ownLines)
      else {
        merged.push(markOfOne, ...theirLines, markOfOther(who), ...ownLines, markOfEnd)
        isSettled = false
      }
      at = to
      continue
    }
    const [first, queue] = y === undefined || (x !== undefined && x.from < y.from) ? [x, a] : [y, b]
    if (first === undefined) break
    queue.shift()
    merged.push(...first.lines)
    at = first.to
  }
  return { text: merged.join('\n'), isSettled }
}

const plain = (text: string): string => text.replace(/\r\n?/g, '\n')

/** What was done to the lines of the base, in order. */
function hunks(base: readonly string[], text: string, compare: Compare): Hunk[] {
  const found: Hunk[] = []
  let at = 0
  let open: { from: number; to: number; lines: string[] } | null = null
  for (const { value, added, removed } of compare([...base], text.split('\n'))) {
    if (!added && !removed) {
      if (open !== null) found.push(open)
      open = null
      at += value.length
      continue
    }
    open ??= { from: at, to: at, lines: [] }
    if (added) open.lines.push(...value)
    else {
      at += value.length
      open.to = at
    }
  }
  if (open !== null) found.push(open)
  return found
}

/** Lines that were put in at one place meet as well. */
const meet = (x: Hunk, y: Hunk): boolean => x.from === y.from || (x.from < y.to && y.from < x.to)

/** All that meets the first of each, directly or through another, and where it ends. Takes them off both lists. */
function region(a: Hunk[], b: Hunk[]): [Hunk[], Hunk[], number] {
  const [ofA, ofB]: [Hunk[], Hunk[]] = [[], []]
  let to = 0
  const take = (from: Hunk[], into: Hunk[]) => {
    const hunk = from.shift()
    if (hunk === undefined) return
    into.push(hunk)
    to = Math.max(to, hunk.to)
  }
  take(a, ofA)
  take(b, ofB)
  for (;;) {
    if (a[0] !== undefined && a[0].from < to) take(a, ofA)
    else if (b[0] !== undefined && b[0].from < to) take(b, ofB)
    else return [ofA, ofB, to]
  }
}

function applied(lines: readonly string[], from: number, to: number, done: readonly Hunk[]): string[] {
  const result: string[] = []
  let at = from
  for (const hunk of done) {
    result.push(...lines.slice(at, hunk.from), ...hunk.lines)
    at = hunk.to
  }
  return [...result, ...lines.slice(at, to)]
}
