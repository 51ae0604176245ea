/**
 * SVG as text. Only elements and presentation attributes: the pages' Content-Security-Policy allows no style attribute and no script,
 * and a picture saved to a file has no style sheet beside it.
 */
export type Attributes = Readonly<Record<string, string | number | null>>

export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let written = ''
  for (const key in attributes) {
    const value = attributes[key] ?? null
    if (value !== null) written += ` ${key}="${typeof value === 'number' ? coordinate(value) : escaped(value)}"`
  }
  return `<${name}${written}${content.length === 0 ? '/>' : `>${content.join('')}</${name}>`}`
}

/** A tenth of a pixel is finer than any screen, and keeps a picture small and the same on every machine. */
export const coordinate = (value: number): number => Math.round(value * 10) / 10 || 0

/** Characters that XML forbids are left out; they arrive by paste. A page draws a thousand elements, most with nothing to escape. */
export const escaped = (words: string): string => (/^[ !#-%'-;=?-~]*$/.test(words) ? words : escapedAll(words))

const escapedAll = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** About how wide words are drawn; no font can be asked on the server, so this leans to the wide side. */
export function textWidth(words: string, size: number): number {
  let em = 0
  for (const character of words) em += narrow.has(character) ? 0.3 : wide.has(character) ? 0.86 : /[A-Z£€–]/.test(character) ? 0.69 : 0.56
  return em * size
}

const narrow = new Set(" .,;:!'|()[]/ijltfI-")
const wide = new Set('mwMW%@…')
