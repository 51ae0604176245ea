/**
 * What process control finds, drawn: in the NHS's colours, of which grey, blue and orange are too pale on white to be seen by everybody, so that each
 * has a dark edge and a shape of its own.
 */
import { coordinate, element } from './svg.ts'

export const rings = ['improvement', 'concern', 'neutral'] as const
export type Ring = (typeof rings)[number]

const fills: Readonly<Record<Ring | 'common-cause', string>> = {
  'common-cause': '#a6a6a6',
  improvement: '#00b0f0',
  concern: '#e46c0a',
  neutral: '#490092',
}
const edge = '#1b2226'

/** Behind the mark of a figure: a disc for what is better, a square for what is worse, a diamond for what is neither. */
export function drawnRing(ring: Ring, x: number, y: number, radius: number): string {
  const attributes = { fill: fills[ring], stroke: edge, 'stroke-width': 1.4 }
  if (ring === 'improvement') return element('circle', { cx: coordinate(x), cy: coordinate(y), r: coordinate(radius), ...attributes })
  const half = coordinate(ring === 'concern' ? radius * 0.95 : radius * 0.9)
  const square = {
    x: coordinate(x - half),
    y: coordinate(y - half),
    width: coordinate(2 * half),
    height: coordinate(2 * half),
    ...attributes,
  }
  return element('rect', ring === 'concern' ? square : { ...square, transform: `rotate(45 ${coordinate(x)} ${coordinate(y)})` })
}

export type VariationIcon = Ring | 'common-cause' | 'too-few'

/** As large as two lines of text; silent, because the words stand beside it. */
export function variationIcon(name: VariationIcon, side: 'high' | 'low' | null): string {
  const ink = name === 'neutral' ? '#ffffff' : edge
  const line = { fill: 'none', stroke: ink, 'stroke-width': 2.6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
  const wave = element('path', { d: 'M-10 2 L-5 -4 L0 3 L5 -4 L10 2', ...line })
  const arrow = element('path', { d: 'M0 9 V-8 M-6 -2 L0 -8 L6 -2', ...line, transform: side === 'low' ? 'rotate(180)' : null })
  if (name === 'too-few')
    return icon(element('circle', { r: 17, fill: '#ffffff', stroke: edge, 'stroke-width': 2, 'stroke-dasharray': '3 3' }) + wave)
  if (name === 'common-cause') return icon(element('circle', { r: 17, fill: fills[name], stroke: edge, 'stroke-width': 2 }) + wave)
  return icon(drawnRing(name, 0, 0, name === 'neutral' ? 15 : 17) + arrow)
}

export type AssuranceIcon = 'passes' | 'fails' | 'hit-or-miss'

export function assuranceIcon(name: AssuranceIcon): string {
  const { fill, letter } = {
    passes: { fill: '#00b0f0', letter: 'P' },
    fails: { fill: '#e46c0a', letter: 'F' },
    'hit-or-miss': { fill: '#a6a6a6', letter: '?' },
  }[name]
  return icon(
    element('circle', { r: 17, fill: '#ffffff', stroke: edge, 'stroke-width': 2 }) +
      element('circle', { r: 12.5, fill, stroke: edge, 'stroke-width': 1 }) +
      element('text', { y: 6, 'text-anchor': 'middle', 'font-size': 17, 'font-weight': 700, fill: edge }, letter),
  )
}

const icon = (drawn: string): string =>
  element(
    'svg',
    { class: 'gt-control__icon', viewBox: '-20 -20 40 40', width: 40, height: 40, 'aria-hidden': 'true', focusable: 'false' },
    drawn,
  )
