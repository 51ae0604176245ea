import { idOf } from '../../kernel/ids.ts'
import type { Problem, Ruling } from '../../kernel/ruling.ts'
import { areas } from '../../partnership/index.ts'
import {
  type Answer,
  entered,
  found,
  type Handler,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { agreement } from '../agreement/store.ts'
import { whileUnlocked } from '../closing/lock.ts'
import { locksOn } from '../closing/store.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import { indicator, lockIndicator } from '../indicator/store.ts'
import { toleranceOf } from '../judgement/judgement.ts'
import { readTarget } from './form.ts'
import { addTarget, areasWithTargets, changeTarget, removeTarget, target, targetsFor, targetsListed } from './store.ts'
import { everyArea, orderedIds, type Subject } from './subject.ts'
import { type KeptTarget, sawIt, setTarget, type TargetDraft } from './target.ts'
import { type Entered, enteredOf, nameIn, removalView, targetFormView, targetsView } from './view.ts'

export const listTargets: Handler = async visit => {
  const { db, query, partnership } = visit
  const subject = await subjectAsked(visit)
  const { id } = subject.indicator
  const chosenArea = idOf<'area'>(text(query, 'area'))
  const asked = pageNumber(text(query, 'page'))
  const listed = { areaId: chosenArea, from: rowsBefore(asked), count: pageSize }
  const [{ total, targets }, withTargets] = await Promise.all([
    targetsListed(db, id, orderedIds(subject, everyArea(subject)), listed),
    areasWithTargets(db, id),
  ])
  const base = `/${partnership.slug}/indicators/${id}/targets${chosenArea === null ? '' : `?area=${chosenArea}`}`
  return page(template(import.meta.url, 'list.njk'), {
    ...targetsView(subject, { total, targets, chosenArea, areasWithTargets: withTargets }),
    pages: pagination(total, asked, base),
  })
}

export const newTarget: Handler = async visit => {
  const subject = await subjectAsked(visit)
  return targetPage(visit, subject, null, { areaId: text(visit.query, 'area') || String(subject.ownAreaId) })
}

export const createTarget: Handler = async visit => {
  const { db, body } = visit
  const subject = await subjectLocked(visit)
  const draft = readTarget(body, subject)
  const ruling = draft.accepted ? await settled(visit, subject, draft.value, null) : draft
  if (!ruling.accepted) return targetPage(visit, subject, null, entered(body), ruling.problems)

  await addTarget(db, subject.indicator.id, ruling.value)
  return redirect(listOf(subject), 'The target is added')
}

export const editTarget: Handler = async visit => {
  const subject = await subjectAsked(visit)
  const asked = found(await targetAsked(visit, subject))
  return targetPage(visit, subject, asked, enteredOf(asked, subject))
}

export const updateTarget: Handler = async visit => {
  const { db, body } = visit
  const subject = await subjectLocked(visit)
  const asked = await targetAsked(visit, subject)
  if (asked === null)
    return targetPage(visit, subject, null, entered(body), [{ text: 'Somebody has removed this target. Save it to add it again' }])

  const draft = readTarget(body, subject)
  const ruling = draft.accepted ? await settled(visit, subject, draft.value, asked) : draft
  if (!ruling.accepted) return targetPage(visit, subject, asked, entered(body), ruling.problems)

  await changeTarget(db, asked.id, ruling.value)
  return redirect(listOf(subject), 'The target is changed')
}

export const confirmTargetRemoval: Handler = async visit => {
  const subject = await subjectAsked(visit)
  return removalPage(subject, found(await targetAsked(visit, subject)))
}

export const destroyTarget: Handler = async visit => {
  const subject = await subjectLocked(visit)
  const asked = await targetAsked(visit, subject)
  if (asked === null) return redirect(listOf(subject), 'Somebody had removed the target already')

  const open = whileUnlocked(await locksOn(visit.db, subject.indicator.id), asked)
  const saw = open.accepted ? sawIt(asked, text(visit.body, 'seen'), subject) : open
  if (!saw.accepted) return removalPage(subject, asked, saw.problems)

  await removeTarget(visit.db, asked.id)
  return redirect(listOf(subject), `The ${nameIn(asked, subject)} is removed`)
}

/** The indicator in the address, with the areas there are. */
export async function subjectAsked({ db, params }: Visit): Promise<Subject> {
  const id: IndicatorId = found(idOf<'indicator'>(params['id']))
  const its = found(await indicator(db, id))
  const [agreed, all] = await Promise.all([agreement(db, its.agreementId), areas(db)])
  const { areaId, ...ofAgreement } = found(agreed)
  return { indicator: its, tolerance: toleranceOf(ofAgreement, its), areas: all, ownAreaId: areaId }
}

/** With other writers held off it, an import too. */
export async function subjectLocked(visit: Visit): Promise<Subject> {
  await lockIndicator(visit.db, found(idOf<'indicator'>(visit.params['id'])))
  return subjectAsked(visit)
}

async function targetAsked({ db, params }: Visit, subject: Subject): Promise<KeptTarget | null> {
  return target(db, subject.indicator.id, found(idOf<'target'>(params['target'])))
}

/** Neither the period that a target is of (`asked`), nor the one that it is given, may be locked. */
async function settled({ db, body }: Visit, subject: Subject, draft: TargetDraft, asked: KeptTarget | null): Promise<Ruling<TargetDraft>> {
  const { id } = subject.indicator
  const locks = await locksOn(db, id)
  for (const { endsOn } of asked === null ? [draft] : [asked, draft]) {
    const open = whileUnlocked(locks, { endsOn }, 'period')
    if (!open.accepted) return open
  }
  const saw = asked === null ? null : sawIt(asked, text(body, 'seen'), subject)
  if (saw !== null && !saw.accepted) return saw
  return setTarget(draft, { ...subject, there: await targetsFor(db, id, draft) }, asked?.id ?? null)
}

const listOf = ({ indicator: { id } }: Subject): string => `indicators/${id}/targets`

function targetPage(
  { today }: Visit,
  subject: Subject,
  asked: KeptTarget | null,
  fields: Entered,
  problems: readonly Problem[] = [],
): Answer {
  return page(template(import.meta.url, 'edit.njk'), targetFormView(subject, asked, fields, today), problems)
}

function removalPage(subject: Subject, asked: KeptTarget, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'removal.njk'), removalView(subject, asked), problems)
}
