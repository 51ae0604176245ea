import { changeAction, ownerOf, ownersInWords, setIndicators, sittingFor } from '../../actions/index.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { ownersOf, readWho, tableOf } from '../../meetings/index.ts'
import { readReferences } from '../../performance/index.ts'
import { type Answer, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { mayWritePlan, planAsked, planKept } from '../plan/pages.ts'
import { isBeingWritten, notWrittenNow, type Plan, type PlannedActionId } from '../plan/plan.ts'
import { lockPlan } from '../plan/store.ts'
import { addToPlan, agreeDay, known, plannedSeen } from '../planned-action/pages.ts'
import type { PlannedDraft } from '../planned-action/planned-action.ts'
import { changePlannedAction, indicatorsOfPlan, setContributors, setResources } from '../planned-action/store.ts'
import { mostNew, readBlock, readEntries } from './form.ts'
import { type Cells, type Change, type Entry, emptyCells, settleGrid, type WhoIsMeant, type Words } from './grid.ts'
import { columns } from './heading.ts'
import { cellsOf, gridView, listView, type ShownRow, summarised } from './view.ts'

/** Whoever may write the plan gets its actions as a grid; everybody else reads them. */
export const showActions: Handler = async visit => {
  const plan = await planAsked(visit)
  if (mayWritePlan(visit, plan)) return gridPage(visit, plan, await rowsNow(visit, plan), [])
  const all = await plannedSeen(visit, plan)
  const sitting = await sittingFor(
    visit.db,
    all.map(({ record }) => record),
    visit.today,
  )
  const shown = all.map(each => ({ ...each, owners: ownersInWords(each.record.owners, sitting, each.record.ownersAsTyped) }))
  const view = { title: 'Actions of the plan', breadcrumbs: toPlan(plan), around: planFrame(plan, 'Actions'), actions: listView(shown) }
  return page(template(import.meta.url, 'list.njk'), view)
}

/** All that was typed is saved, or nothing is. What was pasted as a block is first put into the lines, to be looked at. */
export const saveActions: Handler = async visit => {
  const { db, body } = visit
  await lockPlan(db, (await planKept(visit)).id)
  const plan = await planAsked(visit)
  const there = await rowsNow(visit, plan)
  const entries = readEntries(
    body,
    there.map(({ id }) => id),
  )
  const block = readBlock(text(body, 'block'))
  const keepsOwners = text(body, 'keepsOwners') === 'yes'
  // Somebody has submitted it meanwhile: what was typed is still there when it comes back.
  if (!isBeingWritten(plan)) return gridPage(visit, plan, there, entries, [{ text: notWrittenNow(plan) }], { keepsOwners, pasted: 0 })
  if (block.length > 0 || text(body, 'act') === 'paste') {
    const problems = block.length > 0 ? [] : [{ field: 'block', text: 'Paste the rows of your table here' }]
    return gridPage(visit, plan, there, withBlock(entries, block), problems, { keepsOwners, pasted: block.length })
  }
  const nowOf = new Map(there.map(row => [row.id, row]))
  const words = await wordsOf(visit, plan, keepsOwners)
  const { added, changes, problems } = settleGrid(entries, id => nowOf.get(id)?.now ?? null, words)
  if (problems.length > 0) return gridPage(visit, plan, there, entries, problems, { keepsOwners, pasted: 0 })
  for (const each of added) await addToPlan(db, plan, { ...each, isConfidential: false, milestones: [] })
  for (const change of changes) {
    const row = nowOf.get(change.id)
    if (row !== undefined) await keep(visit, plan, row, change)
  }
  return redirect(`plans/${plan.id}/actions`, saved(added.length, changes.length))
}

function saved(added: number, changed: number): string {
  if (added + changed === 0) return 'Nothing was changed, so nothing is saved'
  const are = (count: number, word: string) => (count === 0 ? [] : [`${count} ${count === 1 ? 'action is' : 'actions are'} ${word}`])
  return [...are(added, 'added'), ...are(changed, 'changed')].join(', ')
}

/** Only what was changed of it is written. */
async function keep({ db, today }: Visit, plan: Plan, { planned, record }: Row, { changed, understood }: Change): Promise<void> {
  const { actionId, id } = planned
  if (changed.has('text')) await changeAction(db, actionId, { text: understood.text })
  if (changed.has('owners')) await changeAction(db, actionId, { owners: understood.owners, ownersAsTyped: understood.ownersAsTyped })
  if (changed.has('indicators')) await setIndicators(db, actionId, understood.indicatorIds)
  if (changed.has('contributors')) await setContributors(db, id, understood.contributorIds)
  if (changed.has('resources')) await setResources(db, plan.id, id, understood.resources)
  if (changed.has('endsOn')) await agreeDay(db, { planned, record }, understood.planned.endsOn, today)
  const { outcomeId, startsOn, endsOn, measure, isFree } = understood.planned
  const draft: Partial<PlannedDraft> = {
    ...(changed.has('outcome') && { outcomeId }),
    ...(changed.has('startsOn') && { startsOn }),
    ...(changed.has('endsOn') && { endsOn }),
    ...(changed.has('measure') && { measure }),
    ...(changed.has('resources') && { isFree }),
  }
  await changePlannedAction(db, planned, draft)
}

type Row = Awaited<ReturnType<typeof plannedSeen>>[number] & { readonly id: PlannedActionId; readonly now: Cells }

/** What the cells of each show now; what was taken out of the plan is not among them. */
export async function rowsNow(visit: Visit, plan: Plan): Promise<Row[]> {
  const [all, indicators] = await Promise.all([plannedSeen(visit, plan), indicatorsOfPlan(visit.db, plan.id)])
  const ofAction = Map.groupBy(indicators, ({ actionId }) => actionId)
  return all
    .filter(({ record }) => record.state !== 'dropped')
    .map(({ planned, record }) => ({
      id: planned.id,
      planned,
      record,
      now: cellsOf(planned, record, ofAction.get(planned.actionId) ?? []),
    }))
}

export async function wordsOf({ db, today }: Visit, plan: Plan, keepsOwners: boolean): Promise<Words> {
  const [choices, table] = await Promise.all([known(db, plan.id), tableOf(db, { id: null, groupId: plan.groupId, onDay: today })])
  const reads =
    (among: Parameters<typeof readWho>[1]) =>
    (typed: string): WhoIsMeant[] =>
      readWho(typed, among).map(({ typed: piece, means, asks }) => ({
        typed: piece,
        owners: ownersOf([{ typed: piece, means, asks: [] }]),
        maybe: means.length > 0 ? [] : asks.map(({ name }) => name),
      }))
  return {
    ...choices,
    plan,
    ownerOf,
    readWho: reads(table),
    readBodies: reads({ ...table, people: [], seats: [], groups: [] }),
    readReferences,
    keepsOwners,
  }
}

/** Into the first lines that are empty. */
function withBlock(entries: readonly Entry[], block: readonly Cells[]): Entry[] {
  const isEmpty = ({ id, typed }: Entry) => id === null && columns.every(column => typed[column] === '')
  const left = [...block]
  const filled = entries.map(entry => (isEmpty(entry) ? { ...entry, typed: left.shift() ?? entry.typed } : entry))
  const next = entries.filter(({ id }) => id === null).length
  return [...filled, ...left.slice(0, mostNew - next).map((typed, at) => ({ row: `new-${next + at}`, id: null, typed, seen: emptyCells }))]
}

type Said = { readonly keepsOwners: boolean; readonly pasted: number }

function gridPage(
  visit: Visit,
  plan: Plan,
  there: readonly Row[],
  entries: readonly Entry[],
  problems: readonly Problem[] = [],
  { keepsOwners, pasted }: Said = { keepsOwners: false, pasted: 0 },
): Answer {
  const typed = new Map(entries.map(entry => [entry.row, entry.typed]))
  const count = Math.max(30 - there.length, 10, entries.filter(({ id }) => id === null).length)
  const rows: ShownRow[] = [
    ...there.map(({ id, planned, record, now }) => ({
      row: String(id),
      name: record.reference.slice(record.reference.lastIndexOf('/') + 1),
      href: `plans/${planned.planId}/actions/${id}`,
      now,
      typed: typed.get(String(id)) ?? now,
    })),
    ...Array.from({ length: count }, (_, at) => ({
      row: `new-${at}`,
      name: `New ${at + 1}`,
      href: '',
      now: emptyCells,
      typed: typed.get(`new-${at}`) ?? emptyCells,
    })),
  ]
  const view = {
    title: 'Actions of the plan',
    breadcrumbs: toPlan(plan),
    around: planFrame(plan, 'Actions'),
    wide: true,
    ...gridView(rows, problems),
    block: problems.some(({ field }) => field === 'block') ? text(visit.body, 'block') : '',
    pasted,
    asksOwners: keepsOwners || problems.some(({ field = '', text: words }) => field.endsWith('-owners') && words.startsWith('Nobody')),
    keepsOwners,
    newHref: `plans/${plan.id}/actions/new`,
    importHref: `plans/${plan.id}/import`,
  }
  return page(template(import.meta.url, 'edit.njk'), view, summarised(problems, rows))
}
