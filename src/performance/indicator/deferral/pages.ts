import { idOf } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import { type Answer, type Fields, found, type Handler, page, redirect, template, type Visit } from '../../../platform/web/index.ts'
import { readDeferral } from '../form.ts'
import { defer, type Indicator, nameOf, notDeferred } from '../indicator.ts'
import { indicator, lockIndicator, setDeferral } from '../store.ts'
import { deferralView } from '../view.ts'

export const editDeferral: Handler = async visit => deferralPage(await indicatorAsked(visit), {})

export const updateDeferral: Handler = async visit => {
  const { db, body, today } = visit
  await lockIndicator(db, found(idOf<'indicator'>(visit.params['id'])))
  const of = await indicatorAsked(visit)
  const form = readDeferral(body)
  const ruling = form.accepted ? defer(form.value, today) : form
  if (!ruling.accepted) return deferralPage(of, body, ruling.problems)

  await setDeferral(db, of.id, ruling.value)
  return redirect(`indicators/${of.id}`, `${nameOf(of)} is deferred`)
}

export const endDeferral: Handler = async visit => {
  const of = await indicatorAsked(visit)
  await setDeferral(visit.db, of.id, notDeferred)
  return redirect(`indicators/${of.id}`, `The deferral of ${nameOf(of)} has ended`)
}

const indicatorAsked = async ({ db, params }: Visit): Promise<Indicator> =>
  found(await indicator(db, found(idOf<'indicator'>(params['id']))))

function deferralPage(of: Indicator, entry: Fields, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'edit.njk'), { ...deferralView(of, entry), endHref: `indicators/${of.id}/deferral/end` }, problems)
}
