import { type Handler, page, pageNumber, template, text, type Visitor } from '../web/index.ts'
import { termsIn } from './search.ts'
import { type Reader, ranked, search } from './store.ts'
import { type SubjectWords, searchView } from './view.ts'

const size = 20
const nothing = { findings: [], counts: {} }

/** One page with and without script: with it, what is found is shown as one types. `readerOf` says what of a partnership a visitor may find. */
export function searchPage(words: readonly SubjectWords[], readerOf: (visitor: Visitor) => Reader): Handler {
  return async ({ db, query, visitor }) => {
    const typed = text(query, 'q')
    const asked = text(query, 'kind')
    const kind = words.some(({ subject }) => subject === asked) ? asked : ''
    const terms = termsIn(typed, text(query, 'typing') !== '')
    const pageAt = Math.min(pageNumber(text(query, 'page')), ranked / size)
    const found = terms.some(({ isLeftOut }) => !isLeftOut)
      ? await search(db, terms, readerOf(visitor), { subjects: kind === '' ? null : [kind], limit: size, offset: (pageAt - 1) * size })
      : nothing
    const view = searchView(typed, terms, kind, found, words, { pageAt, size })
    return page(template(import.meta.url, 'search.njk'), { ...view, title: typed.trim() === '' ? 'Search' : `Search for ${typed.trim()}` })
  }
}
