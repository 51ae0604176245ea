import { type Day, dayIn, dayLabel } from '../../kernel/day.ts'
import { momentLabel } from '../../kernel/moment.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import type { Area, AreaId, Organisation } from '../../partnership/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { tooFewForJumps } from '../data-check/data-check.ts'
import { absenceNames } from '../data-return/data-return.ts'
import { type IndicatorId, nameOf } from '../indicator/indicator.ts'
import { plainName } from '../standing/file-name.ts'
import { counted } from '../standing/freshness.ts'
import { cellFigure, sentenceCase, unitWords } from '../standing/glance.ts'
import type { ReportedLine } from './as-reported.ts'
import {
  type Completeness,
  completeness,
  type Due,
  dueWords,
  isAwaited,
  isConcerned,
  isMissing,
  isToSubmit,
  type Line,
  nameIn,
  type ReturnIn,
  reportsAny,
  stateWords,
  stepsOpenTo,
} from './closing.ts'
import type { Found } from './findings.ts'
import { type Locking, lockedWords } from './lock.ts'
import { mayReportOn, type Reporter } from './reporter.ts'

/** A period of an agreement with all that is known of its closing. */
export type Closing = {
  readonly agreement: Agreement
  readonly period: Period
  readonly lines: readonly Line[]
  readonly returns: ReadonlyMap<IndicatorId, readonly ReturnIn[]>
  readonly findings: ReadonlyMap<IndicatorId, readonly Found[]>
  readonly areas: readonly Area[]
  readonly organisations: readonly Organisation[]
  readonly lockings: readonly Locking[]
  readonly reporter: Reporter
  readonly today: Day
}

export const showings = ['all', 'mine', 'open', 'submitted', 'missing', 'findings'] as const
export type Showing = (typeof showings)[number]

/** What is shown: some of the lines, those of one lead organisation or of all, and of these a page. */
export type Turned = { readonly show: Showing; readonly leadId: number | null; readonly from: number; readonly count: number }

export const addressOf = ({ agreement, period }: Pick<Closing, 'agreement' | 'period'>): string =>
  `closings/${agreement.id}/${periodCode(period)}`

/** What was ticked and typed, to be shown again after a refusal. */
export type Entered = { readonly ticked: ReadonlySet<number>; readonly notes: ReadonlyMap<number, string> }
export const nothingEntered: Entered = { ticked: new Set(), notes: new Map() }

export function closingView(closing: Closing, turned: Turned, entered: Entered = nothingEntered) {
  const { agreement, period, lines, lockings, reporter, today } = closing
  const concerned = lines.filter(isConcerned)
  const counts = completeness(concerned)
  const shown = concerned.filter(line => isShown(line, turned, closing))
  const mayApprove = reporter.reportsFor === 'everybody'
  const submittable = concerned.filter(line => opens(line, 'submit', reporter))
  const readyToSubmit = submittable.filter(line => findingsOf(closing, line).length === 0 && !isMissing(line))
  const approvable = concerned.filter(line => opens(line, 'approve', reporter))
  const inForce = lockings.filter(({ unlockedAt }) => unlockedAt === null)
  const rows = shown.slice(turned.from, turned.from + turned.count).map(line => rowView(line, closing, entered))
  return {
    title: `Close ${periodLabel(period, null)}`,
    agreement: agreement.title,
    address: addressOf(closing),
    isOver: period.endsOn < today,
    endsOn: dayLabel(period.endsOn),
    locked: inForce.map(lockedWords),
    isLockedWithAnother: inForce.length === 0 && concerned.some(({ isLocked }) => isLocked),
    leftOpen: inForce.length === 0 ? [] : concerned.filter(({ isLocked }) => !isLocked).map(nameIn),
    cards: cardsOf(counts, concerned, closing),
    showings: showingLinks(closing, turned, concerned),
    leads: leadChoices(closing, concerned, turned),
    show: turned.show,
    lead: turned.leadId ?? '',
    total: shown.length,
    rows,
    canSubmit: rows.some(({ steps }) => steps.submit),
    canApprove: rows.some(({ steps }) => steps.approve),
    submitAll: { words: submitAllWords(readyToSubmit.length, mayApprove), lines: readyToSubmit.map(seenOf) },
    heldBack: heldBackWords(submittable.length - readyToSubmit.length),
    approveAll: { words: `Approve all ${counted(approvable.length, 'indicator')} that are submitted`, lines: approvable.map(seenOf) },
    mayApprove,
    canReport: mayApprove || reportsAny(closing),
    gridHref: `agreements/${agreement.id}/grid?span=${periodCode(period)}`,
    scorecardHref: scorecardOf(closing),
    canLock: mayApprove && period.endsOn < today && concerned.some(({ isLocked }) => !isLocked),
    canUnlock: mayApprove && inForce.length > 0,
    history: lockings.flatMap(lockingView),
    hasReported: lockings.length > 0,
    breadcrumbs: [{ text: 'Closing', href: `closings?agreement=${agreement.id}` }],
  }
}

