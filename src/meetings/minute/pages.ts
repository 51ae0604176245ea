import { randomUUID } from 'node:crypto'
import { diffArrays } from 'diff'
import { yearOf } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { indicatorsCalled, readReferences } from '../../performance/index.ts'
import {
  type Answer,
  allow,
  data,
  editionOf,
  found,
  type Handler,
  NotFound,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { type AgendaItemId, plainItem } from '../agenda/agenda.ts'
import { addItem, agendaOf, isClosed } from '../agenda/store.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { lockMeeting } from '../meeting/store.ts'
import { approvalsAt } from '../minutes/approval/store.ts'
import { keyIn, otherDay, readContent, readSeen, readTimes } from './form.ts'
import { isEmpty, type Seen, type WrittenPiece } from './minute.ts'
import { inOneLine } from './prose.ts'
import { type Content, isSame, type Reconciled, reconcile } from './reconcile.ts'
import {
  addPiece,
  changeOf,
  changePiece,
  dropAction,
  isConfidential,
  meetingsAround,
  pieceOf,
  piecesOf,
  placeAfter,
  removePiece,
  setAction,
  setCorrection,
  setDecision,
  setInterests,
  setTimes,
  tableOf,
  takeUpAction,
  writtenSince,
} from './store.ts'
import { actionOf, type Context, correctionOf, decisionOf, interestOf, settled } from './understanding.ts'
import { pieceView, type Room, roomView, type ShownPiece, seenOf, timesShown } from './view.ts'

const approved = 'These minutes are approved and cannot be changed any more. What you wrote is not kept: propose a correction instead'

export const editMinutes: Handler = async visit => {
  const meeting = await meetingKept(visit)
  return roomPage(await roomOf(visit, meeting), {})
}

/** All pieces of one item, as a page without script sends them; then one is moved or taken out, where that was asked. */
export const saveItem: Handler = async visit => {
  const { db, body, params } = visit
  const meeting = await meetingKept(visit)
  await lockMeeting(db, meeting.id)
  const item = found((await agendaOf(db, meeting.id, 'all')).find(({ id }) => id === idOf<'agenda-item'>(params['item'])))
  const keys = texts(body, 'piece').flatMap(key => keyIn(key) ?? [])
  const shown: ShownPiece[] = []
  const problems: Problem[] = []
  const context = await contextOf(
    visit,
    meeting,
    keys.map(key => text(body, `indicators-${key}`)),
  )
  let joined = 0
  for (const key of keys) {
    const seen = readSeen(body, key)
    const content = readContent(body, key, seen)
    if (!content.accepted) problems.push(...content.problems)
    const kept = content.accepted
      ? await keepPiece(visit, meeting, context, { ...content.value, key, seen, itemId: item.id, settles: true })
      : null
    if (kept?.accepted === false) problems.push(...kept.problems)
    if (kept?.accepted && kept.value.how !== 'as-sent') joined += 1
    const typed = content.accepted
      ? content.value
      : { kind: 'discussion' as const, text: text(body, `text-${key}`), isWithheld: false, typed: {} }
    shown.push({ ...typed, key, seen })
  }
  if (problems.length > 0) return roomPage(await roomOf(visit, meeting), { typed: { itemId: item.id, pieces: shown } }, problems)

  const [move, remove] = [text(body, 'move').split(':'), keyIn(text(body, 'remove'))]
  await moved(visit, meeting, item.id, keyIn(move[0]), move[1] ?? '')
  if (remove !== null && (await pieceOf(db, remove)) !== null) return redirect(`meetings/${meeting.id}/minutes/pieces/${remove}/removal`)
  const also = joined === 0 ? '' : '. Somebody else had changed this item meanwhile: look at it, since what both of you wrote is in it'
  return redirect(`meetings/${meeting.id}/minutes/edit#item-${item.id}`, `${item.title} is saved${also}`)
}

async function moved({ db }: Visit, meeting: Meeting, itemId: AgendaItemId, key: string | null, way: string): Promise<void> {
  const keys = (await piecesOf(db, meeting.id)).filter(piece => piece.itemId === itemId).map(piece => piece.key)
  const [at, piece] = [key === null ? -1 : keys.indexOf(key), key === null ? null : await pieceOf(db, key)]
  if (piece === null || at < 0 || (way === 'up' ? at === 0 : at === keys.length - 1)) return
  const after = way === 'up' ? (keys[at - 2] ?? '') : (keys[at + 1] ?? '')
  await changePiece(db, piece.id, { ...piece, place: await placeAfter(db, itemId, piece.key, after) })
}

/** One piece, from script: what it is now, and what was understood of it. Sent twice it is kept once. */
export const savePiece: Handler = async visit => {
  const { db, body, now } = visit
  const meeting = await meetingKept(visit)
  const [key, itemId] = [keyIn(text(body, 'key')), idOf<'agenda-item'>(text(body, 'item'))]
  if (key === null || itemId === null) return data({ ok: false, why: 'refused', text: 'This piece has no key or no item' })
  const seen = readSeen(body, key)
  const content = readContent(body, key, seen)
  if (!content.accepted) return data({ ok: false, why: 'refused', text: content.problems[0]?.text ?? '' })
  await lockMeeting(db, meeting.id)
  const context = await contextOf(visit, meeting, [text(body, `indicators-${key}`)])
  const kept = await keepPiece(visit, meeting, context, {
    ...content.value,
    key,
    seen,
    itemId,
    ...(Object.hasOwn(body, 'after') && { after: text(body, 'after') }),
    settles: text(body, 'settles') === 'yes',
    drops: text(body, 'drops') === 'yes',
    takesUp: idOf<'action'>(text(body, 'action')),
  })
  if (!kept.accepted)
    return data({ ok: false, why: kept.problems[0]?.field === undefined ? 'approved' : 'refused', text: kept.problems[0]?.text ?? '' })
  const piece = await pieceOf(db, key)
  return data({
    ok: true,
    at: clockLabel(now),
    change: await changeOf(db, meeting.id),
    how: kept.value.how,
    piece: piece === null ? null : { ...pieceView({ ...piece, seen: [seenOf(piece)] }, context), item: piece.itemId },
  })
}

type Sent = Content & {
  readonly key: string
  readonly seen: readonly Seen[]
  readonly itemId: AgendaItemId
  /** The key of the piece that it follows; '' where it is the first. Left out where it stays where it is. */
  readonly after?: string
  /** Its writer has gone on: a line may be split into what it is. */
  readonly settles: boolean
  /** An action that it was is to go. */
  readonly drops?: boolean
  /** The action that it was before it was taken out. */
  readonly takesUp?: Parameters<typeof takeUpAction>[3] | null
}

async function keepPiece(visit: Visit, meeting: Meeting, context: Context, sent: Sent): Promise<Ruling<Pick<Reconciled, 'how'>>> {
  const { db, visitor, today } = visit
  if (await isClosed(db, meeting.id)) return refuse({ text: approved })
  const now = await pieceOf(db, sent.key)
  if (now !== null && now.meetingId !== meeting.id) throw new NotFound()
  const { how, ...merged } = reconcile(sent, sent.seen, now, { compare: diffArrays, who: visitor.name })
  if (now === null && isEmpty(merged)) return accept({ how })
  const content = sent.settles ? settled(merged, context) : merged
  if (now !== null && now.actionId !== null && content.kind !== 'action') {
    if (!sent.drops)
      return refuse({
        field: `text-${sent.key}`,
        text: `This is action ${now.reference}. Remove it, which takes it out of the register of actions, and write it anew as what it is`,
      })
    await dropAction(db, now.id, now.actionId, today)
  }
  const stays = now !== null && sent.after === undefined && now.itemId === sent.itemId
  if (stays && isSame(content, now)) return accept({ how })
  const place = stays ? now.place : await placeAfter(db, sent.itemId, sent.key, sent.after ?? null)
  const piece = { ...content, itemId: sent.itemId, key: sent.key, place }
  const id = now?.id ?? (await addPiece(db, meeting.id, piece))
  if (now !== null) await changePiece(db, id, piece)
  else if (sent.takesUp) await takeUpAction(db, meeting.id, id, sent.takesUp)
  await keepRecords(visit, meeting, context, { ...piece, id, was: now?.kind ?? null })
  return accept({ how })
}

/** The decision, the action, the correction or the interests that a piece is. */
export async function keepRecords(
  { db }: Pick<Visit, 'db'>,
  meeting: Meeting,
  context: Context,
  piece: Content & Pick<WrittenPiece, 'id' | 'itemId'> & { readonly was: WrittenPiece['kind'] | null },
): Promise<void> {
  const is = (kind: WrittenPiece['kind']) => piece.kind === kind
  const was = (kind: WrittenPiece['kind']) => piece.was === kind && !is(kind)
  if (is('decision') && inOneLine(piece.text) !== '') await setDecision(db, meeting.id, piece, decisionOf(piece, context))
  if (was('decision')) await setDecision(db, meeting.id, piece, null)
  if (is('correction')) await setCorrection(db, meeting.id, piece.id, correctionOf(piece, context))
  if (was('correction')) await setCorrection(db, meeting.id, piece.id, null)
  if (is('interest') || was('interest')) await setInterests(db, meeting.id, piece, is('interest') ? interestOf(piece, context) : null)
  if (is('action')) {
    const typed = { ownersAsTyped: (piece.typed.owners ?? '').slice(0, 300), dueAsTyped: (piece.typed.due ?? '').slice(0, 100) }
    await setAction(
      db,
      meeting,
      { id: piece.id, ...typed, isConfidential: await isConfidential(db, piece.itemId) },
      actionOf(piece, context),
    )
  }
}

/** What was written since a count of changes; nothing but that count where it is the same. */
export const changesOfMinutes: Handler = async visit => {
  const { db, query } = visit
  const meeting = await meetingKept(visit)
  const since = Number(/^\d{1,15}$/.exec(text(query, 'since'))?.[0] ?? 0)
  const news = await writtenSince(db, meeting.id, since)
  if (news === null) return data({ change: since })
  const context = await contextOf(
    visit,
    meeting,
    news.pieces.map(({ typed }) => typed.indicators ?? ''),
  )
  return data({
    change: news.change,
    order: news.order.map(({ key, itemId }) => [key, itemId]),
    items: news.itemIds,
    pieces: news.pieces.map(piece => ({ ...pieceView({ ...piece, seen: [seenOf(piece)] }, context), item: piece.itemId })),
  })
}

export const confirmPieceRemoval: Handler = async visit => {
  const { meeting, piece } = await pieceAsked(visit)
  return removalPage(meeting, piece, [])
}

/** From a page, or from script, which says what its writer saw: what somebody else changed meanwhile is not taken out. */
export const removePieceOfMinutes: Handler = async visit => {
  const { db, body, params, today, now } = visit
  const meeting = await meetingKept(visit)
  await lockMeeting(db, meeting.id)
  const key = found(keyIn(params['piece']))
  const isScript = text(body, 'as') === 'data'
  const piece = await pieceOf(db, key)
  if (piece === null && isScript) return data({ ok: true, at: clockLabel(now), change: await changeOf(db, meeting.id) })
  if (piece === null || piece.meetingId !== meeting.id) throw new NotFound()
  if (await isClosed(db, meeting.id))
    return isScript ? data({ ok: false, why: 'approved', text: approved }) : removalPage(meeting, piece, [{ text: approved }])
  const seen = readSeen(body, key)
  if (!seen.some(each => isSame(each, piece))) {
    const said = 'Somebody has changed this since you opened it. Look at it, then remove it again'
    if (!isScript) return removalPage(meeting, piece, [{ text: said }])
    const context = await contextOf(visit, meeting, [piece.typed.indicators ?? ''])
    return data({
      ok: false,
      why: 'changed',
      text: said,
      piece: { ...pieceView({ ...piece, seen: [seenOf(piece)] }, context), item: piece.itemId },
    })
  }
  if (piece.actionId !== null) await dropAction(db, piece.id, piece.actionId, today)
  await removePiece(db, piece.id)
  if (isScript) return data({ ok: true, at: clockLabel(now), change: await changeOf(db, meeting.id) })
  return redirect(`meetings/${meeting.id}/minutes/edit#item-${piece.itemId}`, 'It is taken out of the minutes')
}

function removalPage(meeting: Meeting, piece: WrittenPiece, problems: readonly Problem[]): Answer {
  const view = {
    title: piece.actionId === null ? 'Take this out of the minutes' : `Take action ${piece.reference} out of the minutes`,
    action: `meetings/${meeting.id}/minutes/pieces/${piece.key}/removal`,
    back: `meetings/${meeting.id}/minutes/edit#piece-${piece.key}`,
    words: inOneLine(piece.text),
    isAction: piece.actionId !== null,
    key: piece.key,
    seen: JSON.stringify([seenOf(piece)]),
    breadcrumbs: [{ text: 'Write the minutes', href: `meetings/${meeting.id}/minutes/edit` }],
  }
  return page(template(import.meta.url, 'removal.njk'), view, problems)
}

async function pieceAsked(visit: Visit) {
  const meeting = await meetingKept(visit)
  const piece = found(await pieceOf(visit.db, found(keyIn(visit.params['piece']))))
  found(piece.meetingId === meeting.id ? piece : null)
  return { meeting, piece }
}

/** An item that nobody had planned. */
export const addItemInRoom: Handler = async visit => {
  const { db, body } = visit
  const meeting = await meetingKept(visit)
  await lockMeeting(db, meeting.id)
  const title = text(body, 'title').replace(/\s+/g, ' ').trim()
  const problems: Problem[] = []
  if (title === '') problems.push({ field: 'title', text: 'Enter what the item is called' })
  if (title.length > 300) problems.push({ field: 'title', text: 'The item must be 300 characters or fewer' })
  if (await isClosed(db, meeting.id)) problems.push({ text: approved })
  if (problems.length > 0) return roomPage(await roomOf(visit, meeting), { newItem: text(body, 'title') }, problems)
  const before = idOf<'agenda-item'>(text(body, 'after'))
  const beside = (await agendaOf(db, meeting.id, 'all')).find(({ id }) => id === before)
  const itemId = await addItem(
    db,
    meeting.id,
    { ...plainItem(title), parentId: beside?.parentId ?? null, isConfidential: text(body, 'isConfidential') === 'yes' },
    beside?.id ?? null,
  )
  return redirect(`meetings/${meeting.id}/minutes/edit#item-${itemId}`, `${title} is on the agenda`)
}

/** When the meeting opened and closed. */
export const saveTimes: Handler = async visit => {
  const { db, body } = visit
  const meeting = await meetingKept(visit)
  await lockMeeting(db, meeting.id)
  const times = readTimes(body)
  const shown = timesShown(meeting)
  const problems = [
    ...(times.accepted ? [] : times.problems),
    ...((await isClosed(db, meeting.id)) ? [{ text: approved }] : []),
    ...(times.accepted
      ? overtaken(text(body, 'edition'), body, shown, {
          openedAt: ['When it opened', shown.openedAt],
          closedAt: ['When it closed', shown.closedAt],
        })
      : []),
  ]
  if (problems.length > 0 || !times.accepted)
    return roomPage(await roomOf(visit, meeting), { openedAt: text(body, 'openedAt'), closedAt: text(body, 'closedAt') }, problems)
  await setTimes(db, meeting.id, times.value)
  return redirect(`meetings/${meeting.id}/minutes/edit`, 'When the meeting opened and closed is saved')
}

async function meetingKept(visit: Visit): Promise<Meeting> {
  const meeting = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, meeting))
  return meeting
}

