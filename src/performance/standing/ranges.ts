/** Where each judgement begins and ends: what a value would have had to be, in the unit that the heading names. */
import { compare, type Decimal } from '../../kernel/decimal.ts'
import { plainFigure } from '../indicator/figure.ts'
import { type Band, bands, type Judged, zonesOf } from '../judgement/judgement.ts'
import { withoutUnit } from './glance.ts'

export type BandRange = { readonly band: Band; readonly range: string; readonly isHere: boolean }

/** Best first; a judgement that no value could earn is left out. */
export function bandRanges(judged: Judged): BandRange[] {
  const ranges = rangesOf(judged)
  return bands.flatMap(band => {
    const range = ranges[band]
    return range === null ? [] : [{ band, range, isHere: band === judged.band }]
  })
}

function rangesOf({ aim, tolerance, indicator }: Judged): Readonly<Record<Band, string | null>> {
  const polarity = indicator.polarity === 'none' ? 'range' : indicator.polarity
  const { onTarget, tolerated } = zonesOf(aim, polarity, tolerance)
  const said = (value: Decimal) => plainFigure(value, withoutUnit(indicator))
  const span = (from: Decimal, to: Decimal) => (compare(from, to) === 0 ? `exactly ${said(from)}` : `${said(from)} to ${said(to)}`)
  const below = compare(tolerated.low, aim.low) === 0 ? null : `${said(tolerated.low)} to less than ${said(aim.low)}`
  const above = compare(aim.high, tolerated.high) === 0 ? null : `more than ${said(aim.high)} to ${said(tolerated.high)}`
  const [tooLow, tooHigh] = [`less than ${said(tolerated.low)}`, `more than ${said(tolerated.high)}`]

  switch (polarity) {
    case 'higher':
      return { exceeding: tooHigh, 'on-target': span(aim.low, onTarget.high), 'within-tolerance': below, 'off-target': tooLow }
    case 'lower':
      return { exceeding: tooLow, 'on-target': span(onTarget.low, aim.high), 'within-tolerance': above, 'off-target': tooHigh }
    case 'range':
      return {
        exceeding: null,
        'on-target': span(aim.low, aim.high),
        'within-tolerance': either(below, above),
        'off-target': `${tooLow}, or ${tooHigh}`,
      }
  }
}

const either = (below: string | null, above: string | null): string | null =>
  [below, above].filter(part => part !== null).join(', or ') || null
