import { idOf } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import { type Answer, found, type Handler, page, redirect, template, text } from '../../../platform/web/index.ts'
import type { Agreement, ThemeWithOutcomes } from '../agreement.ts'
import { agreement, lockAgreement, reorder, themesAndOutcomes } from '../store.ts'
import { crumbsTo } from '../view.ts'
import { order } from './order.ts'

export const editOrder: Handler = async ({ db, params }) => {
  const id = found(idOf<'agreement'>(params['agreement']))
  return orderPage(found(await agreement(db, id)), await themesAndOutcomes(db, id), () => '')
}

export const updateOrder: Handler = async ({ db, params, body }) => {
  const id = found(idOf<'agreement'>(params['agreement']))
  await lockAgreement(db, id)
  const of = found(await agreement(db, id))
  const themes = await themesAndOutcomes(db, id)
  const typed = (field: string) => text(body, field)
  const ruling = order(themes, typed)
  if (!ruling.accepted) return orderPage(of, themes, typed, ruling.problems)

  await reorder(db, ruling.value.themeIds, ruling.value.outcomeIds)
  return redirect(`agreements/${id}`, 'The order is changed')
}

function orderPage(
  of: Agreement,
  themes: readonly ThemeWithOutcomes[],
  typed: (field: string) => string,
  problems: readonly Problem[] = [],
): Answer {
  const line = (kind: string, { id, title }: { readonly id: number; readonly title: string }, at: number) => {
    const field = `${kind}-${id}`
    return { field, title, place: typed(field) || String(at + 1) }
  }
  const view = {
    title: 'Change the order of themes and outcomes',
    caption: of.title,
    back: `agreements/${of.id}`,
    themes: themes.map((theme, at) => ({
      ...line('theme', theme, at),
      outcomes: theme.outcomes.map((outcome, place) => line('outcome', outcome, place)),
    })),
    breadcrumbs: crumbsTo(of),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
