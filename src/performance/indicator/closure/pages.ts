import { dayLabel } from '../../../kernel/day.ts'
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
import { readClosure } from '../form.ts'
import { type Indicator, nameOf, notClosed } from '../indicator.ts'
import { indicator, lockIndicator, setClosure } from '../store.ts'
import { closureFields, closureInWords, closureView } from '../view.ts'

export const editClosure: Handler = async visit => {
  const of = await indicatorAsked(visit)
  return closurePage(of, of.closedOn === null ? { closedOn: dayLabel(visit.today) } : closureFields(of))
}

export const updateClosure: Handler = async visit => {
  const { db, body } = visit
  await lockIndicator(db, found(idOf<'indicator'>(visit.params['id'])))
  const of = await indicatorAsked(visit)
  const form = readClosure(body)
  if (!form.accepted) return closurePage(of, body, form.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, closureFields(of), closureInWords(of))
  if (meanwhile.length > 0) return closurePage(of, body, meanwhile)

  await setClosure(db, of.id, form.value)
  return redirect(`indicators/${of.id}`, `${nameOf(of)} is closed`)
}

export const reopen: Handler = async visit => {
  const of = await indicatorAsked(visit)
  await setClosure(visit.db, of.id, notClosed)
  return redirect(`indicators/${of.id}`, `${nameOf(of)} is open again`)
}

const indicatorAsked = async ({ db, params }: Visit): Promise<Indicator> =>
  found(await indicator(db, found(idOf<'indicator'>(params['id']))))

/** The edition is that of what is kept, unless the form has to come back as it was. */
function closurePage(of: Indicator, entry: Fields, problems: readonly Problem[] = [], edition = editionOf(closureFields(of))): Answer {
  const view = { ...closureView(of, entry, edition), reopenHref: `indicators/${of.id}/closure/end` }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
