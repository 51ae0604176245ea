import { momentLabel } from '../../kernel/moment.ts'
import { type Frequency, frequencies, periodLabel, readPeriod } from '../../kernel/period.ts'
import { cellName } from '../../kernel/table.ts'
import type { Area, AreaKind, DirectoryRow, KindOfRecord, RowEffects } from '../../partnership/index.ts'
import type { Asked } from './asking.ts'
import { anyUnanswered } from './asking.ts'
import {
  type DataImport,
  goodRows,
  type ImportFile,
  type ImportKind,
  type ImportSummary,
  importKinds,
  mayTake,
  nothingYet,
  ofFigures,
  type RowOutcome,
  rowOutcomes,
  stateWords,
} from './data-import.ts'
import type { IndicatorChanges } from './indicator-comparison.ts'
import type { IndicatorContent } from './indicator-row.ts'
import {
  constantsOf,
  isWide,
  type Mapping,
  type Meaning,
  meaningsOf,
  meaningWords,
  type StatusMeaning,
  type WordMeaning,
} from './mapping.ts'
import { type KnownIndicator, proposedTitle } from './naming.ts'
import { anyAsked, type IndicatorQuestion, type Questions } from './question.ts'
import { type Slot, slotsOf } from './wide.ts'

export type ListedImport = Pick<
  DataImport,
  'id' | 'kind' | 'fileName' | 'source' | 'state' | 'summary' | 'madeByName' | 'madeAt' | 'importedByName' | 'importedAt'
>
export type AgreementChoice = { readonly id: number; readonly title: string }

const kindWords: Readonly<Record<ImportKind, { readonly name: string; readonly one: string; readonly does: string }>> = {
  people: {
    name: 'People',
    one: 'person',
    does: 'Who is around the table: organisations, people, groups, and who sits where. A whole partnership from one sheet.',
  },
  indicators: {
    name: 'Indicators',
    one: 'indicator',
    does: 'What the partnership measures: references, titles, which way is better, units, tolerances.',
  },
  targets: { name: 'Targets', one: 'target', does: 'Baselines, targets, interim and stretch targets, by area and period.' },
  returns: {
    name: 'Returns',
    one: 'return',
    does: 'The figures that partners and publishers report, by indicator, area and period.',
  },
}

export function listView(lines: readonly ListedImport[], pagination: object | null, hasAgreement: boolean) {
  return {
    title: 'Imports',
    hasAgreement,
    kinds: importKinds
      .filter(kind => hasAgreement || kind === 'people')
      .map(kind => ({ ...kindWords[kind], kind, text: `Import ${kindWords[kind].name.toLowerCase()}` })),
    lines: lines.map(line => ({
      id: line.id,
      fileName: line.fileName,
      kind: kindWords[line.kind].name,
      source: line.source || '–',
      when: momentLabel(line.importedAt ?? line.madeAt),
      who: line.importedByName ?? line.madeByName,
      state: stateWords[line.state],
      counts: line.summary && line.state === 'imported' ? countWords(line.summary) : '',
    })),
    pagination: pagination ?? null,
  }
}

const countWords = ({ counts }: ImportSummary): string =>
  rowOutcomes
    .filter(outcome => counts[outcome] > 0)
    .map(outcome => `${thousands(counts[outcome])} ${outcomeWords[outcome].toLowerCase()}`)
    .join(', ')

const thousands = (count: number): string => count.toLocaleString('en-GB')

const toImports = [{ text: 'Imports', href: 'imports' }]

const examples: Readonly<Record<ImportKind, readonly (readonly string[])[]>> = {
  people: [
    ['Group', 'Layer', 'Kind of group', 'Role', 'Person', 'E-mail', 'Organisation', 'Deputy 1'],
    ['Wexcombe Board', 'Strategic', 'Board', 'Chair', 'Amina Khan', 'amina.khan@wexcombe.example', 'Wexcombe County Council', 'Tom Hale'],
    ['Wexcombe Board', '', '', 'Member', 'Vacant', '', 'NHS Wexcombe', ''],
  ],
  indicators: [
    ['Reference', 'Title', 'Polarity', 'Unit', 'Frequency'],
    ['NI 192', 'Household waste sent for reuse, recycling or composting', 'higher', '%', 'Quarterly'],
    ['NI 117', 'Young people not in education, employment or training', 'lower', '%', 'Monthly'],
  ],
  targets: [
    ['Reference', 'Area', 'Period', 'Baseline', 'Target'],
    ['NI 192', 'E07000086', '2008-09', '38.3', '40'],
    ['NI 192', 'E07000086', '2009-10', '', '42'],
  ],
  returns: [
    ['Reference', 'Area', 'Period', 'Value'],
    ['NI 192', 'E07000086', 'Q1 2008-09', '39.1'],
    ['NI 192', 'E07000086', 'Q2 2008-09', '39.6'],
  ],
}

