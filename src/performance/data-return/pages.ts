import { idOf } from '../../kernel/ids.ts'
import { parsePeriodCode, periodCode, periodLabel } from '../../kernel/period.ts'
import { type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  type Answer,
  allow,
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
import { findingsIn, toCheck } from '../closing/findings.ts'
import { type Lock, lockedWords, lockOver, whileUnlocked } from '../closing/lock.ts'
import { locksOn, mayReportIndicator, returnsIn } from '../closing/store.ts'
import type { Finding } from '../data-check/data-check.ts'
import { subjectAsked, subjectLocked } from '../target/pages.ts'
import { areaName, everyArea, orderedIds, type Subject } from '../target/subject.ts'
import { answerOf, type Place, type ReturnDraft, type Revision, record } from './data-return.ts'
import { readDraft, readPlace } from './form.ts'
import { areasReported, latestReturnOf, latestReturns, recordReturn, revisionsOf } from './store.ts'
import { basedOn, type Entered, enteredForNew, enteredOf, newReturnView, returnsView, returnView } from './view.ts'

export const listReturns: Handler = async visit => {
  const { db, query, partnership, visitor } = visit
  const subject = await subjectAsked(visit)
  const { id } = subject.indicator
  const chosenArea = idOf<'area'>(text(query, 'area'))
  const asked = pageNumber(text(query, 'page'))
  const listed = { areaId: chosenArea, from: rowsBefore(asked), count: pageSize }
  const [{ total, returns }, reported, canReport] = await Promise.all([
    latestReturns(db, id, orderedIds(subject, everyArea(subject)), listed),
    areasReported(db, id),
    mayReportIndicator(db, visitor, id),
  ])
  const base = `/${partnership.slug}/indicators/${id}/returns${chosenArea === null ? '' : `?area=${chosenArea}`}`
  return page(template(import.meta.url, 'list.njk'), {
    ...returnsView(subject, { total, returns, chosenArea, areasReported: reported }),
    canReport,
    pages: pagination(total, asked, base),
  })
}

/** Where there is a figure already, that one is shown, to be revised. */
export const newReturn: Handler = async visit => {
  const { db, query } = visit
  const subject = await subjectAsked(visit)
  await allowReporting(visit, subject)
  const period = parsePeriodCode(text(query, 'period'))
  const area = subject.areas.find(({ id }) => id === idOf<'area'>(text(query, 'area')))
  if (period && area && (await latestReturnOf(db, { indicatorId: subject.indicator.id, areaId: area.id, ...period })))
    return redirect(addressOf({ indicatorId: subject.indicator.id, areaId: area.id, ...period }))
  return newReturnPage(visit, subject, null, enteredForNew(subject, String(area?.id ?? subject.ownAreaId), period))
}

export const createReturn: Handler = async visit => {
  const { db, body } = visit
  const subject = await subjectLocked(visit)
  await allowReporting(visit, subject)
  const locks = await locksOn(db, subject.indicator.id)
  const [place, draft] = [readPlace(body, subject), readDraft(body, subject.indicator, '')]
  const latest = place.accepted ? await latestReturnOf(db, place.value) : null
  const ruling = place.accepted ? ruled(visit, subject, place.value, locks, draft, latest) : both(place, draft)
  if (!place.accepted || !ruling.accepted) {
    const before = place.accepted ? { place: place.value, latest } : null
    return newReturnPage(visit, subject, before, entered(body), ruling.accepted ? [] : ruling.problems)
  }
  return kept(visit, subject, place.value, ruling.value, latest)
}

export const showReturn: Handler = async visit => {
  const subject = await subjectAsked(visit)
  const place = placeAsked(visit, subject)
  const [revisions, around] = await Promise.all([revisionsOf(visit.db, place), aroundOf(visit, subject, place)])
  return returnPage(subject, place, revisions, around, enteredOf(found(revisions[0]), subject))
}

export const reviseReturn: Handler = async visit => {
  const { db, body } = visit
  const subject = await subjectLocked(visit)
  await allowReporting(visit, subject)
  const place = placeAsked(visit, subject)
  const [revisions, around] = await Promise.all([revisionsOf(db, place), aroundOf(visit, subject, place)])
  const latest = found(revisions[0])
  const draft = readDraft(body, subject.indicator, enteredOf(latest, subject).value)
  const ruling = ruled(visit, subject, place, around.locks, draft, latest)
  if (!ruling.accepted) return returnPage(subject, place, revisions, around, entered(body), ruling.problems)
  return kept(visit, subject, place, ruling.value, latest)
}

function ruled(
  { body, today }: Visit,
  { indicator }: Subject,
  place: Place,
  locks: readonly Lock[],
  draft: Ruling<ReturnDraft>,
  latest: Revision | null,
): Ruling<ReturnDraft> {
  const open = whileUnlocked(locks, place, 'period')
  if (!open.accepted) return open
  if (!draft.accepted) return draft
  const replacesFinal = text(body, 'replacesFinal') === 'yes'
  return record(draft.value, { indicator, period: place, today, latest, basedOn: basedOn(text(body, 'seen'), place), replacesFinal })
}

/** Asked beside the indicator: the role alone does not say whose figures these are. */
async function allowReporting({ db, visitor }: Visit, { indicator }: Subject): Promise<void> {
  allow(await mayReportIndicator(db, visitor, indicator.id))
}

/** What decides whether a return may be revised, and by this visitor; and what the data checks say of it. */
type Around = { readonly locks: readonly Lock[]; readonly canReport: boolean; readonly findings: readonly Finding[] }

async function aroundOf({ db, visitor }: Visit, subject: Subject, place: Place): Promise<Around> {
  const { id } = subject.indicator
  const [locks, canReport, findings] = await Promise.all([
    locksOn(db, id),
    mayReportIndicator(db, visitor, id),
    findingsAt(db, subject, place),
  ])
  return { locks, canReport, findings }
}

/** Held against the figures before it, and against the areas that lie in its own. */
async function findingsAt(db: Db, { indicator, areas }: Subject, place: Place): Promise<readonly Finding[]> {
  const around = areas.filter(({ id, parentId }) => id === place.areaId || parentId === place.areaId).map(({ id }) => id)
  const rows = await returnsIn(db, { indicatorId: indicator.id }, { startsOn: place.endsOn, endsOn: place.endsOn }, around)
  const all = findingsIn(toCheck(rows), new Map([[indicator.id, indicator]]), areas).get(indicator.id) ?? []
  return all.filter(({ areaId, period }) => areaId === place.areaId && period.startsOn === place.startsOn)
}

async function kept(
  { db, visitor, now }: Visit,
  subject: Subject,
  place: Place,
  draft: ReturnDraft,
  latest: Revision | null,
): Promise<Answer> {
  const author = { reportedBy: visitor.accountId, reportedByName: visitor.name, reportedAt: now }
  await recordReturn(db, place, draft, author, latest?.revision ?? 0)
  const { indicator } = subject
  const findings = await findingsAt(db, subject, place)
  const where = `${periodLabel(place, indicator.frequency)}, ${areaName(subject, place.areaId)}`
  const recorded = `${where}: ${answerOf(draft, indicator)} is recorded`
  // What looks unlikely is shown where it can be mended; it keeps nobody from going on.
  return findings.length > 0
    ? redirect(addressOf(place), `${recorded}. Look at it once more: a check found something`)
    : redirect(`indicators/${indicator.id}/returns`, recorded)
}

const both = (a: Ruling<unknown>, b: Ruling<unknown>): Ruling<never> =>
  refuse(...[a, b].flatMap(ruling => (ruling.accepted ? [] : ruling.problems)))

/** The area and the period in the address. */
function placeAsked({ params }: Visit, { indicator, areas }: Subject): Place {
  const area = found(areas.find(({ id }) => id === idOf<'area'>(params['area'])))
  return { indicatorId: indicator.id, areaId: area.id, ...found(parsePeriodCode(params['period'] ?? '')) }
}

const addressOf = ({ indicatorId, areaId, ...period }: Place): string => `indicators/${indicatorId}/returns/${areaId}/${periodCode(period)}`

function newReturnPage(
  { today }: Visit,
  subject: Subject,
  before: { readonly place: Place; readonly latest: Revision | null } | null,
  fields: Entered,
  problems: readonly Problem[] = [],
): Answer {
  const view = newReturnView(subject, before ?? { place: null, latest: null }, fields, today)
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

function returnPage(
  subject: Subject,
  place: Place,
  revisions: readonly Revision[],
  { locks, canReport, findings }: Around,
  fields: Entered,
  problems: readonly Problem[] = [],
): Answer {
  const lock = lockOver(locks, place.endsOn)
  const view = {
    ...returnView(subject, place, revisions, fields),
    findings: findings.map(finding => finding.text),
    locked: lock === null ? '' : lockedWords(lock),
    canReport: canReport && (lock === null || problems.length > 0),
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}
