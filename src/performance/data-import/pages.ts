import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { cut } from '../../kernel/text.ts'
import { areaKindNames, areas } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { enqueue } from '../../platform/jobs/index.ts'
import {
  type Answer,
  download,
  type Fields,
  found,
  type Handler,
  mayManagePerformance,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { asked, unanswered } from './asking.ts'
import { checkFile, keptFile } from './checking/jobs.ts'
import { compareAnew, knownNames } from './comparison/jobs.ts'
import { heldIndicators } from './comparison/store.ts'
import { confirm, type DataImport, type DataImportId, goodRows, type RowOutcome, rowOutcomes, take } from './data-import.ts'
import { askedOneByOne, choiceOf, lookedAt, readAnswers, readKind, readMapping, readUpload } from './form.ts'
import { constantProblems } from './indicator-row.ts'
import { checkJob, compareJob, isImportedAtOnce, isSmall, keepJob, smallImportRows } from './jobs.ts'
import { keepImport } from './keeping/jobs.ts'
import { type Mapping, mappingProblems } from './mapping.ts'
import { type AreaQuestion, anyAsked, type IndicatorQuestion, type PlainQuestion, questionsAmong } from './question.ts'
import { proposedMapping } from './recognise.ts'
import {
  addImport,
  agreementChoices,
  dataImport,
  emptyImport,
  imports,
  lockImport,
  mappingOf,
  namesOf,
  refusedAfter,
  rememberedMapping,
  rememberMapping,
  rowsOf,
  setAnswers,
  setFile,
  setMapping,
  setNameAnswers,
  setState,
  setSummary,
  sourcesRemembered,
} from './store.ts'
import { cellOf, columnsView, listView, newView, previewView, progressView, questionsView } from './view.ts'
import { wideProblems } from './wide.ts'

export const listImports: Handler = async ({ db, query }) => {
  const number = pageNumber(text(query, 'page'))
  const { total, lines } = await imports(db, rowsBefore(number), pageSize)
  const agreements = await agreementChoices(db)
  return page(template(import.meta.url, 'list.njk'), listView(lines, pagination(total, number, 'imports'), agreements.length > 0))
}

export const newImport: Handler = async visit => uploadPage(visit, visit.query)

export const createImport: Handler = async visit => {
  const { db, body, file, visitor } = visit
  const upload = await readUpload(body, file('file'))
  if (!upload.accepted) return uploadPage(visit, body, upload.problems)
  const { agreementId } = upload.value
  if (agreementId !== null) found((await agreementChoices(db)).find(({ id }) => id === agreementId))

  const { content, ...facts } = upload.value
  const importId = await addImport(db, { ...facts, madeBy: visitor.accountId, madeByName: visitor.name }, content.pieces)
  return redirect(`imports/${importId}/columns`)
}

async function uploadPage({ db }: Visit, fields: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const agreements = await agreementChoices(db)
  const entered = { agreement: text(fields, 'agreement'), source: text(fields, 'source') }
  const view = newView(readKind(text(fields, 'kind')), agreements, await sourcesRemembered(db), entered)
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

export const editColumns: Handler = async visit => {
  const it = await importAsked(visit)
  if (!take('check', it.state).accepted) return redirect(`imports/${it.id}`)
  const before = await mappingOf(visit.db, it.id)
  const remembered = before === null && it.source !== '' ? await rememberedMapping(visit.db, it.kind, it.source) : null
  const mapping = before ?? proposedMapping(it.kind, it.file, await knownNames(visit.db, it), remembered)
  return columnsPage(visit, it, mapping, { isRemembered: remembered !== null })
}

/** Read at once when the file is small, so that its preview comes next; otherwise a job reads it. */
export const chooseColumns: Handler = async visit => {
  const { db, body } = visit
  const it = await lockedImport(visit)
  const step = take('check', it.state)
  if (!step.accepted) return redirect(`imports/${it.id}`)

  const before = (await mappingOf(db, it.id)) ?? proposedMapping(it.kind, it.file, await knownNames(db, it), null)
  const shown = asked(it.kind, before, it.file, it.summary)
  const mapping = readMapping(body, it.kind, it.file, shown, before)
  const open = asked(it.kind, mapping, it.file, it.summary)
  const problems = [
    ...mappingProblems(it.kind, mapping),
    ...wideProblems(it.kind, mapping),
    ...constantProblems(mapping),
    ...unanswered(open, mapping),
    ...notShown(open, shown, body),
  ]
  if (problems.length > 0) return columnsPage(visit, it, mapping, { isRemembered: false, problems })

  await setMapping(db, it.id, mapping)
  if (it.source !== '') await rememberMapping(db, it.kind, it.source, mapping)
  await setState(db, it.id, step.value)
  if (isSmall(it.file, mapping)) await checkFile(work => work(db), it.id)
  else await enqueue(db, checkJob, { importId: it.id })
  return redirect(`imports/${it.id}`)
}

/** Choosing another column for the value or its status may bring words up that nobody was asked about. */
function notShown(open: ReturnType<typeof asked>, shown: ReturnType<typeof asked>, body: Fields): Problem[] {
  const fresh = (now: readonly { readonly word: string }[], then: readonly { readonly word: string }[], name: string, says: string) => {
    const index = now.findIndex(({ word }, at) => !then.some(each => each.word === word) && !Object.hasOwn(body, `${name}-${at}`))
    return index < 0 ? [] : [{ field: `${name}-${index}`, text: `${says} “${now[index]?.word}”` }]
  }
  return [
    ...fresh(open.words, shown.words, 'word', 'Say what stands for no number:'),
    ...fresh(open.statuses, shown.statuses, 'status', 'Say what the status of a figure means:'),
  ]
}

/** Which sheet of the workbook is read. Its columns are others, so what was said of the last one's is forgotten. */
export const chooseSheet: Handler = async visit => {
  const { db, body } = visit
  const it = await lockedImport(visit)
  const step = take('choose-sheet', it.state)
  if (!step.accepted) return redirect(`imports/${it.id}`)
  const looked = await lookedAt(
    keptFile(work => work(db), it.id, it.file.bytes, { bytes: 0 }),
    text(body, 'sheet'),
  )
  if (looked.accepted) {
    await setFile(db, it.id, looked.value)
    await setState(db, it.id, step.value)
    return redirect(`imports/${it.id}/columns`)
  }
  const before = (await mappingOf(db, it.id)) ?? proposedMapping(it.kind, it.file, await knownNames(db, it), null)
  return columnsPage(visit, it, before, { isRemembered: false, problems: looked.problems.map(({ text }) => ({ text, field: 'sheet' })) })
}

async function columnsPage(
  { db }: Visit,
  it: DataImport,
  mapping: Mapping,
  { isRemembered, problems = [] }: { readonly isRemembered: boolean; readonly problems?: readonly Problem[] },
): Promise<Answer> {
  const held = await heldIndicators(db, it.agreementId)
  const view = columnsView({
    it,
    mapping,
    asked: asked(it.kind, mapping, it.file, it.summary),
    isRemembered,
    problemFields: problems.flatMap(({ field }) => field ?? []),
    indicators: held.map(({ indicator }) => indicator),
    areas: await areas(db),
  })
  return page(template(import.meta.url, 'columns.njk'), view, problems)
}

export const showImport: Handler = async visit => {
  const it = await importAsked(visit)
  if (it.state === 'checking' || it.state === 'importing') return page(template(import.meta.url, 'progress.njk'), progressView(it))
  const mayDecide = mayManagePerformance(visit.visitor)
  if (it.state === 'uploaded' && mayDecide) return redirect(`imports/${it.id}/columns`)
  const questions = await questionsOf(visit.db, it)
  if (it.state === 'checked' && mayDecide && !it.answers.given && anyAsked(questions)) return redirect(`imports/${it.id}/questions`)
  return previewPage(visit, it)
}

async function previewPage({ db, query, visitor }: Visit, it: DataImport, problems: readonly Problem[] = [], reason = ''): Promise<Answer> {
  const counts = it.summary?.counts
  const wanted = rowOutcomes.find(each => each === text(query, 'rows'))
  const first = (['refused', 'revised', 'new', 'unchanged'] as const).find(each => (counts?.[each] ?? 0) > 0) ?? 'refused'
  const outcome: RowOutcome = wanted ?? (it.state === 'checked' ? first : 'refused')
  const number = pageNumber(text(query, 'page'))
  const agreements = await agreementChoices(db)
  const mapping = await mappingOf(db, it.id)
  const view = previewView({
    it,
    agreement: agreements.find(({ id }) => id === it.agreementId)?.title ?? '',
    outcome,
    rows: await rowsOf(db, it.id, outcome, rowsBefore(number), pageSize),
    pagination: pagination(counts?.[outcome] ?? 0, number, `${it.id}?rows=${outcome}`),
    questions: await questionsOf(db, it),
    // The file is gone when it is over.
    asked: mapping && it.state === 'checked' ? asked(it.kind, mapping, it.file, it.summary) : null,
    mapping,
    reason,
    mayDecide: mayManagePerformance(visitor),
  })
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

async function questionsOf(db: Db, it: DataImport) {
  const names = {
    indicators: (await namesOf(db, it.id, 'indicator')) as IndicatorQuestion[],
    areas: (await namesOf(db, it.id, 'area')) as AreaQuestion[],
    outcomes: (await namesOf(db, it.id, 'outcome')) as PlainQuestion[],
    organisations: (await namesOf(db, it.id, 'organisation')) as PlainQuestion[],
  }
  return questionsAmong(names, it)
}

export const editAnswers: Handler = async visit => {
  const it = await importAsked(visit)
  if (!take('answer', it.state).accepted) return redirect(`imports/${it.id}`)
  return questionsPage(visit, it)
}

export const giveAnswers: Handler = async visit => {
  const { db, body } = visit
  const it = await lockedImport(visit)
  if (!take('answer', it.state).accepted) return redirect(`imports/${it.id}`)
  const held = await heldIndicators(db, it.agreementId)
  const answers = readAnswers(
    body,
    await questionsOf(db, it),
    held.map(({ indicator }) => indicator),
  )
  if (!answers.accepted) return questionsPage(visit, it, answers.problems)

  await setNameAnswers(db, it.id, answers.value.names)
  await setAnswers(db, it.id, answers.value.answers)
  if (it.summary !== null && it.summary.rowsRead > smallImportRows) {
    await setSummary(db, it.id, { ...it.summary, step: 'comparing' })
    await setState(db, it.id, 'checking')
    await enqueue(db, compareJob, { importId: it.id })
  } else await compareAnew(db, found(await dataImport(db, it.id)))
  return redirect(`imports/${it.id}`)
}

async function questionsPage({ db }: Visit, it: DataImport, problems: readonly Problem[] = []): Promise<Answer> {
  const held = await heldIndicators(db, it.agreementId)
  const agreements = await agreementChoices(db)
  const view = questionsView({
    it,
    questions: await questionsOf(db, it),
    indicators: held.map(({ indicator }) => indicator),
    choiceOf,
    areas: await areas(db),
    ownAreaId: agreements.find(({ id }) => id === it.agreementId)?.areaId ?? 0,
    oneByOne: askedOneByOne,
    kindNames: areaKindNames,
  })
  return page(template(import.meta.url, 'questions.njk'), view, problems)
}

/** Imported at once when it is little; otherwise by a job. Either looks again, under lock, whether the preview is still true. */
export const confirmImport: Handler = async visit => {
  const { db, body, visitor } = visit
  const it = await lockedImport(visit)
  const reason = cut(text(body, 'reason').replace(/\s+/g, ' ').trim(), 1000)
  const ruling = confirm(text(body, 'which') === 'all' ? 'all' : 'good', it, reason)
  if (!ruling.accepted) return it.state === 'checked' ? previewPage(visit, it, ruling.problems, reason) : redirect(`imports/${it.id}`)

  await setAnswers(db, it.id, { ...it.answers, reason })
  await setState(db, it.id, 'importing')
  if (it.summary !== null && !isImportedAtOnce(it, goodRows(it.summary))) {
    await enqueue(db, keepJob, { importId: it.id })
    return redirect(`imports/${it.id}`)
  }
  const result = await keepImport(db, it.id, visitor.name)
  return redirect(`imports/${it.id}`, result === 'imported' && it.summary ? importedWords(goodRows(it.summary)) : undefined)
}

const importedWords = (rows: number): string => (rows === 1 ? '1 row is imported' : `${rows.toLocaleString('en-GB')} rows are imported`)

export const cancelImport: Handler = async visit => {
  const it = await lockedImport(visit)
  const step = take('cancel', it.state)
  if (!step.accepted) return redirect(`imports/${it.id}`)
  await setState(visit.db, it.id, step.value)
  // Whoever is at work on it sees this, and clears up.
  if (it.state !== 'checking' && it.state !== 'importing') await emptyImport(visit.db, it.id)
  return redirect('imports', `${it.fileName} is given up. Nothing of it was imported`)
}

export const downloadRefused: Handler = async visit => {
  const it = await importAsked(visit)
  const ofWorkbook = it.file.workbook !== undefined
  const lines: (string | number)[][] = [
    [ofWorkbook ? 'Row' : 'Line', 'Column', ...(ofWorkbook ? ['Cell'] : []), 'What the file says', 'Why it is refused, and what to do'],
  ]
  for (let last = { line: 0, part: 0 }; ; ) {
    const batch = await refusedAfter(visit.db, it.id, last.line, last.part)
    for (const { line, columnName, found: says, reason } of batch)
      lines.push([line, columnName ?? '', ...(ofWorkbook ? [cellOf(it.file, line, columnName)] : []), says ?? '', reason ?? ''])
    const end = batch.at(-1)
    if (end === undefined) break
    last = end
  }
  return download(`refused-${it.id}.csv`, 'text/csv; charset=utf-8', csv(lines))
}

async function importAsked({ db, params }: Visit): Promise<DataImport> {
  return found(await dataImport(db, idFrom(params)))
}

async function lockedImport({ db, params }: Visit): Promise<DataImport> {
  return found(await lockImport(db, idFrom(params)))
}

const idFrom = (params: Visit['params']): DataImportId => found(idOf<'data-import'>(params['import']))
