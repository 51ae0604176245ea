import { idOf } from '../../../kernel/ids.ts'
import type { Problem, Ruling } from '../../../kernel/ruling.ts'
import { type Answer, found, type Handler, page, redirect, template, text, type Visit } from '../../../platform/web/index.ts'
import type { ThemeId } from '../../indicator/indicator.ts'
import { scorecardAskedFor } from '../../scorecard/pages.ts'
import { type Agreement, call, type Outcome, remove, type ThemeWithOutcomes } from '../agreement.ts'
import { readTitle } from '../form.ts'
import {
  addOutcomes,
  agreement,
  lockAgreement,
  outcome,
  outcomesServed,
  removeOutcome,
  renameOutcome,
  theme,
  themesAndOutcomes,
} from '../store.ts'
import { removalView, titleView } from '../view.ts'
import { outcomeView } from './view.ts'

/** What the scorecard reads, and where the outcome stands. */
export const showOutcome: Handler = async visit => {
  const { db, today } = visit
  const { to, theme, outcome } = await outcomeAsked(visit)
  const { themes, lines } = found(await scorecardAskedFor({ db, today, query: { agreement: String(to.id), by: 'list' } }))
  const ids = themes.flatMap(({ outcomes }) => outcomes).find(({ id }) => id === outcome.id)?.indicatorIds
  const beside = lines.filter(({ standing }) => ids?.has(standing.indicator.id))
  return page(template(import.meta.url, 'show.njk'), outcomeView({ agreement: to, theme: theme.title, outcome, beside, today }))
}

export const newOutcome: Handler = async visit => {
  const place = await placeAsked(visit, found(idOf<'theme'>(visit.params['theme'])))
  return titlePage(place, null, '')
}

export const createOutcome: Handler = async visit => {
  const { db, params, body } = visit
  const place = await placeAsked(visit, found(idOf<'theme'>(params['theme'])), lockAgreement)
  const { to, theme } = place
  const form = readTitle(body, longest)
  const title = form.accepted ? call(form.value.title, theme.outcomes, null) : form
  if (!title.accepted) return titlePage(place, null, text(body, 'title'), title.problems)

  await addOutcomes(db, [{ themeId: theme.id, title: title.value }])
  return redirect(`agreements/${to.id}`, `The outcome ${title.value} is added`)
}

export const editOutcome: Handler = async visit => {
  const { outcome, ...place } = await outcomeAsked(visit)
  return titlePage(place, outcome, outcome.title)
}

export const updateOutcome: Handler = async visit => {
  const { db, body } = visit
  const { outcome, ...place } = await outcomeAsked(visit, lockAgreement)
  const form = readTitle(body, longest)
  const title = form.accepted ? call(form.value.title, place.theme.outcomes, outcome.id) : form
  if (!title.accepted) return titlePage(place, outcome, text(body, 'title'), title.problems, text(body, 'was'))
  if (text(body, 'was') !== outcome.title && title.value !== outcome.title)
    return titlePage(place, outcome, title.value, [
      { field: 'title', text: `Somebody has called it “${outcome.title}” meanwhile. Save again to replace that` },
    ])

  await renameOutcome(db, outcome.id, title.value)
  return redirect(`agreements/${place.to.id}`, `The outcome is called ${title.value} now`)
}

export const confirmOutcomeRemoval: Handler = async visit => {
  const { to, outcome } = await outcomeAsked(visit)
  return removalPage(to, outcome, await removal(visit, to, outcome))
}

export const destroyOutcome: Handler = async visit => {
  const { to, outcome } = await outcomeAsked(visit, lockAgreement)
  const ruling = await removal(visit, to, outcome)
  if (!ruling.accepted) return removalPage(to, outcome, ruling, ruling.problems)
  await removeOutcome(visit.db, outcome.id)
  return redirect(`agreements/${to.id}`, `The outcome ${outcome.title} is removed`)
}

const longest = 400

type Place = { readonly to: Agreement; readonly theme: ThemeWithOutcomes }
type Hold = typeof lockAgreement | null

/** Where it is to be changed the agreement is held first, and what is in it looked at again. */
async function placeAsked({ db }: Visit, themeId: ThemeId, hold: Hold = null): Promise<Place> {
  const { agreementId } = found(await theme(db, themeId))
  if (hold) await hold(db, agreementId)
  const [to, themes] = await Promise.all([agreement(db, agreementId), themesAndOutcomes(db, agreementId)])
  return { to: found(to), theme: found(themes.find(({ id }) => id === themeId)) }
}

async function outcomeAsked(visit: Visit, hold: Hold = null): Promise<Place & { readonly outcome: Outcome }> {
  const { id, themeId } = found(await outcome(visit.db, found(idOf<'outcome'>(visit.params['outcome']))))
  const place = await placeAsked(visit, themeId, hold)
  return { ...place, outcome: found(place.theme.outcomes.find(each => each.id === id)) }
}

async function removal({ db }: Visit, to: Agreement, itself: Outcome): Promise<Ruling<null>> {
  const count = (await outcomesServed(db, to.id)).filter(({ outcomeId }) => outcomeId === itself.id).length
  return remove(itself, count === 0 ? [] : [count === 1 ? '1 indicator' : `${count} indicators`])
}

function titlePage(
  { to, theme }: Place,
  outcome: Outcome | null,
  value: string,
  problems: readonly Problem[] = [],
  was = outcome?.title ?? '',
): Answer {
  const title = outcome === null ? 'Add an outcome' : `Rename ${outcome.title}`
  const hint = outcome === null ? 'What people should notice. For example, Fewer young people get into trouble' : ''
  return page(template(import.meta.url, '../title.njk'), titleView(to, { title, caption: theme.title, hint, value, was }), problems)
}

function removalPage(to: Agreement, outcome: Outcome, ruling: Ruling<null>, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, '../removal.njk'), removalView(`Remove the outcome ${outcome.title}`, to, ruling), problems)
}