export function newView(
  kind: ImportKind | null,
  agreements: readonly AgreementChoice[],
  sources: readonly string[],
  entered: { readonly agreement: string; readonly source: string },
) {
  return {
    title: kind === null ? 'Import a file' : `Import ${kindWords[kind].name.toLowerCase()}`,
    breadcrumbs: toImports,
    kind: kind ?? '',
    kinds: importKinds.map(value => ({
      value,
      text: kindWords[value].name,
      hint: { text: kindWords[value].does },
      checked: value === kind,
    })),
    does: kind === null ? '' : kindWords[kind].does,
    example: kind === null ? [] : examples[kind],
    ofPeople: kind === 'people',
    needsAgreement: kind !== 'people' && agreements.length === 0,
    exampleSays:
      kind === 'people'
        ? 'One row for each seat. Rows may say less: an organisation, a person or a group alone. Nobody is removed by an import.'
        : kind === 'indicators'
          ? 'One row for each indicator. Only a title and which way is better are needed.'
          : 'One row for each figure; or a column for each period, or for each area, as partners’ tables often have them. Their headings say which.',
    agreements: agreements.map(({ id, title }) => ({ value: String(id), text: title, selected: String(id) === entered.agreement })),
    onlyAgreement: agreements.length === 1 ? (agreements[0] ?? null) : null,
    sources,
    source: entered.source,
  }
}

type Choice = { readonly value: string; readonly text: string; readonly selected: boolean }
const choices = <T extends string>(
  values: readonly T[],
  words: (value: T) => string,
  chosen: T | null | undefined,
  none: string,
): Choice[] => [
  { value: '', text: none, selected: chosen === null || chosen === undefined },
  ...values.map(value => ({ value, text: words(value), selected: value === chosen })),
]

const wordChoices: Readonly<Record<WordMeaning, string>> = {
  suppressed: 'Suppressed: the numbers are too small',
  'not-published': 'Not published yet',
  'not-applicable': 'Not applicable here',
  blank: 'No return: leave it out',
}
const statusChoices: Readonly<Record<StatusMeaning, string>> = {
  final: 'Final',
  provisional: 'Provisional',
  estimated: 'Estimated',
  suppressed: 'No figure: suppressed',
  'not-published': 'No figure: not published yet',
  'not-applicable': 'No figure: not applicable here',
}

export const frequencyWords: Readonly<Record<Frequency, string>> = {
  month: 'Every month',
  quarter: 'Every quarter',
  half: 'Every half financial year',
  'financial-year': 'Every financial year',
  'academic-year': 'Every academic year',
  'calendar-year': 'Every calendar year',
  'twelve-months-monthly': 'Every month, for the last twelve months',
  'twelve-months-quarterly': 'Every quarter, for the last twelve months',
  'three-years': 'For three years together',
  survey: 'By survey, now and then',
}

export type ColumnsShown = {
  readonly it: Pick<DataImport, 'id' | 'kind' | 'fileName' | 'source' | 'state'> & {
    readonly file: Pick<ImportFile, 'workbook' | 'headings' | 'sample' | 'contents'>
  }
  readonly mapping: Mapping
  readonly asked: Asked
  readonly isRemembered: boolean
  /** Inputs that have to be seen, because something is wrong with them. */
  readonly problemFields: readonly string[]
  readonly indicators: readonly KnownIndicator[]
  readonly areas: readonly Area[]
}

/** To be asked where there are several. */
const sheetChoices = ({ workbook }: Pick<ImportFile, 'workbook'>) =>
  workbook === undefined || workbook.sheets.length < 2
    ? []
    : workbook.sheets.map(name => ({ value: name, text: name, selected: name === workbook.sheet }))

/** Where a spreadsheet has what a row and a column name; empty where it is no column of the file. */
export function cellOf({ headings }: Pick<ImportFile, 'headings'>, line: number, columnName: string | null): string {
  const column = columnName === null ? -1 : headings.indexOf(columnName)
  return column < 0 ? '' : cellName(line, column + 1)
}

export function columnsView({ it, mapping, asked, isRemembered, problemFields, indicators, areas }: ColumnsShown) {
  const { kind, file } = it
  return {
    title: 'What the columns mean',
    breadcrumbs: toImports,
    wide: true,
    id: it.id,
    fileName: it.fileName,
    source: it.source,
    sheets: sheetChoices(file),
    isRemembered,
    ofIndicators: kind === 'indicators',
    ofPeople: kind === 'people',
    namesHeading: kind === 'indicators' ? 'Names it in files of figures' : 'Names the indicator',
    columns: columnLines(kind, mapping, file, problemFields),
    quarters: asked.quarters === null ? null : yearRadios('quarters', mapping.quarters),
    quartersLegend: `What is ${asked.quarters}?`,
    years:
      asked.years === null ? null : yearRadios(asked.years.kind, mapping.years ?? (asked.years.kind === 'labels' ? 'financial' : null)),
    yearsLegend: asked.years?.kind === 'annual' ? `Which year is “${asked.years.example}”?` : `What is ${asked.years?.example}?`,
    wordChoices: asked.words.map(({ word, likely }, index) => ({
      id: `word-${index}`,
      word,
      choices: choices(
        ['suppressed', 'not-published', 'not-applicable', 'blank'] as const,
        each => wordChoices[each],
        mapping.words[word] ?? likely,
        isWide(mapping) ? 'Refuse these figures' : 'Refuse these rows',
      ),
    })),
    statuses: asked.statuses.map(({ word, likely }, index) => ({
      id: `status-${index}`,
      word,
      choices: choices(
        ['final', 'provisional', 'estimated', 'suppressed', 'not-published', 'not-applicable'] as const,
        each => statusChoices[each],
        mapping.statuses[word] ?? likely,
        'Refuse these rows',
      ),
    })),
    ...foldedConstants(constantFields(kind, mapping, slotsOf(kind, mapping), file, indicators, areas), problemFields),
    canCancel: mayTake('cancel', it.state),
  }
}

