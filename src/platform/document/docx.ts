import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, type Bullet, runsOf, type TextDocument, type TextPart, type Words } from './document.ts'

/** For Word and what reads its files: headings as headings, lists as lists, tables whose heading rows are marked, in British English. */
export async function docxOf({ title, foot, paper, isOnItsSide, parts }: TextDocument): Promise<Buffer> {
  const [width, height] = paper === 'a4' ? [11_906, 16_838] : [16_838, 23_811]
  const document = new Document({
    title,
    creator: 'Goldthread',
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 22, language: { value: 'en-GB' } }, paragraph: { spacing: { after: 120, line: 276 } } },
        heading1: heading(32),
        heading2: heading(26),
        heading3: heading(23),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width, height, orientation: isOnItsSide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: new Footer({ children: [footer(foot)] }) },
        children: parts.flatMap(part => childrenOf(part, (isOnItsSide ? height : width) - 2 * margin)),
      },
    ],
  })
  return Packer.toBuffer(document)
}

const margin = 1_134
const heading = (size: number) => ({ run: { size, bold: true, color: '10313B' }, paragraph: { spacing: { before: 240, after: 120 } } })

const footer = (foot: string) =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [
      new TextRun({ text: `${foot}   Page `, size: 16 }),
      new TextRun({ size: 16, children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  })

function childrenOf(part: TextPart, width: number): FileChild[] {
  if (part.kind !== 'table') return paragraphsOf(part)
  const all = part.columns.reduce((sum, { share }) => sum + share, 0)
  const widths = part.columns.map(({ share }) => Math.round((width * share) / all))
  const row = (cells: readonly (readonly Block[])[], isHeading: boolean) =>
    new TableRow({
      tableHeader: isHeading,
      children: cells.map(
        (blocks, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            ...(isHeading && { shading: { fill: 'E8EEF0' } }),
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            // A cell without a paragraph is a file that Word calls damaged.
            children: blocks.length === 0 ? [new Paragraph({})] : blocks.flatMap(paragraphsOf),
          }),
      ),
    })
  const headings = part.columns.map(({ heading }): readonly Block[] => [{ kind: 'paragraph', text: [{ text: heading, as: 'strong' }] }])
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [row(headings, true), ...part.rows.map(cells => row(cells, false))],
    }),
    new Paragraph({}),
  ]
}

function paragraphsOf(block: Block): Paragraph[] {
  if (block.kind === 'bullets') return block.items.flatMap(item => bulletsOf(item, 0))
  if (block.kind === 'paragraph') return [worded(block.text)]
  return [
    new Paragraph({
      heading: headings[block.level],
      children: [new TextRun(block.text)],
      pageBreakBefore: block.onNewPage === true,
      keepNext: true,
    }),
  ]
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

const bulletsOf = ({ text, under }: Bullet, level: number): Paragraph[] => [
  worded(text, { bullet: { level } }),
  ...under.flatMap(each => bulletsOf(each, level + 1)),
]

/** A line that was broken within a paragraph stays so. */
const worded = (words: Words, options: IParagraphOptions = {}) =>
  new Paragraph({
    ...options,
    children: runsOf(words).flatMap(({ text, as }) =>
      text.split('\n').map(
        (line, at) =>
          new TextRun({
            text: line,
            ...(at > 0 && { break: 1 }),
            ...(as === 'strong' && { bold: true }),
            ...(as === 'inserted' && { underline: {} }),
            ...(as === 'deleted' && { strike: true }),
          }),
      ),
    ),
  })
