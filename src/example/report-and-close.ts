/** Wexcombe's returns and the closings of its quarters in the order in which they happened, so that what was locked is what was known then. */
import { addDays, type Day, dayIn } from '../kernel/day.ts'
import type { Period } from '../kernel/period.ts'
import {
  type AgreementId,
  addReturns,
  agreement,
  type Closing,
  closingOf,
  decideSubmissions,
  type IndicatorId,
  isToSubmit,
  lockPeriod,
  type NewReturn,
  recordReturn,
  submitLines,
  unlockPeriod,
} from '../performance/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { ExampleClosing, ExampleClosings } from './closings.ts'

export async function reportAndClose(
  db: Db,
  agreementId: AgreementId,
  returns: readonly NewReturn[],
  closings: ExampleClosings,
): Promise<void> {
  const around = { db, agreementId, closings }
  const locked: Locked[] = []
  let reported: Day | null = null
  for (const closing of closings.locked) {
    await report(around, returns.filter(isBetween(reported, closing.lockedOn)), locked)
    locked.push({ ...closing, indicatorIds: await close(around, closing.period, closing.lockedOn) })
    reported = closing.lockedOn
  }
  await report(around, returns.filter(isBetween(reported, null)), locked)
  await submitSome(around)
}

type Around = { readonly db: Db; readonly agreementId: AgreementId; readonly closings: ExampleClosings }
/** What was left open at first may be locked with a later turn of the key. */
type Locked = ExampleClosing & { readonly indicatorIds: Set<IndicatorId> }

const isBetween =
  (after: Day | null, by: Day | null) =>
  ({ reportedAt }: NewReturn): boolean =>
    (after === null || dayIn(reportedAt) > after) && (by === null || dayIn(reportedAt) <= by)

/** A quarter that was locked is unlocked for what came of it later, and locked again two days after. */
async function report(around: Around, returns: readonly NewReturn[], locked: readonly Locked[]): Promise<void> {
  const lockOf = ({ indicatorId, endsOn }: NewReturn) =>
    locked.find(({ period, indicatorIds }) => period.startsOn <= endsOn && endsOn <= period.endsOn && indicatorIds.has(indicatorId))
  const [first] = returns.filter(each => lockOf(each) !== undefined).toSorted(byDay)
  if (first === undefined) return add(around, returns)

  const on = dayIn(first.reportedAt)
  const lockedAgainOn = addDays(on, 2)
  const before = returns.filter(isBetween(null, lockedAgainOn))
  const closings = new Set(before.flatMap(each => lockOf(each) ?? []))
  const act = { at: atHalfPastTen(addDays(on, -1)), accountId: null, name: around.closings.officer }
  for (const { period } of closings)
    await unlockPeriod(around.db, around.agreementId, period, { ...act, reason: first.reason || around.closings.late })
  await add(around, before)
  for (const closing of closings) for (const id of await close(around, closing.period, lockedAgainOn)) closing.indicatorIds.add(id)
  await report(around, returns.filter(isBetween(lockedAgainOn, null)), locked)
}

const byDay = (a: NewReturn, b: NewReturn): number => Temporal.Instant.compare(a.reportedAt, b.reportedAt)

/** First figures all at once; what revises one takes its place. */
async function add({ db }: Around, returns: readonly NewReturn[]): Promise<void> {
  const firsts = returns.filter(({ revision }) => revision === 1)
  await addReturns(
    db,
    firsts.map(each => ({ ...each, isLatest: true })),
  )
  for (const each of returns.filter(({ revision }) => revision > 1)) await recordReturn(db, each, each, each, each.revision - 1)
}

/** Submitted by those who answer for it, approved and locked. The indicators that are locked then. */
async function close(around: Around, period: Period, on: Day): Promise<Set<IndicatorId>> {
  const { db, closings } = around
  const closing = await closingAt(around, period, on)
  const lines = closing.lines.filter(isToSubmit)
  const officer = { accountId: null, name: closings.officer }
  const ids = new Set(lines.map(({ indicator: { id } }) => id))
  await submitAll(around, closing, lines, addDays(on, -2))
  await decideSubmissions(db, period, [...ids], { ...officer, at: atHalfPastTen(addDays(on, -1)) }, null)
  const approved = {
    ...closing,
    lines: closing.lines.map(line => (ids.has(line.indicator.id) ? { ...line, state: 'approved' as const } : line)),
  }
  const ruling = await lockPeriod(db, approved, { ...officer, at: atHalfPastTen(on) }, closings.missing)
  if (!ruling.accepted) throw new Error(ruling.problems.map(({ text }) => text).join('; '))
  return new Set(ruling.value)
}

async function closingAt({ db, agreementId }: Around, period: Period, on: Day): Promise<Closing> {
  const of = await agreement(db, agreementId)
  if (of === null) throw new Error('The example has lost its agreement')
  return closingOf(db, of, period, { reportsFor: 'everybody' }, on)
}

async function submitAll({ db, closings }: Around, closing: Closing, lines: Closing['lines'], on: Day): Promise<void> {
  const nameOf = new Map(closing.organisations.map(({ id, name }) => [id as number, name]))
  for (const [leadId, its] of Map.groupBy(lines, ({ answerable }) => answerable.leadId)) {
    const submissions = its.map(({ indicator: { id }, returns }) => {
      const findings = (closing.findings.get(id) ?? []).map(({ text }) => text)
      return { indicatorId: id, returnsSeen: returns, findings, note: findings.length > 0 ? closings.note : '' }
    })
    const lead = leadId === null ? undefined : nameOf.get(leadId)
    const reporter = its.flatMap(({ indicator: { id } }) => closing.returns.get(id) ?? [])[0]?.reportedByName
    await submitLines(db, closing.period, submissions, {
      at: atHalfPastTen(on),
      accountId: null,
      name: reporter ?? lead ?? closings.officer,
    })
  }
}

/** Of the quarter that is open. */
async function submitSome(around: Around): Promise<void> {
  const { db, closings } = around
  const { open, submitted, officer } = closings
  const on = addDays(open.endsOn, 1)
  const closing = await closingAt(around, open, on)
  for (const { lead, become, reason } of submitted) {
    const leadId = closing.organisations.find(({ name }) => name === lead)?.id
    const lines = closing.lines.filter(line => isToSubmit(line) && line.answerable.leadId === leadId)
    const latest = lines.flatMap(({ indicator: { id } }) => closing.returns.get(id) ?? []).map(({ reportedAt }) => dayIn(reportedAt))
    const day = latest.toSorted().at(-1) ?? on
    await submitAll(around, closing, lines, day)
    if (become === 'submitted') continue
    const act = { at: atHalfPastTen(day).add({ hours: 4 }), accountId: null, name: officer }
    const ids = lines.map(({ indicator: { id } }) => id)
    await decideSubmissions(db, open, ids, act, become === 'returned' ? reason : null)
  }
}

export const atHalfPastTen = (on: Day): Temporal.Instant =>
  Temporal.PlainDate.from(on).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:30' }).toInstant()
