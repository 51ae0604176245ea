/** A plan of somebody else's (a children's plan, a council's corporate plan), line by line as it was pasted. */
import type { Id } from '../../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'

export type OtherPlanId = Id<'other plan'>
export type OtherLineId = Id<'other line'>

export type OtherPlanDraft = {
  readonly title: string
  readonly whose: string
  /** As it says itself: 2009 to 2012. */
  readonly years: string
  readonly link: string
}
export type OtherPlan = OtherPlanDraft & { readonly id: OtherPlanId }
export type LineDraft = { readonly reference: string; readonly text: string }
export type OtherLine = LineDraft & { readonly id: OtherLineId }

export const mostLines = 200

/** One per line, the reference first if there is one: 3.2 Fewer young people; NI 111 First-time entrants; or parted from it by a tab. */
export function linesIn(pasted: string): Ruling<readonly LineDraft[]> {
  const lines = pasted
    .split(/\r?\n/)
    .map((line, at) => ({ at: at + 1, ...lineOf(line) }))
    .filter(({ text }) => text !== '')
  if (lines.length === 0) return refuse({ field: 'lines', text: 'Paste the lines of the plan, one on each line' })
  if (lines.length > mostLines) return refuse({ field: 'lines', text: `Paste ${mostLines} lines at most: these are ${lines.length}` })
  const problems = lines
    .filter(({ text }) => text.length > 500)
    .map(({ at }): Problem => ({ field: 'lines', text: `Line ${at} must be 500 characters or fewer` }))
  return problems.length > 0 ? refuse(...problems) : accept(lines.map(({ reference, text }) => ({ reference, text })))
}

/** A number with nothing after it is no reference: 40 advisers are trained. */
const referenceFirst =
  /^(\d+(?:\.\d+)+[a-z]?[.):]?|\d+[a-z]?[.):]|[A-Z]{2,5} \d+[a-z]?[.):]?|[A-Z]{1,5}[-/]?\d+(?:[./-]\d+)*[.):]?)\s+(.*)$/

function lineOf(line: string): LineDraft {
  const plain = line
    .replace(/[ \u00a0]+/g, ' ')
    .trim()
    .replace(/^[•·*–-]\s+/, '')
  const tabbed = /^(\S[^\t]{0,29}?)\s*\t\s*(.*)$/.exec(plain)
  const [, reference = '', text = plain] = tabbed ?? referenceFirst.exec(plain) ?? []
  return { reference: reference.replace(/[.):]$/, '').trim(), text: text.replace(/\s+/g, ' ').trim() }
}

/** As they are typed again, to be changed. */
export const linesTyped = (lines: readonly LineDraft[]): string =>
  lines.map(({ reference, text }) => (reference === '' ? text : `${reference}\t${text}`)).join('\n')

/** Which line each of the drafts was before, so that it stays matched: the same in every respect, else by its reference, else by its words. */
export function asBefore(before: readonly OtherLine[], drafts: readonly LineDraft[]): (LineDraft & { readonly id: OtherLineId | null })[] {
  const left = new Set(before)
  const ids = new Map<LineDraft, OtherLineId>()
  const isSame: readonly ((line: OtherLine, draft: LineDraft) => boolean)[] = [
    (line, { reference, text }) => line.reference === reference && line.text === text,
    (line, { reference }) => reference !== '' && line.reference === reference,
    (line, { text }) => line.text === text,
  ]
  for (const same of isSame)
    for (const draft of drafts.filter(each => !ids.has(each))) {
      const was = [...left].find(line => same(line, draft))
      if (was === undefined) continue
      left.delete(was)
      ids.set(draft, was.id)
    }
  return drafts.map(draft => ({ ...draft, id: ids.get(draft) ?? null }))
}