const scorecardOf = ({ agreement, period }: Closing): string => `scorecard?agreement=${agreement.id}&period=${periodCode(period)}`

function submitAllWords(count: number, isOfficer: boolean): string {
  return isOfficer ? `Submit all ${counted(count, 'indicator')} that are in, on behalf of who owes them` : `Submit all mine (${count})`
}

function heldBackWords(count: number): string {
  if (count === 0) return ''
  return count === 1
    ? 'One more is in part missing or has something that a check found: tick it below to submit it all the same.'
    : `${count} more are in part missing or have something that a check found: tick them below to submit them all the same.`
}

const opens = (line: Line, step: 'submit' | 'approve', reporter: Reporter): boolean => stepsOpenTo(reporter, line).includes(step)
const findingsOf = ({ findings }: Closing, { indicator }: Line): readonly Found[] => findings.get(indicator.id) ?? []

/** Which line a person had before them, and how many returns it had then. */
export const seenOf = ({ indicator, returns }: Line): string => `${indicator.id}:${returns}`

function isShown(line: Line, { show, leadId }: Pick<Turned, 'show' | 'leadId'>, closing: Closing): boolean {
  if (leadId !== null && line.answerable.leadId !== leadId) return false
  switch (show) {
    case 'all':
      return true
    case 'mine':
      return isMine(line, closing)
    case 'open':
      return isToSubmit(line)
    case 'submitted':
      return line.state === 'submitted' && !line.isLocked
    case 'missing':
      return isMissing(line)
    case 'findings':
      return findingsOf(closing, line).length > 0
  }
}

const isMine = ({ answerable }: Line, { reporter }: Closing): boolean =>
  reporter.reportsFor !== 'everybody' && mayReportOn(reporter, answerable)

const showingWords: Readonly<Record<Showing, string>> = {
  all: 'All',
  mine: 'Mine',
  open: 'In, not submitted',
  submitted: 'To be approved',
  missing: 'Missing',
  findings: 'Something found',
}

function showingLinks(closing: Closing, { show, leadId }: Turned, concerned: readonly Line[]) {
  const offered = showings.filter(each => each !== 'mine' || closing.reporter.reportsFor !== 'everybody')
  return offered.map(each => ({
    text: showingWords[each],
    count: concerned.filter(line => isShown(line, { show: each, leadId }, closing)).length,
    current: each === show,
    href: addressWith(closing, each, leadId),
  }))
}

export function addressWith(closing: Closing, show: Showing, leadId: number | null): string {
  const query = [`show=${show}`, ...(leadId === null ? [] : [`lead=${leadId}`])]
  return `${addressOf(closing)}?${query.join('&')}`
}

function leadChoices({ organisations }: Closing, concerned: readonly Line[], { leadId }: Turned) {
  const leading = organisations.filter(({ id }) => concerned.some(({ answerable }) => answerable.leadId === id))
  return leading.map(({ id, name }) => ({ value: id, text: name, selected: id === leadId }))
}

