import { csv } from '../../kernel/csv.ts'
import type { Day } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { financialYear, type Period, parsePeriodCode } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { areas, organisations } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  type Answer,
  allow,
  download,
  entered,
  type Fields,
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
import type { Agreement } from '../agreement/agreement.ts'
import { agreement, agreements } from '../agreement/store.ts'
import { nobodyAnswers } from '../answerable/answerable.ts'
import { answerableIn } from '../answerable/store.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import { indicators } from '../indicator/store.ts'
import { partsOf, rollUp } from '../roll-up/roll-up.ts'
import { withRollUps } from '../roll-up/store.ts'
import { periodsToChoose } from '../scorecard/period-choice.ts'
import { currentAgreement, distinct, type Line as ScorecardLine, scorecard } from '../scorecard/scorecard.ts'
import { themesOf } from '../scorecard/store.ts'
import { glanceAt } from '../standing/glance.ts'
import { assessmentOf } from '../standing/standing.ts'
import { standingsIn } from '../standing/store.ts'
import type { ReportedLine } from './as-reported.ts'
import { cameTo, type Line, lineOf, lock, nameIn, reportsAny, submitted, take } from './closing.ts'
import { findingsIn, toCheck } from './findings.ts'
import { noteProblem, readNotes, readReason, readTicked, type Ticked } from './form.ts'
import type { Reporter } from './reporter.ts'
import {
  type Act,
  addLocking,
  addReportedLines,
  aimedForIn,
  decide,
  lockedIn,
  lockIndicators,
  lockings,
  reportedLines,
  reporterOf,
  returnsIn,
  submissionsIn,
  submit,
  unlock,
} from './store.ts'
import {
  addressOf,
  addressWith,
  type Closing,
  closingsView,
  closingView,
  completenessTable,
  type Entered,
  findingWords,
  lineView,
  lockView,
  nothingEntered,
  reportedView,
  type Showing,
  showings,
  unlockView,
} from './view.ts'

export const listClosings: Handler = async ({ db, query, today }) => {
  const all = await agreements(db)
  const asked = text(query, 'agreement')
  const chosen = asked === '' ? currentAgreement(all, today) : found(all.find(({ id }) => id === idOf(asked)))
  const periods = chosen === null ? { quarters: [], years: [] } : periodsToChoose(chosen.firstYear, chosen.lastYear, today)
  const its = chosen === null ? [] : await lockings(db, chosen.id, null)
  return page(template(import.meta.url, 'list.njk'), closingsView(all, chosen, periods, its, today))
}

export const showClosing: Handler = async visit => closingPage(visit, await closingAsked(visit))

export const downloadCompleteness: Handler = async visit => {
  const { columns, rows, name } = completenessTable(await closingAsked(visit))
  return download(`${name}.csv`, 'text/csv; charset=utf-8', csv([columns.map(({ heading }) => heading), ...rows]))
}

export const submitLines: Handler = async visit => {
  const closing = await closingLocked(visit)
  const [ticked, notes] = [readTicked(visit.body), readNotes(visit.body)]
  const ruling = eachTicked(closing, ticked, line => {
    const note = noteProblem(line.indicator.id, notes.get(line.indicator.id) ?? '')
    return note.accepted ? submitted(line, closing.reporter, findingTexts(closing, line), note.value) : note
  })
  if (!ruling.accepted) return refusedPage(visit, closing, ruling.problems)

  const submissions = ruling.value.map(line => ({
    indicatorId: line.indicator.id,
    returnsSeen: line.returns,
    findings: findingTexts(closing, line),
    note: notes.get(line.indicator.id) ?? '',
  }))
  await submit(visit.db, closing.period, submissions, actOf(visit))
  return redirect(backTo(visit, closing), `${told(ruling.value)} submitted`)
}

export const approveLines: Handler = async visit => {
  const closing = await closingLocked(visit)
  const ruling = eachTicked(closing, readTicked(visit.body), line => take('approve', line, closing.reporter))
  if (!ruling.accepted) return refusedPage(visit, closing, ruling.problems)

  const ids = ruling.value.map(({ indicator: { id } }) => id)
  await decide(visit.db, closing.period, ids, actOf(visit), null)
  return redirect(backTo(visit, closing), `${told(ruling.value)} approved`)
}

