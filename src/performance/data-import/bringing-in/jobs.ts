/**
 * A file that is brought in by a command, with nobody there to be asked: what is recognised or was said before is taken, what a person would have to
 * say is refused with the question. All of it is one transaction, so that a refusal leaves nothing behind.
 */
import type { Problem } from '../../../kernel/ruling.ts'
import type { Database, Db, Who } from '../../../platform/db/index.ts'
import type { FileContent } from '../../../platform/file/index.ts'
import type { AgreementId } from '../../indicator/indicator.ts'
import { asked, unanswered } from '../asking.ts'
import { checkFile, type Run } from '../checking/jobs.ts'
import { compareAnew, knownNames } from '../comparison/jobs.ts'
import { confirm, type DataImport, type DataImportId, type ImportKind, type ImportSummary } from '../data-import.ts'
import { readUpload } from '../form.ts'
import { constantProblems } from '../indicator-row.ts'
import { keepImport } from '../keeping/jobs.ts'
import { mappingProblems } from '../mapping.ts'
import { type AreaQuestion, type IndicatorQuestion, type PlainQuestion, type Questions, questionsAmong } from '../question.ts'
import { proposedMapping } from '../recognise.ts'
import {
  addImport,
  dataImport,
  namesOf,
  type RefusedLine,
  refusedAfter,
  rememberedMapping,
  setAnswers,
  setMapping,
  setNameAnswers,
  setState,
} from '../store.ts'
import { wideProblems } from '../wide.ts'

export type BringIn = {
  readonly kind: ImportKind
  /** Null for people. */
  readonly agreementId: AgreementId | null
  readonly fileName: string
  readonly content: FileContent
  /** Which sheet of a workbook; empty: the first that has a table. */
  readonly sheet: string
  /** The source whose columns were named before; empty: what is recognised. */
  readonly source: string
  /** Names that nobody knows of these kinds are added, as they are offered. */
  readonly adds: { readonly areas: boolean; readonly outcomes: boolean; readonly organisations: boolean }
  /** Rows that are refused do not keep the others out. */
  readonly goodRows: boolean
  readonly reason: string
  readonly progress: ((bytesRead: number) => void) | null
}

/** What became of it. Nothing was kept unless it is imported; `asks` is what a person would be asked. */
export type Brought = {
  readonly imported: boolean
  readonly asks: readonly string[]
  readonly summary: ImportSummary | null
  readonly refused: readonly RefusedLine[]
}

export async function bringIn(database: Database, who: Who & { readonly accountId: number }, file: BringIn): Promise<Brought> {
  const undone = new Undone()
  return database
    .visit(who, 'write', async db => {
      const brought = await bringInWithin(db, who, file)
      if (brought.imported) return brought
      undone.brought = brought
      throw undone
    })
    .catch((error: unknown) => {
      if (error === undone && undone.brought) return undone.brought
      throw error
    })
}

class Undone extends Error {
  override readonly name = 'Undone'
  brought: Brought | null = null
}

const nothing: Brought = { imported: false, asks: [], summary: null, refused: [] }
const ask = (problems: readonly Problem[]): Brought => ({ ...nothing, asks: problems.map(({ text }) => text) })

async function bringInWithin(db: Db, who: Who & { readonly accountId: number }, file: BringIn): Promise<Brought> {
  const { kind, agreementId, source, fileName, content, sheet } = file
  const upload = await readUpload(
    { kind, agreement: agreementId === null ? '' : String(agreementId), source, sheet },
    { fileName, content },
  )
  if (!upload.accepted) return ask(upload.problems)
  const { content: checked, ...facts } = upload.value
  const importId = await addImport(db, { ...facts, madeBy: who.accountId, madeByName: who.name }, checked.pieces)

  const remembered = source === '' ? null : await rememberedMapping(db, kind, source)
  if (source !== '' && remembered === null)
    return ask([
      { text: `Nothing is remembered of ${source} for ${kind}. Bring one of its files in on the page first, with ${source} as its source` },
    ])
  const mapping = proposedMapping(kind, facts.file, await knownNames(db, { agreementId }), remembered)
  const open = asked(kind, mapping, facts.file, null)
  const problems = [
    ...mappingProblems(kind, mapping),
    ...wideProblems(kind, mapping),
    ...constantProblems(mapping),
    ...unanswered(open, mapping),
  ]
  if (problems.length > 0) return ask(problems)

  await setMapping(db, importId, mapping)
  await setState(db, importId, 'checking')
  await checkFile(reporting(db, importId, file.progress), importId)
  const left = await answer(db, await standing(db, importId), file)
  const it = await standing(db, importId)
  const found = { ...nothing, summary: it.summary, refused: await allRefused(db, importId) }
  if (left.length > 0) return { ...found, asks: left }
  return keep(db, it, found, who, file)
}

