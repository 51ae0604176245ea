/**
 * The strip stands on every page of a record: why it is there, how it is done, who answers for it and how much it takes, one hop each. Of somebody who does:
 * what they answer for, whom they belong to and who belongs to them.
 */
import { compare, type Decimal, shown, zero } from '../../kernel/decimal.ts'
import { type Around, type Hop, isParty, type NodeRef } from '../node/node.ts'

/** People in full-time equivalents and money, as plans estimate them. */
export type HowMuch = { readonly fte: Decimal; readonly pence: bigint }

export type StripPart = {
  readonly title: string
  readonly hops: readonly Hop[] /** Said where there is none. */
  readonly empty: string | null
}

export function partsOf(record: NodeRef, { why, how, who, answersFor, belongsTo }: Around): StripPart[] {
  if (isParty(record))
    return [
      { title: 'Answers for', hops: answersFor, empty: 'nothing' },
      { title: 'Belongs to', hops: belongsTo, empty: null },
      { title: 'Who', hops: who, empty: null },
    ].filter(isSaid)
  const isTop = record.kind === 'vision' || record.kind === 'strategy'
  const isLast = record.kind === 'milestone' || record.kind === 'target' || record.kind === 'strategy'
  const isAnsweredFor = record.kind === 'indicator' || record.kind === 'plan' || record.kind === 'action' || record.kind === 'theme'
  return [
    { title: 'Why', hops: why, empty: isTop ? null : 'nothing yet' },
    { title: 'How', hops: how, empty: isLast ? null : 'nothing yet' },
    { title: 'Who', hops: who, empty: isAnsweredFor ? 'nobody yet' : null },
  ].filter(isSaid)
}

const isSaid = ({ hops, empty }: StripPart): boolean => hops.length > 0 || empty !== null

/** 2.5 full-time equivalents and £12,500 */
export function howMuchSaid({ fte, pence }: HowMuch): string {
  const people =
    compare(fte, zero) === 0 ? [] : [`${shown(fte, fte.scale)} full-time equivalent${shown(fte, fte.scale) === '1' ? '' : 's'}`]
  return [...people, ...(pence === 0n ? [] : [pounds(pence)])].join(' and ')
}

function pounds(pence: bigint): string {
  const [whole, rest] = [pence / 100n, pence % 100n]
  return `£${whole.toLocaleString('en-GB')}${rest === 0n ? '' : `.${String(rest).padStart(2, '0')}`}`
}
