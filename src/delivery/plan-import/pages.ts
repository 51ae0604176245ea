import { csv } from '../../kernel/csv.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type SheetForm, sheet, sheetTypes } from '../../platform/sheet/index.ts'
import { type Answer, allow, download, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import type { Words } from '../grid/grid.ts'
import { rowsNow, wordsOf } from '../grid/pages.ts'
import { toPlan } from '../plan/frame.ts'
import { mayWritePlan, planAsked, planKept } from '../plan/pages.ts'
import { isBeingWritten, notWrittenNow, type Plan } from '../plan/plan.ts'
import { lockPlan } from '../plan/store.ts'
import { addToPlan } from '../planned-action/pages.ts'
import { readMeanings, readPlanFile, readTaken } from './form.ts'
import { asBlock, type FileColumn, meaningsOf, meaningsProblem, type Outcome, type ReadFile, readRows } from './plan-import.ts'
import { actionsTable, columnsView, previewView } from './view.ts'

export const newImport: Handler = async visit => uploadPage(await planWritten(visit))

/** What the columns of the file mean is asked first; its rows go along in the form. */
export const createImport: Handler = async visit => {
  const plan = await planWritten(visit)
  const sheetAsked = text(visit.body, 'sheet').trim()
  const file = await readPlanFile(visit.file('file'), sheetAsked)
  if (!file.accepted) return uploadPage(plan, sheetAsked, file.problems)
  return columnsPage(plan, file.value, meaningsOf(file.value.headings))
}

/** What each row comes to is shown. Nothing is kept. */
export const previewImport: Handler = async visit => {
  const plan = await planWritten(visit)
  const file = readTaken(visit.body)
  if (file === null) return redirect(`plans/${plan.id}/import`)
  const meanings = readMeanings(visit.body, file)
  const ruling = meaningsProblem(meanings)
  if (!ruling.accepted) return columnsPage(plan, file, meanings, keeps(visit), ruling.problems)
  return previewPage(visit, plan, file, meanings)
}

/** All rows that can be read, in one transaction; those that cannot are left out only where that was said. */
export const keepImport: Handler = async visit => {
  const { db, body } = visit
  await lockPlan(db, (await planKept(visit)).id)
  const plan = await planAsked(visit)
  const file = readTaken(body)
  if (file === null) return redirect(`plans/${plan.id}/import`)
  const meanings = readMeanings(body, file)
  if (!isBeingWritten(plan)) return previewPage(visit, plan, file, meanings, [{ text: notWrittenNow(plan) }])
  const { added, refused } = await outcomeOf(visit, plan, file, meanings)
  if (!meaningsProblem(meanings).accepted || added.length === 0 || String(refused.length) !== text(body, 'refused'))
    return previewPage(visit, plan, file, meanings, [
      { text: 'Something has changed since this was shown. Look at it again, and nothing is brought in before' },
    ])
  for (const { line: _, ...each } of added) await addToPlan(db, plan, { ...each, isConfidential: false })
  return redirect(
    `plans/${plan.id}/actions`,
    `${added.length} ${added.length === 1 ? 'action is' : 'actions are'} brought in from ${file.fileName}`,
  )
}

export const downloadCsv: Handler = async visit => {
  const { table, name } = await tableOf(visit)
  return download(`${name}.csv`, 'text/csv; charset=utf-8', csv([table.columns.map(({ heading }) => heading), ...table.rows]))
}
const downloadAs =
  (form: SheetForm): Handler =>
  async visit => {
    const { table, name } = await tableOf(visit)
    return download(`${name}.${form}`, sheetTypes[form], await sheet(table, form))
  }
export const downloadXlsx = downloadAs('xlsx')
export const downloadOds = downloadAs('ods')

async function tableOf(visit: Visit) {
  const plan = await planAsked(visit)
  return { table: actionsTable(plan.title, await rowsNow(visit, plan)), name: `${plan.shortName.toLowerCase()}-actions` }
}

async function planWritten(visit: Visit): Promise<Plan> {
  const plan = await planAsked(visit)
  allow(mayWritePlan(visit, plan))
  return plan
}

const keeps = ({ body }: Pick<Visit, 'body'>): boolean => text(body, 'keepsOwners') === 'yes'

async function outcomeOf(
  visit: Visit,
  plan: Plan,
  file: ReadFile,
  meanings: readonly (FileColumn | null)[],
): Promise<Outcome & { readonly words: Words }> {
  const [words, there] = await Promise.all([wordsOf(visit, plan, keeps(visit)), rowsNow(visit, plan)])
  const texts = new Set(there.map(({ now }) => now.text.toLowerCase()))
  return { ...readRows(file, meanings, words, each => texts.has(each.toLowerCase())), words }
}

function uploadPage(plan: Plan, sheetAsked = '', problems: readonly Problem[] = []): Answer {
  const own = `plans/${plan.id}`
  const view = {
    title: 'Bring actions from a spreadsheet',
    plan: plan.title,
    sheet: sheetAsked,
    action: `${own}/import`,
    back: `${own}/actions`,
    downloads: (['xlsx', 'ods', 'csv'] as const).map(form => ({
      href: `${own}/actions.${form}`,
      text: { xlsx: 'Excel', ods: 'OpenDocument', csv: 'CSV' }[form],
    })),
    breadcrumbs: toPlan(plan),
  }
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

function columnsPage(
  plan: Plan,
  file: ReadFile,
  meanings: readonly (FileColumn | null)[],
  keepsOwners = true,
  problems: readonly Problem[] = [],
): Answer {
  const view = {
    title: 'What the columns mean',
    fileName: file.fileName,
    taken: JSON.stringify(file),
    columns: columnsView(file, meanings),
    keepsOwners,
    action: `plans/${plan.id}/import/rows`,
    back: `plans/${plan.id}/import`,
    breadcrumbs: toPlan(plan),
  }
  return page(template(import.meta.url, 'columns.njk'), view, problems)
}

async function previewPage(
  visit: Visit,
  plan: Plan,
  file: ReadFile,
  meanings: readonly (FileColumn | null)[],
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const outcome = await outcomeOf(visit, plan, file, meanings)
  const lines = new Set([...outcome.added, ...outcome.refused].map(({ line }) => line))
  const view = {
    title: 'What would be brought in',
    fileName: file.fileName,
    taken: JSON.stringify(file),
    meanings: meanings.map((column, at) => ({ name: `column-${at}`, value: column ?? '' })),
    keepsOwners: keeps(visit),
    refusedCount: outcome.refused.length,
    ...previewView(outcome, outcome.words),
    block: outcome.refused.length > 0 ? asBlock(file, meanings, lines) : '',
    action: `plans/${plan.id}/import/keeping`,
    gridAction: `plans/${plan.id}/actions`,
    back: `plans/${plan.id}/import`,
    breadcrumbs: toPlan(plan),
  }
  return page(template(import.meta.url, 'preview.njk'), view, problems)
}