function cardsOf(counts: Completeness, concerned: readonly Line[], closing: Closing) {
  const { states } = counts
  // As the lock itself counts: with those of which nothing was due.
  const locked = closing.lines.filter(({ isLocked }) => isLocked).length
  const found = concerned.filter(line => findingsOf(closing, line).length > 0).length
  return [
    {
      figure: `${counts.in} of ${counts.due}`,
      label: counts.late === 0 ? 'returns are in' : `returns are in, ${counts.late} of them late`,
      href: addressWith(closing, 'all', null),
    },
    {
      figure: counts.missing,
      label: counts.missing === 1 ? 'return is missing' : 'returns are missing',
      href: addressWith(closing, 'missing', null),
    },
    { figure: counts.awaited, label: counts.awaited === 1 ? 'return is not due yet' : 'returns are not due yet', href: '' },
    {
      figure: found,
      label: found === 1 ? 'indicator in which a check found something' : 'indicators in which a check found something',
      href: addressWith(closing, 'findings', null),
    },
    { figure: states.open + states.returned, label: 'indicators are in and not submitted', href: addressWith(closing, 'open', null) },
    { figure: states.submitted, label: 'indicators are to be approved', href: addressWith(closing, 'submitted', null) },
    locked > 0
      ? { figure: locked, label: 'indicators are locked', href: '' }
      : { figure: states.approved, label: 'indicators are approved', href: '' },
  ]
}

function rowView(line: Line, closing: Closing, { ticked, notes }: Entered) {
  const { indicator, answerable, state } = line
  const steps = stepsOpenTo(closing.reporter, line)
  const found = findingsOf(closing, line)
  return {
    id: indicator.id,
    name: nameIn(line),
    reference: indicator.reference,
    title: indicator.title,
    unit: unitWords(indicator),
    href: `${addressOf(closing)}/${indicator.id}`,
    lead: closing.organisations.find(({ id }) => id === answerable.leadId)?.name ?? answerable.beside ?? '',
    isMine: isMine(line, closing),
    due: line.due.map(due => dueView(due, line, closing)),
    elsewhere: elsewhereOf(line, closing),
    findings: found.map(each => findingWords(each, line, closing)),
    state: line.isLocked ? 'locked' : line.returns === 0 ? 'none' : state,
    stateText: line.isLocked ? 'Locked' : line.returns === 0 ? 'Nothing in yet' : sentenceCase(stateWords[state]),
    stateNote: stateNote(line),
    steps: { submit: steps.includes('submit'), approve: steps.includes('approve') },
    seen: seenOf(line),
    isTicked: ticked.has(indicator.id),
    asksNote: steps.includes('submit') && found.length > 0,
    note: notes.get(indicator.id) ?? '',
  }
}

function dueView({ period, dueOn, state, cameOn }: Due, { indicator }: Line, { returns, agreement }: Closing) {
  const held = (returns.get(indicator.id) ?? []).find(
    each => each.areaId === agreement.areaId && each.startsOn === period.startsOn && each.endsOn === period.endsOn,
  )
  return {
    period: periodLabel(period, indicator.frequency),
    figure: held === undefined ? '' : answerIn(held, indicator),
    flag: held?.value && held.status !== 'final' ? held.status : '',
    words: cameOn !== null && held === undefined ? 'worked out from its areas' : dueWords[state],
    isMissing: state === 'missing',
    note:
      cameOn !== null
        ? `came ${dayLabel(cameOn)}${state === 'in-late' ? `, due ${dayLabel(dueOn)}` : ''}`
        : `${state === 'missing' ? 'was due' : 'due'} by ${dayLabel(dueOn)}`,
  }
}

const answerIn = ({ value, absence }: Pick<ReturnIn, 'value' | 'absence'>, indicator: Line['indicator']): string =>
  value !== null ? cellFigure(value, indicator) : absence === null ? '' : absenceNames[absence]

function elsewhereOf({ indicator }: Line, { returns, agreement }: Closing): string {
  const others = new Set((returns.get(indicator.id) ?? []).flatMap(({ areaId }) => (areaId === agreement.areaId ? [] : [areaId])))
  return others.size === 0 ? '' : `and ${counted(others.size, 'other area')}`
}

