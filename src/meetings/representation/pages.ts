import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import { groupNamed, type Part } from '../../partnership/index.ts'
import { download, found, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { mayKeepMeeting } from '../meeting/pages.ts'
import { readLast, spans } from './form.ts'
import { stateWords } from './letter/letter.ts'
import { lettersOf } from './letter/store.ts'
import { representations } from './store.ts'
import { groupView, organisationPartView, partnershipView, representationTable } from './view.ts'

/** Over all groups that met. */
export const showRepresentation: Handler = async ({ db, query, today }) => {
  const last = readLast(query)
  return page(template(import.meta.url, 'partnership.njk'), partnershipView(await representations(db, { today, last }), last, spans))
}

export const downloadRepresentation: Handler = async ({ db, query, today }) =>
  download(
    'representation.csv',
    'text/csv; charset=utf-8',
    csv(representationTable(await representations(db, { today, last: readLast(query) }))),
  )

export const showGroupRepresentation: Handler = async visit => {
  const { db } = visit
  const { of, last } = await groupAsked(visit)
  const letters = await lettersOf(db, of.groupId)
  const latest = new Map(letters.map(letter => [letter.aboutGroupId, stateWords(letter)]))
  return page(template(import.meta.url, 'group.njk'), groupView(of, last, spans, latest, mayKeepMeeting(visit, of)))
}

export const downloadGroupRepresentation: Handler = async visit => {
  const { of } = await groupAsked(visit)
  return download('representation.csv', 'text/csv; charset=utf-8', csv(representationTable([of])))
}

async function groupAsked({ db, params, query, today }: Visit) {
  const { id: groupId } = found(await groupNamed(db, found(idOf<'group'>(params['group']))))
  const last = readLast(query)
  return { of: found((await representations(db, { groupId, today, last }))[0]), last }
}

/** On the page of an organisation: at which groups it was represented. */
export const representationPart: Part = async ({ db, today }, of) => {
  if (!('organisationId' in of)) return null
  const view = organisationPartView(await representations(db, { today, last: 6 }), of.organisationId)
  return view.rows.length === 0 ? null : { title: 'Attendance at the last meetings', template: template(import.meta.url, 'part.njk'), view }
}
