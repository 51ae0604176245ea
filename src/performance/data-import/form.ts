import { idOf } from '../../kernel/ids.ts'
import type { Frequency } from '../../kernel/period.ts'
import { frequencies } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { cut } from '../../kernel/text.ts'
import { areaKinds } from '../../partnership/index.ts'
import { type CsvLine, csvLines, formOf, notCsv } from '../../platform/csv/index.ts'
import type { FileContent } from '../../platform/file/index.ts'
import { sheetLines, sheetsOf, UnreadableWorkbook } from '../../platform/sheet/index.ts'
import { type Fields, text, texts, type UploadedFile } from '../../platform/web/index.ts'
import { type AgreementId, polarities } from '../indicator/indicator.ts'
import type { Asked } from './asking.ts'
import { fileProblem, type ImportAnswers, type ImportFile, type ImportKind, importKinds, tellApart } from './data-import.ts'
import { constantsOf, type Mapping, type Meaning, meaningsOf, statusMeanings, wordMeanings } from './mapping.ts'
import type { KnownIndicator } from './naming.ts'
import type { AreaAnswer, IndicatorAnswer, PlainAnswer, Questions } from './question.ts'
import type { NameKind } from './store.ts'

export const readKind = (asked: string): ImportKind | null => importKinds.find(kind => kind === asked) ?? null

export type Upload = {
  readonly kind: ImportKind
  readonly agreementId: AgreementId | null
  readonly source: string
  readonly fileName: string
  readonly file: ImportFile
  readonly content: FileContent
}

/** A file that could be one of rows. What is in it is looked at when it is checked. */
export async function readUpload(body: Fields, upload: UploadedFile | undefined): Promise<Ruling<Upload>> {
  const kind = readKind(text(body, 'kind'))
  const ofAgreement = kind !== 'people'
  const agreementId = ofAgreement ? idOf<'agreement'>(text(body, 'agreement')) : null
  const source = text(body, 'source').replace(/\s+/g, ' ').trim()
  const problems: Problem[] = [
    ...(kind === null ? [{ field: 'kind', text: 'Select what the file has in it' }] : []),
    ...(ofAgreement && agreementId === null ? [{ field: 'agreement', text: 'Select the agreement that it is for' }] : []),
    ...(source.length > 200 ? [{ field: 'source', text: 'The source must be 200 characters or fewer' }] : []),
    ...(await uploadProblem(upload)),
  ]
  if (kind === null || upload === undefined || problems.length > 0) return refuse(...problems)

  const { content } = upload
  const looked = await lookedAt(content, text(body, 'sheet'))
  if (!looked.accepted) return looked
  return accept({ kind, agreementId, source, fileName: cut(upload.fileName, 200), file: looked.value, content })
}

/** Why a file that came cannot be one of rows. */
export async function uploadProblem(upload: UploadedFile | undefined): Promise<Problem[]> {
  const say = (sentence: string) => [{ field: 'file', text: sentence }]
  if (upload === undefined) return say('Select a file')
  if (/\.(xls|xlsb|numbers)$/i.test(upload.fileName))
    return say(`${upload.fileName} is a workbook of a kind that cannot be read. Open it, save it as XLSX, ODS or CSV, and bring that file`)
  if (await isWorkbook(upload.content))
    return /\.(xlsx|xlsm|ods)$/i.test(upload.fileName)
      ? []
      : say(
          `${upload.fileName} is a workbook, and its name does not end as one’s. Name it .xlsx or .ods, as it was saved, and bring it again`,
        )
  const unfit = await notCsv(upload.content.pieces)
  if (unfit !== null) return say(unfit)
  if (!/\.(csv|txt|tsv)$/i.test(upload.fileName))
    return say('The file must be a CSV file, whose name ends in .csv or .txt, or a workbook of Excel (.xlsx) or LibreOffice (.ods)')
  return []
}

async function isWorkbook({ range }: Pick<FileContent, 'range'>): Promise<boolean> {
  const [start] = await Array.fromAsync(range(0, 2))
  return start !== undefined && Buffer.from(start).toString('latin1') === 'PK'
}

/** What is found out about a file when it comes, or about another sheet of it. */
export async function lookedAt(content: FileContent, sheetAsked: string): Promise<Ruling<ImportFile>> {
  try {
    if (!(await isWorkbook(content))) {
      const form = await formOf(content.pieces)
      return glanced(await glance(csvLines(beginningOf(content), form)), { ...form, bytes: content.bytes })
    }
    const { names, first } = await sheetsOf(content)
    if (sheetAsked !== '' && !names.includes(sheetAsked))
      return refuse({ field: 'file', text: `The workbook has no sheet “${sheetAsked}”` })
    const sheet = sheetAsked === '' ? (first ?? names[0] ?? '') : sheetAsked
    const form = { encoding: 'utf-8', delimiter: ',', bytes: content.bytes, workbook: { sheet, sheets: names } } as const
    return glanced(await glance(beginningRows(sheetLines(content, sheet))), form)
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return refuse({ field: 'file', text: error.message })
    throw error
  }
}

