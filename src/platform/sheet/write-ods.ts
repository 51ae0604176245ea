import { toText } from '../../kernel/decimal.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import { linesIn, sheetName, sheetTypes } from './form.ts'
import { escaped, zipOf } from './zip.ts'

/** OpenDocument 1.2, part 1, section 9 (tables), and part 3, section 3.3: `mimetype` comes first and is not compressed, so that the file is known by its beginning. */
export const ods = (table: Table): Buffer =>
  zipOf(['mimetype', sheetTypes.ods], {
    'META-INF/manifest.xml': manifest,
    'content.xml': content(table),
    'styles.xml': pageStyle,
    'settings.xml': settings(table),
  })

function content({ title, columns, rows }: Table): string {
  const places = [...new Set(rows.flat().flatMap(cell => (isShown(cell) ? [cell.decimals] : [])))]
  const headings = columns.map(({ heading }) => heading)
  const heights = [...new Set([headings, ...rows].map(row => linesIn(row, columns)))]
  const widths = [...new Set(columns.map(({ width }) => width))]
  return `<office:document-content ${namespaces} office:version="1.2"><office:automatic-styles>
${heights.map(lines => `<style:style style:name="h${lines}" style:family="table-row"><style:table-row-properties style:row-height="${(lines * 0.46).toFixed(2)}cm" style:use-optimal-row-height="false"/></style:style>`).join('\n')}
<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/>
${widths.map(width => `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.19).toFixed(2)}cm"/></style:style>`).join('\n')}
<number:date-style style:name="day"><number:day/><number:text> </number:text><number:month number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>
${places.map(decimals => `<number:number-style style:name="n${decimals}"><number:number number:decimal-places="${decimals}" number:min-integer-digits="1" number:grouping="true"/></number:number-style>`).join('\n')}
${cellStyle('plain', null, besideNumbers)}${cellStyle('number')}${cellStyle('date', 'day')}${places.map(decimals => cellStyle(`c${decimals}`, `n${decimals}`)).join('')}${cellStyle('heading', null, `${besideNumbers}<style:text-properties fo:font-weight="bold"/>`)}
</office:automatic-styles><office:body><office:spreadsheet><table:table table:style-name="sheet" table:name="${escaped(sheetName(title))}">
${columns.map(({ width }) => `<table:table-column table:style-name="w${width}"/>`).join('')}
<table:table-header-rows><table:table-row table:style-name="h${linesIn(headings, columns)}">${columns.map(({ heading }) => cellOf(heading, 'heading')).join('')}</table:table-row></table:table-header-rows>
${rows.map(row => `<table:table-row table:style-name="h${linesIn(row, columns)}">${row.map(cell => cellOf(cell)).join('')}</table:table-row>`).join('\n')}
</table:table></office:spreadsheet></office:body></office:document-content>`
}

const isShown = (cell: Cell): cell is Extract<Cell, { readonly decimals: number }> =>
  typeof cell === 'object' && cell !== null && 'decimals' in cell

/** Words begin a little further in than the number before them ends. */
const besideNumbers = '<style:paragraph-properties fo:text-align="start" fo:margin-left="0.2cm"/>'

const cellStyle = (name: string, data: string | null = null, more = ''): string =>
  `<style:style style:name="${name}" style:family="table-cell"${data === null ? '' : ` style:data-style-name="${data}"`}><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>${more}</style:style>`

function cellOf(cell: Cell, style = 'plain'): string {
  if (cell === null || cell === '') return '<table:table-cell/>'
  if (typeof cell === 'string')
    return `<table:table-cell table:style-name="${style}" office:value-type="string">${cell
      .split(/\r\n|\n|\r/)
      .map(paragraph)
      .join('')}</table:table-cell>`
  if (typeof cell === 'number') return numberCell(String(cell))
  if ('day' in cell) return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${cell.day}"/>`
  return 'number' in cell ? numberCell(toText(cell.number), `c${cell.decimals}`) : numberCell(toText(cell))
}

const numberCell = (value: string, style = 'number'): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${value}"/>`

/** Spaces that follow one another, and tabs, would be read as one space. */
const paragraph = (line: string): string =>
  `<text:p>${escaped(line)
    .replace(/^ | (?= )/g, '<text:s/>')
    .replaceAll('\t', '<text:tab/>')}</text:p>`

const namespaces = [
  ['office', 'office'],
  ['style', 'style'],
  ['text', 'text'],
  ['table', 'table'],
  ['number', 'datastyle'],
  ['fo', 'xsl-fo-compatible'],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')

const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${sheetTypes.ods}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`

/** On A3, turned, as wide as the page. */
const pageStyle = `<office:document-styles ${namespaces} office:version="1.2"><office:automatic-styles>
<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="42cm" fo:page-height="29.7cm" style:print-orientation="landscape" style:scale-to-X="1" style:scale-to-Y="0" fo:margin="1.2cm"/></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles></office:document-styles>`

/** The heading stays in sight. */
const settings = ({
  title,
}: Table): string => `<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:ooo="http://openoffice.org/2004/office" office:version="1.2"><office:settings>
<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>
<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>
<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${escaped(sheetName(title))}">
<config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>
<config:config-item config:name="VerticalSplitPosition" config:type="int">1</config:config-item>
<config:config-item config:name="ActiveSplitRange" config:type="short">2</config:config-item>
<config:config-item config:name="PositionBottom" config:type="int">1</config:config-item>
</config:config-item-map-entry></config:config-item-map-named>
</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>
</office:settings></office:document-settings>`