/** With where and when, as far as that is not plain. */
export function findingWords(
  { text, areaId, period }: Found,
  { indicator, due }: Line,
  { areas, agreement }: Pick<Closing, 'areas' | 'agreement'>,
): string {
  const where = areaId === agreement.areaId ? '' : areaName(areas, areaId)
  const when = due.length > 1 ? periodLabel(period, indicator.frequency) : ''
  const place = [where, when].filter(each => each !== '').join(', ')
  return place === '' ? text : `${place}: ${text}`
}

function stateNote({ submission, hasChanged, state, isLocked }: Line): string {
  if (submission === null) return ''
  const submitted = `by ${submission.submittedByName}, ${dayLabel(dayIn(submission.submittedAt))}`
  if (hasChanged) return `changed since it was ${stateWords[submission.state]}`
  if (state === 'submitted') return submitted
  const decided =
    submission.decidedAt && submission.decidedByName ? `by ${submission.decidedByName}, ${dayLabel(dayIn(submission.decidedAt))}` : ''
  if (submission.returnReason !== null) return `${decided}: ${submission.returnReason}`
  return isLocked ? `approved ${decided}` : decided
}

function lockingView(each: Locking) {
  const reason = each.reason === '' ? '' : `. Something was missing: ${each.reason}`
  const locked = {
    when: momentLabel(each.lockedAt),
    who: each.lockedByName,
    what: `Locked with ${counted(each.indicators, 'indicator')}${reason}`,
    reportedAs: each.id as number | null,
  }
  if (each.unlockedAt === null) return [locked]
  return [
    locked,
    { when: momentLabel(each.unlockedAt), who: each.unlockedByName ?? '', what: `Unlocked: ${each.unlockReason ?? ''}`, reportedAs: null },
  ]
}

/** One indicator of the closing: its figures in every area, what was found, and what was said of them. */
export function lineView(closing: Closing, line: Line, fields: Readonly<Record<string, string>>) {
  const { reporter } = closing
  const { indicator, submission } = line
  const steps = stepsOpenTo(reporter, line)
  const rows = closing.returns.get(indicator.id) ?? []
  return {
    row: rowView(line, closing, nothingEntered),
    title: nameOf(indicator),
    heading: periodLabel(closing.period, null),
    closingAddress: addressOf(closing),
    address: `${addressOf(closing)}/${indicator.id}`,
    indicatorHref: `indicators/${indicator.id}`,
    newHref: `indicators/${indicator.id}/returns/new`,
    canReport: mayReportOn(reporter, line.answerable) && !line.isLocked,
    unit: unitWords(indicator) ?? '',
    figures: rows.map(each => ({
      area: areaName(closing.areas, each.areaId),
      period: periodLabel(each, indicator.frequency),
      href: `indicators/${indicator.id}/returns/${each.areaId}/${periodCode(each)}`,
      figure: answerIn(each, indicator),
      status: each.value === null ? '' : each.status,
      by: each.reportedByName,
    })),
    tooFew: tooFewIn(rows, closing, line),
    submission: submission && {
      findings: submission.findings,
      note: submission.note,
      by: submission.submittedByName,
      when: momentLabel(submission.submittedAt),
    },
    canSubmit: steps.includes('submit'),
    canApprove: steps.includes('approve'),
    canReturn: steps.includes('return'),
    noteField: `note-${indicator.id}`,
    note: fields['note'] ?? '',
    reason: fields['reason'] ?? '',
    breadcrumbs: [...closingCrumbs(closing)],
  }
}

/** Why a jump of the agreement's own figure cannot be told; '' when it can, or when there is no figure. */
function tooFewIn(rows: readonly ReturnIn[], { agreement }: Closing, { indicator }: Line): string {
  const own = rows.findLast(({ areaId, value }) => areaId === agreement.areaId && value !== null)
  return (own && tooFewForJumps(indicator, own.earlier)) ?? ''
}

