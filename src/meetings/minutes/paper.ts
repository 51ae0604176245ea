/** Minutes as a document for paper and word processors: the same words as the page, as headings, paragraphs, lists and tables. */
import { actionWords, type MinutesAction, type MinutesDocument, type MinutesItem, type MinutesPiece } from './minutes.ts'
import type { Block, Words } from './words-shown.ts'

type Heading = { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly onNewPage?: boolean }
export type PaperBlock = Block | Heading
export type PaperPart =
  | PaperBlock
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly heading: string; readonly share: number }[]
      readonly rows: readonly (readonly (readonly PaperBlock[])[])[]
    }

export function minutesPaper(minutes: MinutesDocument, foot: string) {
  return { title: minutes.title, foot, paper: 'a4', isOnItsSide: false, parts: partsOf(minutes) } as const
}

function partsOf(minutes: MinutesDocument): PaperPart[] {
  const { group, about, called, attendance, opened, closed, form, items, actions, forwardPlan, besides } = minutes
  const again: PaperPart[] = actions.length === 0 ? [] : [heading(2, 'Actions from the meeting'), actionTable(actions)]
  return [
    heading(1, `${group}: ${called}`),
    ...about.map(paragraph),
    ...attendance.flatMap(({ heading: words, people, total }) => [
      heading(2, words),
      { kind: 'bullets' as const, items: people.map(text => ({ text, under: [] })) },
      ...said(total),
    ]),
    ...(form.actionsAgain === 'top' ? again : []),
    ...(form.form === 'table' ? [heading(2, 'Items')] : []),
    ...said(opened),
    ...(form.form === 'table' ? [itemTable(minutes)] : items.flatMap(item => itemParts(item, 2))),
    ...said(closed),
    ...(form.actionsAgain === 'end' ? again : []),
    ...(forwardPlan.length === 0 ? [] : [heading(2, `${group}: forward plan`), forwardTable(forwardPlan)]),
    ...(besides.length === 0 ? [] : [heading(2, 'Corrections agreed'), ...besides.map(paragraph)]),
    ...(form.queriesTo === '' ? [] : [paragraph(form.queriesTo)]),
  ]
}

const heading = (level: 1 | 2 | 3, text: string): Heading => ({ kind: 'heading', level, text })
const paragraph = (text: Words): Block => ({ kind: 'paragraph', text })
const said = (text: string): Block[] => (text === '' ? [] : [paragraph(text)])

const itemParts = (item: MinutesItem, level: 2 | 3): PaperBlock[] => [
  heading(level, item.label),
  ...said(item.presenter),
  ...item.detail,
  ...item.pieces.flatMap(piece => pieceBlocks(piece)),
  ...item.under.flatMap(each => itemParts(each, 3)),
]

/** With `actions: 'elsewhere'` they stand in their own column. */
function pieceBlocks(piece: MinutesPiece, actions: 'here' | 'elsewhere' = 'here'): Block[] {
  if (piece.kind === 'heading') return piece.blocks.map(block => (block.kind === 'paragraph' ? paragraph(strong(block.text)) : block))
  if (piece.action !== null)
    return actions === 'here' ? [actionBlock(piece.action), ...piece.marks.map(paragraph)] : piece.marks.map(paragraph)
  const before = piece.kind === 'decision' ? 'Decision: ' : piece.kind === 'action' ? 'Action: ' : ''
  return [...led(before, piece.blocks), ...piece.marks.map(paragraph)]
}

const strong = (words: Words): Words =>
  (typeof words === 'string' ? [{ text: words, as: 'plain' as const }] : words).map(run =>
    run.as === 'plain' ? { ...run, as: 'strong' as const } : run,
  )

function led(before: string, blocks: readonly Block[]): Block[] {
  if (before === '') return [...blocks]
  const [first, ...others] = blocks
  const lead = { text: before, as: 'strong' as const }
  if (first?.kind !== 'paragraph') return [paragraph([lead]), ...blocks]
  const words = typeof first.text === 'string' ? [{ text: first.text, as: 'plain' as const }] : first.text
  return [paragraph([lead, ...words]), ...others]
}

const actionBlock = (action: MinutesAction): Block =>
  paragraph([
    { text: `Action ${action.carriedAs === '' ? '' : `${action.carriedAs}, `}${action.reference}: `, as: 'strong' },
    { text: actionWords(action), as: 'plain' },
  ])

function itemTable({ items, form }: MinutesDocument): PaperPart {
  const actions = form.hasActionColumn ? 'elsewhere' : 'here'
  const rowOf = (item: MinutesItem): PaperBlock[][] => {
    const body = [
      heading(3, item.title),
      ...said(item.presenter),
      ...item.detail,
      ...item.pieces.flatMap(piece => pieceBlocks(piece, actions)),
    ]
    const own = item.pieces.flatMap(({ action }) => (action === null ? [] : [actionBlock(action)]))
    return form.hasActionColumn ? [said(numbered(item)), body, own] : [said(numbered(item)), body]
  }
  return {
    kind: 'table',
    columns: [
      { heading: 'No.', share: 1 },
      { heading: 'Item', share: form.hasActionColumn ? 7 : 10 },
      ...(form.hasActionColumn ? [{ heading: 'Action', share: 3 }] : []),
    ],
    rows: items.flatMap(item => withUnder(item).map(rowOf)),
  }
}

export const numbered = ({ number }: Pick<MinutesItem, 'number'>): string => (number === '' ? '' : `${number.replace(/\.$/, '')}.`)

const withUnder = (item: MinutesItem): MinutesItem[] => [item, ...item.under.flatMap(withUnder)]

const actionTable = (actions: readonly MinutesAction[]): PaperPart => ({
  kind: 'table',
  columns: [
    { heading: 'Reference', share: 2 },
    { heading: 'Action', share: 5 },
    { heading: 'Who', share: 3 },
    { heading: 'By when', share: 2 },
  ],
  rows: actions.map(({ reference, carriedAs, text, owners, due }) =>
    [carriedAs === '' ? reference : `${carriedAs} (${reference})`, text, owners, due].map(said),
  ),
})

const forwardTable = (plan: MinutesDocument['forwardPlan']): PaperPart => ({
  kind: 'table',
  columns: [
    { heading: 'Date of meeting', share: 2 },
    { heading: 'Item', share: 5 },
    { heading: 'Responsibility', share: 3 },
  ],
  rows: plan.map(({ when, title, detail, responsible }, at) => [
    said(plan[at - 1]?.when === when ? '' : when),
    [...said(title), ...said(detail)],
    said(responsible),
  ]),
})
