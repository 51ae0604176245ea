/** A picture as a file of its own, where no page around it says what it is: its title in letters above it, white behind it. */
import { coordinate, element, escaped, textWidth } from './svg.ts'

export type Picture = { readonly width: number; readonly height: number; readonly content: readonly string[] }
/** A picture that has links is a group of them. */
type Look = { readonly role?: 'img' | 'group'; readonly isTitled?: boolean }
type About = { readonly id: string; readonly title: string; readonly description: string }

const headline = 16
const margin = 20

export function pictureFile(
  { id, title, description }: About,
  { width, height, content }: Picture,
  { role = 'img', isTitled = true }: Look = {},
): string {
  const headings = isTitled ? wrapped(title, width, headline * 1.1) : []
  const top = margin + (isTitled ? headings.length * 22 + 8 : 0)
  const [outerWidth, outerHeight] = [width + 2 * margin, coordinate(top + height + margin)]
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${outerWidth} ${outerHeight}`,
      width: outerWidth,
      height: outerHeight,
      role,
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': "'Noto Sans', Arial, Helvetica, sans-serif",
      'font-size': 12,
      fill: '#1b2226',
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-desc` }, escaped(description)),
    element('rect', { x: 0, y: 0, width: outerWidth, height: outerHeight, fill: '#ffffff' }),
    ...headings.map((each, index) =>
      element('text', { x: margin, y: margin + 14 + index * 22, 'font-size': headline, 'font-weight': 600 }, escaped(each)),
    ),
    element('g', { transform: `translate(${margin},${top})` }, ...content),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`
}

export function wrapped(words: string, width: number, size: number): string[] {
  const rows: string[] = []
  for (const word of words.split(/\s+/).filter(each => each !== '')) {
    const longer = `${rows.at(-1) ?? ''} ${word}`.trim()
    if (rows.length > 0 && textWidth(longer, size) <= width * 0.94) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows
}