/** Columns beside each other that are read alike are one line. What is wrong with one of them, or with few, is seen. */
function columnLines(kind: ImportKind, mapping: Mapping, { contents }: Pick<ImportFile, 'contents'>, problemFields: readonly string[]) {
  const slots = slotsOf(kind, mapping).filter(slot => !problemFields.includes(`meaning-${slot.index}`) && isRead(slot, mapping))
  const runs = Map.groupBy(slots, ({ index }) => mapping.columns[index]?.meaning ?? null)
  const runOf = (meaning: Meaning | null, index: number) => {
    const run = runs.get(meaning) ?? []
    return run.length >= fewestFolded && run.some(slot => slot.index === index) ? run : null
  }
  return mapping.columns.flatMap(({ heading, meaning, names }, index): ColumnLine[] => {
    const values = (contents[index] ?? []).slice(0, 3)
    const line = { heading, values, isEmpty: values.length === 0, meaningId: `meaning-${index}` }
    const run = runOf(meaning, index)
    if (run !== null) return run[0]?.index === index ? [{ ...line, ...runView(run, mapping, contents) }] : []
    const meanings = choices(meaningsOf[kind], each => meaningWords[each], meaning, '– not used –')
    return [{ ...line, meanings, namesId: `names-${index}`, names, run: null }]
  })
}

type ColumnLine = {
  readonly heading: string
  readonly values: readonly string[]
  readonly isEmpty: boolean
  readonly meaningId: string
} & (
  | { readonly run: null; readonly meanings: readonly Choice[]; readonly namesId: string; readonly names: boolean }
  | Pick<ReturnType<typeof runView>, 'run'>
)

/** Fewer are looked at one by one. */
const fewestFolded = 4

const isRead = ({ index, period }: Slot, { columns }: Mapping): boolean => period !== null || columns[index]?.meaning === 'by-area'

function runView(run: readonly Slot[], mapping: Mapping, contents: ImportFile['contents']) {
  const ofPeriods = run.every(({ period }) => period !== null)
  const startOf = ({ period }: Slot) => {
    const reading =
      period === null || period.isPart ? null : readPeriod(period.text, { frequency: null, quarters: 'calendar', years: mapping.years })
    return reading?.kind === 'period' ? reading.period.startsOn : ''
  }
  const inOrder = ofPeriods ? run.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0)) : run
  const [first, last] = [inOrder[0]?.heading ?? '', inOrder.at(-1)?.heading ?? '']
  const meaning = ofPeriods ? 'by-period' : 'by-area'
  const values = [...new Set(run.flatMap(({ index }) => (contents[index] ?? []).slice(0, 3)))].slice(0, 3)
  return {
    values,
    isEmpty: values.length === 0,
    heading: ofPeriods ? `${first} to ${last}` : `${first} and ${run.length - 1} more`,
    run: {
      says: ofPeriods
        ? `${run.length} columns are read as periods: ${first} to ${last}`
        : `${run.length} columns are read as areas: ${first}, ${run[1]?.heading} and ${run.length - 2} more`,
      legend: ofPeriods ? 'Columns read as figures of a period' : 'Columns read as figures of an area',
      meaning,
      columns: run.map(slot => ({ id: `meaning-${slot.index}`, heading: slot.heading, readAs: readAs(slot, mapping) })),
    },
  }
}

/** What its heading is taken for, where that is more than it says. */
function readAs({ heading, period }: Slot, { quarters, years }: Mapping): string {
  if (period === null || period.isPart) return ''
  const reading = readPeriod(period.text, { frequency: null, quarters, years })
  if (reading.kind !== 'period') return ''
  const label = [period.targetKind ?? '', periodLabel(reading.period, null)].filter(part => part !== '').join(', ')
  return label.toLowerCase() === heading.toLowerCase() ? '' : label
}

const yearRadios = (about: 'quarters' | 'labels' | 'annual', chosen: string | null) =>
  ({
    quarters: [
      { value: 'financial', text: 'A quarter of the financial year: the first is April to June', checked: chosen === 'financial' },
      { value: 'calendar', text: 'A quarter of the calendar year: the first is January to March', checked: chosen === 'calendar' },
    ],
    labels: [
      { value: 'financial', text: 'A financial year, from April to March', checked: chosen === 'financial' },
      { value: 'academic', text: 'An academic year, from September to August', checked: chosen === 'academic' },
    ],
    annual: [
      { value: 'financial', text: 'The financial year, from April to March', checked: chosen === 'financial' },
      { value: 'calendar', text: 'The calendar year', checked: chosen === 'calendar' },
      { value: 'academic', text: 'The academic year, from September to August', checked: chosen === 'academic' },
    ],
  })[about]

type ConstantField = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly choices: readonly Choice[]
}

