import { idOf } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import {
  type Answer,
  editionOf,
  type Fields,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../../platform/web/index.ts'
import { readDeferral } from '../form.ts'
import { defer, type Indicator, nameOf, notDeferred } from '../indicator.ts'
import { indicator, lockIndicator, setDeferral } from '../store.ts'
import { deferralFields, deferralInWords, deferralView } from '../view.ts'

export const editDeferral: Handler = async visit => {
  const of = await indicatorAsked(visit)
  return deferralPage(of, deferralFields(of))
}

export const updateDeferral: Handler = async visit => {
  const { db, body, today } = visit
  await lockIndicator(db, found(idOf<'indicator'>(visit.params['id'])))
  const of = await indicatorAsked(visit)
  const form = readDeferral(body)
  const ruling = form.accepted ? defer(form.value, today) : form
  if (!ruling.accepted) return deferralPage(of, body, ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, deferralFields(of), deferralInWords(of))
  if (meanwhile.length > 0) return deferralPage(of, body, meanwhile)

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

/** The edition is that of what is kept, unless the form has to come back as it was. */
function deferralPage(of: Indicator, entry: Fields, problems: readonly Problem[] = [], edition = editionOf(deferralFields(of))): Answer {
  const view = { ...deferralView(of, entry, edition), endHref: `indicators/${of.id}/deferral/end` }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
