import { dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { found, type Handler, mayManagePerformance, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import { mayRemove, type SavedView, save, tidied } from './saved-view.ts'
import { dropView, keepView, lockViews, savedViews } from './store.ts'

export const listViews: Handler = async visit => listPage(visit)

export const saveView: Handler = async visit => {
  const { db, body, visitor, today } = visit
  await lockViews(db)
  const draft = { name: text(body, 'name').replace(/\s+/g, ' ').trim(), query: tidied([...new URLSearchParams(text(body, 'query'))]) }
  const ruling = save(draft, await savedViews(db), visitor.accountId)
  if (!ruling.accepted) return listPage(visit, draft, ruling.problems)
  await keepView(db, draft, { madeByName: visitor.name, madeOn: today }, ruling.value.replaces)
  return redirect(addressOf(draft), `The view is saved as ${draft.name}`)
}

/** The scorecard as it was saved: what is in it today. */
export const openView: Handler = async ({ db, params }) => redirect(addressOf(viewIn(await savedViews(db), params['view'])))

export const removeView: Handler = async visit => {
  const { db, params, visitor } = visit
  const view = viewIn(await savedViews(db), params['view'])
  if (!mayRemove(view, visitor.accountId, mayManagePerformance(visitor)))
    return listPage(visit, null, [{ text: `${view.name} can be removed by ${view.madeByName}, who saved it, or by a performance officer` }])
  await dropView(db, view.id)
  return redirect('views', `${view.name} is removed`)
}

const viewIn = (views: readonly SavedView[], asked: string | undefined): SavedView =>
  found(views.find(({ id }) => id === idOf<'saved-view'>(asked ?? '')))

const addressOf = ({ query }: Pick<SavedView, 'query'>): string => (query === '' ? 'scorecard' : `scorecard?${query}`)

async function listPage({ db, visitor }: Visit, draft: { name: string; query: string } | null = null, problems: readonly Problem[] = []) {
  const views = await savedViews(db)
  const view = {
    title: 'Saved views of the scorecard',
    draft,
    views: views.map(each => ({
      name: each.name,
      href: `views/${each.id}`,
      by: `${each.madeByName}, ${dayLabel(each.madeOn)}`,
      removalHref: mayRemove(each, visitor.accountId, mayManagePerformance(visitor)) ? `views/${each.id}/removal` : null,
    })),
    breadcrumbs: [{ text: 'Scorecard', href: 'scorecard' }],
  }
  return page(template(import.meta.url, 'list.njk'), view, problems)
}