/** What no column says; what a column says too only when it is to stand for its empty cells. */
function constantFields(
  kind: ImportKind,
  { columns, constants }: Mapping,
  slots: readonly Slot[],
  file: Pick<ImportFile, 'sample'>,
  indicators: readonly KnownIndicator[],
  areas: readonly Area[],
): ConstantField[] {
  const said = new Set(columns.map(({ meaning }) => meaning))
  const names = said.has('reference') || said.has('title') || columns.some(column => column.names)
  const isSaid = (meaning: Meaning): boolean => {
    if (meaning === 'reference') return names
    if (meaning === 'period') return said.has('period') || said.has('last-day') || slots.some(({ period }) => period?.isPart === false)
    if (meaning === 'target-kind' && slots.some(({ period }) => (period?.targetKind ?? null) !== null)) return true
    if (meaning === 'area-code' && said.has('by-area')) return true
    if (kind === 'people') return false
    if (meaning === 'area-code') return (said.has('area-code') || said.has('area-name')) && !hasRowsWithoutArea(columns, file)
    return said.has(meaning)
  }
  return constantsOf[kind].flatMap(meaning => {
    const value = constants[meaning] ?? ''
    return isSaid(meaning) && value === '' ? [] : [constantField(meaning, value, said.has(meaning), indicators, areas)]
  })
}

const seldomSaid: readonly string[] = ['measurement', 'lag', 'tolerance', 'designation', 'lead', 'source', 'status'].map(
  meaning => `constant-${meaning}`,
)

/** What is seldom said is folded away, unless something is wrong with it. */
function foldedConstants(fields: readonly ConstantField[], problemFields: readonly string[]) {
  const isSeldom = ({ id }: ConstantField) => seldomSaid.includes(id) && !problemFields.includes(id)
  return { constants: fields.filter(field => !isSeldom(field)), moreConstants: fields.filter(isSeldom) }
}

function hasRowsWithoutArea(columns: Mapping['columns'], { sample }: Pick<ImportFile, 'sample'>): boolean {
  const at = columns.flatMap(({ meaning }, index) => (meaning === 'area-code' || meaning === 'area-name' ? [index] : []))
  return sample.some(row => at.every(index => (row[index] ?? '').trim() === ''))
}

function constantField(
  meaning: Meaning,
  value: string,
  forBlank: boolean,
  indicators: readonly KnownIndicator[],
  areas: readonly Area[],
): ConstantField {
  const field = { id: `constant-${meaning}`, label: meaningWords[meaning], hint: '', value, choices: [] as Choice[] }
  const from = (list: readonly (readonly [string, string])[], none: string): ConstantField => ({
    ...field,
    choices: [
      { value: '', text: none, selected: value === '' },
      ...list.map(([each, text]) => ({ value: each, text, selected: each === value })),
    ],
  })
  switch (meaning) {
    case 'reference':
      return {
        ...from(
          indicators.flatMap(({ reference, title }) => (reference === null ? [] : [[reference, `${reference} ${title}`] as const])),
          '– choose –',
        ),
        label: 'The indicator',
      }
    case 'area-code': {
      const list = areas.map(({ code, name }) => [code ?? name, name] as const)
      return {
        ...from(list, forBlank ? '– refuse rows without an area –' : '– choose –'),
        label: forBlank ? 'Rows without an area are about' : 'The area',
      }
    }
    case 'period':
      return { ...field, label: 'The period', hint: 'For example, Q1 2008-09, June 2008 or 2008-09' }
    case 'status':
      return from(
        [
          ['final', 'Final'],
          ['provisional', 'Provisional'],
          ['estimated', 'Estimated'],
        ],
        'Final',
      )
    case 'target-kind':
      return from(
        [
          ['baseline', 'Baseline'],
          ['target', 'Target'],
          ['interim', 'Interim target'],
          ['stretch', 'Stretch target'],
          ['floor', 'Floor standard'],
        ],
        'Target',
      )
    case 'role':
      return from(
        ['Member', 'Chair', 'Vice chair', 'Lead', 'Adviser', 'Secretariat', 'Observer'].map(each => [each, each] as const),
        '– refuse rows without a role –',
      )
    case 'layer':
      return from(
        ['Strategic', 'Executive', 'Operational'].map(each => [each, each] as const),
        '– each new group says it –',
      )
    case 'group-kind':
      return from(
        ['Board', 'Executive', 'Management group', 'Thematic partnership', 'Working group'].map(each => [each, each] as const),
        '– each new group says it –',
      )
    case 'polarity':
      return {
        ...from(
          [
            ['higher', 'Higher is better'],
            ['lower', 'Lower is better'],
            ['range', 'Within a range'],
            ['none', 'Neither: for context, not judged'],
          ],
          '– choose –',
        ),
        hint: 'The same for every indicator of the file',
      }
    case 'value-type':
      return from(
        [
          ['number', 'Number'],
          ['percentage', 'Percentage'],
          ['rate per 1,000', 'Rate per 1,000'],
          ['rate per 100,000', 'Rate per 100,000'],
          ['money', 'Money'],
          ['days', 'Days'],
          ['ratio', 'Ratio'],
        ],
        '– choose –',
      )
    case 'frequency':
      return {
        ...from(
          frequencies.map(each => [each, frequencyWords[each]] as const),
          'Not known yet',
        ),
        hint: 'When it is not known, a file of targets or returns can settle it',
      }
    case 'measurement':
      return from(
        [
          ['snapshot', 'Snapshot'],
          ['cumulative', 'Cumulative in the year'],
          ['rolling', 'Rolling'],
        ],
        'Snapshot',
      )
    case 'designation':
      return from(
        [
          ['local', 'Local'],
          ['designated', 'Designated'],
          ['statutory', 'Statutory'],
        ],
        'Local',
      )
    case 'tolerance':
      return { ...field, hint: 'Leave empty for the agreement’s. For example, 5% of the target, or 0.5 in the indicator’s own unit' }
    case 'lag':
      return { ...field, hint: 'From the end of a period. For example, 30 days or 6 weeks' }
    case 'outcome':
      return { ...field, hint: 'The outcome that these indicators measure. One that is not there yet is added when you agree to it' }
    case 'theme':
      return { ...field, hint: 'The theme that the outcome belongs to' }
    default:
      return field
  }
}

