/** Where each judgement begins and ends: what a value would have had to be, in the unit that the heading names. */
import { compare, type Decimal } from '../../kernel/decimal.ts'
import { plainFigure } from '../indicator/figure.ts'
import { type Judged, zonesOf } from '../judgement/judgement.ts'
import { type Band, bandsOf, shown } from '../scheme/scheme.ts'
import { withoutUnit } from './glance.ts'

export type BandRange = { readonly band: Band; readonly range: string; readonly isHere: boolean }

/** Best first; a judgement that no value could earn is left out. */
export function bandRanges(judged: Judged): BandRange[] {
  const ranges = rangesOf(judged)
  return bandsOf(judged.scheme).flatMap(band => {
    const range = ranges[band]
    return range === null ? [] : [{ band, range, isHere: band === judged.computed }]
  })
}

function rangesOf({ aim, tolerance, scheme, indicator }: Judged): Readonly<Record<Band, string | null>> {
  const polarity = indicator.polarity === 'none' ? 'range' : indicator.polarity
  const { onTarget, tolerated } = zonesOf(aim, polarity, tolerance)
  const said = (value: Decimal) => plainFigure(value, withoutUnit(indicator))
  const span = (from: Decimal, to: Decimal) => (compare(from, to) === 0 ? `exactly ${said(from)}` : `${said(from)} to ${said(to)}`)
  const below = compare(tolerated.low, aim.low) === 0 ? null : `${said(tolerated.low)} to less than ${said(aim.low)}`
  const above = compare(aim.high, tolerated.high) === 0 ? null : `more than ${said(aim.high)} to ${said(tolerated.high)}`
  const [tooLow, tooHigh] = [`less than ${said(tolerated.low)}`, `more than ${said(tolerated.high)}`]

  // What a scheme shows as on target may reach up to whatever is better, or down to what is tolerated.
  const [withBetter, withWorse] = [shown(scheme, 'exceeding') === 'on-target', shown(scheme, 'within-tolerance') === 'on-target']
  const [least, most] = withWorse ? [tolerated.low, tolerated.high] : [aim.low, aim.high]

  switch (polarity) {
    case 'higher':
      return {
        exceeding: tooHigh,
        'on-target': withBetter ? `${said(least)} or more` : span(least, onTarget.high),
        'within-tolerance': below,
        'off-target': tooLow,
      }
    case 'lower':
      return {
        exceeding: tooLow,
        'on-target': withBetter ? `${said(most)} or less` : span(onTarget.low, most),
        'within-tolerance': above,
        'off-target': tooHigh,
      }
    case 'range':
      return {
        exceeding: null,
        'on-target': span(least, most),
        'within-tolerance': either(below, above),
        'off-target': `${tooLow}, or ${tooHigh}`,
      }
  }
}

const either = (below: string | null, above: string | null): string | null =>
  [below, above].filter(part => part !== null).join(', or ') || null
