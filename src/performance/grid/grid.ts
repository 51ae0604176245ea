/**
 * A grid is figures typed or pasted as in a spreadsheet: indicators down, periods or areas across. What was changed in it is saved as a whole or not at
 * all, by the same rules as one figure on its own page; a cell that was not touched says nothing, whatever has become of its figure meanwhile.
 */
import type { Day } from '../../kernel/day.ts'
import { type Decimal, toText } from '../../kernel/decimal.ts'
import { type Frequency, type Period, periodCode, periodLabel, periodsOf } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Lock, lockOver, lockProblem } from '../closing/lock.ts'
import { likelyWord, readValue } from '../data-import/cell.ts'
import {
  type Absence,
  absenceNames,
  isEqual,
  type Place,
  type ReturnDraft,
  type Revision,
  record,
  type Status,
} from '../data-return/data-return.ts'
import { readFigure } from '../data-return/figure-entry.ts'
import { type Indicator, nameOf } from '../indicator/indicator.ts'
import type { Tolerance } from '../judgement/judgement.ts'
import { figureOf, type KeptTarget, setTarget, type TargetDraft, type TargetKind } from '../target/target.ts'

/** A cell with what was in it when the person got the page, and what is in it now. */
export type Entry = { readonly place: Place; readonly indicator: Indicator; readonly seen: string; readonly typed: string }

/** The id of its input. */
export const cellId = ({ indicatorId, areaId, ...period }: Place): string => `cell-${indicatorId}-${areaId}-${periodCode(period)}`

/** The periods of a frequency that end within a span: to close a quarter is to have those that end in it. */
export const periodsWithin = (span: Period, frequency: Frequency): Period[] => periodsOf(frequency, span.startsOn, span.endsOn)

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What stands for no number in the cells, each once; what it means is said for all of them. */
export type Sign = { readonly sign: string; readonly likely: Meaning | null }
export const meanings = ['suppressed', 'not-published', 'not-applicable', 'blank'] as const
export type Meaning = (typeof meanings)[number]

export type ReturnChange = { readonly place: Place; readonly draft: ReturnDraft; readonly latest: Revision | null }

/** Those that lie on an indicator. */
type LocksOf = (indicatorId: Place['indicatorId']) => readonly Lock[]

/** What keeps a cell from being written. */
export const lockOn = ({ indicatorId, endsOn }: Place, locksOf: LocksOf): Lock | null => lockOver(locksOf(indicatorId), endsOn)

export type Saying = {
  readonly today: Day
  readonly status: Status
  readonly reason: string
  readonly replacesFinal: boolean
  /** By their signs in small letters. */
  readonly meanings: Readonly<Record<string, Meaning>>
  readonly latestOf: (place: Place) => Revision | null
  readonly locksOf: LocksOf
}

export type Settled<Change> = {
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
  readonly signs: readonly Sign[]
}

/** What is on record, as it stands in its cell. Nothing, and what was withdrawn, is an empty one. */
export function shownReturn(latest: Pick<Revision, 'value' | 'absence'> | null): string {
  if (latest === null || latest.absence === 'withdrawn') return ''
  if (latest.value !== null) return toText(latest.value)
  return latest.absence === null ? '' : absenceNames[latest.absence]
}

export function settleReturns(entries: readonly Entry[], saying: Saying): Settled<ReturnChange> {
  const changes: ReturnChange[] = []
  const problems: Problem[] = []
  const signs = new Map<string, Sign>()
  const unexplained: { readonly name: string; readonly text: string }[] = []
  const unconfirmed: { readonly name: string; readonly text: string }[] = []

  for (const { place, indicator, seen, typed } of entries) {
    if (plain(typed) === plain(seen)) continue
    const latest = saying.latestOf(place)
    const now = shownReturn(latest)
    const field = cellId(place)
    const lock = lockOn(place, saying.locksOf)
    if (lock !== null) {
      problems.push(lockProblem(lock, field))
      continue
    }
    const read = readReturn(plain(typed), indicator, saying.meanings)
    const sign = plain(typed).toLowerCase()
    if (read.kind === 'sign' || Object.hasOwn(saying.meanings, sign))
      signs.set(sign, { sign, likely: read.kind === 'sign' ? read.likely : null })
    if (read.kind === 'sign') problems.push({ field, text: `Say what “${plain(typed)}” means` })
    else if (read.kind === 'refused') problems.push({ field, text: read.text })
    else if (!isOnRecord(read, latest)) {
      const draft = draftOf(read, indicator, latest, saying)
      const basedOn = latest === null || plain(seen) === now ? (latest?.revision ?? 0) : otherRevision
      const ruling = record(draft, { ...saying, indicator, period: place, latest, basedOn })
      if (ruling.accepted) changes.push({ place, draft, latest })
      else
        for (const problem of ruling.problems) {
          const said = { name: `${nameOf(indicator)}, ${periodLabel(place, indicator.frequency)}`, text: problem.text }
          if (problem.field === 'reason') unexplained.push(said)
          else if (problem.field === 'replacesFinal') unconfirmed.push(said)
          else problems.push({ field, text: problem.text })
        }
    }
  }
  return {
    changes,
    signs: [...signs.values()],
    problems: [...problems, ...together('reason', unexplained), ...together('replacesFinal', unconfirmed)],
  }
}

/** None that there is: the person has seen another. */
const otherRevision = -1

