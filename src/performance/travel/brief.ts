/** The direction of travel in as few words as a cell has room for, with the sentences that say the rest. */
import { isZero } from '../../kernel/decimal.ts'
import { fits, type Period, periodLabel, previous } from '../../kernel/period.ts'
import type { Judgeable } from '../judgement/judgement.ts'
import { type Comparison, type Direction, overlaps, type Travel, type Travelled, travel, travelWords } from './travel.ts'

/** `name` ends the class name that draws an arrow; none is drawn where neither way is better, or nothing can be said. */
export type Brief = { readonly name: 'improving' | 'no-change' | 'worsening' | 'none'; readonly words: string }

export type BriefTravel = {
  readonly short: Brief | null
  readonly long: Brief | null
  /** The changes in full, and why there is no comparison. */
  readonly sentence: string
}

/** Null without a figure. Where the period before is that of last year, as of what comes once a year, it is said once. */
export function briefTravel(travelled: Travelled): BriefTravel | null {
  const { return: now, indicator } = travelled
  if (now === null || now.value === null) return null
  const [short, long] = [travel(travelled, 'short'), travel(travelled, 'long')]
  const said = (found: Travel, comparison: Comparison) => brief(found, nameOf(comparison, now, indicator))
  const sentences = [...new Set([short, long].map(found => `${travelWords(found, indicator)}.`))]

  if (short.kind === 'not-comparable' && long.kind === 'not-comparable')
    return { short: { name: 'none', words: 'Not comparable' }, long: null, sentence: sentences.join(' ') }
  const isSame = isSameComparison(short, long)
  return {
    short: isSame || isByChance(short) ? null : said(short, 'short'),
    long: isByChance(long) ? null : said(long, 'long'),
    sentence: isSame ? `${travelWords(long, indicator)}.` : sentences.join(' '),
  }
}

/** Beside it stands that nothing has changed, which says it better. */
const isByChance = (found: Travel): boolean => found.kind === 'comparable' && found.byChance

const isSameComparison = (short: Travel, long: Travel): boolean =>
  short.kind === 'comparable' && long.kind === 'comparable' && short.against.endsOn === long.against.endsOn

function brief(found: Travel, against: string): Brief {
  if (found.kind === 'not-comparable') return { name: 'none', words: `Not comparable with ${against}` }
  const { direction, margin } = found
  if (margin?.isWithin && !isZero(found.change)) return { name: 'no-change', words: `Within the survey’s margin of ${against}` }
  return { name: direction === 'up' || direction === 'down' ? 'none' : direction, words: `${comparatives[direction]} ${against}` }
}

const comparatives: Readonly<Record<Direction, string>> = {
  improving: 'Better than',
  'no-change': 'No change on',
  worsening: 'Worse than',
  up: 'Higher than',
  down: 'Lower than',
}

/** 'Q1', 'April', 'a quarter ago', 'last year' */
function nameOf(comparison: Comparison, now: Period, { frequency }: Judgeable): string {
  if (comparison === 'long') return 'last year'
  if (frequency === 'twelve-months-monthly') return 'a month ago'
  if (frequency === 'twelve-months-quarterly') return 'a quarter ago'
  const before = (frequency === 'month' || frequency === 'quarter') && fits(now, frequency) ? previous(now, frequency) : null
  return before === null ? 'the period before' : (periodLabel(before, frequency).split(' ')[0] ?? '')
}

export type DirectionRow = {
  readonly comparedWith: string
  readonly direction: Brief
  readonly sentence: string
  readonly note: string | null
}

/** All there is to say of it: with the period before, with the same period last year, and since the baseline. Nothing without a figure. */
export function directionRows(travelled: Travelled): DirectionRow[] {
  const { return: now, indicator } = travelled
  if (now === null || now.value === null) return []
  const row = (found: Travel, comparedWith: string): DirectionRow => ({
    comparedWith,
    direction: { name: brief(found, '').name, words: inAWord(found) },
    sentence: `${found.kind === 'comparable' ? travelWords(found, indicator) : found.reason}.`,
    note: noteOn(found, now, indicator),
  })
  const [short, long] = [travel(travelled, 'short'), travel(travelled, 'long')]
  return [
    ...(isSameComparison(short, long) ? [] : [row(short, 'The period before')]),
    row(long, 'The same period last year'),
    row(travel(travelled, 'baseline'), 'The baseline'),
  ]
}

function noteOn(found: Travel, now: Period, indicator: Judgeable): string | null {
  if (overlaps(found, now, indicator)) return 'The two overlap: part of what is counted now was counted then.'
  if (found.kind === 'not-comparable' || found.margin === null || isZero(found.change)) return null
  const { z, isWithin, by } = found.margin
  const tested = by === 'samples' ? 'The sizes of the two samples' : 'The intervals of the two surveys'
  return isWithin
    ? `${tested} allow a difference like this by chance (z = ${inWords(z)}; a change needs 1.96 or more either way).`
    : `${tested} would rarely allow a difference like this by chance (z = ${inWords(z)}).`
}

const inWords = (z: number): string => (Number.isFinite(z) ? z.toFixed(2).replace('-', '−') : 'beyond any measure')

function inAWord(found: Travel): string {
  if (found.kind === 'not-comparable') return 'Not comparable'
  return found.byChance ? 'No more than chance' : single[found.direction]
}

const single: Readonly<Record<Direction, string>> = {
  improving: 'Better',
  'no-change': 'No change',
  worsening: 'Worse',
  up: 'Higher',
  down: 'Lower',
}