export function progressView(
  it: Pick<DataImport, 'id' | 'state' | 'fileName' | 'summary' | 'kind'> & { readonly file: Pick<ImportFile, 'bytes'> },
) {
  const isChecking = it.state === 'checking'
  return {
    title: isChecking ? `Checking ${it.fileName}` : `Importing ${it.fileName}`,
    breadcrumbs: toImports,
    id: it.id,
    ...(isChecking ? checkingProgress(it.summary ?? nothingYet, it.file.bytes) : storingProgress(it.summary ?? nothingYet)),
  }
}

/** The percentage is null where it is not known how long it takes. */
function checkingProgress({ rowsRead, bytesRead, step }: ImportSummary, bytes: number) {
  if (step === 'comparing')
    return { says: `Step 2 of 2: all ${thousands(rowsRead)} rows are read, and are compared with what is there.`, percent: null }
  const percent = percentOf(bytesRead, bytes)
  return { says: `Step 1 of 2: ${thousands(rowsRead)} rows are read, ${percent}% of the file.`, percent }
}

function storingProgress(summary: ImportSummary) {
  const { step, rowsStored = 0 } = summary
  const rows = goodRows(summary)
  if (step !== 'storing')
    return { says: `Step 1 of 2: its ${thousands(rows)} rows are compared once more with what is there.`, percent: null }
  return {
    says: `Step 2 of 2: ${thousands(rowsStored)} of ${thousands(rows)} rows are stored. They count all together at the end, or not at all.`,
    percent: percentOf(rowsStored, rows),
  }
}

const percentOf = (done: number, all: number): number => Math.min(99, Math.floor((done / Math.max(1, all)) * 100))

const outcomeWords: Readonly<Record<RowOutcome, string>> = { new: 'New', revised: 'Revised', unchanged: 'Unchanged', refused: 'Refused' }
const absenceWords: Readonly<Record<string, string>> = {
  suppressed: 'suppressed',
  'not-published': 'not published yet',
  'not-applicable': 'not applicable',
  withdrawn: 'withdrawn',
}

export type ShownRow = {
  readonly line: number
  readonly indicator: string | null
  readonly area: string | null
  readonly periodText: string | null
  readonly startsOn: Parameters<typeof periodLabel>[0]['startsOn'] | null
  readonly endsOn: Parameters<typeof periodLabel>[0]['endsOn'] | null
  readonly targetKind: string | null
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly absence: string | null
  readonly status: string | null
  readonly content: IndicatorContent | DirectoryRow | null
  readonly existing: Readonly<Record<string, unknown>> | null
  readonly columnName: string | null
  readonly found: string | null
  readonly reason: string | null
}

export type PreviewShown = {
  readonly it: DataImport
  readonly agreement: string
  readonly outcome: RowOutcome
  readonly rows: readonly ShownRow[]
  readonly pagination: object | null
  readonly questions: Questions
  readonly asked: Asked | null
  readonly mapping: Mapping | null
  readonly reason: string
  readonly mayDecide: boolean
}

