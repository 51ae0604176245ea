import {
  allow,
  editionOf,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../../platform/web/index.ts'
import type { Meeting } from '../../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../../meeting/pages.ts'
import { minutesDocument, usualForm } from '../minutes.ts'
import { lockMinutes, recordsOf, setWithheld } from '../store.ts'
import { withheldView } from '../view.ts'

export const editWithheld: Handler = async visit => {
  const { meeting, document, now } = await withheldAsked(visit)
  return page(template(import.meta.url, 'edit.njk'), withheldView(meeting, document, now, editionOf({ piece: now })))
}

export const updateWithheld: Handler = async visit => {
  const { db, body } = visit
  await lockMinutes(db, (await meetingAsked(visit)).id)
  const { meeting, document, now, known } = await withheldAsked(visit)
  const chosen = texts(body, 'piece').filter(id => known.has(id))
  const meanwhile = overtaken(
    text(body, 'edition'),
    { piece: chosen },
    { piece: now },
    { piece: ['What is left out', now.length === 1 ? 'one part' : `${now.length} parts`] },
  )
  if (meanwhile.length > 0)
    return page(
      template(import.meta.url, 'edit.njk'),
      withheldView(meeting, document, chosen, editionOf({ piece: now })),
      meanwhile.map(({ text, field }) => (field === undefined ? { text } : { text })),
    )

  await setWithheld(db, meeting.id, chosen.map(Number))
  return redirect(`meetings/${meeting.id}/minutes?version=public`, 'This is the public version now')
}

async function withheldAsked(visit: Visit) {
  const meeting: Meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  const records = await recordsOf(visit.db, meeting)
  return {
    meeting,
    document: minutesDocument(records, usualForm, 'whole'),
    now: records.pieces.filter(({ isWithheld }) => isWithheld).map(({ id }) => String(id)),
    known: new Set(records.pieces.map(({ id }) => String(id))),
  }
}
