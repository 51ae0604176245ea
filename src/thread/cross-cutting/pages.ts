import { csv } from '../../kernel/csv.ts'
import { download, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { factsFor, narrowedIn } from '../gap/pages.ts'
import { crossCuttingWords } from './cross-cutting.ts'
import { themesOfActions } from './store.ts'
import { crossCuttingTable, listView } from './view.ts'

export const listCrossCutting: Handler = async visit =>
  page(template(import.meta.url, 'list.njk'), listView(await factsFor(visit), narrowedIn(visit)))

export const downloadCrossCutting: Handler = async visit => {
  const { columns, rows } = crossCuttingTable(await factsFor(visit), narrowedIn(visit))
  return download(`cross-cutting-${visit.today}.csv`, 'text/csv; charset=utf-8', csv([columns.map(({ heading }) => heading), ...rows]))
}

/** For other modules: what is to be said of those actions that serve several themes, by action. */
export async function crossCuttingOf({ db }: Pick<Visit, 'db'>, actionIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  return new Map([...(await themesOfActions(db, actionIds))].map(([id, themes]) => [id, crossCuttingWords(themes)]))
}
