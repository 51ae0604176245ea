import type { Day } from '../../kernel/day.ts'
import { dayLabel } from '../../kernel/day.ts'
import { kindNames, nameOf, nodeKinds } from '../node/node.ts'
import { linkTo, threadAddress } from '../strip/view.ts'
import { type Asked, hops, questionOf, zooms } from './asked.ts'
import { type Drawn, inKinds, type ListItem, mostBoxes, pluralOf, sentence, threadLists } from './drawing.ts'

export const titleOf = ({ root }: Pick<Drawn, 'root'>): string => `Thread of ${kindNames[root.kind].toLowerCase()} ${nameOf(root)}`

export function threadView(drawn: Drawn, asked: Asked, canMakePdf: boolean) {
  const { root, walked } = drawn
  const own = threadAddress(root)
  const at = (path: string, changed: Partial<Asked> = {}, more: Readonly<Record<string, string>> = {}) => {
    const question = [questionOf({ ...asked, ...changed }), String(new URLSearchParams(more))].filter(Boolean).join('&')
    return `${own}${path}${question === '' ? '' : `?${question}`}`
  }
  const lists = threadLists(drawn)
  // A theme, an outcome, an ambition has no page besides this one.
  const hasPage = root.address !== own
  return {
    title: titleOf(drawn),
    about: { kind: root.kind, id: root.id },
    wide: true,
    breadcrumbs: hasPage ? [{ text: nameOf(root).slice(0, 80), href: root.address }] : [],
    heading: nameOf(root),
    kind: kindNames[root.kind],
    pageHref: hasPage ? root.address : null,
    summary: inKinds(walked.nodes),
    left:
      walked.left === 0
        ? ''
        : `${walked.left} more ${walked.left === 1 ? 'is' : 'are'} left out, the farthest first: no more than ${mostBoxes} are clear at once.`,
    isAlone: walked.nodes.length <= 1,
    own,
    choices: {
      up: hops.map(value => ({ value, text: hopsSaid(value), selected: value === asked.up })),
      down: hops.map(value => ({ value, text: hopsSaid(value), selected: value === asked.down })),
      kinds: nodeKinds.map(value => ({ value, text: pluralOf(value), checked: asked.kinds.has(value) })),
    },
    zoom: asked.zoom === '100' ? '' : asked.zoom,
    zooms: zooms.map(zoom => ({
      text: { whole: 'Fit the width', '100': 'Actual size', '150': 'Larger' }[zoom],
      href: at('', { zoom }),
      current: zoom === asked.zoom,
    })),
    files: [
      ...['svg', 'png'].map(form => ({ text: form.toUpperCase(), href: at(`/drawing.${form}`) })),
      ...(canMakePdf
        ? (['a4', 'a3'] as const).map(paper => ({ text: `PDF for ${paper.toUpperCase()}`, href: at('/drawing.pdf', {}, { paper }) }))
        : []),
    ],
    canMakePdf,
    up: lists.up.map(itemView),
    down: lists.down.map(itemView),
  }
}

const hopsSaid = (value: string): string =>
  value === '0' ? 'None' : value === '1' ? '1 step' : value === 'all' ? 'As far as it goes' : `${value} steps`

type ItemView = ReturnType<typeof linkTo> & {
  readonly words: string
  readonly judgement: { readonly name: string; readonly words: string } | null
  readonly who: readonly { readonly text: string; readonly href: string; readonly words: string }[]
  readonly under: readonly ItemView[]
  readonly isAgain: boolean
  readonly further: string
}
const itemView = ({ node, words, judgement, who, under, isAgain, further }: ListItem): ItemView => ({
  ...linkTo(node),
  words,
  judgement: judgement && { name: judgement.name, words: judgement.words },
  who: who.map(hop => ({ text: hop.node.title, href: hop.node.address, words: hop.itself.join(' and ') })),
  under: under.map(itemView),
  isAgain,
  further,
})

type OnPaper = { readonly name: string; readonly href: string | null; readonly text: string; readonly under: readonly OnPaper[] }

/** What a page of each paper has for a picture, in pixels: its letters are then no smaller than eight points. */
export const papers = { a3: { width: 1500, height: 960 }, a4: { width: 1100, height: 640 } } as const
export type Paper = keyof typeof papers

/** On paper: the drawing on as many pages as it needs, then the list. */
export function threadPaper(drawn: Drawn, of: string, today: Day, origin: string, paper: Paper, pictures: readonly string[]) {
  const title = titleOf(drawn)
  const lists = threadLists(drawn)
  const onPaper = ({ node, words, judgement, who, under, isAgain, further }: ListItem): OnPaper => ({
    name: nameOf(node),
    href: `${origin}${node.address}`,
    text: [
      [words, linkTo(node).note].filter(Boolean).join('; '),
      ...(judgement === null ? [] : [judgement.words]),
      ...who.map(hop => `${hop.node.title} ${hop.itself.join(' and ')} it`),
      ...(further === '' ? [] : [sentence(further)]),
      ...(isAgain ? ['As above'] : []),
    ].join('. '),
    under: under.map(onPaper),
  })
  const listed = (text: string, items: readonly ListItem[]) =>
    items.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 2 as const, text },
          { kind: 'list' as const, columns: 2 as const, items: items.map(onPaper) },
        ]
  return {
    title,
    foot: `${of}, ${dayLabel(today)}`,
    paper,
    isOnItsSide: true,
    parts: [
      { kind: 'heading' as const, level: 1 as const, text: title },
      ...pictures.flatMap((svg, index) => [
        ...(index === 0 ? [] : [{ kind: 'heading' as const, level: 2 as const, text: `${title}, continued`, onNewPage: true }]),
        {
          kind: 'picture' as const,
          svg,
          description: `${index === 0 ? `${inKinds(drawn.walked.nodes)}. ` : ''}Part ${index + 1} of ${pictures.length}. The same stands as a list on the pages after the drawing.`,
        },
      ]),
      { kind: 'heading' as const, level: 2 as const, text: 'The same as a list', onNewPage: true },
      { kind: 'paragraph' as const, text: `${inKinds(drawn.walked.nodes)}.` },
      ...listed('Why: what it serves', lists.up),
      ...listed('How: what serves it', lists.down),
    ],
  }
}
