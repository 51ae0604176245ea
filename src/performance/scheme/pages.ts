import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  editionOf,
  entered,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { agreement, lockAgreement } from '../agreement/store.ts'
import { readScheme } from './form.ts'
import { setScheme } from './store.ts'
import { fieldsOf, inWords, schemeView } from './view.ts'

export const editScheme: Handler = async visit => {
  const of = await agreementAsked(visit)
  return schemePage(of, fieldsOf(of.scheme))
}

export const updateScheme: Handler = async visit => {
  const { db, body } = visit
  await lockAgreement(db, found(idOf<'agreement'>(visit.params['agreement'])))
  const of = await agreementAsked(visit)
  const form = readScheme(body)
  if (!form.accepted) return schemePage(of, entered(body), form.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(of.scheme), inWords(of.scheme))
  if (meanwhile.length > 0) return schemePage(of, entered(body), meanwhile)

  await setScheme(db, of.id, form.value.name, form.value.own)
  return redirect(`agreements/${of.id}`, 'Judgements are shown as you chose')
}

const agreementAsked = async ({ db, params }: Visit): Promise<Agreement> =>
  found(await agreement(db, found(idOf<'agreement'>(params['agreement']))))

/** The edition is that of what is kept, unless the form has to come back as it was. */
function schemePage(
  of: Agreement,
  entry: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(fieldsOf(of.scheme)),
): Answer {
  return page(template(import.meta.url, 'edit.njk'), schemeView(of, entry, edition), problems)
}