export const showLine: Handler = async visit => {
  const closing = await closingAsked(visit)
  return linePage(closing, lineAsked(visit, closing))
}

export const returnLine: Handler = async visit => {
  const closing = await closingLocked(visit)
  const line = lineAsked(visit, closing)
  const step = take('return', line, closing.reporter)
  const reason = step.accepted ? readReason(visit.body, 'Say why it is returned, so that whoever submitted it knows what to do') : step
  if (!reason.accepted) return linePage(closing, line, entered(visit.body), reason.problems)

  await decide(visit.db, closing.period, [line.indicator.id], actOf(visit), reason.value)
  return redirect(addressOf(closing), `${nameIn(line)} is returned`)
}

export const askToLock: Handler = async visit => lockPage(await closingAsked(visit), '')

export const lockClosing: Handler = async visit => {
  const closing = await closingLocked(visit)
  const reason = readReason(visit.body, null)
  const ruling = reason.accepted ? await lockPeriod(visit.db, closing, actOf(visit), reason.value) : reason
  if (!ruling.accepted) return lockPage(closing, text(visit.body, 'reason'), ruling.problems)
  return redirect(addressOf(closing), `The period is locked with ${counted(ruling.value.length, 'indicator')}`)
}

export const askToUnlock: Handler = async visit => unlockPage(await closingAsked(visit), '')

export const unlockClosing: Handler = async visit => {
  const closing = await closingLocked(visit)
  const isLocked = closing.lockings.some(({ unlockedAt }) => unlockedAt === null)
  const reason = isLocked
    ? readReason(visit.body, 'Say why the period is unlocked. It is kept with the lock')
    : refuse({ text: 'The period is not locked' })
  if (!reason.accepted) return unlockPage(closing, text(visit.body, 'reason'), reason.problems)

  await unlock(visit.db, closing.agreement.id, closing.period, { ...actOf(visit), reason: reason.value })
  return redirect(addressOf(closing), 'The period is unlocked. Lock it again when it is put right')
}

export const showReported: Handler = async visit => {
  const { db, query, today } = visit
  const closing = await closingAsked(visit)
  const asked = idOf<'locking'>(text(query, 'locking'))
  const locking = asked === null ? closing.lockings.at(-1) : found(closing.lockings.find(({ id }) => id === asked))
  if (locking === undefined) return redirect(addressOf(closing), 'The period has not been locked, so nothing of it is kept yet')
  const [reported, now] = await Promise.all([
    reportedLines(db, closing.agreement.id, closing.period, locking.id),
    scorecardLines(db, closing, today),
  ])
  return page(template(import.meta.url, 'as-reported.njk'), reportedView(closing, locking, reported, now))
}

/** Locks what can be locked, and keeps it as it stands. Which indicators those are. */
export async function lockPeriod(
  db: Db,
  closing: Closing,
  { at, accountId, name }: Act,
  reason: string,
): Promise<Ruling<readonly IndicatorId[]>> {
  const { agreement: of, period, lines, today } = closing
  const ruling = lock(lines, period, today, reason)
  if (!ruling.accepted) return ruling
  const ids = ruling.value.locked.map(({ indicator: { id } }) => id)
  const why = ruling.value.missing.length > 0 ? reason : ''
  const locking = { ...period, agreementId: of.id, reason: why, lockedAt: at, lockedBy: accountId, lockedByName: name }
  const shown = await scorecardLines(db, closing, today)
  const lockingId = await addLocking(db, locking, ids)
  const isLocked = new Set(ids)
  await addReportedLines(
    db,
    lockingId,
    shown.filter(({ indicatorId }) => isLocked.has(indicatorId)),
  )
  return accept(ids)
}