type Glance = Awaited<ReturnType<typeof glance>>

function glanced({ headings, sample, contents, hasRows, fault }: Glance, form: Omit<ImportFile, keyof Glance>): Ruling<ImportFile> {
  const unfit = headings.length === 0 && fault !== null ? fault : fileProblem(headings, hasRows)
  const where = form.workbook === undefined || form.workbook.sheets.length === 1 ? '' : ` (sheet “${form.workbook.sheet}”)`
  if (unfit !== null) return refuse({ field: 'file', text: `${unfit}${where}` })
  return accept({ ...form, headings, sample, contents })
}

/** Looked at when a file comes: its heading, some rows from all over its beginning, and what occurs in each column. */
const [glanceBytes, glanceRows] = [5_000_000, 50_000]
/** What is known of a file is read with it each time: the wider it is, the fewer its rows. */
const sampleRows = ({ length }: readonly string[]): number => Math.max(20, Math.min(300, Math.floor(20_000 / length)))

async function* beginningOf(content: FileContent): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const piece of content.pieces) {
    yield piece
    read += piece.length
    if (read >= glanceBytes) return
  }
}

async function* beginningRows(rows: AsyncIterable<CsvLine>): AsyncGenerator<CsvLine> {
  let read = 0
  for await (const row of rows) {
    yield row
    read += 1
    if (read >= glanceRows) return
  }
}

async function glance(lines: AsyncIterable<CsvLine>) {
  let headings: string[] | null = null
  let rows: (readonly string[])[] = []
  let every = 1
  let seen = 0
  const contents: Set<string>[] = []
  let fault: string | null = null
  for await (const { fields, problem } of lines) {
    fault = problem
    if (problem !== null) break
    if (headings === null) {
      headings = tellApart(fields)
      continue
    }
    note(contents, fields, headings.length)
    if (seen++ % every === 0) rows.push(fields.slice(0, headings.length))
    if (rows.length >= sampleRows(headings) * 2) {
      rows = rows.filter((_, index) => index % 2 === 0)
      every *= 2
    }
  }
  const sample = evenly(rows, sampleRows(headings ?? [])).map(row => row.map(cell => cut(cell, 200)))
  return { headings: headings ?? [], sample, contents: contents.map(each => [...each]), hasRows: seen > 0, fault }
}

/** So many of them at most, from all over: files often have one breakdown after the other. */
const evenly = <Row>(rows: readonly Row[], most: number): Row[] =>
  rows.length <= most
    ? [...rows]
    : Array.from({ length: most }, (_, at) => rows[Math.floor((at * rows.length) / most)]).filter(row => row !== undefined)

/** Words are few and all of them matter; numbers are many, and some of them will do. */
function note(contents: Set<string>[], fields: readonly string[], width: number): void {
  const most = Math.max(30, Math.min(300, Math.floor(30_000 / width)))
  for (let column = 0; column < width; column++) {
    const seen = contents[column] ?? new Set<string>()
    contents[column] = seen
    const cell = (fields[column] ?? '').trim()
    if (cell === '' || cell.length > 60 || seen.size >= most) continue
    if (seen.size < most / 5 || !/^[-+£]?[\d., ]+%?$/.test(cell)) seen.add(cell)
  }
}

/** What the columns were said to mean. A question that was not shown keeps the answer that it had. */
export function readMapping(
  body: Fields,
  kind: ImportKind,
  { headings }: Pick<ImportFile, 'headings'>,
  shown: Asked,
  before: Mapping,
): Mapping {
  const columns = headings.map((heading, index) => ({
    heading,
    meaning: among(meaningsOf[kind], text(body, `meaning-${index}`)),
    names: texts(body, `names-${index}`).length > 0,
  }))
  const constants = constantsOf[kind].flatMap((meaning): [Meaning, string][] => {
    const said = Object.hasOwn(body, `constant-${meaning}`) ? text(body, `constant-${meaning}`).trim() : (before.constants[meaning] ?? '')
    return said === '' ? [] : [[meaning, cut(said, 500)]]
  })
  const answered = <T>(list: readonly { readonly word: string }[], name: string, values: readonly T[]) =>
    Object.fromEntries(
      list.flatMap(({ word }, index) => {
        const value = values.find(each => each === text(body, `${name}-${index}`))
        return value === undefined ? [] : [[word, value] as const]
      }),
    )
  const kept = <T>(values: Readonly<Record<string, T>>, list: readonly { readonly word: string }[]) =>
    Object.fromEntries(Object.entries(values).filter(([word]) => !list.some(each => each.word === word)))
  return {
    columns,
    constants: Object.fromEntries(constants),
    quarters:
      among(['financial', 'calendar'] as const, text(body, 'quarters')) ?? (Object.hasOwn(body, 'quarters') ? null : before.quarters),
    years:
      among(['financial', 'academic', 'calendar'] as const, text(body, 'years')) ?? (Object.hasOwn(body, 'years') ? null : before.years),
    words: { ...kept(before.words, shown.words), ...answered(shown.words, 'word', wordMeanings) },
    statuses: { ...kept(before.statuses, shown.statuses), ...answered(shown.statuses, 'status', statusMeanings) },
  }
}

