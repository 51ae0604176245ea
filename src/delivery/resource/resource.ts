/** What a plan takes: people, in full-time equivalents, and pounds, from whom and from which money. Totals add up to the penny and to the hundredth of a post. */
import { type Decimal, isZero, plus, shown, zero } from '../../kernel/decimal.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'

/** An action and what is put into it; without one, what is put into the plan as a whole. */
export type Taking = {
  readonly action: { readonly id: PlannedActionId; readonly reference: string; readonly text: string; readonly isFree: boolean } | null
  readonly given: readonly Given[]
}
export type Given = {
  /** Null while it is not known who gives it. */
  readonly partner: { readonly id: number; readonly name: string } | null
  readonly fte: Decimal | null
  readonly pence: number | null
  /** Where the money comes from; '' where nobody said. */
  readonly source: string
}

/** Into one plan in force. */
export type PutIn = Pick<Given, 'fte' | 'pence'> & { readonly planId: PlanId; readonly title: string; readonly group: string }

export type Sum = { readonly fte: Decimal; readonly pence: bigint }

export const sumOf = (given: readonly Pick<Given, 'fte' | 'pence'>[]): Sum =>
  given.reduce<Sum>((sum, { fte, pence }) => ({ fte: plus(sum.fte, fte ?? zero), pence: sum.pence + BigInt(pence ?? 0) }), {
    fte: zero,
    pence: 0n,
  })

export type Share = Sum & { readonly name: string; readonly id: number | null }

/** By name, with what nobody is named for last. */
export function byPartner(given: readonly Given[]): Share[] {
  const groups = Map.groupBy(given, ({ partner }) => partner?.id ?? null)
  return [...groups]
    .map(([id, own]) => ({ id, name: own[0]?.partner?.name ?? unknownPartner, ...sumOf(own) }))
    .sort((a, b) => Number(a.id === null) - Number(b.id === null) || a.name.localeCompare(b.name, 'en-GB'))
}

/** Of the money alone: people come from no stream. The same words in other letters are the same source. */
export function bySource(given: readonly Given[]): Share[] {
  const groups = Map.groupBy(
    given.filter(({ pence }) => pence !== null),
    ({ source }) => source.toLowerCase(),
  )
  return [...groups]
    .map(([key, own]) => ({ id: null, key, name: own[0]?.source || unknownSource, fte: zero, pence: sumOf(own).pence }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || a.name.localeCompare(b.name, 'en-GB'))
    .map(({ key: _, ...share }) => share)
}

export const unknownPartner = 'Partner not known yet'
export const unknownSource = 'Source not said'

/** £12,500; £0.50 with its pence. */
export function poundsInWords(pence: bigint): string {
  const isWhole = pence % 100n === 0n
  return isWhole ? `£${shown({ digits: pence / 100n, scale: 0 }, 0)}` : `£${shown({ digits: pence, scale: 2 }, 2)}`
}

/** 1.5; 0.25; 2. */
export function fteInWords(fte: Decimal): string {
  let { digits, scale } = fte
  while (scale > 0 && digits % 10n === 0n) [digits, scale] = [digits / 10n, scale - 1]
  return shown({ digits, scale }, scale)
}

/** 1.5 full-time equivalents and £12,500; '' for nothing. */
export function sumInWords({ fte, pence }: Sum): string {
  const people = isZero(fte) ? [] : [`${fteInWords(fte)} full-time equivalent${fteInWords(fte) === '1' ? '' : 's'}`]
  return [...people, ...(pence === 0n ? [] : [poundsInWords(pence)])].join(' and ')
}
