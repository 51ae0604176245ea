import { dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type GroupId, inPerson, type Named, reachOf, type ShownPart } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { acceptedFiles, keepUpload, type StoredFileId, sendFile, storedFile } from '../../platform/stored-file/index.ts'
import {
  type Answer,
  allow,
  editionOf,
  type Fields,
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
import type { ActionId } from './action.ts'
import { confirm, drop, finish, moveDate, progressNames, reopen } from './action.ts'
import { readAction, readDate, readLink, readNote, readOutcome, readReason } from './form.ts'
import { type NamedOwner, ownerOf } from './owner.ts'
import { isKeeper, isWithin, mayReportOn, maySee, type Owned, type Party } from './party.ts'
import type { ActionRecord, NewEvidence } from './record.ts'
import {
  actionRecord,
  addAction,
  addEvidence,
  addNote,
  changeAction,
  evidenceOf,
  groupChoices,
  indicatorChoices,
  indicatorsOf,
  lockAction,
  moveAction,
  movesOf,
  notesOf,
  possibleOwners,
  setIndicators,
  setProgress,
  setState,
  timesReminded,
} from './store.ts'
import { type ActionFields, actionFields, actionView, groupItems, ownerFieldsView, toAction, toActions } from './view.ts'

/** What modules above say of an action: where it comes from, and whether its group confirms what its owners call done. */
export type Around = {
  readonly sourceOf?: (
    db: Db,
    action: Pick<ActionRecord, 'source' | 'sourceId'>,
  ) => Promise<{ readonly text: string; readonly href: string } | null>
  readonly confirmsClosings?: (db: Db, groupId: GroupId) => Promise<boolean>
  /** Why its words, owners and indicators are not changed in the register, and where they are; null where they may be. */
  readonly settledBy?: (db: Db, action: Pick<ActionRecord, 'id' | 'source' | 'sourceId'>) => Promise<Settled | null>
  /** What they show of it on its page. */
  readonly parts?: readonly ActionPart[]
  /** What is to be said of those that serve several themes. */
  readonly crossCuttingOf?: CrossCuttingOf
}
export type Settled = { readonly why: string; readonly text: string; readonly href: string }
export type ActionPart = (visit: Pick<Visit, 'db' | 'today' | 'visitor'>, actionId: ActionId) => Promise<ShownPart | null>
export type CrossCuttingOf = (asked: Pick<Visit, 'db'>, actionIds: readonly number[]) => Promise<ReadonlyMap<number, string>>

export function partyOf({ visitor }: Pick<Visit, 'visitor'>): Party {
  return { capacity: visitor.capacity, keeps: reachOf('keep-meetings', visitor), sees: reachOf('see-confidential', visitor) }
}

export const seatsIn = (records: readonly { readonly owners: readonly NamedOwner[] }[]): number[] => [
  ...new Set(records.flatMap(({ owners }) => owners.flatMap(({ kind, id }) => (kind === 'seat' ? [id] : [])))),
]

/** Who sits on the seats that own these. */
export const sittingFor = (
  db: Db,
  records: readonly { readonly owners: readonly NamedOwner[] }[],
  today: Visit['today'],
): Promise<Named[]> => inPerson(db, { groupIds: [], seatIds: seatsIn(records) }, today)

type AskedAction = { readonly record: ActionRecord; readonly owned: Owned; readonly party: Party }

export function actionPages({
  sourceOf = async () => null,
  confirmsClosings = async () => false,
  settledBy = async () => null,
  parts = [],
  crossCuttingOf = async () => new Map(),
}: Around = {}) {
  const showAction: Handler = async visit => actionPage(visit, await asked(visit))

  async function actionPage(
    visit: Visit,
    { record, owned, party }: AskedAction,
    typed: Fields = {},
    problems: readonly Problem[] = [],
  ): Promise<Answer> {
    const { db, today } = visit
    const [sitting, moves, notes, evidence, indicators, source, reminded, shownParts, crossCutting] = await Promise.all([
      sittingFor(db, [record], today),
      movesOf(db, record.id),
      notesOf(db, record.id),
      evidenceOf(db, record.id),
      indicatorsOf(db, record.id),
      sourceOf(db, record),
      timesReminded(db, record.id),
      Promise.all(parts.map(part => part(visit, record.id))),
      crossCuttingOf({ db }, [record.id]),
    ])
    const shown = {
      record,
      sitting,
      moves,
      notes,
      evidence,
      indicators,
      source,
      reminded,
      isKeeper: isKeeper(party, owned),
      mayReport: mayReportOn(party, owned),
    }
    const view = {
      ...actionView(shown, today),
      about: { kind: 'action', id: record.id },
      parts: shownParts.filter(part => part !== null),
      crossCutting: crossCutting.get(record.id) ?? '',
      accept: acceptedFiles,
      typed: { note: text(typed, 'note'), link: text(typed, 'link'), linkTitle: text(typed, 'linkTitle') },
    }
    return page(template(import.meta.url, 'show.njk'), view, problems)
  }

  const newAction: Handler = async visit => formPage(visit, null, { ...nothingYet, groupId: text(visit.query, 'group'), dueOn: '' })

  const createAction: Handler = async visit => {
    const { db, body, today } = visit
    const kept = await keptGroups(visit)
    const group = kept.find(({ id }) => String(id) === text(body, 'groupId'))
    const ruling = readAction(body, await choices(db))
    const problems = [
      ...(group ? [] : [{ field: 'groupId', text: 'Choose the group that asks for it' }]),
      ...(ruling.accepted ? [] : ruling.problems),
    ]
    if (!ruling.accepted || !group || problems.length > 0) return formPage(visit, null, typedFields(body), problems)
    const { indicatorIds, ...draft } = ruling.value
    const made = await addAction(db, {
      ...draft,
      source: 'group',
      sourceId: null,
      groupId: group.id as GroupId,
      sourceName: group.shortName,
      sourceDay: today,
    })
    await setIndicators(db, made.id, indicatorIds)
    return redirect(`actions/${made.id}`, `${made.reference} is added`)
  }

  const editAction: Handler = async visit => {
    const { record, owned, party } = await asked(visit)
    allow(isKeeper(party, owned))
    const settled = await settledBy(visit.db, record)
    if (settled !== null) return settledPage(record, settled)
    return formPage(visit, record, actionFields(record, await indicatorsOf(visit.db, record.id)))
  }

  function settledPage(record: ActionRecord, settled: Settled, problems: readonly Problem[] = []): Answer {
    const view = {
      title: `Change ${record.reference}`,
      settled,
      date: record.state === 'open' ? `actions/${record.id}/date` : '',
      back: `actions/${record.id}`,
      breadcrumbs: toAction(record),
    }
    return page(template(import.meta.url, 'settled.njk'), view, problems)
  }

  const updateAction: Handler = async visit => {
    const { db, body } = visit
    const { record, owned, party } = await asked(visit, lockAction)
    allow(isKeeper(party, owned))
    const settled = await settledBy(db, record)
    if (settled !== null) return settledPage(record, settled, [{ text: settled.why }])
    const [known, indicators] = await Promise.all([choices(db), indicatorsOf(db, record.id)])
    const ruling = readAction(body, known, record.ownersAsTyped)
    if (!ruling.accepted) return formPage(visit, record, typedFields(body), ruling.problems, text(body, 'edition'))
    const now = actionFields(record, indicators)
    const typed = typedFields(body)
    const meanwhile = overtaken(text(body, 'edition'), { ...typed, owners: typed.owners.filter(key => key !== '') }, now, {
      text: ['What is to be done', now.text],
      owners: ['Who owns it', record.owners.map(({ name }) => name).join(', ')],
      isConfidential: ['Whether it is confidential', record.isConfidential ? 'yes' : 'no'],
      indicators: ['What it should move', now.indicators],
    })
    if (meanwhile.length > 0) return formPage(visit, record, typed, meanwhile)
    const { indicatorIds, text: words, owners, isConfidential } = ruling.value
    await changeAction(db, record.id, { text: words, owners, isConfidential })
    await setIndicators(db, record.id, indicatorIds)
    return redirect(`actions/${record.id}`, `${record.reference} is saved`)
  }

  async function formPage(
    visit: Visit,
    record: ActionRecord | null,
    fields: ActionFields & { readonly groupId?: string; readonly dueOn?: string },
    problems: readonly Problem[] = [],
    edition?: string,
  ): Promise<Answer> {
    const { db } = visit
    const [known, groups, indicators] = await Promise.all([
      choices(db),
      record === null ? keptGroups(visit) : [],
      record === null ? [] : indicatorsOf(db, record.id),
    ])
    const view = {
      title: record === null ? 'Add an action' : `Change ${record.reference}`,
      isNew: record === null,
      fields: { ...fields, groupId: fields.groupId ?? '', dueOn: fields.dueOn ?? '' },
      groups: groupItems(groups, fields.groupId ?? ''),
      owners: ownerFieldsView(known.owners, fields.owners),
      asTyped: record?.ownersAsTyped ?? '',
      edition: edition ?? (record === null ? '' : editionOf(actionFields(record, indicators))),
      back: record === null ? 'actions' : `actions/${record.id}`,
      breadcrumbs: record === null ? toActions : toAction(record),
    }
    return page(template(import.meta.url, 'edit.njk'), view, problems)
  }

  const editDate: Handler = async visit => {
    const of = await asked(visit)
    if (!mayReportOn(of.party, of.owned)) return onlyItsOwners(of)
    const [ask] = (await notesOf(visit.db, of.record.id)).filter(({ kind }) => kind === 'date-asked')
    const { dueOn } = of.record
    const proposed =
      isKeeper(of.party, of.owned) && ask?.askedFor
        ? { dueOn: dayLabel(ask.askedFor), reason: ask.text }
        : { dueOn: dueOn === null ? '' : dayLabel(dueOn), reason: '' }
    return datePage(of, proposed)
  }

  /** Whoever keeps the group's actions moves it; an owner asks for it. */
  const updateDate: Handler = async visit => {
    const { db, body, today, visitor } = visit
    const of = await asked(visit, lockAction)
    const { record, party, owned } = of
    if (!mayReportOn(party, owned)) return onlyItsOwners(of)
    const form = readDate(body)
    const ruling = form.accepted ? moveDate(record, form.value.dueOn, form.value.reason) : form
    const typed = { dueOn: text(body, 'dueOn'), reason: text(body, 'reason') }
    if (!ruling.accepted) return datePage(of, typed, ruling.problems, text(body, 'edition'))
    const shown = dateFields(record)
    const meanwhile = overtaken(
      text(body, 'edition'),
      { dueOn: form.accepted && form.value.dueOn !== null ? dayLabel(form.value.dueOn) : '' },
      shown,
      { dueOn: ['Its date', shown.dueOn] },
    )
    if (meanwhile.length > 0) return datePage(of, typed, meanwhile)
    const { becomes, reason } = ruling.value
    const { personId } = visitor.capacity
    if (isKeeper(party, owned)) {
      await moveAction(db, record.id, { becomes, reason, onDay: today, personId })
      return redirect(
        `actions/${record.id}`,
        becomes === null ? `${record.reference} has no date any more` : `${record.reference} is due on ${dayLabel(becomes)} now`,
      )
    }
    if (becomes === null) return datePage(of, typed, [{ field: 'dueOn', text: 'Enter the date that you ask for' }], text(body, 'edition'))
    if (reason === '') return datePage(of, typed, [{ field: 'reason', text: 'Say why you need another date' }], text(body, 'edition'))
    await addNote(db, record.id, { kind: 'date-asked', text: reason, personId, byName: visitor.name, askedFor: becomes })
    return redirect(`actions/${record.id}`, `You have asked for ${dayLabel(becomes)}. Whoever keeps the group’s actions decides`)
  }

  function datePage(
    { record, party, owned }: AskedAction,
    fields: { readonly dueOn: string; readonly reason: string },
    problems: readonly Problem[] = [],
    edition = editionOf(dateFields(record)),
  ): Answer {
    const keeps = isKeeper(party, owned)
    const title = keeps ? `Move the date of ${record.reference}` : `Ask for another date for ${record.reference}`
    const view = { title, keeps, fields, action: aboutIt(record), edition, back: `actions/${record.id}`, breadcrumbs: toAction(record) }
    return page(template(import.meta.url, 'date.njk'), view, problems)
  }

  const createNote: Handler = async visit => {
    const { db, body, visitor } = visit
    const of = await asked(visit, lockAction)
    const { record } = of
    if (!mayReportOn(of.party, of.owned)) return onlyItsOwners(of)
    const read = readNote(body, record.progress)
    if (!read.accepted) return actionPage(visit, of, body, read.problems)
    const { progress, note } = read.value
    const hasMoved = progress !== record.progress && record.state === 'open'
    if (hasMoved) await setProgress(db, record.id, progress)
    const words = note === '' ? progressNames[progress] : hasMoved ? `${progressNames[progress]}. ${note}` : note
    await addNote(db, record.id, {
      kind: hasMoved ? 'progress' : 'note',
      text: words,
      personId: visitor.capacity.personId,
      byName: visitor.name,
    })
    return redirect(`actions/${record.id}`, 'Your note is saved')
  }

  const createEvidence: Handler = async visit => {
    const of = await asked(visit, lockAction)
    if (!mayReportOn(of.party, of.owned)) return onlyItsOwners(of)
    const read = await evidenceIn(visit.db, visit.body, () => keepUpload(visit, 'file'))
    if (!read.accepted) return actionPage(visit, of, visit.body, read.problems)
    if (read.value.length === 0)
      return actionPage(visit, of, visit.body, [{ field: 'link', text: 'Enter the address of the evidence, or choose a file' }])
    for (const each of read.value) await addEvidence(visit.db, of.record.id, each, visit.visitor.capacity.personId)
    return redirect(`actions/${of.record.id}`, 'The evidence is added')
  }

  /** Whoever sees the action sees its evidence. */
  const sendEvidence: Handler = async visit => {
    const { record } = await asked(visit)
    const wanted = (await evidenceOf(visit.db, record.id)).find(({ id }) => String(id) === visit.params['evidence'])
    const { fileId } = found(wanted)
    return sendFile(visit.afterwards, found(await storedFile(visit.db, found(fileId))), 'looked at')
  }

  const askToFinish: Handler = async visit => {
    const of = await asked(visit)
    return mayReportOn(of.party, of.owned) ? finishPage(visit, of) : onlyItsOwners(of)
  }

  const finishAction: Handler = async visit => {
    const { db, body, today, visitor } = visit
    const of = await asked(visit, lockAction)
    const { record, party, owned } = of
    if (!mayReportOn(party, owned)) return onlyItsOwners(of)
    const [read, evidence] = [readOutcome(body), await evidenceIn(db, body, () => keepUpload(visit, 'file'))]
    const isWanted = await wants(db, record)
    const ruling = read.accepted ? finish(record, read.value.outcome, { isWanted, isGiven: isKeeper(party, owned) }) : read
    if (!ruling.accepted || !evidence.accepted)
      return finishPage(visit, of, body, [...(ruling.accepted ? [] : ruling.problems), ...(evidence.accepted ? [] : evidence.problems)])
    await setState(db, record.id, { ...ruling.value, endedOn: today })
    for (const each of evidence.value) await addEvidence(db, record.id, each, visitor.capacity.personId)
    return redirect(
      `actions/${record.id}`,
      ruling.value.state === 'closed'
        ? `${record.reference} is closed`
        : `${record.reference} is done. ${record.group ?? 'The group'} has still to confirm it`,
    )
  }

  async function finishPage(
    { db }: Visit,
    { record, party, owned }: AskedAction,
    typed: Fields = {},
    problems: readonly Problem[] = [],
  ): Promise<Answer> {
    const view = {
      title: `Close ${record.reference}`,
      action: aboutIt(record),
      accept: acceptedFiles,
      isConfirmed: (await wants(db, record)) && !isKeeper(party, owned),
      group: record.group ?? '',
      fields: {
        outcome: text(typed, 'outcome') || (record.state === 'done' ? record.outcome : ''),
        link: text(typed, 'link'),
        linkTitle: text(typed, 'linkTitle'),
      },
      back: `actions/${record.id}`,
      breadcrumbs: toAction(record),
    }
    return page(template(import.meta.url, 'finish.njk'), view, problems)
  }
  const wants = async (db: Db, { groupId }: ActionRecord): Promise<boolean> => groupId !== null && confirmsClosings(db, groupId)

  const askToConfirm: Handler = async visit => confirmationPage(await keptAction(visit))

  const confirmAction: Handler = async visit => {
    const { db, body, today, visitor } = visit
    const of = await keptAction(visit, lockAction)
    const { record } = of
    const answer = text(body, 'confirmed')
    if (answer !== 'yes' && answer !== 'no') return confirmationPage(of, body, [{ field: 'confirmed', text: 'Choose whether it is done' }])
    const read = readReason(body)
    const ruling = read.accepted ? confirm(record, answer === 'yes', read.value.reason) : read
    if (!ruling.accepted) return confirmationPage(of, body, ruling.problems)
    const { state, reason } = ruling.value
    if (state === 'closed') {
      await setState(db, record.id, { state, outcome: record.outcome, endedOn: today })
      return redirect(`actions/${record.id}`, `${record.reference} is closed`)
    }
    await setState(db, record.id, { state, outcome: '', endedOn: null })
    await addNote(db, record.id, {
      kind: 'not-confirmed',
      text: `${reason}\nIts owner had said: ${record.outcome}`.slice(0, 5_000),
      personId: visitor.capacity.personId,
      byName: visitor.name,
    })
    return redirect(`actions/${record.id}`, `${record.reference} is open again`)
  }

  function confirmationPage({ record }: AskedAction, typed: Fields = {}, problems: readonly Problem[] = []): Answer {
    const view = {
      title: `Is ${record.reference} done?`,
      action: { ...aboutIt(record), outcome: record.outcome, isDone: record.state === 'done' },
      confirmed: text(typed, 'confirmed'),
      reason: text(typed, 'reason'),
      back: `actions/${record.id}`,
      breadcrumbs: toAction(record),
    }
    return page(template(import.meta.url, 'confirmation.njk'), view, problems)
  }

  const askToDrop: Handler = async visit => reasonPage(await keptAction(visit), dropping)
  const dropAction: Handler = async visit => {
    const of = await keptAction(visit, lockAction)
    const read = readReason(visit.body)
    const ruling = read.accepted ? drop(of.record, read.value.reason) : read
    if (!ruling.accepted) return reasonPage(of, dropping, text(visit.body, 'reason'), ruling.problems)
    await setState(visit.db, of.record.id, { state: 'dropped', outcome: ruling.value.outcome, endedOn: visit.today })
    return redirect(`actions/${of.record.id}`, `${of.record.reference} is not pursued any more`)
  }

  const askToReopen: Handler = async visit => reasonPage(await keptAction(visit), reopening)
  const reopenAction: Handler = async visit => {
    const { db, body, visitor } = visit
    const of = await keptAction(visit, lockAction)
    const read = readReason(body)
    const ruling = read.accepted ? reopen(of.record, read.value.reason) : read
    if (!ruling.accepted) return reasonPage(of, reopening, text(body, 'reason'), ruling.problems)
    await setState(db, of.record.id, { state: 'open', outcome: '', endedOn: null })
    const before = `It had ended with: ${of.record.outcome}`
    await addNote(db, of.record.id, {
      kind: 'reopened',
      text: `${ruling.value.reason}\n${before}`.slice(0, 5_000),
      personId: visitor.capacity.personId,
      byName: visitor.name,
    })
    return redirect(`actions/${of.record.id}`, `${of.record.reference} is open again`)
  }

  return {
    showAction,
    newAction,
    createAction,
    editAction,
    updateAction,
    editDate,
    updateDate,
    createNote,
    createEvidence,
    sendEvidence,
    askToFinish,
    finishAction,
    askToConfirm,
    confirmAction,
    askToDrop,
    dropAction,
    askToReopen,
    reopenAction,
  }
}

/** A link, a file, both or neither. What is refused afterwards keeps no file. */
export async function evidenceIn(
  db: Db,
  body: Fields,
  keep: () => Promise<Ruling<StoredFileId | null>>,
): Promise<Ruling<readonly NewEvidence[]>> {
  const [link, kept] = [readLink(body), await keep()]
  if (!link.accepted || !kept.accepted) return refuse(...(link.accepted ? [] : link.problems), ...(kept.accepted ? [] : kept.problems))
  const file = kept.value === null ? null : await storedFile(db, kept.value)
  const title = (link.value === null && text(body, 'linkTitle').trim().slice(0, 300)) || file?.name || ''
  return accept([...(link.value === null ? [] : [link.value]), ...(file === null ? [] : [{ title, fileId: file.id }])])
}

export const ownedBy = (record: ActionRecord): Owned => ({
  groupId: record.groupId,
  isConfidential: record.isConfidential,
  owners: record.owners.map(ownerOf),
})

/** What is confidential is for others not there at all. */
async function asked(visit: Pick<Visit, 'db' | 'params' | 'visitor'>, lock?: typeof lockAction): Promise<AskedAction> {
  const id = found(idOf<'action'>(visit.params['action']))
  if (lock) await lock(visit.db, id)
  const record = found(await actionRecord(visit.db, id))
  const party = partyOf(visit)
  const owned = ownedBy(record)
  if (!maySee(party, owned)) throw new NotFound()
  return { record, owned, party }
}

async function keptAction(visit: Visit, lock?: typeof lockAction): Promise<AskedAction> {
  const of = await asked(visit, lock)
  allow(isKeeper(of.party, of.owned))
  return of
}

/** Whoever else comes is told who may, and nothing is written. */
function onlyItsOwners({ record }: AskedAction): Answer {
  const view = { title: `${record.reference} is for its owners`, back: `actions/${record.id}`, breadcrumbs: toAction(record) }
  return page(template(import.meta.url, 'refused.njk'), view, [
    {
      text: `Only its owners, and whoever keeps the actions${record.group === null ? '' : ` of ${record.group}`}, can say how it is going, close it or ask for another date`,
    },
  ])
}

async function keptGroups({ db, visitor }: Visit) {
  const reach = reachOf('keep-meetings', visitor)
  return (await groupChoices(db)).filter(({ id }) => isWithin(reach, id as GroupId))
}

async function choices(db: Db) {
  const [owners, indicators] = await Promise.all([possibleOwners(db), indicatorChoices(db)])
  return { owners, indicators }
}

const nothingYet: ActionFields = { text: '', owners: [], isConfidential: '', indicators: '' }
const typedFields = (body: Fields): ActionFields & { readonly groupId: string; readonly dueOn: string } => ({
  text: text(body, 'text').replaceAll('\r\n', '\n').trim(),
  owners: texts(body, 'owners'),
  isConfidential: text(body, 'isConfidential'),
  indicators: text(body, 'indicators'),
  groupId: text(body, 'groupId'),
  dueOn: text(body, 'dueOn'),
})

const dateFields = ({ dueOn }: Pick<ActionRecord, 'dueOn'>) => ({ dueOn: dueOn === null ? '' : dayLabel(dueOn) })
const aboutIt = ({ text: words, reference, dueOn }: ActionRecord) => ({
  text: words,
  reference,
  due: dueOn === null ? '' : dayLabel(dueOn),
})

type Reasoned = { readonly title: (reference: string) => string; readonly intro: string; readonly label: string; readonly button: string }
const dropping: Reasoned = {
  title: reference => `Stop pursuing ${reference}`,
  intro: 'It stays in the register, with the reason. If it was done, close it with what came of it instead.',
  label: 'Why is it not pursued any more?',
  button: 'Stop pursuing it',
}
const reopening: Reasoned = {
  title: reference => `Open ${reference} again`,
  intro: 'It keeps its reference and its owners. What it was closed with stays among its notes.',
  label: 'Why is it opened again?',
  button: 'Open it again',
}

function reasonPage({ record }: AskedAction, { title, ...words }: Reasoned, reason = '', problems: readonly Problem[] = []): Answer {
  const view = {
    title: title(record.reference),
    ...words,
    reason,
    action: aboutIt(record),
    back: `actions/${record.id}`,
    breadcrumbs: toAction(record),
  }
  return page(template(import.meta.url, 'reason.njk'), view, problems)
}