export function previewView({ it, agreement, outcome, rows, pagination, questions, asked, mapping, reason, mayDecide }: PreviewShown) {
  const summary = it.summary
  const good = summary === null ? 0 : goodRows(summary)
  const refused = summary?.counts.refused ?? 0
  const isOpen = it.state === 'checked'
  const word = (count: number) => (count === 1 ? kindWords[it.kind].one : kindWords[it.kind].name.toLowerCase())
  // In wide form a row is many figures.
  const one = mapping !== null && isWide(mapping) ? 'figure' : 'row'
  return {
    title: titleOf(it),
    breadcrumbs: toImports,
    wide: true,
    id: it.id,
    fileName: it.fileName,
    kind: it.kind === 'people' ? 'People of the partnership' : `${kindWords[it.kind].name} of ${agreement}`,
    source: it.source,
    brought: `${it.madeByName}, ${momentLabel(it.madeAt)}`,
    imported: it.importedAt === null ? '' : `${it.importedByName}, ${momentLabel(it.importedAt)}`,
    state: it.state,
    isOpen,
    problem: it.problem ?? '',
    counts:
      summary === null
        ? []
        : rowOutcomes.map(each => ({
            outcome: each,
            label: outcomeWords[each],
            count: thousands(summary.counts[each]),
            says: (it.state === 'imported' ? outcomeSaid : outcomeSays)[each],
            href: summary.counts[each] > 0 && (isOpen || each === 'refused') ? `imports/${it.id}?rows=${each}#rows` : '',
            current: each === outcome,
          })),
    blank:
      summary && summary.blank > 0
        ? one === 'row'
          ? `${thousands(summary.blank)} ${summary.blank === 1 ? 'row has' : 'rows have'} no value and ${summary.blank === 1 ? 'is' : 'are'} left out.`
          : `${thousands(summary.blank)} empty ${summary.blank === 1 ? 'cell is' : 'cells are'} left out.`
        : '',
    changed: summary && summary.changed.length > 0 ? changedWords(summary.changed) : '',
    hasQuestions: isOpen && anyAsked(questions),
    // Of people it is worth knowing afterwards too.
    decisions: it.kind === 'people' ? recordWords(summary, isOpen) : isOpen ? decisionsOf(questions, it) : [],
    mayAnswer: it.kind !== 'people',
    toSay: isOpen && asked !== null && mapping !== null && anyUnanswered(asked, mapping, summary),
    mayDecide: mayDecide && isOpen,
    mayStartAgain: mayDecide && it.state === 'failed',
    mayCancel: mayDecide && mayTake('cancel', it.state),
    good: thousands(good),
    button:
      good === 0
        ? ''
        : refused === 0
          ? it.kind === 'people'
            ? `Import ${good === 1 ? 'the row' : `all ${thousands(good)} rows`}`
            : `Import ${good === 1 ? '' : 'all '}${thousands(good)} ${word(good)}`
          : `Import the ${thousands(good)} good ${good === 1 ? one : `${one}s`}`,
    which: refused === 0 ? 'all' : 'good',
    replacesFinal: summary?.replacesFinal ?? 0,
    replacesWords: `${thousands(summary?.replacesFinal ?? 0)} ${summary?.replacesFinal === 1 ? 'figure that is final is' : 'figures that are final are'} replaced`,
    asksReason: it.kind === 'returns' && (summary?.counts.revised ?? 0) > 0,
    reason,
    refusedHref: refused > 0 ? `imports/${it.id}/refused.csv` : '',
    outcome,
    rowsWord: `${one}s`,
    rowsTitle: `${outcomeWords[outcome]} ${one}s`,
    lineWord: it.file.workbook === undefined ? 'Line' : 'Row',
    rows: rows.map(row => rowView(row, it)),
    showsRows: summary !== null && (isOpen || outcome === 'refused') && summary.counts[outcome] > 0,
    ofIndicators: it.kind === 'indicators',
    ofPeople: it.kind === 'people',
    ofTargets: it.kind === 'targets',
    pagination: pagination ?? null,
    next: it.state === 'imported' ? whatComesNext[it.kind] : [],
  }
}

const whatComesNext: Readonly<Record<ImportKind, readonly { readonly text: string; readonly href: string }[]>> = {
  people: [
    { text: 'See the structure', href: 'structure' },
    { text: 'See the groups', href: 'groups' },
    { text: 'See the people', href: 'people' },
  ],
  indicators: [{ text: 'See the indicators', href: 'indicators' }],
  targets: [{ text: 'See the indicators', href: 'indicators' }],
  returns: [
    { text: 'See the scorecard', href: 'scorecard' },
    { text: 'Close a period', href: 'closings' },
  ],
}

const recordNames: Readonly<Record<KindOfRecord, readonly [one: string, many: string]>> = {
  organisations: ['organisation', 'organisations'],
  people: ['person', 'people'],
  posts: ['post', 'posts'],
  groups: ['group', 'groups'],
  seats: ['seat', 'seats'],
  tenures: ['holder of a seat', 'holders of seats'],
  deputies: ['deputy', 'deputies'],
}

/** How many organisations, people, groups, seats and deputies are added, and how many changed. */
function recordWords(summary: ImportSummary | null, isOpen: boolean): string[] {
  const records = summary?.records
  if (records === undefined) return []
  const says = (count: number, [one, many]: readonly [string, string], done: string) =>
    count === 0 ? [] : [`${thousands(count)} ${count === 1 ? one : many} ${isOpen ? 'will be' : count === 1 ? 'was' : 'were'} ${done}`]
  return (Object.keys(recordNames) as KindOfRecord[]).flatMap(kind => [
    ...says(records[kind].added, recordNames[kind], 'added'),
    ...says(records[kind].changed, recordNames[kind], 'changed'),
  ])
}

const outcomeSays: Readonly<Record<RowOutcome, string>> = {
  new: 'not there yet',
  revised: 'replace what is there',
  unchanged: 'are there already',
  refused: 'cannot be imported',
}

const outcomeSaid: Readonly<Record<RowOutcome, string>> = {
  new: 'were added',
  revised: 'replaced what was there',
  unchanged: 'were there already',
  refused: 'were not imported',
}

function titleOf({ state, fileName, summary }: DataImport): string {
  if (state === 'checked') return `Before you import ${fileName}`
  if (state === 'imported') return `${fileName} is imported`
  if (state === 'failed')
    return `${fileName} could not be ${summary === null || summary.counts.new + summary.counts.revised === 0 ? 'checked' : 'imported'}`
  return `${fileName} was given up`
}

