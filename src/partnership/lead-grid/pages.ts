import type { Day } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type SheetForm, sheet, sheetTypes } from '../../platform/sheet/index.ts'
import { download, entered, type Fields, type Handler, page, template, text, type Visit } from '../../platform/web/index.ts'
import { dayAsked } from '../group/as-at.ts'
import { groups } from '../group/store.ts'
import { absencesOn, seatsOf } from '../seat/store.ts'
import type { ThemesOf } from '../structure/pages.ts'
import { leadGrid, type Wanted } from './lead-grid.ts'
import { leadCsv, leadTable } from './table.ts'
import { leadGridView, type ShownGrid } from './view.ts'

/** `themesOf` says for which themes groups answer, where a module knows. */
export function leadPages(themesOf: ThemesOf) {
  const showLeads: Handler = async visit => {
    const { shown, day } = await gridAsked(visit, themesOf)
    const view = { ...leadGridView(shown), onText: text(visit.query, 'on') }
    return page(template(import.meta.url, 'show.njk'), view, day.accepted ? [] : day.problems)
  }
  const downloadLeads: Handler = async visit => {
    const table = await tableAsked(visit)
    return download(`${table.name}.csv`, 'text/csv; charset=utf-8', leadCsv(table))
  }
  /** The same for a spreadsheet program, in its own form. */
  const downloadAs =
    (form: SheetForm): Handler =>
    async visit => {
      const table = await tableAsked(visit)
      return download(`${table.name}.${form}`, sheetTypes[form], await sheet(table, form))
    }
  const tableAsked = async (visit: Visit) => {
    const { shown } = await gridAsked(visit, themesOf)
    return leadTable(shown.rows, shown.on)
  }
  return { showLeads, downloadLeads, downloadXlsx: downloadAs('xlsx'), downloadOds: downloadAs('ods') }
}

/** Six queries, whatever the number of seats. */
async function gridAsked(
  { db, query, today }: Visit,
  themesOf: ThemesOf,
): Promise<{ readonly shown: ShownGrid; readonly day: Ruling<Day> }> {
  const day = dayAsked(text(query, 'on'), today)
  const on = day.accepted ? day.value : today
  const [all, seats, absences, themes] = await Promise.all([groups(db), seatsOf(db, 'all'), absencesOn(db, on), themesOf(db)])
  const wanted = wantedIn(query)
  const asked = new URLSearchParams(Object.entries(entered(query)).filter(([name, value]) => asking.includes(name) && value !== ''))
  const shown = {
    rows: leadGrid(seats, all, absences, themes, wanted, on),
    groups: all,
    themes: [...new Set([...themes.values()].flat())].toSorted((a, b) => a.localeCompare(b, 'en')),
    wanted,
    on,
    today,
    query: asked.toString(),
  }
  return { shown, day }
}

const asking = ['q', 'group', 'theme', 'seats', 'gaps', 'on']

const wantedIn = (query: Fields): Wanted => ({
  words: text(query, 'q')
    .trim()
    .split(/\s+/)
    .filter(word => word !== '')
    .slice(0, 10),
  groupId: idOf<'group'>(text(query, 'group')),
  theme: text(query, 'theme') || null,
  seats: text(query, 'seats') === 'all' ? 'all' : 'lead',
  onlyGaps: text(query, 'gaps') === 'yes',
})