/** Tells how far it has come each time that something of it is written. */
function reporting(db: Db, importId: DataImportId, progress: BringIn['progress']): Run {
  return async step => {
    const result = await step(db)
    progress?.((await standing(db, importId)).summary?.bytesRead ?? 0)
    return result
  }
}

async function standing(db: Db, importId: DataImportId): Promise<DataImport> {
  const it = await dataImport(db, importId)
  if (it === null) throw new Error(`Import ${importId} is gone`)
  return it
}

/** Answers what may be answered without a person, and gives back what may not. */
async function answer(db: Db, it: DataImport, { adds, goodRows }: BringIn): Promise<string[]> {
  const questions = questionsAmong(
    {
      indicators: (await namesOf(db, it.id, 'indicator')) as IndicatorQuestion[],
      areas: (await namesOf(db, it.id, 'area')) as AreaQuestion[],
      outcomes: (await namesOf(db, it.id, 'outcome')) as PlainQuestion[],
      organisations: (await namesOf(db, it.id, 'organisation')) as PlainQuestion[],
    },
    it,
  )
  const left = goodRows ? [] : unansweredAmong(questions, adds)
  if (left.length > 0) return left

  const add = (wanted: boolean) => ({ act: wanted ? ('add' as const) : ('leave' as const) })
  await setNameAnswers(db, it.id, [
    ...questions.indicators.map(({ number }) => ({ kind: 'indicator' as const, number, answer: { act: 'leave' as const } })),
    ...questions.frequencies.map(({ number, offer }) => ({
      kind: 'indicator' as const,
      number,
      answer: { act: 'settle' as const, frequency: offer.frequencies?.length === 1 ? (offer.frequencies[0] ?? null) : null },
    })),
    ...questions.areas.map(({ number, label, offer }) => ({
      kind: 'area' as const,
      number,
      answer: adds.areas ? { act: 'add' as const, name: offer.name ?? label, kind: offer.kind ?? 'other' } : { act: 'leave' as const },
    })),
    ...questions.outcomes.map(({ number }) => ({ kind: 'outcome' as const, number, answer: add(adds.outcomes) })),
    ...questions.organisations.map(({ number }) => ({ kind: 'organisation' as const, number, answer: add(adds.organisations) })),
  ])
  await setAnswers(db, it.id, { given: true, replaceFinal: false, smallAreasIn: null })
  await compareAnew(db, await standing(db, it.id))
  return []
}

export function unansweredAmong(questions: Questions, adds: BringIn['adds']): string[] {
  const each = (list: readonly { readonly label: string; readonly rows: number }[], words: string, mend: string) =>
    list.map(({ label, rows }) => `${words} “${label}” (${rows} ${rows === 1 ? 'row' : 'rows'})${mend}`)
  return [
    ...each(questions.indicators, 'No indicator of this agreement is', ': add it first, or say on the page which one it is'),
    ...each(
      questions.frequencies.filter(({ offer }) => offer.frequencies?.length !== 1),
      'It is not known how often figures are reported for',
      ': say so on its page',
    ),
    ...(adds.areas ? [] : each(questions.areas, 'No area is', ': add it first, or let areas be made with --create-areas')),
    ...(adds.outcomes ? [] : each(questions.outcomes, 'No outcome is', ': add it first, or let outcomes be made with --create-outcomes')),
    ...(adds.organisations
      ? []
      : each(questions.organisations, 'No organisation is', ': add it first, or let organisations be made with --create-organisations')),
    ...(questions.belowFinal > 0
      ? [`${questions.belowFinal} provisional or estimated figures would take the place of final ones: say on the page whether they may`]
      : []),
  ]
}

async function keep(db: Db, it: DataImport, found: Brought, who: Who, { goodRows, reason }: BringIn): Promise<Brought> {
  const counts = it.summary?.counts
  // A file that was brought in before is no fault: a command is run every night.
  if (counts && counts.new + counts.revised === 0 && counts.refused === 0) return found
  const ruling = confirm(goodRows ? 'good' : 'all', it, reason)
  if (!ruling.accepted)
    return { ...found, asks: ruling.problems.map(({ text, field }) => (field === 'reason' ? `${text}, with --reason` : text)) }
  await setAnswers(db, it.id, { ...it.answers, reason })
  await setState(db, it.id, 'importing')
  if ((await keepImport(db, it.id, who.name)) !== 'imported')
    return { ...found, asks: ['Something else was changed in the meantime. Run the command again'] }
  return { ...found, imported: true }
}

async function allRefused(db: Db, importId: DataImportId): Promise<RefusedLine[]> {
  const all: RefusedLine[] = []
  for (let last = { line: 0, part: 0 }; all.length < mostShown; ) {
    const batch = await refusedAfter(db, importId, last.line, last.part)
    all.push(...batch)
    const end = batch.at(-1)
    if (end === undefined) break
    last = end
  }
  return all.slice(0, mostShown)
}

const mostShown = 1_000
