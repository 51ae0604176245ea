/**
 * The marks of a judgement: each its own shape and its own colour, so that neither has to be seen to know it.
 * They are drawn as paths, because the fonts that people have lack half of ★ ● ◆ ▲.
 * What a mark means is for the caller to say: the names of judgements can be chosen, their marks cannot.
 */
import { type SymbolType, symbol, symbolCircle, symbolDiamond2, symbolStar, symbolTriangle } from 'd3-shape'
import { coordinate, element, escaped } from './svg.ts'

export const marks = ['star', 'circle', 'disc', 'diamond', 'triangle', 'dot'] as const
export type Mark = (typeof marks)[number]

/** Every colour has at least 4.5 to 1 on white, so that words may wear it too. The tint stands behind the zone in which a mark is earned. */
export const colours: Readonly<Record<Mark, { readonly ink: string; readonly tint: string }>> = {
  star: { ink: '#00664f', tint: '#d9efe6' },
  circle: { ink: '#1d62a8', tint: '#dfebf7' },
  disc: { ink: '#00664f', tint: '#d9efe6' },
  diamond: { ink: '#a3560b', tint: '#fbe9d0' },
  triangle: { ink: '#c4261d', tint: '#f9dedb' },
  dot: { ink: '#4b5359', tint: '#eceeef' },
}

/** A mark for a line of text or a cell of a table; silent when no words are given, because the words stand beside it. */
export function markIcon(mark: Mark, words: string | null = null, hollow = false): string {
  return element(
    'svg',
    {
      class: `gt-mark gt-mark--${mark}`,
      viewBox: '-10 -10 20 20',
      width: 16,
      height: 16,
      focusable: 'false',
      'aria-hidden': words === null ? 'true' : null,
      role: words === null ? null : 'img',
      'aria-label': words,
    },
    drawnMark(mark, { x: 0, y: 0, radius: mark === 'dot' ? 5 : 7.6, hollow }),
  )
}

type Place = { readonly x: number; readonly y: number; readonly radius: number; readonly hollow: boolean }

export function drawnMark(mark: Mark, { x, y, radius, hollow }: Place, note = ''): string {
  const { ink } = colours[mark]
  const attributes = {
    d: markPath(mark, radius),
    transform: `translate(${coordinate(x)},${coordinate(y + drop[mark] * radius)})`,
    fill: hollow ? '#ffffff' : ink,
    stroke: hollow ? ink : '#ffffff',
    'stroke-width': hollow ? Math.max(1.5, radius / 4) : 1,
    'stroke-linejoin': 'round',
    // The white edge keeps a mark apart from its line; drawn first, it takes nothing from the shape.
    'paint-order': hollow ? null : 'stroke',
  }
  return note === '' ? element('path', attributes) : element('path', attributes, element('title', {}, escaped(note)))
}

/** As large to the eye as a circle of that radius. A page draws the same few hundreds of times. */
function markPath(mark: Mark, radius: number): string {
  const name = `${mark} ${radius}`
  const known = drawn.get(name)
  if (known !== undefined) return known
  const path = symbol(shapes[mark], Math.PI * radius * radius * area[mark])() ?? ''
  if (drawn.size < 100) drawn.set(name, path)
  return path
}
const drawn = new Map<string, string>()

const shapes: Readonly<Record<Mark, SymbolType>> = {
  star: symbolStar,
  circle: symbolCircle,
  disc: symbolCircle,
  diamond: symbolDiamond2,
  triangle: symbolTriangle,
  dot: symbolCircle,
}
const area: Readonly<Record<Mark, number>> = { star: 0.95, circle: 0.9, disc: 0.9, diamond: 0.84, triangle: 0.86, dot: 0.55 }

/** A triangle stands about its centre of gravity and a star about its middle, which the eye finds too high. */
const drop: Readonly<Record<Mark, number>> = { star: 0.06, circle: 0, disc: 0, diamond: 0, triangle: 0.14, dot: 0 }
