import { csv, csvRows } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Database, Db } from '../db/index.ts'
import { allow, download, entered, type Fields, found, type Handler, mayAudit, page, template, text } from '../web/index.ts'
import { readFilter } from './form.ts'
import { type Change, type RecordWords, referencesIn, type ToldChange, tell } from './history.ts'
import { accountWords } from './security-event.ts'
import { changes, type HistoryFilter, namesOf, peopleOf } from './store.ts'
import { actsToChoose, columns, kindsToChoose, peopleToChoose, rowsOf } from './view.ts'

const changesOnAPage = 100
const changesAtATime = 1_000

/** The whole history, for whoever looks over it; `words` are all that the modules have. */
export function historyPages(given: readonly RecordWords[], database: Database) {
  const words = [...given, accountWords]

  const listHistory: Handler = async ({ db, query }) => {
    const { filter, problems } = readFilter(query, words)
    const asked = queryOf(query)
    const view = {
      ...(problems.length === 0 ? await told(db, words, filter, text(query, 'before')) : nothing),
      title: 'History',
      action: 'history',
      entered: { from: '', until: '', text: '', ...entered(query) },
      kinds: kindsToChoose(words, text(query, 'kind')),
      acts: actsToChoose(text(query, 'act')),
      people: peopleToChoose(await peopleOf(db), text(query, 'who')),
      isNarrowed: asked !== '',
      csvHref: `history.csv${asked && `?${asked}`}`,
      olderQuery: asked && `${asked}&`,
      showsAddress: true,
      breadcrumbs: [],
    }
    return page(template(import.meta.url, 'list.njk'), view, problems)
  }

  const downloadHistory: Handler = async ({ query, visitor, partnership, requestId }) => {
    const { filter, problems } = readFilter(query, words)
    found(problems.length === 0 || null)
    const who = { partnershipId: partnership.id, accountId: visitor.accountId, name: visitor.name, requestId }
    const inVisit: InVisit = work => database.visit(who, 'read', work)
    return download(`history-of-${partnership.slug}.csv`, 'text/csv; charset=utf-8', lines(inVisit, words, filter))
  }

  /** What happened to one record, whatever its kind. */
  const showRecord: Handler = async ({ db, params, query, visitor }) => {
    const own = found(words.find(({ subject }) => subject === params['kind']))
    const id = String(found(idOf<'record'>(params['record'])))
    allow(own.isPrivate !== true || mayAudit(visitor))
    const subjects = [own.subject, ...(own.sameAs === undefined ? [] : [own.sameAs])]
    const shown = await told(db, words, { subjects, subjectId: id }, text(query, 'before'))
    const [latest] = shown.changes
    found(latest !== undefined || text(query, 'before') !== '' || null)
    const isThere = shown.isLater || latest?.isRemoval === false
    return page(template(import.meta.url, 'list.njk'), {
      ...shown,
      title: `History of ${own.name.toLowerCase()} ${latest?.name || id}`,
      action: `history/${own.subject}/${id}`,
      recordHref: isThere && own.page !== undefined ? own.page.replace(':id', id) : null,
      showsAddress: mayAudit(visitor),
      olderQuery: '',
      breadcrumbs: mayAudit(visitor) ? [{ text: 'History', href: 'history' }] : [],
    })
  }

  return { listHistory, downloadHistory, showRecord }
}

export type RecordHistory = {
  readonly subject: string
  readonly param: string
  /** What the record is called, where its page is and what leads to it; null when there is none of that number. */
  readonly about: (
    db: Db,
    id: number,
  ) => Promise<{ readonly name: string; readonly href: string; readonly breadcrumbs: readonly Crumb[] } | null>
}
type Crumb = { readonly text: string; readonly href: string }

/** The changes of one indicator and of what belongs to it, for whoever may see it. */
export const showHistory =
  (words: readonly RecordWords[], { subject, param, about }: RecordHistory): Handler =>
  async ({ db, query, params, visitor }) => {
    const id = found(idOf<'record'>(params[param]))
    const { name, href, breadcrumbs } = found(await about(db, id))
    return page(template(import.meta.url, 'list.njk'), {
      ...(await told(db, words, { subjects: [subject], subjectId: String(id), indicatorId: id }, text(query, 'before'))),
      title: `History of ${name}`,
      action: `${href}/history`,
      showsAddress: mayAudit(visitor),
      olderQuery: '',
      breadcrumbs,
    })
  }

type Told = {
  readonly changes: readonly (ToldChange & { readonly isRemoval: boolean })[]
  readonly older: number | null
  readonly isLater: boolean
}
const nothing: Told = { changes: [], older: null, isLater: false }

async function told(db: Db, words: readonly RecordWords[], asked: HistoryFilter, before: string): Promise<Told> {
  const earlierThan = /^\d{1,15}$/.test(before) ? { before: Number(before) } : {}
  const read = await changes(db, { ...asked, ...earlierThan }, changesOnAPage + 1)
  const shown: readonly Change[] = read.slice(0, changesOnAPage)
  const names = await namesOf(db, referencesIn(shown, words))
  return {
    changes: shown.map(change => ({ ...tell(change, words, names), isRemoval: change.act === 'removed' })),
    older: read.length > changesOnAPage ? (shown.at(-1)?.id ?? null) : null,
    isLater: before !== '',
  }
}

type InVisit = <T>(work: (db: Db) => Promise<T>) => Promise<T>

/** From the newest to the oldest, each thousand in a visit of its own: nothing is altered in a history, so that it need not be one moment. */
async function* lines(inVisit: InVisit, words: readonly RecordWords[], filter: HistoryFilter): AsyncGenerator<string> {
  yield csv([columns])
  for (let before: number | undefined; ; ) {
    const asked = { ...filter, ...(before !== undefined && { before }) }
    const { read, names } = await inVisit(async db => {
      const read = await changes(db, asked, changesAtATime)
      return { read, names: await namesOf(db, referencesIn(read, words)) }
    })
    yield csvRows(read.flatMap(change => rowsOf(change, tell(change, words, names))))
    before = read.at(-1)?.id
    if (read.length < changesAtATime) return
  }
}

/** What was looked for, to be looked for on the next page too. */
function queryOf(query: Fields): string {
  const kept = ['kind', 'who', 'act', 'from', 'until', 'text'].filter(name => text(query, name) !== '')
  return new URLSearchParams(kept.map(name => [name, text(query, name)])).toString()
}