const changedWords = (lines: readonly number[]): string =>
  `Nothing was imported, because something has changed since you looked: ${lines.length === 1 ? 'line' : 'lines'} ${list(lines.map(String))}${lines.length >= 20 ? ' and others' : ''}. This is how things stand now.`

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** What the answers come to, so that nothing is made that was not read. */
function decisionsOf(
  { areas, indicators, frequencies: open, outcomes, organisations, belowFinal }: Questions,
  { answers }: DataImport,
): string[] {
  const added = <T extends { readonly answer: { readonly act: string } | null }>(names: readonly T[]) =>
    names.filter(({ answer }) => answer?.act === 'add').length
  const says = (count: number, of: number, one: string, many: string) =>
    of === 0
      ? []
      : [`${thousands(count)} ${count === 1 ? one : many} will be added${of > count ? `, ${thousands(of - count)} left out` : ''}`]
  const used = indicators.filter(({ answer }) => answer?.act === 'use').length
  const settled = open.filter(({ answer }) => answer?.act === 'settle' && answer.frequency !== null).length
  return [
    ...says(added(areas), areas.length, 'area', 'areas'),
    ...says(added(indicators), indicators.length - used, 'indicator', 'indicators'),
    ...(used > 0 ? [`${thousands(used)} ${used === 1 ? 'name is' : 'names are'} taken for indicators that you have`] : []),
    ...(open.length > 0
      ? [`How often ${thousands(settled)} ${settled === 1 ? 'indicator is' : 'indicators are'} reported will be settled`]
      : []),
    ...says(added(outcomes), outcomes.length, 'outcome', 'outcomes'),
    ...says(added(organisations), organisations.length, 'organisation', 'organisations'),
    ...(belowFinal > 0
      ? [
          answers.replaceFinal
            ? 'Final figures are replaced by provisional ones'
            : 'Final figures are kept where the file has provisional ones',
        ]
      : []),
  ]
}

function rowView(row: ShownRow, { kind, file }: Pick<DataImport, 'kind' | 'file'>) {
  const period = row.startsOn !== null && row.endsOn !== null ? periodLabel({ startsOn: row.startsOn, endsOn: row.endsOn }, null) : ''
  return {
    line: row.line,
    indicator: kind === 'indicators' ? indicatorOf(row.content as IndicatorContent | null) : (row.indicator ?? ''),
    ...(kind === 'people' ? personLine(row.content as DirectoryRow | null, row.existing as RowEffects | null) : { who: '', adds: [] }),
    area: row.area ?? '',
    period: period || (row.periodText ?? ''),
    targetKind: row.targetKind ?? '',
    value: valueWords(row.value, row.low, row.high, row.absence),
    // Of what is revised it is said even when it is final: that may be all that changes.
    status: row.status === null || (row.status === 'final' && row.existing === null) ? '' : row.status,
    was: ofFigures(kind) ? wasWords(row.existing) : '',
    changes: changesIn(row, kind),
    column: row.columnName ?? '',
    cell: file.workbook === undefined ? '' : cellOf(file, row.line, row.columnName),
    found: row.found ?? '',
    reason: row.reason ?? '',
  }
}

function changesIn({ content, existing }: ShownRow, kind: ImportKind): readonly { field: string; before: string; after: string }[] {
  if (kind === 'people') return (existing as RowEffects | null)?.changes ?? []
  return kind === 'indicators' ? changeWords(content as IndicatorContent | null, existing as IndicatorChanges | null) : []
}

/** Who a row is about, and what is new by it. */
function personLine(row: DirectoryRow | null, effects: RowEffects | null) {
  const { group, role, seat, person, organisation, 'first-name': first } = row?.cells ?? {}
  const whom = [first, person].filter(part => part !== undefined).join(' ')
  const where = [role, seat, group].filter(part => part !== undefined).join(', ')
  return { who: [whom, organisation, where].filter(part => part !== undefined && part !== '').join(' – '), adds: effects?.adds ?? [] }
}

const valueWords = (value: unknown, low: unknown, high: unknown, absence: unknown): string => {
  if (typeof value === 'string') return value.replace('-', '−')
  if (typeof low === 'string') return `${low} to ${String(high)}`.replaceAll('-', '−')
  return typeof absence === 'string' ? (absenceWords[absence] ?? absence) : ''
}

const wasWords = (existing: ShownRow['existing']): string =>
  existing === null
    ? ''
    : `${valueWords(existing['value'], existing['low'], existing['high'], existing['absence'])}${typeof existing['status'] === 'string' ? `, ${existing['status']}` : ''}`

function indicatorOf(content: IndicatorContent | null): string {
  if (content === null) return ''
  const { given, name } = content
  return [given.reference ?? name.reference, given.title ?? name.title ?? ''].filter(part => part !== null && part !== '').join(' ')
}

const fieldWords: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(meaningWords)),
  valueType: meaningWords['value-type'],
  ratePer: 'Rate per',
  lagDays: meaningWords.lag,
  toleranceKind: 'Kind of tolerance',
}

function changeWords(
  content: IndicatorContent | null,
  existing: IndicatorChanges | null,
): { readonly field: string; readonly before: string; readonly after: string }[] {
  if (content === null || existing === null) return []
  const words = (value: unknown) => (value === null || value === undefined || value === '' ? 'nothing' : String(value))
  return [
    ...Object.entries(existing.fields).map(([field, before]) => ({
      field: fieldWords[field] ?? field,
      before: words(before),
      after: words(content.given[field as keyof typeof content.given]),
    })),
    ...existing.adds.map(added => ({ field: added, before: '', after: '' })),
  ]
}

