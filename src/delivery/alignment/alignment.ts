/**
 * How one of our plans stands with a plan of somebody else: what is in both, only there, and only here. Somebody says that two lines are the same; words that
 * they share only offer it.
 */
import type { OtherLine, OtherLineId } from './other-plan/other-plan.ts'

/** An action or an outcome of ours; `key` is action-12 or outcome-3. */
export type Ours = { readonly key: string; readonly reference: string; readonly text: string }
export type Match = { readonly lineId: OtherLineId; readonly key: string }

export type Aligned = {
  readonly both: readonly { readonly line: OtherLine; readonly ours: readonly Ours[] }[]
  readonly onlyThere: readonly OtherLine[]
  readonly onlyHere: readonly Ours[]
}

export function align(lines: readonly OtherLine[], ours: readonly Ours[], matches: readonly Match[]): Aligned {
  const has = new Set(matches.map(pairOf))
  const matched = lines.map(line => ({ line, ours: ours.filter(({ key }) => has.has(pairOf({ lineId: line.id, key }))) }))
  const here = new Set(matched.flatMap(each => each.ours))
  return {
    both: matched.filter(each => each.ours.length > 0),
    onlyThere: matched.filter(each => each.ours.length === 0).map(({ line }) => line),
    onlyHere: ours.filter(each => !here.has(each)),
  }
}

const pairOf = ({ lineId, key }: Match): string => `${lineId}:${key}`

/** What somebody adds and takes out, who was shown some matches and chose these; what another did meanwhile stays. */
export function changeOf(
  shown: readonly Match[],
  chosen: readonly Match[],
): { readonly added: readonly Match[]; readonly dropped: readonly Match[] } {
  const [were, are] = [new Set(shown.map(pairOf)), new Map(chosen.map(match => [pairOf(match), match]))]
  return {
    added: [...are].filter(([pair]) => !were.has(pair)).map(([, match]) => match),
    dropped: shown.filter(match => !are.has(pairOf(match))),
  }
}

export type Likeness = { readonly ours: Ours; readonly words: readonly string[] }

/** For the words of a line: those of ours that share at least two words that say something, or one where either has two at most; the most first, three at most. */
export function likeTo(ours: readonly Ours[]): (text: string) => readonly Likeness[] {
  const known = ours.map(each => ({ ours: each, theirs: wordsOf(each.text) }))
  return text => {
    const own = wordsOf(text)
    return known
      .map(({ ours, theirs }) => ({
        ours,
        words: [...own].filter(([stem]) => theirs.has(stem)).map(([, word]) => word),
        least: Math.min(own.size, theirs.size),
      }))
      .filter(({ words, least }) => words.length >= 2 || (words.length === 1 && least <= 2))
      .sort((a, b) => b.words.length - a.words.length)
      .slice(0, 3)
      .map(({ ours, words }) => ({ ours, words }))
  }
}

/** By stem, as it was written: a plural and a verb's endings make no other word. */
function wordsOf(text: string): ReadonlyMap<string, string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  return new Map(words.filter(word => !empty.has(word)).map(word => [word.replace(/(?:ing|ers?|ed|ies|es|s|y|e)$/, ''), word]))
}

/** Words that stand in every plan. */
const empty: ReadonlySet<string> = new Set(
  (
    'with from that this their them they into over more most less than each every such have been will would should what when where which while about across through ' +
    'within between also only other others make made improve improved improving increase increased reduce reduced ensure develop deliver support provide people work ' +
    'working plan plans action actions service services local'
  ).split(' '),
)