/** The closing of a period in eleven queries, whatever the number of indicators, areas and years. */
export async function closingOf(db: Db, of: Agreement, period: Period, reporter: Reporter, today: Day): Promise<Closing> {
  const [all, allOrganisations, its, answerable, aimedFor, submissions, locked, turns] = await Promise.all([
    areas(db),
    organisations(db),
    indicators(db, of.id),
    answerableIn(db, of.id),
    aimedForIn(db, of.id, of.areaId, period),
    submissionsIn(db, of.id, period),
    lockedIn(db, of.id, period),
    lockings(db, of.id, period),
  ])
  const rows = await returnsIn(
    db,
    { agreementId: of.id },
    period,
    all.map(({ id }) => id),
  )
  const returns = Map.groupBy(rows, ({ indicatorId }) => indicatorId)
  const partIds = partsOf(all, of.areaId).map(({ id }) => id)
  const lines = its.map(indicator => {
    const held = returns.get(indicator.id) ?? []
    return lineOf(
      {
        indicator,
        answerable: answerable.get(indicator.id) ?? nobodyAnswers,
        came: cameTo(
          held.filter(({ areaId, absence }) => areaId === of.areaId && absence !== 'withdrawn'),
          indicator.rollUpCounts ? rollUp(indicator, partIds, held) : [],
          held.filter(({ areaId }) => partIds.includes(areaId)),
        ),
        returns: held.reduce((sum, { revision }) => sum + revision, 0),
        submission: submissions.get(indicator.id) ?? null,
        isLocked: locked.has(indicator.id),
        aimedFor: aimedFor.get(indicator.id) ?? [],
      },
      period,
      today,
    )
  })
  const findings = findingsIn(toCheck(rows), new Map(its.map(each => [each.id, each])), all)
  return { agreement: of, period, lines, returns, findings, areas: all, organisations: allOrganisations, lockings: turns, reporter, today }
}

/** The scorecard of the period in its agreement's own area, in words; each indicator once, under the first theme that it stands in. */
async function scorecardLines(
  db: Db,
  { agreement: of, period, areas: allAreas, organisations: all }: Closing,
  today: Day,
): Promise<ReportedLine[]> {
  const leads = new Map(all.map(({ id, name }) => [id, name]))
  const reach = { areaIds: [of.areaId], by: period.endsOn, last: 13 }
  const [themes, standings] = await Promise.all([
    themesOf(db, of.id),
    standingsIn(db, { agreementId: of.id }, reach, leads).then(each => withRollUps(db, each, allAreas, reach.by)),
  ])
  const lines = standings.map(standing => ({ standing, assessment: assessmentOf(standing, period, today) }))
  const { sections } = scorecard(lines, themes, { theme: null, result: null })
  const themeOf = new Map<ScorecardLine, string>()
  for (const section of sections.toReversed())
    for (const line of distinct([section])) themeOf.set(line, section.about.turn === 'theme' ? (section.about.theme?.title ?? '') : '')
  return distinct(sections).map(line => reportedLine(line, themeOf.get(line) ?? '', period, today))
}

function reportedLine(line: ScorecardLine, theme: string, period: Period, today: Day): ReportedLine {
  const { standing, assessment } = line
  const { indicator, lead } = standing
  const glance = glanceAt(standing, assessment, period, today)
  return {
    indicatorId: indicator.id,
    theme,
    reference: indicator.reference,
    title: indicator.title,
    lead,
    figure: glance.actual,
    period: glance.period,
    flag: glance.flag,
    target: glance.target && [glance.target, glance.targetNote].filter(each => each !== null).join(' '),
    look: glance.judgement.name,
    words: glance.judgement.words,
    note: glance.judgement.note,
    why: glance.why,
  }
}

/** The agreement and the period in the address: one that ends within the agreement's years. */
async function closingAsked({ db, params, visitor, today }: Visit): Promise<Closing> {
  const of = found(await agreement(db, found(idOf<'agreement'>(params['agreement'])) as AgreementId))
  const period = found(parsePeriodCode(params['period'] ?? ''))
  const isWithin = financialYear(of.firstYear).startsOn <= period.endsOn && period.endsOn <= financialYear(of.lastYear).endsOn
  return closingOf(db, of, found(isWithin ? period : null), reporterOf(visitor), today)
}

/** With other writers held off its indicators, so that what is submitted, approved and locked is what was looked at. */
async function closingLocked(visit: Visit): Promise<Closing> {
  await lockIndicators(visit.db, found(idOf<'agreement'>(visit.params['agreement'])))
  const closing = await closingAsked(visit)
  allow(closing.reporter.reportsFor === 'everybody' || reportsAny(closing))
  return closing
}