/** Sixteen queries, however much was written. */
async function roomOf(visit: Visit, meeting: Meeting): Promise<Room> {
  const { db, visitor } = visit
  const [items, pieces, change, isApproved, approvals] = await Promise.all([
    agendaOf(db, meeting.id, 'all'),
    piecesOf(db, meeting.id),
    changeOf(db, meeting.id),
    isClosed(db, meeting.id),
    approvalsAt(visit, meeting),
  ])
  const context = await contextOf(
    visit,
    meeting,
    pieces.map(({ typed }) => typed.indicators ?? ''),
  )
  return { meeting, items, pieces, change, isApproved, approvals, context, who: visitor.name }
}

/** What is needed to understand pieces of a meeting in which these indicators are named. */
export async function contextOf({ db }: Pick<Visit, 'db'>, meeting: Meeting, indicatorsTyped: readonly string[]): Promise<Context> {
  const named = readReferences(indicatorsTyped.join('; '))
  const [table, { later, previous }, known] = await Promise.all([
    tableOf(db, meeting),
    meetingsAround(db, meeting),
    indicatorsCalled(db, named.references, yearOf(meeting.onDay)),
  ])
  const byReference = new Map(known.map(each => [each.reference, each]))
  return {
    meetingDay: meeting.onDay,
    later,
    otherwise: otherDay,
    table,
    previousId: previous?.id ?? null,
    indicators: typed => {
      const { references, unknown } = readReferences(typed)
      return {
        known: references.flatMap(reference =>
          byReference.has(reference) ? [{ id: byReference.get(reference)?.id ?? (0 as never), reference }] : [],
        ),
        unknown: [...references.filter(reference => !byReference.has(reference)), ...unknown],
      }
    },
  }
}

const roomPage = (
  room: Room,
  more: Omit<Parameters<typeof roomView>[1], 'newKey' | 'edition'>,
  problems: readonly Problem[] = [],
): Answer =>
  page(
    template(import.meta.url, 'edit.njk'),
    roomView(room, { ...more, newKey: randomUUID, edition: editionOf(timesShown(room.meeting)) }),
    problems,
  )

/** 10:42, as a clock in London shows it. */
const clockLabel = (now: Temporal.Instant): string => now.toZonedDateTimeISO('Europe/London').toPlainTime().toString().slice(0, 5)
