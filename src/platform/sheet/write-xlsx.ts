import { day, daysBetween } from '../../kernel/day.ts'
import { toText } from '../../kernel/decimal.ts'
import { type Cell, cellName, type Table } from '../../kernel/table.ts'
import { linesIn, longestCell, sheetName } from './form.ts'
import { escaped, zipOf } from './zip.ts'

/** ECMA-376, part 1: the fewest parts that Excel opens without mending, in the order of elements that it asks for (section 18.3.1.99). */
export function xlsx(table: Table): Buffer {
  const places = placesIn(table)
  return zipOf(null, {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="${escaped(sheetName(table.title))}" sheetId="1" r:id="rId1"/></sheets>
<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${escaped(sheetName(table.title))}'!$1:$1</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles(places),
    'xl/worksheets/sheet1.xml': worksheet(table, places),
  })
}

/** How many decimals numbers are shown with: each is a style of its own. */
const placesIn = ({ rows }: Table): number[] => [
  ...new Set(rows.flat().flatMap(cell => (typeof cell === 'object' && cell !== null && 'decimals' in cell ? [cell.decimals] : []))),
]

function worksheet({ columns, rows }: Table, places: readonly number[]): string {
  const headings = columns.map(({ heading }, at) => words(cellName(1, at + 1), heading, style.heading))
  const lines = rows.map(
    (row, at) =>
      `<row r="${at + 2}" ht="${heightOf(linesIn(row, columns))}">${row.map((cell, column) => cellOf(cellName(at + 2, column + 1), cell, places)).join('')}</row>`,
  )
  return `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>
<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>
<sheetFormatPr defaultRowHeight="15"/>
<cols>${columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>
<sheetData><row r="1" ht="${heightOf(
    linesIn(
      columns.map(({ heading }) => heading),
      columns,
    ),
  )}">${headings.join('')}</row>
${lines.join('\n')}</sheetData>
<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/></worksheet>`
}

/** Not every program finds out how high a row must be; Excel allows no more. */
const heightOf = (lines: number): number => Math.min(lines * 15, 405)

const style = { plain: 1, heading: 2, number: 3, date: 4, firstOfPlaces: 5 } as const

function cellOf(name: string, cell: Cell, places: readonly number[]): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return words(name, cell, style.plain)
  if (typeof cell === 'number') return number(name, String(cell), style.number)
  if ('day' in cell) return number(name, String(daysBetween(epoch, cell.day)), style.date)
  return 'number' in cell
    ? number(name, toText(cell.number), style.firstOfPlaces + places.indexOf(cell.decimals))
    : number(name, toText(cell), style.number)
}

/** Excel counts days from here: it believes that there was a 29 February 1900, and no period of ours is as old. */
const epoch = day('1899-12-30')

const number = (name: string, value: string, style: number): string => `<c r="${name}" s="${style}"><v>${value}</v></c>`

const words = (name: string, text: string, style: number): string =>
  `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, longestCell))}</t></is></c>`

function styles(places: readonly number[]): string {
  const formats = ['d mmm yyyy', ...places.map(decimals => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`))]
  const format = (format: number, font = 0, indent = ''): string =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment ${indent}vertical="top" wrapText="1"/></xf>`
  return `<styleSheet xmlns="${main}">
<numFmts count="${formats.length}">${formats.map((code, at) => `<numFmt numFmtId="${firstFormat + at}" formatCode="${code}"/>`).join('')}</numFmts>
<fonts count="2">${['', '<b/>'].map(bold => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`).join('')}</fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${formats.length + 4}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(0, 0, besideNumbers)}${format(0, 1, besideNumbers)}${format(0)}${formats.map((_, at) => format(firstFormat + at)).join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

/** Words begin a little further in than the number before them ends. */
const besideNumbers = 'horizontal="left" indent="1" '

/** Those below are Excel's own. */
const firstFormat = 164

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relationships = (parts: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${related}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`