export type QuestionsShown = {
  readonly it: Pick<DataImport, 'id' | 'fileName' | 'kind' | 'answers' | 'state'>
  readonly questions: Questions
  readonly indicators: readonly KnownIndicator[]
  readonly choiceOf: (indicator: KnownIndicator) => string
  readonly areas: readonly Area[]
  readonly ownAreaId: number
  readonly oneByOne: number
  readonly kindNames: Readonly<Record<AreaKind, string>>
}

export function questionsView({ it, questions, indicators, choiceOf, areas, ownAreaId, oneByOne, kindNames }: QuestionsShown) {
  const small: ReadonlySet<AreaKind> = new Set(['parish', 'ward', 'neighbourhood'])
  const own = questions.areas.filter(({ offer }) => !offer.isShipped)
  const within = it.answers.smallAreasIn === undefined ? ownAreaId : it.answers.smallAreasIn
  return {
    title: 'What is not known yet',
    breadcrumbs: toImports,
    wide: true,
    id: it.id,
    fileName: it.fileName,
    kind: it.kind,
    areaCount: thousands(questions.areas.length),
    areasTogether: questions.areas.length > oneByOne,
    areasTicked: questions.areas.length > 0 && questions.areas.every(({ answer }) => answer === null || answer.act === 'add'),
    areas: questions.areas.slice(0, 1000).map(({ number, name, offer, answer, rows }) => ({
      number: String(number),
      id: `area-${number}`,
      code: name.code ?? '',
      name: answer?.act === 'add' ? answer.name : (offer.name ?? ''),
      isShipped: offer.isShipped ?? false,
      kindText: kindNames[offer.kind ?? 'other'],
      kinds: areaKindsOf(kindNames).map(value => ({
        value,
        text: kindNames[value],
        selected: value === (answer?.act === 'add' ? answer.kind : (offer.kind ?? 'other')),
      })),
      rows: thousands(rows),
      checked: answer === null || answer.act === 'add',
    })),
    asksWithin: own.some(({ offer }) => small.has(offer.kind ?? 'other')),
    within: [
      { value: '', text: 'Nothing that is known', selected: within === null },
      ...areas.map(({ id, name }) => ({ value: String(id), text: name, selected: id === within })),
    ],
    indicatorCount: thousands(questions.indicators.length),
    indicatorsTogether: questions.indicators.length > oneByOne,
    indicators: questions.indicators.slice(0, oneByOne).map(question => ({
      number: String(question.number),
      label: question.label,
      title: question.answer?.act === 'add' ? question.answer.title : proposedTitle(question.name),
      rows: thousands(question.rows),
      said: saidOf(question),
      used: usedOf(question, indicators, choiceOf),
      frequencies: frequencyChoices(question),
    })),
    known: questions.indicators.length === 0 ? [] : indicators.map(choiceOf),
    frequencies: questions.frequencies.map(question => ({
      number: String(question.number),
      label: question.label,
      title: indicators.find(({ id }) => id === question.knownId)?.title ?? question.label,
      reference: indicators.find(({ id }) => id === question.knownId)?.reference ?? '',
      rows: thousands(question.rows),
      choices: frequencyChoices(question),
      isMixed: (question.offer.frequencies ?? []).every(frequency => frequency === 'survey'),
    })),
    outcomes: plainView(questions.outcomes, 'outcome'),
    organisations: plainView(questions.organisations, 'organisation'),
    belowFinal: thousands(questions.belowFinal),
    replaceFinal: it.answers.replaceFinal ?? null,
    canCancel: mayTake('cancel', it.state),
  }
}

const plainView = (names: Questions['outcomes'], kind: string) =>
  names.map(({ number, label, rows, answer }) => ({
    value: String(number),
    id: `${kind}-${number}`,
    text: label,
    rows: thousands(rows),
    checked: answer === null || answer.act === 'add',
  }))

const saidOf = ({ answer }: IndicatorQuestion): string => (answer === null ? '' : answer.act === 'add' ? answer.polarity : answer.act)

function usedOf(
  { answer }: IndicatorQuestion,
  indicators: readonly KnownIndicator[],
  choiceOf: (indicator: KnownIndicator) => string,
): string {
  const used = answer?.act === 'use' ? indicators.find(({ id }) => id === answer.indicatorId) : undefined
  return used === undefined ? '' : choiceOf(used)
}

/** Those that all its periods fit first, the likeliest chosen; then the others, in case the file is wrong. */
function frequencyChoices({ offer, answer }: IndicatorQuestion): Choice[] {
  const fitting = (offer.frequencies ?? []).filter(frequency => frequency !== 'survey')
  const chosen = answer === null || answer.act === 'leave' ? (fitting[0] ?? null) : answer.frequency
  const others = frequencies.filter(frequency => frequency === 'survey' || !fitting.includes(frequency))
  return [
    ...fitting.map(value => ({ value, text: frequencyWords[value], selected: value === chosen })),
    { value: '', text: 'Leave it open', selected: chosen === null },
    ...others.map(value => ({
      value,
      text: `${frequencyWords[value]}${value === 'survey' ? '' : ' (its periods do not fit)'}`,
      selected: value === chosen,
    })),
  ]
}

const areaKindsOf = (names: QuestionsShown['kindNames']) => Object.keys(names) as AreaKind[]