const closingCrumbs = (closing: Closing) => [
  { text: 'Closing', href: `closings?agreement=${closing.agreement.id}` },
  { text: `Close ${periodLabel(closing.period, null)}`, href: addressOf(closing) },
]

/** What locking would do, and what is in its way. */
export function lockView(closing: Closing, locked: readonly Line[], blocking: readonly string[], reason: string) {
  const unlocked = closing.lines.filter(line => isConcerned(line) && !line.isLocked)
  const missing = unlocked.filter(line => isMissing(line) && !isAwaited(line))
  return {
    title: `Lock ${periodLabel(closing.period, null)}`,
    agreement: closing.agreement.title,
    address: addressOf(closing),
    blocking,
    leftOpen: unlocked
      .filter(isAwaited)
      .map(line => ({ name: nameOf(line.indicator), due: line.due.find(({ state }) => state === 'awaited')?.dueOn }))
      .map(({ name, due }) => ({ name, due: due ? dayLabel(due) : '' })),
    missing: missing.map(({ indicator }) => nameOf(indicator)),
    count: locked.length,
    idle: locked.filter(line => !isConcerned(line)).length,
    reason,
    breadcrumbs: closingCrumbs(closing),
  }
}

export function unlockView(closing: Closing, reason: string) {
  return {
    title: `Unlock ${periodLabel(closing.period, null)}`,
    agreement: closing.agreement.title,
    address: addressOf(closing),
    reason,
    breadcrumbs: closingCrumbs(closing),
  }
}

/** The scorecard as it was reported beside what is known now. */
export function reportedView(closing: Closing, locking: Locking, reported: readonly ReportedLine[], now: readonly ReportedLine[]) {
  const nowOf = new Map(now.map(line => [line.indicatorId, line]))
  const rows = reported.map(line => {
    const current = nowOf.get(line.indicatorId)
    return { ...line, now: current === undefined ? null : differences(line, current) }
  })
  const judged = reported.filter(isJudged)
  const current = reported.flatMap(({ indicatorId }) => nowOf.get(indicatorId) ?? []).filter(isJudged)
  const kinds = looks.flatMap(look => judged.find(line => line.look === look) ?? current.find(line => line.look === look) ?? [])
  return {
    title: `${periodLabel(closing.period, null)} as reported on ${dayLabel(dayIn(locking.lockedAt))}`,
    agreement: closing.agreement.title,
    address: addressOf(closing),
    scorecardHref: scorecardOf(closing),
    lockedBy: locking.lockedByName,
    judged: judged.length,
    judgedNow: current.length,
    of: reported.length,
    bands: kinds.map(({ look, words }) => ({
      name: look,
      words,
      count: judged.filter(line => line.look === look).length,
      now: current.filter(line => line.look === look).length,
    })),
    changed: rows.filter(row => row.now !== null).length,
    sections: [...Map.groupBy(rows, ({ theme }) => theme)].map(([theme, its], at) => ({
      id: `theme-${at + 1}`,
      title: theme === '' ? 'Not under an outcome' : theme,
      rows: its,
    })),
    others: closing.lockings
      .filter(({ id }) => id !== locking.id)
      .map(each => ({
        text: `As reported on ${dayLabel(dayIn(each.lockedAt))}`,
        href: `${addressOf(closing)}/as-reported?locking=${each.id}`,
      })),
    breadcrumbs: closingCrumbs(closing),
  }
}

const isJudged = ({ look }: ReportedLine): boolean => look !== 'none'
const looks: readonly ReportedLine['look'][] = ['exceeding', 'met', 'on-target', 'within-tolerance', 'off-target']

/** What reads otherwise now; null when nothing does. */
function differences(then: ReportedLine, now: ReportedLine) {
  const hasFigure = then.figure !== now.figure || then.period !== now.period || then.flag !== now.flag
  const hasTarget = then.target !== now.target
  const hasJudgement = then.words !== now.words
  if (!hasFigure && !hasTarget && !hasJudgement) return null
  return {
    figure: hasFigure ? [now.figure ?? 'none', then.period === now.period ? '' : now.period, now.flag].filter(Boolean).join(', ') : '',
    target: hasTarget ? (now.target ?? 'none') : '',
    judgement: hasJudgement ? { name: now.look, words: now.words } : null,
  }
}

