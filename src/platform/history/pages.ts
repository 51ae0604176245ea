import { idOf } from '../../kernel/ids.ts'
import type { Db } from '../db/index.ts'
import { found, type Handler, page, template, text } from '../web/index.ts'
import { type Change, type RecordWords, referencesIn, tell } from './history.ts'
import { changes, type HistoryFilter, namesOf } from './store.ts'

const changesOnAPage = 100

/** Every change in a partnership, the newest first. */
export const listHistory =
  (words: readonly RecordWords[]): Handler =>
  async ({ db, query }) => {
    const kind = words.find(({ subject }) => subject === text(query, 'kind'))
    const asked = kind === undefined ? {} : { subjects: [kind.subject] }
    return page(template(import.meta.url, 'list.njk'), {
      ...(await told(db, words, asked, text(query, 'before'))),
      title: 'History',
      intro: 'Every change of a record: who made it, when, and what it said before and after.',
      action: 'history',
      kinds: words
        .map(({ subject, name }) => ({ value: subject, text: name, selected: subject === kind?.subject }))
        .toSorted((a, b) => a.text.localeCompare(b.text, 'en')),
      olderQuery: kind === undefined ? '' : `kind=${kind.subject}&`,
      breadcrumbs: [],
    })
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
  async ({ db, query, params }) => {
    const id = found(idOf<'record'>(params[param]))
    const { name, href, breadcrumbs } = found(await about(db, id))
    return page(template(import.meta.url, 'list.njk'), {
      ...(await told(db, words, { subjects: [subject], subjectId: String(id), indicatorId: id }, text(query, 'before'))),
      title: `History of ${name}`,
      intro: '',
      action: `${href}/history`,
      kinds: [],
      olderQuery: '',
      breadcrumbs,
    })
  }

async function told(db: Db, words: readonly RecordWords[], asked: HistoryFilter, before: string) {
  const earlierThan = /^\d{1,15}$/.test(before) ? { before: Number(before) } : {}
  const read = await changes(db, { ...asked, ...earlierThan }, changesOnAPage + 1)
  const shown: readonly Change[] = read.slice(0, changesOnAPage)
  const names = await namesOf(db, referencesIn(shown, words))
  return {
    changes: shown.map(change => tell(change, words, names)),
    older: read.length > changesOnAPage ? (shown.at(-1)?.id ?? null) : null,
    isLater: before !== '',
  }
}
