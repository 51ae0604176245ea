import { idOf } from '../../../kernel/ids.ts'
import { found, type Handler, page, redirect, template, text } from '../../../platform/web/index.ts'
import { keptIndicator, removeSeriesName } from '../store.ts'
import { namesView } from '../view.ts'

export const listNames: Handler = async ({ db, params }) => {
  const kept = found(await keptIndicator(db, found(idOf<'indicator'>(params['id']))))
  return page(template(import.meta.url, 'list.njk'), { ...namesView(kept), removalAction: `indicators/${kept.id}/names/removal` })
}

export const destroyName: Handler = async ({ db, params, body }) => {
  const kept = found(await keptIndicator(db, found(idOf<'indicator'>(params['id']))))
  const wanted = text(body, 'name')
  const name = kept.seriesNames.find(each => JSON.stringify(each) === wanted)
  if (name) await removeSeriesName(db, kept.id, name)
  return redirect(`indicators/${kept.id}/names`, 'The name is removed')
}
