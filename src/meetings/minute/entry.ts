/**
 * One line, as a minute-taker writes it: "Action: Gill to draw up a grid by end of June" is an action with its owner and its date. Only what is understood is
 * taken out of the line; the wording stays.
 */
import type { PieceKind } from './minute.ts'

/** What it is by the word it begins with, and the rest of it; null where it begins with none. */
export function entryIn(text: string): { readonly kind: PieceKind; readonly text: string } | null {
  const [, word = '', rest = ''] = /^\s*([a-z ]{5,24}?)\s*[:–—]\s*(\S[\s\S]*)$/i.exec(text.replace(/^(\s*[a-z]+) -+ /i, '$1: ')) ?? []
  const kind = words[word.toLowerCase()]
  return kind === undefined ? null : { kind, text: rest.trim() }
}

const words: Readonly<Record<string, PieceKind>> = {
  action: 'action',
  actions: 'action',
  decision: 'decision',
  decided: 'decision',
  agreed: 'decision',
  resolved: 'decision',
  correction: 'correction',
  amendment: 'correction',
  heading: 'heading',
  interest: 'interest',
  'declaration of interest': 'interest',
  'conflict of interest': 'interest',
}

export type ActionParts = { readonly text: string; readonly owners: string; readonly due: string }
export type Understands = {
  /** Whether all of the names in it mean somebody, or may mean several. */
  readonly names: (text: string) => boolean
  readonly due: (text: string) => boolean
}

/** "Gill to draw up a grid by end of June (TK)": who stands before "to", in a bracket at the end, or as initials there; when stands at the end. */
export function actionIn(line: string, understands: Understands): ActionParts {
  const [beforeBracket, bracket] = bracketIn(line.trim(), understands)
  const [beforeDue, due] = dueIn(beforeBracket, understands)
  const [rest, head] = ownerIn(beforeDue, understands)
  const owners = head !== '' && bracket !== '' ? `${head} (${bracket})` : head || bracket
  return { text: rest, owners, due }
}

/** (TK, KM, SLR), or initials at the end: Joining up project software JA. */
function bracketIn(line: string, { names }: Understands): [rest: string, owners: string] {
  const [, before = '', inside = ''] = /^(.*\S)\s*\(([^()]{1,100})\)\s*\.?$/s.exec(line) ?? []
  if (inside !== '' && names(inside)) return [before, inside]
  const [, text = '', initials = ''] = /^(.*[a-z.)])\s+((?:[A-Z]{2,4})(?:(?:,\s*|\/)[A-Z]{2,4})*)\.?$/s.exec(line) ?? []
  return initials !== '' && names(initials) ? [text, initials] : [line, '']
}

/** The longest end that says when; "to be done by the Board" says who. */
function dueIn(line: string, understands: Understands): [rest: string, due: string] {
  for (const { index } of line.matchAll(/[\s,–-]+(?=(?:by|before|on|at|for|due|until|in|within|no later than|next|tomorrow|asap)\b)/gi)) {
    const tail = line.slice(index).replace(/^[\s,–-]+/, '')
    if (tail.length <= 60 && understands.due(tail)) return [line.slice(0, index), tail.replace(/\.$/, '')]
  }
  return [line, '']
}

/** Who stands before "to", unless something is to be done to them: "the draft leaflet to be sent around" names nobody. */
function ownerIn(line: string, { names }: Understands): [rest: string, owners: string] {
  const [, head = '', act = ''] = /^(.{2,80}?)\s+(?:to|will|should|agreed to|is to|are to)\s+(?!be\b)(\S.*)$/is.exec(line) ?? []
  if (head === '' || !names(head)) return [line, '']
  return [act.slice(0, 1).toUpperCase() + act.slice(1), head]
}

export type CorrectionParts = { readonly where: string; readonly was: string; readonly shouldRead: string }

/** "Page 4 – Update on current year spend: should read ‘…’ (rather than £60 million)". Null where it does not say how it should read. */
export function correctionIn(line: string): CorrectionParts | null {
  const [, where = '', after = ''] = /^(.*?)[\s:,–-]*\bshould (?:read|say|be)\b:?\s*(.+)$/is.exec(line.trim()) ?? []
  if (after === '') return null
  const [, shouldRead = after, was = ''] = /^(.*?)[\s,(]*\b(?:rather than|instead of|and not|not)\s+([^)]+?)\)?\.?$/is.exec(after) ?? []
  return { where: where.trim(), was: unquoted(was), shouldRead: unquoted(shouldRead) }
}

const unquoted = (text: string): string => text.trim().replace(/^[‘'“"](.*)[’'”"]$/s, '$1')
