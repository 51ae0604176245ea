import { idOf } from '../../kernel/ids.ts'
import { periodLabel } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { areas } from '../../partnership/index.ts'
import {
  type Answer,
  allow,
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
import { agreement } from '../agreement/store.ts'
import { nobodyAnswers } from '../answerable/answerable.ts'
import { answerableIn } from '../answerable/store.ts'
import type { Lock } from '../closing/lock.ts'
import { mayReportOn } from '../closing/reporter.ts'
import { locksOnEach, reporterOf } from '../closing/store.ts'
import type { Place, Revision } from '../data-return/data-return.ts'
import { recordReturns } from '../data-return/store.ts'
import { indicators } from '../indicator/store.ts'
import { toleranceOf } from '../judgement/judgement.ts'
import { periodsToChoose } from '../scorecard/period-choice.ts'
import { themesOf } from '../scorecard/store.ts'
import { inOrder } from '../standing/area-order.ts'
import { addTargets, changeTargetValues, removeTargets } from '../target/store.ts'
import type { KeptTarget } from '../target/target.ts'
import { readAsked, readSaying, readSeen } from './form.ts'
import {
  cellId,
  type Entry,
  lockOn,
  type ReturnChange,
  settleReturns,
  settleTargets,
  shownReturn,
  shownTarget,
  type TargetChange,
} from './grid.ts'
import { type Asked, areasAcross, mostColumns, outside, placeOf, tablesOf } from './layout.ts'
import { type Extent, lockIndicators, returnsIn, targetsIn } from './store.ts'
import { type Contents, type Grid, gridView, nothingSaid, questionOf, type Said } from './view.ts'

export const editGrid: Handler = async visit => {
  const loaded = await gridAsked(visit)
  return gridPage(loaded, await held(visit, loaded.grid), nothingSaid, () => null)
}

/** All that was changed is saved, or nothing is: of what is refused, each cell says why, and nothing that was typed is lost. */
export const saveGrid: Handler = async visit => {
  const { db, body, today } = visit
  const loaded = await gridAsked(visit)
  const { grid } = loaded
  await lockIndicators(db, extentOf(grid).indicatorIds)
  const kept = await held(visit, grid)

  const seen = readSeen(body)
  const typed = (id: string): string | null => (Object.hasOwn(body, id) ? text(body, id).slice(0, 200) : null)
  const entries = entriesOf(grid, seen, typed)
  const saying = readSaying(body)
  const settled =
    grid.asked.what === 'returns' ? settleReturns(entries, { ...saying, today, latestOf: kept.returnOf, locksOf: kept.locksOf }) : null
  const targets =
    grid.asked.what === 'targets'
      ? settleTargets(entries, {
          kind: grid.asked.kind,
          toleranceOf: each => toleranceOf(grid.agreement, each),
          heldOf: kept.targetOf,
          locksOf: kept.locksOf,
        })
      : null
  const problems = [...(settled?.problems ?? []), ...(targets?.problems ?? [])]
  if (problems.length > 0) {
    const changed = (id: string) => (typed(id) === (seen.get(id) ?? '') ? null : typed(id))
    return gridPage(loaded, kept, { ...saying, signs: settled?.signs ?? [] }, changed, problems)
  }
  if (settled !== null) await keepReturns(visit, settled.changes)
  if (targets !== null) await keepTargets(visit, targets.changes)
  const count = settled?.changes.length ?? targets?.changes.length ?? 0
  return redirect(addressOf(loaded), saved(count, grid.asked))
}

function saved(count: number, { what, span }: Asked): string {
  if (count === 0) return 'Nothing was changed, so nothing is saved'
  const one = what === 'returns' ? 'return' : 'target'
  return `${count.toLocaleString('en-GB')} ${count === 1 ? `${one} is` : `${one}s are`} saved for ${periodLabel(span, null)}`
}

type Loaded = { readonly grid: Grid; readonly total: number; readonly number: number }

/** Whoever reports finds the indicators that they answer for, and no targets. Nine queries with what is held, whatever the number of indicators, areas and periods. */
async function gridAsked({ db, params, query, today, visitor }: Visit): Promise<Loaded> {
  const agreed = found(await agreement(db, found(idOf<'agreement'>(params['agreement']))))
  const [all, ofAgreement, themes, answerable] = await Promise.all([
    areas(db),
    indicators(db, agreed.id),
    themesOf(db, agreed.id),
    answerableIn(db, agreed.id),
  ])
  const reporter = reporterOf(visitor)
  const asked = readAsked(query, agreed, today)
  allow(asked.what === 'returns' || mayManagePerformance(visitor))
  const theme = asked.themeId === null ? null : found(themes.find(({ id }) => id === asked.themeId))
  found(all.find(({ id }) => id === asked.areaId))
  const theirs = ofAgreement.filter(({ id }) => mayReportOn(reporter, answerable.get(id) ?? nobodyAnswers))
  allow(reporter.reportsFor === 'everybody' || theirs.length > 0)
  const open = theirs.filter(
    ({ id, closedOn }) =>
      (closedOn === null || closedOn >= asked.span.startsOn) &&
      (theme === null || theme.outcomes.some(({ indicatorIds }) => indicatorIds.has(id))),
  )
  const number = pageNumber(text(query, 'page'))
  const across = areasAcross(all, agreed.areaId)
  const onPage = open.slice(rowsBefore(number), rowsBefore(number) + pageSize)
  const tables = tablesOf(onPage, asked, across, today)
  const grid: Grid = {
    agreement: agreed,
    asked,
    tables,
    outside: outside(onPage, tables),
    themes,
    areas: inOrder(all, new Set(all.map(({ id }) => id)), agreed.areaId),
    periods: periodsToChoose(agreed.firstYear, agreed.lastYear, today),
    maySetTargets: mayManagePerformance(visitor),
    areasLeftOut: asked.by === 'area' ? Math.max(0, across.length - mostColumns) : 0,
  }
  return { grid, total: open.length, number }
}

function extentOf({ tables, asked: { span } }: Grid): Extent {
  const columns = tables.flatMap(table => table.columns)
  return {
    indicatorIds: tables.flatMap(table => table.indicators.map(({ id }) => id)),
    areaIds: [...new Set(columns.map(({ areaId }) => areaId))],
    span,
  }
}

type Held = {
  readonly returnOf: (place: Place) => Revision | null
  readonly targetOf: (place: Place) => KeptTarget | null
  readonly locksOf: (indicatorId: Place['indicatorId']) => readonly Lock[]
  readonly contents: Omit<Contents, 'typed'>
}

/** What is on record for the cells of a grid. */
async function held({ db }: Visit, grid: Grid): Promise<Held> {
  const extent = extentOf(grid)
  const locks = await locksOnEach(db, extent.indicatorIds)
  const locksOf: Held['locksOf'] = id => locks.get(id) ?? []
  const isLocked = (place: Place) => lockOn(place, locksOf) !== null
  if (grid.asked.what === 'targets') {
    const targets = new Map((await targetsIn(db, extent, grid.asked.kind)).map(each => [cellId(each), each]))
    const contents = { now: (id: string) => shownTarget(targets.get(id) ?? null), note: () => '', isLocked }
    return { locksOf, returnOf: () => null, targetOf: place => targets.get(cellId(place)) ?? null, contents }
  }
  const returns = new Map((await returnsIn(db, extent)).map(each => [cellId(each), each]))
  const note = (id: string) => {
    const each = returns.get(id)
    return each === undefined || each.value === null || each.status === 'final' ? '' : each.status
  }
  const contents = { now: (id: string) => shownReturn(returns.get(id) ?? null), note, isLocked }
  return { locksOf, returnOf: place => returns.get(cellId(place)) ?? null, targetOf: () => null, contents }
}

const entriesOf = ({ tables }: Grid, seen: ReadonlyMap<string, string>, typed: (id: string) => string | null): Entry[] =>
  tables.flatMap(({ indicators: rows, columns }) =>
    rows.flatMap(indicator =>
      columns.flatMap(column => {
        const place = placeOf(indicator, column)
        const id = cellId(place)
        const said = typed(id)
        return said === null ? [] : [{ place, indicator, typed: said, seen: seen.get(id) ?? '' }]
      }),
    ),
  )

async function keepReturns({ db, visitor, now }: Visit, changes: readonly ReturnChange[]): Promise<void> {
  const author = { reportedBy: visitor.accountId, reportedByName: visitor.name, reportedAt: now }
  if (changes.length === 0) return
  await recordReturns(
    db,
    changes.map(({ place, draft, latest }) => ({ ...place, ...draft, ...author, revision: (latest?.revision ?? 0) + 1, isLatest: true })),
  )
}

async function keepTargets({ db }: Visit, changes: readonly TargetChange[]): Promise<void> {
  await removeTargets(
    db,
    changes.flatMap(({ draft, held }) => (draft === null && held !== null ? [held.id] : [])),
  )
  await changeTargetValues(
    db,
    changes.flatMap(({ draft, held }) => (draft !== null && held !== null ? [{ ...draft, id: held.id }] : [])),
  )
  await addTargets(
    db,
    changes.flatMap(({ place, draft, held }) => (draft !== null && held === null ? [{ ...draft, indicatorId: place.indicatorId }] : [])),
  )
}

const addressOf = ({ grid, number }: Loaded): string =>
  `agreements/${grid.agreement.id}/grid?${questionOf(grid.asked)}${number > 1 ? `&page=${number}` : ''}`

function gridPage(loaded: Loaded, { contents }: Held, said: Said, typed: Contents['typed'], problems: readonly Problem[] = []): Answer {
  const { grid, total, number } = loaded
  const base = `grid?${questionOf(grid.asked)}`
  const view = gridView(grid, { ...contents, typed }, said, problems, pagination(total, number, base), number)
  return page(template(import.meta.url, 'edit.njk'), view, summarised(problems, grid))
}

/** A column pasted in the wrong place is wrong in every cell: they are all marked, and some are listed, by the names of their cells. */
function summarised(problems: readonly Problem[], { tables }: Grid): Problem[] {
  const names = new Map(
    tables.flatMap(({ indicators: rows, columns }) =>
      rows.flatMap(each =>
        columns.map(column => [cellId(placeOf(each, column)), `${each.reference ?? each.title}, ${column.label}`] as const),
      ),
    ),
  )
  const isOfCell = ({ field = '' }: Problem) => names.has(field)
  const ofCells = problems.filter(isOfCell).map(({ field = '', text }) => ({ field, text: `${names.get(field)}: ${text}` }))
  const more = ofCells.length - mostListed
  return [
    ...ofCells.slice(0, mostListed),
    ...(more > 0 ? [{ text: `${more} more cells are marked below` }] : []),
    ...problems.filter(problem => !isOfCell(problem)),
  ]
}
const mostListed = 15
