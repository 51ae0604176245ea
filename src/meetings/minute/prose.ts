/**
 * What one writes in minutes: paragraphs, one to a line, and bullet lists in two levels, as the papers have them. Kept as plain text, and turned into blocks for
 * a page or a document. Nothing of the wording is changed.
 */
export type Block = { readonly kind: 'paragraph'; readonly text: string } | { readonly kind: 'bullets'; readonly items: readonly Point[] }
export type Point = { readonly text: string; readonly under: readonly Point[] }

type Line = { readonly level: 0 | 1 | 2; readonly isGoingOn: boolean; readonly text: string }

/** A second level is indented, or has the arrow that word processors give it. What is indented below a bullet without one of its own goes on with it. */
export function blocksOf(prose: string): Block[] {
  const blocks: Open[] = []
  for (const raw of prose.split(/\r\n?|\n/)) {
    const { level, isGoingOn, text } = lineOf(raw)
    if (text === '') continue
    const last = blocks.at(-1)
    const bullet = last?.kind === 'bullets' ? last.items.at(-1) : undefined
    if (level === 0) {
      if (isGoingOn && bullet !== undefined) goOn(bullet, text)
      else blocks.push({ kind: 'paragraph', text })
    } else if (level === 2 && bullet !== undefined) bullet.under.push({ text, under: [] })
    else if (last?.kind === 'bullets') last.items.push({ text, under: [] })
    else blocks.push({ kind: 'bullets', items: [{ text, under: [] }] })
  }
  return blocks
}

type OpenPoint = { text: string; under: OpenPoint[] }
type Open = { kind: 'paragraph'; text: string } | { kind: 'bullets'; items: OpenPoint[] }

function goOn(bullet: OpenPoint, text: string): void {
  const last = bullet.under.at(-1) ?? bullet
  last.text = `${last.text} ${text}`
}

function lineOf(raw: string): Line {
  const [, indent = '', sign = '', text = ''] = /^([ \t\u00a0]*)(?:([-*•·▪●◦○➢➤o–])[ \t\u00a0]+)?(.*?)[ \t\u00a0]*$/.exec(raw) ?? []
  const isIndented = indent.includes('\t') || indent.length >= 2
  if (sign === '') return { level: 0, isGoingOn: isIndented, text }
  return { level: isIndented || '➢➤◦○o'.includes(sign) ? 2 : 1, isGoingOn: false, text }
}

/** In one line, for a list or a mail. */
export const inOneLine = (prose: string): string =>
  blocksOf(prose)
    .flatMap(block =>
      block.kind === 'paragraph' ? [block.text] : block.items.flatMap(({ text, under }) => [text, ...under.map(each => each.text)]),
    )
    .join(' ')
