import { idOf } from '../../../kernel/ids.ts'
import type { Problem, Ruling } from '../../../kernel/ruling.ts'
import { type Answer, found, type Handler, page, redirect, template, type Visit } from '../../../platform/web/index.ts'
import { type Indicator, nameOf, remove } from '../indicator.ts'
import { dataOf, indicator, lockIndicator, removeIndicator } from '../store.ts'
import { aboutView } from '../view.ts'

export const confirmIndicatorRemoval: Handler = async visit => {
  const of = await indicatorAsked(visit)
  return removalPage(of, remove(of, await dataOf(visit.db, of.id)))
}

export const destroyIndicator: Handler = async visit => {
  await lockIndicator(visit.db, found(idOf<'indicator'>(visit.params['id'])))
  const of = await indicatorAsked(visit)
  const ruling = remove(of, await dataOf(visit.db, of.id))
  if (!ruling.accepted) return removalPage(of, ruling, ruling.problems)
  await removeIndicator(visit.db, of.id)
  return redirect(`agreements/${of.agreementId}`, `${nameOf(of)} is removed`)
}

const indicatorAsked = async ({ db, params }: Visit): Promise<Indicator> =>
  found(await indicator(db, found(idOf<'indicator'>(params['id']))))

function removalPage(of: Indicator, ruling: Ruling<null>, problems: readonly Problem[] = []): Answer {
  const refusal = ruling.accepted ? '' : ruling.problems.map(({ text }) => text).join(' ')
  const view = { ...aboutView(of, 'Remove this indicator'), refusal, closureHref: `indicators/${of.id}/closure` }
  return page(template(import.meta.url, 'confirm.njk'), view, problems)
}
