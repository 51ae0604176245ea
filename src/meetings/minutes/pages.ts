import { diffWordsWithSpace } from 'diff'
import { dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { groupNamed, reachOf } from '../../partnership/index.ts'
import { canMakePdf, type DocumentForm, documentTypes, docxOf, odtOf, pdfOf } from '../../platform/document/index.ts'
import {
  allow,
  download,
  editionOf,
  entered,
  found,
  type Handler,
  mayTakePart,
  overtaken,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  type Visit,
  withStatus,
} from '../../platform/web/index.ts'
import { type Correction, markWords } from '../correction/correction.ts'
import { correctionsOf } from '../correction/store.ts'
import { isWithin } from '../meeting/keeper.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { approvalsAt } from './approval/store.ts'
import { readMinutesForm, type Version, versionAsked } from './form.ts'
import {
  type Marked,
  type Minutes,
  type MinutesDocument,
  type MinutesForm,
  type MinutesRecords,
  minutesDocument,
  type Reading,
  readingOf,
} from './minutes.ts'
import { minutesPaper } from './paper.ts'
import { allMinutes, keepMinutesForm, lockPractice, minutesFormOf, minutesOf, recordsOf, textOf } from './store.ts'
import { fieldsOfForm, formInWords, listView, minutesFormView, minutesView, unreadView } from './view.ts'
import type { Run } from './words-shown.ts'

export const showMinutes: Handler = async visit => {
  const asked = await minutesAsked(visit)
  const takesPart = mayTakePart(visit.visitor)
  if (asked === null) return page(template(import.meta.url, 'unread.njk'), unreadView(takesPart))
  const keeps = mayKeepMeeting(visit, asked.meeting)
  const waiting = keeps ? await approvalsAt(visit, asked.meeting) : []
  const view = minutesView({ ...asked, keeps, takesPart, waiting, today: visit.today })
  return page(template(import.meta.url, 'show.njk'), { ...view, about: { kind: 'meeting', id: asked.meeting.id } })
}

/** The version that the address asks for, as a file. */
export const downloadMinutes =
  (form: DocumentForm): Handler =>
  async visit => {
    const asked = await minutesAsked(visit)
    if (asked === null) return page(template(import.meta.url, 'unread.njk'), unreadView(mayTakePart(visit.visitor)))
    const { meeting, minutes, document } = asked
    const state = minutes.state === 'approved' ? 'approved' : minutes.state === 'circulated' ? 'for correction' : 'draft'
    const paper = minutesPaper(
      document,
      `${meeting.group}, ${dayLabel(meeting.onDay)}: ${state}${document.isPublic ? ', public version' : ''}`,
    )
    const name = `${meeting.shortName.toLowerCase()}-minutes-${meeting.onDay}.${form}`
    if (form === 'docx') return download(name, documentTypes.docx, await docxOf(paper))
    if (form === 'odt') return download(name, documentTypes.odt, odtOf(paper))
    if (!canMakePdf)
      return withStatus(page(template(import.meta.url, 'no-pdf.njk'), { title: paper.title, back: `meetings/${meeting.id}/minutes` }), 501)
    return download(name, documentTypes.pdf, Buffer.from(await pdfOf(paper)))
  }

type AskedMinutes = {
  readonly meeting: Meeting
  readonly minutes: Minutes
  readonly document: MinutesDocument
  readonly reading: Exclude<Reading, 'none'>
  readonly version: Version
  readonly hasCirculated: boolean
  readonly corrections: readonly Correction[]
}

/** Null for whoever may not read them yet. */
async function minutesAsked(visit: Visit): Promise<AskedMinutes | null> {
  const { db } = visit
  const meeting = await meetingAsked(visit)
  const minutes = await minutesOf(db, meeting.id)
  const reading = mayReadMinutes(visit, meeting, minutes)
  if (reading === 'none') return null
  const [form, corrections, circulated, approved, now] = await Promise.all([
    minutesFormOf(db, meeting.groupId),
    correctionsOf(db, meeting.id),
    textOf(db, meeting.id, 'circulated'),
    textOf(db, meeting.id, 'approved'),
    recordsOf(db, meeting),
  ])
  const version = versionAsked(visit.query)
  const held = approved === null ? now : withheldAsNow(approved.records, now)
  const texts = { form, held, circulated: circulated && withheldAsNow(circulated.records, now), corrections, reading }
  return { meeting, minutes, document: documentOf(version, texts), reading, version, hasCirculated: circulated !== null, corrections }
}

/** How much of a meeting's minutes the visitor reads. */
export function mayReadMinutes(visit: Visit, meeting: Pick<Meeting, 'groupId'>, { state }: Pick<Minutes, 'state'>): Reading {
  const { visitor } = visit
  return readingOf(state, {
    seesConfidential: isWithin(reachOf('see-confidential', visitor), meeting),
    keeps: mayKeepMeeting(visit, meeting),
    takesPart: mayTakePart(visitor),
  })
}

/** What was kept says what was written; what of it is withheld or confidential is settled now. */
function withheldAsNow(kept: MinutesRecords, now: MinutesRecords): MinutesRecords {
  const withheld = new Map(now.pieces.map(({ id, isWithheld }) => [id, isWithheld]))
  const confidential = new Map(now.items.map(({ id, isConfidential }) => [id, isConfidential]))
  return {
    ...kept,
    pieces: kept.pieces.map(piece => ({ ...piece, isWithheld: withheld.get(piece.id) ?? piece.isWithheld })),
    items: kept.items.map(item => ({ ...item, isConfidential: confidential.get(item.id) ?? item.isConfidential })),
  }
}

type Texts = {
  readonly form: MinutesForm
  readonly held: MinutesRecords
  readonly circulated: MinutesRecords | null
  readonly corrections: readonly Correction[]
  readonly reading: Exclude<Reading, 'none'>
}

function documentOf(version: Version, { form, held, circulated, corrections, reading }: Texts): MinutesDocument {
  if (version === 'circulated' && circulated !== null) return minutesDocument(circulated, form, reading)
  if (version === 'marked' && circulated !== null) return minutesDocument(held, form, reading, marked(circulated, corrections))
  return minutesDocument(held, form, version === 'public' ? 'public' : reading)
}

const marked = (circulated: MinutesRecords, corrections: readonly Correction[]): Marked => {
  const agreed = corrections.filter(({ state }) => state === 'agreed')
  const inText = agreed.filter(({ isApplied }) => isApplied)
  return {
    was: new Map(circulated.pieces.map(({ id, text }) => [id, text])),
    changed,
    why: new Map([...Map.groupBy(inText, ({ pieceId }) => pieceId ?? 0)].map(([id, of]) => [id, of.map(markWords)])),
    besides: agreed.filter(({ pieceId }) => pieceId === null).map(markWords),
  }
}

/** Word by word; two texts that share little take long to compare, and are shown one after the other. */
function changed(was: string, is: string): readonly Run[] {
  const parts = diffWordsWithSpace(was, is, { timeout: 500 })
  if (parts === undefined)
    return [
      { text: was, as: 'deleted' },
      { text: `\n${is}`, as: 'inserted' },
    ]
  return parts.map(({ value, added, removed }) => ({ text: value, as: added ? 'inserted' : removed ? 'deleted' : 'plain' }))
}

export const editMinutesForm: Handler = async visit => {
  const group = await groupKept(visit)
  const fields = fieldsOfForm(await minutesFormOf(visit.db, group.id))
  return page(template(import.meta.url, 'form.njk'), minutesFormView(group, fields, editionOf(fields)))
}

export const updateMinutesForm: Handler = async visit => {
  const { db, body } = visit
  const group = await groupKept(visit)
  await lockPractice(db, group.id)
  const now = await minutesFormOf(db, group.id)
  const again = (problems: readonly Problem[], edition: string) =>
    page(template(import.meta.url, 'form.njk'), minutesFormView(group, entered(body), edition), problems)
  const read = readMinutesForm(body)
  if (!read.accepted) return again(read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOfForm(now), formInWords(now))
  if (meanwhile.length > 0) return again(meanwhile, editionOf(fieldsOfForm(now)))

  await keepMinutesForm(db, group.id, read.value)
  return redirect(`groups/${group.id}`, `The form of the minutes of ${group.name} is saved`)
}

async function groupKept({ db, params, visitor }: Visit) {
  const id = found(idOf<'group'>(params['group']))
  const group = found(await groupNamed(db, id))
  allow(isWithin(reachOf('keep-meetings', visitor), { groupId: id }))
  return { ...group, id }
}

/** All that the visitor may read, the latest first. */
export const listMinutes: Handler = async ({ db, query, visitor, partnership }) => {
  const takesPart = mayTakePart(visitor)
  const shown = pageNumber(text(query, 'page'))
  const { total, rows } = await allMinutes(db, { onlyApproved: !takesPart, offset: rowsBefore(shown), limit: pageSize })
  return page(template(import.meta.url, 'list.njk'), {
    ...listView(rows, takesPart),
    pagination: pagination(total, shown, `/${partnership.slug}/minutes`),
  })
}
