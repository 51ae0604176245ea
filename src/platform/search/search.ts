/**
 * What somebody looks for, read from what they typed. Every word has to occur; the last one may be unfinished, and any with a * after it; words in quotation
 * marks follow each other; one with a minus before it must not occur.
 */

/** One of several that have all to be met. `words` follow each other. */
export type Term = { readonly words: string; readonly isBeginning: boolean; readonly isLeftOut: boolean }

/** An empty list where nothing was asked. `isTyping`: the last word may be unfinished. */
export function termsIn(typed: string, isTyping = false): readonly Term[] {
  const terms: Term[] = []
  for (const [whole, minus = '', quoted, plain] of typed.slice(0, 400).matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    const words = (quoted ?? plain ?? '').replaceAll('*', ' ').trim()
    if (words === '' || !/[\p{L}\p{N}]/u.test(words)) continue
    terms.push({ words, isBeginning: quoted === undefined && whole.endsWith('*'), isLeftOut: minus === '-' })
  }
  const last = terms.at(-1)
  const goesOn = isTyping && last !== undefined && !/[\s"]$/.test(typed) && last.words.length >= 3
  return (goesOn ? [...terms.slice(0, -1), { ...last, isBeginning: true }] : terms).slice(0, 20)
}

/** Something that was found. `address` is below the partnership's. */
export type Finding = {
  readonly subject: string
  readonly record: string
  readonly title: string
  readonly body: string
  readonly belongsTo: string
  readonly address: string
  readonly onDay: string | null
}

/** A piece of a text about the first place where one of the words stands, cut at words, with those marked. */
export type Excerpt = readonly { readonly text: string; readonly isHit: boolean }[]

export function excerptOf(body: string, terms: readonly Term[], length = 240): Excerpt {
  const text = body.replaceAll(/\s+/g, ' ').trim()
  const hits = hitsIn(text, terms)
  const [hit] = hits
  const first = hit?.from ?? 0
  const begin = first < length / 2 ? 0 : text.lastIndexOf(' ', first - length / 4) + 1
  const wanted = Math.min(text.length, begin + length)
  const end = wanted === text.length ? wanted : Math.max(text.lastIndexOf(' ', wanted), hit?.to ?? 0)
  const pieces: { text: string; isHit: boolean }[] = begin > 0 ? [{ text: '… ', isHit: false }] : []
  let at = begin
  for (const { from, to } of hits) {
    if (from < at || to > end) continue
    if (from > at) pieces.push({ text: text.slice(at, from), isHit: false })
    pieces.push({ text: text.slice(from, to), isHit: true })
    at = to
  }
  const rest = text.slice(at, end) + (end < text.length ? ' …' : '')
  return rest === '' ? pieces : [...pieces, { text: rest, isHit: false }]
}

/** Whole words that begin as a word looked for does, but for its ending: minutes for minute, agreed for agrees. */
function hitsIn(text: string, terms: readonly Term[]): { readonly from: number; readonly to: number }[] {
  const stems = terms.filter(({ isLeftOut }) => !isLeftOut).flatMap(({ words }) => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const begins = stems.map(word => (word.length > 4 ? word.replace(/(ies|ied|ing|ed|es|s|e|y)$/, '') : word))
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([word]) => begins.some(begin => word.toLowerCase().startsWith(begin) && word.length <= begin.length + 6))
    .map(({ 0: word, index }) => ({ from: index, to: index + word.length }))
}
