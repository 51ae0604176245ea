import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  allow,
  editionOf,
  entered,
  found,
  type Handler,
  mayTakePart,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { minutesDocument, type PieceRecord, usualForm } from '../minutes/minutes.ts'
import { mayReadMinutes } from '../minutes/pages.ts'
import { laterMeetings, lockMinutes, minutesOf, peopleAt, recordsOf } from '../minutes/store.ts'
import { type Correction, propose } from './correction.ts'
import { readDecision, readProposal } from './form.ts'
import { addCorrection, correctionsOf, correctPiece, decideCorrection } from './store.ts'
import { correctionsView, decisionView, fieldsOf, piecesToCorrect, proposalView } from './view.ts'

export const listCorrections: Handler = async visit => {
  const { db } = visit
  const meeting = await meetingAsked(visit)
  const minutes = await minutesOf(db, meeting.id)
  allow(mayReadMinutes(visit, meeting, minutes) !== 'none')
  const [corrections, keeps] = [await shownCorrections(visit, meeting), mayKeepMeeting(visit, meeting)]
  const isOpen = minutes.state === 'circulated'
  return page(
    template(import.meta.url, 'list.njk'),
    correctionsView({ meeting, minutes, corrections, mayDecide: keeps && isOpen, mayPropose: isOpen && mayTakePart(visit.visitor) }),
  )
}

/** One that is about a part which the visitor does not see is not shown to them. */
async function shownCorrections(visit: Visit, meeting: Meeting): Promise<readonly Correction[]> {
  const { db } = visit
  const [corrections, minutes] = await Promise.all([correctionsOf(db, meeting.id), minutesOf(db, meeting.id)])
  if (mayReadMinutes(visit, meeting, minutes) === 'whole') return corrections
  const { items, pieces } = await recordsOf(db, meeting)
  const hidden = new Set(items.filter(({ isConfidential }) => isConfidential).map(({ id }) => id))
  const shown = new Set(pieces.filter(({ isWithheld, itemId }) => !isWithheld && !hidden.has(itemId)).map(({ id }) => id))
  return corrections.filter(({ pieceId }) => pieceId !== null && shown.has(pieceId))
}

export const newCorrection: Handler = async visit =>
  proposalPage(visit, { pieceId: text(visit.query, 'piece'), proposedById: String(ownId(visit.visitor) ?? '') })

export const createCorrection: Handler = async visit => {
  const { db, body, visitor } = visit
  const meeting = await meetingAsked(visit)
  await lockMinutes(db, meeting.id)
  const { state } = await minutesOf(db, meeting.id)
  const keeps = mayKeepMeeting(visit, meeting)
  const read = readProposal(body)
  const ruling = read.accepted ? propose(read.value, state) : read
  if (!ruling.accepted) return proposalPage(visit, entered(body), ruling.problems)
  const { pieces, people } = await proposalAsked(visit)
  const { pieceId, proposedById } = ruling.value
  if (pieceId !== null && !pieces.some(({ id }) => id === pieceId))
    return proposalPage(visit, entered(body), [{ field: 'pieceId', text: 'Select a part of these minutes' }])

  const own = ownId(visitor)
  const by = keeps && body['proposedById'] !== undefined ? (people.find(({ id }) => id === proposedById)?.id ?? null) : own
  await addCorrection(db, meeting.id, { ...ruling.value, proposedById: by })
  return redirect(`meetings/${meeting.id}/minutes/corrections`, 'The correction is proposed. The next meeting decides it')
}

const ownId = ({ capacity }: Visit['visitor']) => idOf<'person'>(String(capacity.personId ?? ''))

async function proposalAsked(visit: Visit) {
  const { db } = visit
  const meeting = await meetingAsked(visit)
  const minutes = await minutesOf(db, meeting.id)
  const reading = mayReadMinutes(visit, meeting, minutes)
  const [records, people] = await Promise.all([recordsOf(db, meeting), peopleAt(db, meeting.id)])
  return {
    meeting,
    reading,
    pieces: reading === 'none' ? [] : piecesToCorrect(minutesDocument(records, usualForm, reading)),
    people: mayKeepMeeting(visit, meeting) ? people : [],
  }
}

async function proposalPage(visit: Visit, fields: Readonly<Record<string, string>>, problems: readonly Problem[] = []): Promise<Answer> {
  const { meeting, reading, pieces, people } = await proposalAsked(visit)
  allow(reading !== 'none' || mayTakePart(visit.visitor))
  return page(template(import.meta.url, 'new.njk'), proposalView({ meeting, pieces, people, fields }), problems)
}

export const editDecision: Handler = async visit => {
  const asked = await correctionAsked(visit)
  const { meeting, correction, piece, later } = asked
  const edition = editionOf(nowOf(asked))
  return page(template(import.meta.url, 'decide.njk'), decisionView({ meeting, correction, piece, later, fields: null, edition }))
}

/** Agreed or refused by a meeting; what is agreed is put into the text. */
export const updateDecision: Handler = async visit => {
  const { db, body } = visit
  await lockMinutes(db, (await meetingAsked(visit)).id)
  const asked = await correctionAsked(visit)
  const { meeting, correction, piece, later, state } = asked
  const again = (problems: readonly Problem[], edition = text(body, 'edition')) =>
    page(
      template(import.meta.url, 'decide.njk'),
      decisionView({ meeting, correction, piece, later, fields: entered(body), edition }),
      problems,
    )
  if (state !== 'circulated') return again([{ text: 'These minutes are not in circulation, so that nothing of them can be corrected' }])
  const read = readDecision(body)
  if (!read.accepted) return again(read.problems)
  const at = later.find(({ id }) => String(id) === read.value.at)
  if (at === undefined) return again([{ field: 'at', text: 'Select the meeting of the group that decided it' }])
  if (piece !== null && read.value.state === 'agreed' && read.value.text === '')
    return again([{ field: 'text', text: 'Enter how the part reads now' }])
  const now = nowOf(asked)
  const inWords = { state: ['What was decided', now['state'] ?? ''], text: ['The part', now['text'] ?? ''] } as const
  const meanwhile = overtaken(text(body, 'edition'), body, now, inWords)
  if (meanwhile.length > 0) return again(meanwhile, editionOf(now))

  const isApplied = piece !== null && read.value.state === 'agreed'
  await decideCorrection(db, correction.id, { state: read.value.state, pieceId: correction.pieceId, isApplied, decidedInId: at.id })
  if (isApplied && read.value.text !== piece.text) await correctPiece(db, piece.id, piece.text, read.value.text)
  return redirect(`meetings/${meeting.id}/minutes${isApplied ? '?version=marked' : '/corrections'}`, 'The correction is decided')
}

type AskedCorrection = Awaited<ReturnType<typeof correctionAsked>>
const nowOf = ({ correction, piece, later }: AskedCorrection): Readonly<Record<string, string>> => ({
  ...fieldsOf(correction, piece, later),
  text: piece?.text ?? '',
})

async function correctionAsked(visit: Visit) {
  const { db, params } = visit
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  const id = found(idOf<'correction'>(params['correction']))
  const [corrections, { pieces }, later, { state }] = await Promise.all([
    correctionsOf(db, meeting.id),
    recordsOf(db, meeting),
    laterMeetings(db, meeting),
    minutesOf(db, meeting.id),
  ])
  const correction = found(corrections.find(each => each.id === id))
  const piece: PieceRecord | null = pieces.find(each => each.id === correction.pieceId) ?? null
  return { meeting, correction, piece, later, state }
}