/** Every return that is due, with from whom and whether it came: for a spreadsheet. */
export function completenessTable(closing: Closing): Table & { readonly name: string } {
  const title = `${closing.agreement.title} ${periodCode(closing.period)} completeness`
  const columns: readonly (readonly [heading: string, width: number])[] = [
    ['Reference', 12],
    ['Indicator', 48],
    ['Lead', 28],
    ['Period', 14],
    ['Due by', 12],
    ['Return', 12],
    ['Came on', 12],
    ['Figure', 12],
    ['Reported by', 22],
    ['State', 16],
    ['Submitted by', 22],
    ['Checks found', 60],
  ]
  return {
    name: `completeness-${plainName(`${closing.agreement.title} ${periodCode(closing.period)}`)}`,
    title,
    columns: columns.map(([heading, width]) => ({ heading, width })),
    rows: closing.lines.filter(isConcerned).flatMap(line => line.due.map(due => completenessRow(line, due, closing))),
  }
}

function completenessRow(line: Line, due: Due, closing: Closing): Cell[] {
  const { indicator, submission, answerable } = line
  const held = (closing.returns.get(indicator.id) ?? []).find(
    each => each.areaId === closing.agreement.areaId && each.startsOn === due.period.startsOn && each.endsOn === due.period.endsOn,
  )
  return [
    indicator.reference,
    indicator.title,
    closing.organisations.find(({ id }) => id === answerable.leadId)?.name ?? answerable.beside,
    periodLabel(due.period, indicator.frequency),
    { day: due.dueOn },
    dueWords[due.state],
    due.cameOn && { day: due.cameOn },
    held === undefined ? null : (held.value ?? answerIn(held, indicator)),
    held?.reportedByName ?? null,
    line.isLocked ? 'locked' : line.returns === 0 ? '' : stateWords[line.state],
    submission?.submittedByName ?? null,
    findingsOf(closing, line)
      .map(each => findingWords(each, line, closing))
      .join('; '),
  ]
}

/** The periods of an agreement that can be closed, and how far each has come. */
export function closingsView(
  agreements: readonly Agreement[],
  agreement: Agreement | null,
  periods: { readonly quarters: readonly Period[]; readonly years: readonly Period[] },
  lockings: readonly Locking[],
  today: Day,
) {
  const row = (period: Period) => {
    const its = lockings.filter(({ startsOn, endsOn }) => startsOn === period.startsOn && endsOn === period.endsOn)
    const inForce = its.findLast(({ unlockedAt }) => unlockedAt === null)
    const last = its.at(-1)
    const state = inForce ? 'locked' : its.length > 0 ? 'unlocked' : period.endsOn < today ? 'open' : 'not over yet'
    return {
      period: periodLabel(period, null),
      href: agreement === null ? '' : addressOf({ agreement, period }),
      state: sentenceCase(state),
      isLocked: inForce !== undefined,
      note: inForce
        ? `on ${dayLabel(dayIn(inForce.lockedAt))} by ${inForce.lockedByName}`
        : last?.unlockedAt
          ? `on ${dayLabel(dayIn(last.unlockedAt))} by ${last.unlockedByName ?? ''}: ${last.unlockReason ?? ''}`
          : '',
    }
  }
  return {
    title: 'Closing',
    agreement: agreement && { id: agreement.id, title: agreement.title },
    agreements:
      agreements.length < 2 ? [] : agreements.map(({ id, title }) => ({ value: id, text: title, selected: id === agreement?.id })),
    quarters: periods.quarters.map(row),
    years: periods.years.map(row),
  }
}

export const areaName = (areas: readonly Area[], areaId: AreaId): string => areas.find(({ id }) => id === areaId)?.name ?? ''