function lineAsked({ params }: Visit, { lines }: Closing): Line {
  const id = found(idOf<'indicator'>(params['indicator']))
  return found(lines.find(({ indicator }) => indicator.id === id))
}

/** The lines that were ticked, if each of them may take the step and is as it was seen. */
function eachTicked({ lines }: Closing, ticked: readonly Ticked[], step: (line: Line) => Ruling<unknown>): Ruling<readonly Line[]> {
  if (ticked.length === 0) return refuse({ text: 'Tick the indicators that you mean' })
  const problems: Problem[] = []
  const meant = ticked.flatMap(({ indicatorId, seen }) => {
    const line = lines.find(({ indicator }) => indicator.id === indicatorId)
    if (line === undefined) return []
    const ruling =
      line.returns === seen ? step(line) : refuse({ text: `While you were looking at it, somebody reported a figure of ${nameIn(line)}` })
    if (!ruling.accepted) problems.push(...ruling.problems)
    return [line]
  })
  return problems.length > 0 ? refuse(...problems) : accept(meant)
}

const findingTexts = (closing: Closing, line: Line): string[] =>
  (closing.findings.get(line.indicator.id) ?? []).map(each => findingWords(each, line, closing))

const actOf = ({ now, visitor }: Visit): Act => ({ at: now, accountId: visitor.accountId, name: visitor.name })

const told = (lines: readonly Line[]): string =>
  lines.length === 1 && lines[0] ? `${nameIn(lines[0])} is` : `${lines.length} indicators are`
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Where somebody was: the list, turned as it was. */
function backTo({ body }: Visit, closing: Closing): string {
  const { show, leadId } = turnedTo(body, closing)
  return addressWith(closing, show, leadId)
}

/** Whoever reports some of it begins with what is theirs. */
function turnedTo(fields: Fields, closing: Closing) {
  const usual: Showing = closing.reporter.reportsFor !== 'everybody' && reportsAny(closing) ? 'mine' : 'all'
  return { show: showings.find(each => each === text(fields, 'show')) ?? usual, leadId: idOf<'organisation'>(text(fields, 'lead')) }
}

function closingPage({ query, body, partnership }: Visit, closing: Closing, problems: readonly Problem[] = []): Answer {
  const fields = problems.length > 0 ? body : query
  const { show, leadId } = turnedTo(fields, closing)
  const number = pageNumber(text(fields, 'page'))
  const ticked: Entered =
    problems.length > 0
      ? { ticked: new Set(readTicked(body).map(({ indicatorId }) => indicatorId)), notes: readNotes(body) }
      : nothingEntered
  const view = closingView(closing, { show, leadId, from: rowsBefore(number), count: pageSize }, ticked)
  return page(
    template(import.meta.url, 'show.njk'),
    { ...view, page: number, pages: pagination(view.total, number, `/${partnership.slug}/${addressWith(closing, show, leadId)}`) },
    problems,
  )
}

/** Whoever submits from the page of one indicator stays there. */
function refusedPage(visit: Visit, closing: Closing, problems: readonly Problem[]): Answer {
  const only = idOf<'indicator'>(text(visit.body, 'only'))
  const line = only === null ? undefined : closing.lines.find(({ indicator }) => indicator.id === only)
  if (line === undefined) return closingPage(visit, closing, problems)
  return linePage(closing, line, { note: readNotes(visit.body).get(line.indicator.id) ?? '' }, problems)
}

const linePage = (closing: Closing, line: Line, fields: Readonly<Record<string, string>> = {}, problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'line.njk'), lineView(closing, line, fields), problems)

/** What stands in the way is said before anybody presses the button. */
function lockPage(closing: Closing, reason: string, problems: readonly Problem[] = []): Answer {
  const ruling = lock(closing.lines, closing.period, closing.today, 'given')
  const blocking = ruling.accepted ? [] : ruling.problems.map(each => each.text)
  return page(
    template(import.meta.url, 'lock.njk'),
    lockView(closing, ruling.accepted ? ruling.value.locked : [], blocking, reason),
    problems,
  )
}

const unlockPage = (closing: Closing, reason: string, problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'unlock.njk'), unlockView(closing, reason), problems)
