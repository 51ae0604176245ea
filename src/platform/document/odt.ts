import { escaped, zipOf } from '../sheet/index.ts'
import { type Block, type Bullet, runsOf, type TextDocument, type TextPart, type Words } from './document.ts'

/** OpenDocument 1.2 text: headings with their levels, lists, tables with heading rows, in British English. `mimetype` comes first and is not compressed. */
export const odtOf = (document: TextDocument): Buffer =>
  zipOf(['mimetype', type], {
    'META-INF/manifest.xml': manifest,
    'content.xml': content(document),
    'styles.xml': styles(document),
    'meta.xml': meta(document),
  })

const type = 'application/vnd.oasis.opendocument.text'

function content({ parts }: TextDocument): string {
  const tables = parts.filter(part => part.kind === 'table')
  const columnStyles = tables.flatMap(({ columns }, table) =>
    columns.map(
      ({ share }, at) =>
        `<style:style style:name="t${table}c${at}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(share * 100)}*"/></style:style>`,
    ),
  )
  return `<office:document-content ${namespaces} office:version="1.2"><office:automatic-styles>
<style:style style:name="strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="inserted" style:family="text"><style:text-properties style:text-underline-style="solid" style:text-underline-width="auto"/></style:style>
<style:style style:name="deleted" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #a9b7bc" fo:padding="0.1cm"/></style:style>
<style:style style:name="headingCell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #a9b7bc" fo:padding="0.1cm" fo:background-color="#e8eef0"/></style:style>
<style:style style:name="newPage1" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="newPage2" style:family="paragraph" style:parent-style-name="Heading_20_2"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="newPage3" style:family="paragraph" style:parent-style-name="Heading_20_3"><style:paragraph-properties fo:break-before="page"/></style:style>
${columnStyles.join('\n')}
<text:list-style style:name="bullets">${[0, 1, 2].map(bulletStyle).join('')}</text:list-style>
</office:automatic-styles><office:body><office:text>
${parts.map(part => partOf(part, tables.indexOf(part as (typeof tables)[number]))).join('\n')}
</office:text></office:body></office:document-content>`
}

const bulletStyle = (level: number) =>
  `<text:list-level-style-bullet text:level="${level + 1}" text:bullet-char="${'•–·'[level]}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="${(level + 1) * 0.6}cm"/></style:list-level-properties></text:list-level-style-bullet>`

function partOf(part: TextPart, table: number): string {
  if (part.kind !== 'table') return blockOf(part)
  const cell = (blocks: readonly Block[], style: string) =>
    `<table:table-cell table:style-name="${style}" office:value-type="string">${blocks.length === 0 ? '<text:p/>' : blocks.map(blockOf).join('')}</table:table-cell>`
  const headings = part.columns.map(({ heading }) => cell([{ kind: 'paragraph', text: [{ text: heading, as: 'strong' }] }], 'headingCell'))
  return `<table:table table:name="Table ${table + 1}">
${part.columns.map((_, at) => `<table:table-column table:style-name="t${table}c${at}"/>`).join('')}
<table:table-header-rows><table:table-row>${headings.join('')}</table:table-row></table:table-header-rows>
${part.rows.map(cells => `<table:table-row>${cells.map(blocks => cell(blocks, 'cell')).join('')}</table:table-row>`).join('\n')}
</table:table><text:p/>`
}

function blockOf(block: Block): string {
  if (block.kind === 'bullets') return bullets(block.items, true)
  if (block.kind === 'paragraph') return `<text:p text:style-name="Text_20_body">${spans(block.text)}</text:p>`
  const style = block.onNewPage === true ? `newPage${block.level}` : `Heading_20_${block.level}`
  return `<text:h text:style-name="${style}" text:outline-level="${block.level}">${spans(block.text)}</text:h>`
}

const bullets = (items: readonly Bullet[], isOutermost = false): string =>
  `<text:list${isOutermost ? ' text:style-name="bullets"' : ''}>${items
    .map(
      ({ text, under }) =>
        `<text:list-item><text:p text:style-name="Text_20_body">${spans(text)}</text:p>${under.length > 0 ? bullets(under) : ''}</text:list-item>`,
    )
    .join('')}</text:list>`

const spans = (words: Words): string =>
  runsOf(words)
    .map(({ text, as }) => (as === 'plain' ? written(text) : `<text:span text:style-name="${as}">${written(text)}</text:span>`))
    .join('')

/** Spaces that follow one another, tabs and broken lines would be read as one space. */
const written = (text: string): string =>
  escaped(text)
    .replace(/ (?= )/g, '<text:s/>')
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>')

const namespaces = [
  ['office', 'office'],
  ['style', 'style'],
  ['text', 'text'],
  ['table', 'table'],
  ['fo', 'xsl-fo-compatible'],
  ['meta', 'meta'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${type}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`

const styles = ({
  foot,
  paper,
  isOnItsSide,
}: TextDocument): string => `<office:document-styles ${namespaces} office:version="1.2"><office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm" fo:line-height="115%"/><style:text-properties style:font-name="Arial" fo:font-family="Arial" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph"/>
${[16, 13, 11.5].map((size, at) => `<style:style style:name="Heading_20_${at + 1}" style:display-name="Heading ${at + 1}" style:family="paragraph" style:default-outline-level="${at + 1}" style:next-style-name="Text_20_body"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold" fo:color="#10313b"/></style:style>`).join('\n')}
<style:style style:name="Footer" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style>
</office:styles><office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties ${pageSize(paper, isOnItsSide)} fo:margin="2cm"/><style:footer-style/></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:footer><text:p text:style-name="Footer">${written(foot)}   Page <text:page-number text:select-page="current">1</text:page-number> of <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`

function pageSize(paper: TextDocument['paper'], isOnItsSide: boolean): string {
  const [narrow, long] = paper === 'a4' ? [21, 29.7] : [29.7, 42]
  const [width, height] = isOnItsSide ? [long, narrow] : [narrow, long]
  return `fo:page-width="${width}cm" fo:page-height="${height}cm" style:print-orientation="${isOnItsSide ? 'landscape' : 'portrait'}"`
}

const meta = ({
  title,
}: TextDocument): string => `<office:document-meta ${namespaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:meta>
<meta:generator>Goldthread</meta:generator><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language>
</office:meta></office:document-meta>`
