import { type Day, dayLabel } from '../../kernel/day.ts'
import { excerptOf, type Finding, type Term } from './search.ts'
import { countedAtMost, type Found, ranked } from './store.ts'

/** What the texts of a subject are called, in the order in which they are offered. */
export type SubjectWords = { readonly subject: string; readonly name: string; readonly plural: string }

export function searchView(
  typed: string,
  terms: readonly Term[],
  kind: string,
  { findings, counts }: Found,
  words: readonly SubjectWords[],
  { pageAt, size }: { readonly pageAt: number; readonly size: number },
) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shown = kind === '' ? total : (counts[kind] ?? 0)
  const names = new Map(words.map(({ subject, name }) => [subject, name]))
  const query = (of: string) => `search?${new URLSearchParams({ q: typed, ...(of !== '' && { kind: of }) })}`
  const kinds = words.flatMap(({ subject, plural }) => {
    const count = counts[subject] ?? 0
    return count === 0 ? [] : [{ text: plural, count: inWords(count), href: query(subject), current: subject === kind }]
  })
  return {
    typed,
    asked: typed.trim() !== '',
    isFound: shown > 0,
    counted: shown === 1 ? '1 text' : `${shown >= countedAtMost ? 'At least ' : ''}${inWords(shown)} texts`,
    isManyWords: shown > ranked,
    ranked,
    kinds:
      kinds.length > 1 || kind !== ''
        ? [{ text: 'Everything', count: inWords(total), href: query(''), current: kind === '' }, ...kinds]
        : [],
    results: findings.map(finding => resultOf(finding, terms, names)),
    kind,
    pagination: pagesOf(Math.ceil(Math.min(shown, ranked) / size), pageAt, at => `${query(kind)}&page=${at}`),
  }
}

const pagesOf = (pages: number, at: number, href: (page: number) => string) =>
  pages <= 1
    ? null
    : { landmarkLabel: 'Pages', ...(at > 1 && { previous: { href: href(at - 1) } }), ...(at < pages && { next: { href: href(at + 1) } }) }

const resultOf = (finding: Finding, terms: readonly Term[], names: ReadonlyMap<string, string>) => ({
  title: excerptOf(finding.title, terms, 400),
  href: finding.address,
  about: [names.get(finding.subject) ?? '', finding.belongsTo, finding.onDay === null ? '' : dayLabel(finding.onDay as Day)].filter(
    words => words !== '',
  ),
  excerpt: excerptOf(finding.body, terms),
})

const inWords = (count: number): string => count.toLocaleString('en-GB')
