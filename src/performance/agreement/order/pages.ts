import { idOf } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import { type Answer, editionOf, found, type Handler, overtaken, page, redirect, template, text } from '../../../platform/web/index.ts'
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
  if (!ruling.accepted) return orderPage(of, themes, typed, ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, placesIn(themes), placesInWords(themes))
  if (meanwhile.length > 0) return orderPage(of, themes, typed, meanwhile)

  await reorder(db, ruling.value.themeIds, ruling.value.outcomeIds)
  return redirect(`agreements/${id}`, 'The order is changed')
}

type Placed = readonly [field: string, title: string, place: string]

const placed = (themes: readonly ThemeWithOutcomes[]): Placed[] =>
  themes.flatMap(({ id, title, outcomes }, at) => [
    [`theme-${id}`, title, String(at + 1)],
    ...outcomes.map((outcome, place): Placed => [`outcome-${outcome.id}`, outcome.title, String(place + 1)]),
  ])

const placesIn = (themes: readonly ThemeWithOutcomes[]) => Object.fromEntries(placed(themes).map(([field, , place]) => [field, place]))

/** An outcome that is alone is not asked about. */
const placesInWords = (themes: readonly ThemeWithOutcomes[]) => {
  const alone = themes.flatMap(({ outcomes }) => (outcomes.length === 1 ? outcomes.map(({ id }) => `outcome-${id}`) : []))
  return Object.fromEntries(
    placed(themes).flatMap(([field, title, place]) => (alone.includes(field) ? [] : [[field, [`The place of ${title}`, place] as const]])),
  )
}

/** The edition is that of what is kept, unless the form has to come back as it was. */
function orderPage(
  of: Agreement,
  themes: readonly ThemeWithOutcomes[],
  typed: (field: string) => string,
  problems: readonly Problem[] = [],
  edition = editionOf(placesIn(themes)),
): Answer {
  const line = (kind: string, { id, title }: { readonly id: number; readonly title: string }, at: number) => {
    const field = `${kind}-${id}`
    return { field, title, place: typed(field) || String(at + 1) }
  }
  const view = {
    title: 'Change the order of themes and outcomes',
    caption: of.title,
    back: `agreements/${of.id}`,
    edition,
    themes: themes.map((theme, at) => ({
      ...line('theme', theme, at),
      outcomes: theme.outcomes.map((outcome, place) => line('outcome', outcome, place)),
    })),
    breadcrumbs: crumbsTo(of),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