const among = <T extends string>(values: readonly T[], said: string): T | null => values.find(value => value === said) ?? null

type NameAnswer = { readonly kind: NameKind; readonly number: number; readonly answer: IndicatorAnswer | AreaAnswer | PlainAnswer }

/** More than this are not asked about one by one. */
export const askedOneByOne = 200

export function readAnswers(
  body: Fields,
  questions: Questions,
  indicators: readonly KnownIndicator[],
): Ruling<{ readonly names: readonly NameAnswer[]; readonly answers: ImportAnswers }> {
  const problems: Problem[] = []
  const names: NameAnswer[] = [
    ...questions.indicators.map(({ number, name, label }) => ({
      kind: 'indicator' as const,
      number,
      answer: indicatorAnswer(body, number, label, name.title, indicators, problems, questions.indicators.length > askedOneByOne),
    })),
    ...questions.frequencies.map(({ number }) => ({
      kind: 'indicator' as const,
      number,
      answer: { act: 'settle' as const, frequency: frequencyAnswer(body, number) },
    })),
    ...areaAnswers(body, questions, problems),
    ...plainAnswers(body, 'outcome', questions.outcomes),
    ...plainAnswers(body, 'organisation', questions.organisations),
  ]
  if (problems.length > 0) return refuse(...problems)
  return accept({
    names,
    answers: { given: true, replaceFinal: text(body, 'replace-final') === 'yes', smallAreasIn: idOf<'area'>(text(body, 'small-areas-in')) },
  })
}

const frequencyAnswer = (body: Fields, number: number): Frequency | null => among(frequencies, text(body, `frequency-${number}`))

function indicatorAnswer(
  body: Fields,
  number: number,
  label: string,
  title: string | null,
  indicators: readonly KnownIndicator[],
  problems: Problem[],
  together: boolean,
): IndicatorAnswer {
  const said = together ? 'leave' : text(body, `indicator-${number}`)
  const polarity = among(polarities, said)
  const frequency = frequencyAnswer(body, number)
  if (polarity !== null)
    return { act: 'add', polarity, title: cut(text(body, `title-${number}`).trim() || (title ?? label), 400), frequency }
  if (said !== 'use') {
    if (said !== 'leave') problems.push({ field: `indicator-${number}`, text: `Say what is to become of ${label}` })
    return { act: 'leave' }
  }
  const which = text(body, `use-${number}`).trim().toLowerCase()
  const meant = indicators.filter(indicator =>
    [indicator.reference, indicator.title, choiceOf(indicator)].some(word => word?.toLowerCase() === which),
  )
  const [only, ...others] = meant
  if (only === undefined || others.length > 0) {
    problems.push({
      field: `use-${number}`,
      text: which === '' ? `Enter which indicator ${label} is` : `No single indicator is called ${text(body, `use-${number}`).trim()}`,
    })
    return { act: 'leave' }
  }
  return { act: 'use', indicatorId: only.id, frequency }
}

/** How an indicator is written in the list to choose from. */
export const choiceOf = ({ reference, title }: Pick<KnownIndicator, 'reference' | 'title'>): string =>
  reference === null ? title : `${reference} ${title}`

function areaAnswers(body: Fields, { areas }: Questions, problems: Problem[]): NameAnswer[] {
  const all = areas.length > askedOneByOne
  return areas.map(({ number, offer, label }) => {
    const wanted = all ? text(body, 'areas-all') === 'yes' : texts(body, 'area').includes(String(number))
    const name = (all || offer.isShipped ? offer.name : text(body, `area-name-${number}`).trim()) || offer.name || label
    const kind = all || offer.isShipped ? offer.kind : among(areaKinds, text(body, `area-kind-${number}`))
    if (wanted && name.length > 200)
      problems.push({ field: `area-name-${number}`, text: 'The name of an area must be 200 characters or fewer' })
    return { kind: 'area', number, answer: wanted ? { act: 'add', name, kind: kind ?? offer.kind ?? 'other' } : { act: 'leave' } }
  })
}

const plainAnswers = (body: Fields, kind: 'outcome' | 'organisation', questions: Questions['outcomes']): NameAnswer[] =>
  questions.map(({ number }) => ({ kind, number, answer: { act: texts(body, kind).includes(String(number)) ? 'add' : 'leave' } }))
