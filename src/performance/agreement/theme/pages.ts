import { idOf } from '../../../kernel/ids.ts'
import type { Problem, Ruling } from '../../../kernel/ruling.ts'
import { type Answer, found, type Handler, page, redirect, template, text, type Visit } from '../../../platform/web/index.ts'
import { type Agreement, call, remove, type ThemeWithOutcomes } from '../agreement.ts'
import { readTitle } from '../form.ts'
import { addThemes, agreement, lockAgreement, removeTheme, renameTheme, theme, themesAndOutcomes } from '../store.ts'
import { removalView, titleView } from '../view.ts'

export const newTheme: Handler = async ({ db, params }) => {
  const to = found(await agreement(db, found(idOf<'agreement'>(params['agreement']))))
  return titlePage(to, null, '')
}

export const createTheme: Handler = async ({ db, params, body }) => {
  const id = found(idOf<'agreement'>(params['agreement']))
  await lockAgreement(db, id)
  const to = found(await agreement(db, id))
  const form = readTitle(body, longest)
  const title = form.accepted ? call(form.value.title, await themesAndOutcomes(db, id), null) : form
  if (!title.accepted) return titlePage(to, null, text(body, 'title'), title.problems)

  await addThemes(db, id, [title.value])
  return redirect(`agreements/${id}`, `The theme ${title.value} is added`)
}

export const editTheme: Handler = async visit => {
  const { to, theme } = await themeAsked(visit)
  return titlePage(to, theme, theme.title)
}

export const updateTheme: Handler = async visit => {
  const { db, body } = visit
  const { to, theme, themes } = await themeAsked(visit, lockAgreement)
  const form = readTitle(body, longest)
  const title = form.accepted ? call(form.value.title, themes, theme.id) : form
  if (!title.accepted) return titlePage(to, theme, text(body, 'title'), title.problems, text(body, 'was'))
  if (text(body, 'was') !== theme.title && title.value !== theme.title)
    return titlePage(to, theme, title.value, [
      { field: 'title', text: `Somebody has called it “${theme.title}” meanwhile. Save again to replace that` },
    ])

  await renameTheme(db, theme.id, title.value)
  return redirect(`agreements/${to.id}`, `The theme is called ${title.value} now`)
}

export const confirmThemeRemoval: Handler = async visit => {
  const { to, theme } = await themeAsked(visit)
  return removalPage(to, theme, removal(theme))
}

export const destroyTheme: Handler = async visit => {
  const { to, theme } = await themeAsked(visit, lockAgreement)
  const ruling = removal(theme)
  if (!ruling.accepted) return removalPage(to, theme, ruling, ruling.problems)
  await removeTheme(visit.db, theme.id)
  return redirect(`agreements/${to.id}`, `The theme ${theme.title} is removed`)
}

const longest = 200

type Asked = { readonly to: Agreement; readonly theme: ThemeWithOutcomes; readonly themes: readonly ThemeWithOutcomes[] }

/** Where it is to be changed the agreement is held first, and the theme looked at again. */
async function themeAsked({ db, params }: Visit, hold: typeof lockAgreement | null = null): Promise<Asked> {
  const { id, agreementId } = found(await theme(db, found(idOf<'theme'>(params['theme']))))
  if (hold) await hold(db, agreementId)
  const [to, themes] = await Promise.all([agreement(db, agreementId), themesAndOutcomes(db, agreementId)])
  return { to: found(to), theme: found(themes.find(each => each.id === id)), themes }
}

const removal = (theme: ThemeWithOutcomes): Ruling<null> =>
  remove(theme, theme.outcomes.length === 0 ? [] : [theme.outcomes.length === 1 ? '1 outcome' : `${theme.outcomes.length} outcomes`])

function titlePage(
  to: Agreement,
  theme: ThemeWithOutcomes | null,
  value: string,
  problems: readonly Problem[] = [],
  was = theme?.title ?? '',
): Answer {
  const title = theme === null ? 'Add a theme' : `Rename ${theme.title}`
  const hint = theme === null ? 'For example, Children and young people' : ''
  return page(template(import.meta.url, '../title.njk'), titleView(to, { title, caption: to.title, hint, value, was }), problems)
}

function removalPage(to: Agreement, theme: ThemeWithOutcomes, ruling: Ruling<null>, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, '../removal.njk'), removalView(`Remove the theme ${theme.title}`, to, ruling), problems)
}
