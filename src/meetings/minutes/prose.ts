/** What somebody typed, as paragraphs and lists of two levels: a line that begins with a dash or another bullet is a point, and one further in is under the one before. */
export type Block = { readonly kind: 'paragraph'; readonly text: Words } | { readonly kind: 'bullets'; readonly items: readonly Bullet[] }
export type Bullet = { readonly text: Words; readonly under: readonly Bullet[] }
export type Words = string | readonly Run[]
export type Run = { readonly text: string; readonly as: 'plain' | 'strong' | 'inserted' | 'deleted' }

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.trim() === '') continue
    const bullet = /^(\s*)([-*•▪◦➢➤o–])\s+(\S.*)$/.exec(line)
    const last = blocks.at(-1)
    if (bullet === null) blocks.push({ kind: 'paragraph', text: line.trim() })
    else {
      const [, indent = '', sign = '', words = ''] = bullet
      const item = { text: words.trim(), under: [] as Bullet[] }
      const isUnder = indent.replaceAll('\t', '  ').length >= 2 || '➢➤◦o'.includes(sign)
      if (last?.kind !== 'bullets') blocks.push({ kind: 'bullets', items: [item] })
      else {
        const items = last.items as (typeof item)[]
        const above = items.at(-1)
        if (isUnder && above) above.under.push(item)
        else items.push(item)
      }
    }
  }
  return blocks
}