/** What is said once for the whole save. */
function together(field: 'reason' | 'replacesFinal', said: readonly { readonly name: string; readonly text: string }[]): Problem[] {
  const [first, ...others] = said
  if (first === undefined) return []
  if (others.length === 0) return [{ field, text: `${first.name}: ${first.text}` }]
  const names = said
    .slice(0, 3)
    .map(({ name }) => name)
    .join('; ')
  const which = `${said.length} figures: ${names}${said.length > 3 ? ' and others' : ''}`
  return [
    {
      field,
      text:
        field === 'reason'
          ? `Say why final figures change or are withdrawn (${which})`
          : `Confirm that figures that are not final take the place of final ones (${which})`,
    },
  ]
}

type Read =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'absence'; readonly absence: Absence }
  | { readonly kind: 'blank' }
  | { readonly kind: 'sign'; readonly likely: Meaning | null }
  | { readonly kind: 'refused'; readonly text: string }

function readReturn(typed: string, indicator: Indicator, said: Saying['meanings']): Read {
  const sign = typed.toLowerCase()
  const named = (Object.keys(absenceNames) as Absence[]).find(absence => absenceNames[absence].toLowerCase() === sign)
  if (named !== undefined && named !== 'withdrawn') return { kind: 'absence', absence: named }
  const meaning = Object.hasOwn(said, sign) ? said[sign] : undefined
  if (meaning !== undefined) return meaning === 'blank' ? { kind: 'blank' } : { kind: 'absence', absence: meaning }

  const cell = readValue(typed, {})
  if (cell.kind === 'absence') return { kind: 'sign', likely: cell.absence }
  // A dash, n/a and the like stand for something; a slip of the keyboard does too, and is told apart by the person.
  if (cell.kind === 'word')
    return { kind: 'sign', likely: likelyWord(sign) ?? (/^(n\/?a|not applicable)$/.test(sign) ? 'not-applicable' : null) }
  return readFigure(typed, indicator)
}

function isOnRecord(read: Read, latest: Revision | null): boolean {
  if (read.kind === 'blank') return latest === null || latest.absence === 'withdrawn'
  if (latest === null) return false
  if (read.kind === 'number') return isEqual(read.value, latest.value)
  return read.kind === 'absence' && read.absence === latest.absence
}

/** A figure that was there and is there no more is withdrawn. */
function draftOf(read: Read, { source }: Indicator, latest: Revision | null, { status, reason }: Saying): ReturnDraft {
  const value = read.kind === 'number' ? read.value : null
  const absence = read.kind === 'number' ? null : read.kind === 'absence' ? read.absence : 'withdrawn'
  return {
    value,
    absence,
    numerator: null,
    denominator: null,
    status: value === null ? 'final' : status,
    source: latest?.source || source,
    reason,
  }
}

export type TargetChange = { readonly place: Place; readonly draft: TargetDraft | null; readonly held: KeptTarget | null }

export type TargetSaying = {
  readonly kind: TargetKind
  readonly toleranceOf: (indicator: Indicator) => Tolerance
  readonly heldOf: (place: Place) => KeptTarget | null
  readonly locksOf: LocksOf
}

/** As it stands in its cell: 45, or 10 to 20. */
export function shownTarget(held: Pick<KeptTarget, 'value' | 'low' | 'high'> | null): string {
  if (held === null) return ''
  return held.low && held.high ? `${toText(held.low)} to ${toText(held.high)}` : held.value ? toText(held.value) : ''
}

/** An emptied cell removes its target. */
export function settleTargets(entries: readonly Entry[], { kind, toleranceOf, heldOf, locksOf }: TargetSaying): Settled<TargetChange> {
  const changes: TargetChange[] = []
  const problems: Problem[] = []
  for (const { place, indicator, seen, typed } of entries) {
    if (plain(typed) === plain(seen)) continue
    const held = heldOf(place)
    const now = shownTarget(held)
    const field = cellId(place)
    if (plain(typed) === now) continue
    const lock = lockOn(place, locksOf)
    if (lock !== null) {
      problems.push(lockProblem(lock, field))
      continue
    }
    if (plain(seen) !== now) {
      const what = held === null ? 'somebody removed this target' : `somebody set this to ${figureOf(held, indicator)}`
      problems.push({ field, text: `While you were writing, ${what}. Save again if yours should take its place` })
      continue
    }
    if (plain(typed) === '') {
      changes.push({ place, draft: null, held })
      continue
    }
    const { indicatorId: _, ...goal } = place
    const read = readTarget(plain(typed), indicator, kind)
    if (typeof read === 'string') {
      problems.push({ field, text: read })
      continue
    }
    const draft: TargetDraft = { ...goal, ...read, kind }
    if (held !== null && (['value', 'low', 'high'] as const).every(name => isEqual(draft[name], held[name]))) continue
    const ruling = setTarget(draft, { indicator, tolerance: toleranceOf(indicator), there: held ? [held] : [] }, held?.id ?? null)
    if (ruling.accepted) changes.push({ place, draft, held })
    else problems.push(...ruling.problems.map(({ text }) => ({ field, text })))
  }
  return { changes, problems, signs: [] }
}

function readTarget(typed: string, indicator: Indicator, kind: TargetKind): Pick<TargetDraft, 'value' | 'low' | 'high'> | string {
  if (indicator.polarity !== 'range' || kind === 'baseline') {
    const read = readFigure(typed, indicator)
    return read.kind === 'number' ? { value: read.value, low: null, high: null } : read.kind === 'refused' ? read.text : 'Enter a number'
  }
  const [, from = '', to = ''] = /^(.+?) ?(?:to|–|—| - ) ?(.+)$/i.exec(typed) ?? []
  const [low, high] = [readFigure(from, indicator), readFigure(to, indicator)]
  if (low.kind === 'number' && high.kind === 'number') return { value: null, low: low.value, high: high.value }
  return 'This indicator is to stay within a range. Enter its two bounds, like 10 to 20'
}
