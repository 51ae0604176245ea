import { type Day, dayIn, dayLabel } from '../../kernel/day.ts'
import { compare, type Decimal, decimal, times, toText } from '../../kernel/decimal.ts'
import { momentLabel } from '../../kernel/moment.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Area, Organisation } from '../../partnership/index.ts'
import type { Agreement, ThemeWithOutcomes } from '../agreement/agreement.ts'
import { asReportedWords, type ReportedFigure } from '../closing/as-reported.ts'
import { multiplesOf } from '../comparison/multiples.ts'
import { absenceNames, type KeptReturn } from '../data-return/data-return.ts'
import type { FormerDefinition } from '../definition/definition.ts'
import { figure, gap, plainFigure, rangeFigure } from '../indicator/figure.ts'
import { type Indicator, type KeptIndicator, nameOf } from '../indicator/indicator.ts'
import { designationWords, frequencyWords, measurementWords, polarityWords, rollUpWords, valueTypeWords } from '../indicator/words.ts'
import type { Assessment, Judged, Return, Target, Tolerance } from '../judgement/judgement.ts'
import { why, workingOf } from '../judgement/working.ts'
import { assurance, findingOf, kindOf, nameOf as pointName, variationWords } from '../process-control/finding.ts'
import type { Controlled } from '../process-control/process-control.ts'
import { byDay, isTold, type Reading } from '../process-control/reading.ts'
import { progressWords } from '../progress/words.ts'
import { partsInWords, type Rolled, rolledUpWords } from '../roll-up/words.ts'
import { lookOf } from '../scheme/scheme.ts'
import { breakBetween, breakWords } from '../series-break/series-break.ts'
import { definitionSince } from '../series-break/view.ts'
import { missingIn, proxyOf, type StandIns, textFor } from '../stand-in/stand-in.ts'
import { stretchPrompt, stretchWords } from '../stretch/stretch.ts'
import { directionRows } from '../travel/brief.ts'
import { intervalOf } from '../travel/survey.ts'
import { sampledWords } from '../travel/survey-words.ts'
import { inOrder, type Placed } from './area-order.ts'
import { chartOf } from './chart.ts'
import { courseOf, courseUpTo, progressIn, type Stage } from './course.ts'
import { reportedAfter } from './freshness.ts'
import { aim, cellFigure, flagOf, glanceAt, sentenceCase, targetLabel, unitWords, verdictOf, withoutUnit } from './glance.ts'
import { bandRanges } from './ranges.ts'
import { assessmentOf, byChance, type Chosen, controlOf, type Standing } from './standing.ts'

export type Shown = {
  readonly kept: KeptIndicator
  readonly agreement: Agreement
  readonly themes: readonly ThemeWithOutcomes[]
  readonly organisations: readonly Organisation[]
  /** Who leads and contributes besides organisations, in words: Safer Wexcombe (Amina Khan, acting: Joe Bell). */
  readonly beside: { readonly leads: readonly string[]; readonly contributors: readonly string[] }
  readonly areas: readonly Area[]
  readonly area: Area
  readonly standing: Standing
  /** Other areas that have figures or targets, those of this page of them. */
  readonly sideBySide: readonly { readonly placed: Placed<Area>; readonly standing: Standing }[]
  readonly areasWithData: ReadonlySet<Area['id']>
  readonly revisions: { readonly total: number; readonly revisions: readonly KeptReturn[] }
  /** What stands where there is no judgement; `proxy` is the standing of the indicator that stands in, if one does. */
  readonly standIns: StandIns
  readonly proxy: Standing | null
  /** What its definition was before, the latest first. */
  readonly former: readonly FormerDefinition[]
  /** The last day of the area, if it was abolished. */
  readonly abolishedOn: Day | null
  /** What was reported whenever a period was locked. */
  readonly reported: readonly ReportedFigure[]
  /** What the areas within it come to, where its definition allows that. */
  readonly rolled: Rolled | null
  readonly chosen: Chosen
  readonly today: Day
}

export function indicatorView(shown: Shown) {
  const { kept, standing, area, agreement, chosen, today, revisions } = shown
  const { indicator } = standing
  const assessment = assessmentOf(standing, chosen, today)
  const course = courseUpTo(standing, chosen, today)
  const reading = controlOf(standing, chosen)
  const read = byDay(reading !== null && isTold(reading) ? reading : null)
  const isOwnArea = area.id === agreement.areaId
  const progress = progressIn(standing, assessment, today)
  const name = nameOf(indicator)

  return {
    title: name,
    breadcrumbs: [{ text: 'Scorecard', href: scorecardAddress(shown) }],
    id: kept.id,
    reference: indicator.reference,
    heading: indicator.title,
    captions: captionsOf(shown),
    notices: noticesOf(assessment, shown),
    isClosed: indicator.closedOn !== null,
    isDeferred: indicator.deferredReason !== null,
    area: area.name,
    areaId: area.id,
    isOwnArea,
    ownArea: shown.areas.find(({ id }) => id === agreement.areaId)?.name ?? '',
    choices: choicesOf(shown, courseOf(standing, today)),
    verdict: verdictView(standing, assessment, shown),
    working: assessment.kind === 'judged' ? workingView(assessment) : null,
    why: why(assessment),
    meanwhile: meanwhileView(standing, assessment, shown),
    stretch: stretchView(standing, course),
    directions: directionRows({ ...standing, return: assessment.return, byChance: byChance(reading, assessment.return) }),
    progress: progressWords(progress, indicator),
    hasReturns: standing.returns.length > 0,
    hasTargets: standing.targets.some(({ kind }) => kind !== 'baseline'),
    chart: chartOf({ ...standing, area: area.name }, course, reading, progress.forecast),
    control: reading && controlView(reading, assessment, shown),
    files: (['svg', 'png', 'csv'] as const).map(kind => ({ kind, text: kind.toUpperCase(), href: chartAddress(shown, kind) })),
    figures: course
      .map((stage, at) => ({
        ...figureView(stage, indicator, read.get(stage.return.endsOn)?.point, brokenBefore(course[at - 1], stage, standing)),
        reported: asReportedWords(shown.reported, stage.return, indicator),
      }))
      .toReversed(),
    breaks: standing.breaks.map(each => ({ words: sentenceCase(breakWords(each)), sentence: each.sentence })),
    baseline: baselineOf(standing),
    rollUp: shown.rolled && rolledUpWords(shown.rolled, standing.returns, indicator),
    areas: shown.sideBySide.map(each => areaRow(each, shown)),
    multiples: multiplesOf({ ...shown, indicator, standings: shown.sideBySide.slice(0, mostMultiples).map(each => each.standing) }),
    facts: factsOf(shown),
    revisions: revisions.revisions.map(each => revisionView(each, indicator)),
    revisionsLeft: revisions.total - revisions.revisions.length,
  }
}

/** More are a page of their own, which compares areas. */
const mostMultiples = 12

function chartAddress({ kept, area, agreement, chosen }: Shown, kind: string): string {
  const query = [area.id === agreement.areaId ? '' : `area=${area.id}`, chosen === null ? '' : `period=${periodCode(chosen)}`].filter(
    part => part !== '',
  )
  return `indicators/${kept.id}/chart.${kind}${query.length === 0 ? '' : `?${query.join('&')}`}`
}

/** Back to the scorecard as it was turned. */
function scorecardAddress({ agreement, area, chosen }: Shown): string {
  const query = [
    `agreement=${agreement.id}`,
    ...(area.id === agreement.areaId ? [] : [`area=${area.id}`]),
    ...(chosen === null ? [] : [`period=${periodCode(chosen)}`]),
  ]
  return `scorecard?${query.join('&')}`
}

/** What the judgement does not say by itself. */
function noticesOf(assessment: Assessment, { area, abolishedOn, standing, today }: Shown): string[] {
  const abolished =
    abolishedOn === null || abolishedOn >= today ? null : `${area.name} was abolished on ${dayLabel(abolishedOn)}: its figures end there`
  return [closedNotice(assessment, today), abolished, targetNotice(assessment, standing)].filter(notice => notice !== null)
}

/** There is a target, but from before a break in the series. */
function targetNotice(assessment: Assessment, { breaks, targets }: Standing): string | null {
  const { return: held } = assessment
  if (assessment.kind === 'judged' || assessment.state !== 'no-target' || held === null) return null
  const across = targets.filter(({ kind }) => kind !== 'baseline').map(target => breakBetween(breaks, target, held))
  const broken = across.findLast(each => each !== null)
  return broken ? `The targets that are there are from before a break: ${breakWords(broken)}. Set a target for what is counted now` : null
}

/** An indicator that is closed by now may have been judged for a period before. */
function closedNotice(assessment: Assessment, today: Day): string | null {
  const { closedOn, closedReason } = assessment.indicator
  const isSaid = assessment.kind === 'unjudged' && assessment.state === 'closed'
  return closedOn === null || closedOn > today || isSaid ? null : `Closed on ${dayLabel(closedOn)}: ${closedReason ?? ''}`
}

/** Each theme that it serves, with its outcomes there. */
function captionsOf({ kept, themes }: Shown): string[] {
  return themes.flatMap(({ title, outcomes }) => {
    const served = outcomes.filter(({ id }) => kept.outcomeIds.includes(id))
    return served.length === 0 ? [] : [`${title}: ${served.map(outcome => outcome.title).join('; ')}`]
  })
}

function choicesOf({ areas, area, areasWithData, agreement, chosen, standing }: Shown, course: readonly Stage[]) {
  const code = chosen && periodCode(chosen)
  const periods = course.toReversed().map(({ return: each }) => ({
    value: periodCode(each),
    text: periodLabel(each, standing.indicator.frequency),
    selected: periodCode(each) === code,
  }))
  const isListed = periods.some(({ selected }) => selected)
  return {
    areas: inOrder(areas, new Set([...areasWithData, area.id, agreement.areaId]), agreement.areaId).map(({ area: each, depth }) => ({
      value: each.id,
      text: `${'\u2003'.repeat(depth)}${each.name}`,
      selected: each.id === area.id,
    })),
    periods:
      chosen === null || isListed ? periods : [{ value: periodCode(chosen), text: periodLabel(chosen, null), selected: true }, ...periods],
  }
}

/** Of what nobody has reported: what it follows from. */
const madeOf = ({ workedOutFrom, status }: Return, rolled: Shown['rolled']): string | null =>
  workedOutFrom === undefined || rolled === null
    ? null
    : `worked out from its ${partsInWords(rolled.parts)}${status === 'final' ? '' : `, ${status}`}`

function verdictView(standing: Standing, assessment: Assessment, { rolled, revisions, reported, chosen, today }: Shown) {
  const { indicator } = standing
  const { return: held, period, target } = assessment
  const kept = held && revisions.revisions.find(each => each.isLatest && each.startsOn === held.startsOn && each.endsOn === held.endsOn)
  const { freshness } = glanceAt(standing, assessment, chosen, today)
  return {
    ...verdictOf(assessment),
    actual: held?.value ? figure(held.value, indicator) : null,
    period: period && periodLabel(period, indicator.frequency),
    target: target && { value: wholeAim(target, indicator), note: targetWords(target, period, indicator) },
    status: held?.value ? (madeOf(held, rolled) ?? flagOf(held)) : null,
    age: freshness && sentenceCase([freshness.age, freshness.next].filter(part => part !== null).join('; ')),
    isOverdue: freshness?.isOverdue ?? false,
    sampled: held?.value ? marginWords(held, held.value, indicator) : null,
    missing: assessment.return === null && period !== null && isAwaited(assessment) ? periodCode(period) : null,
    overrideHref:
      assessment.kind === 'judged' ? `indicators/${indicator.id}/override/${standing.areaId}/${periodCode(assessment.period)}` : null,
    isOverridden: assessment.kind === 'judged' && assessment.override !== null,
    asReported: held && asReportedWords(reported, held, indicator),
    reported: kept && `${sentenceCase(reportedAfter(kept, dayIn(kept.reportedAt)))} by ${kept.reportedByName}`,
  }
}

/** Where the true figure of a survey lies, and how that is known. */
function marginWords(held: Return, value: Decimal, indicator: Indicator): string | null {
  const interval = intervalOf({ ...held, value }, indicator)
  if (interval === null) return null
  const asked = held.sampleSize ? `${held.sampleSize.toLocaleString('en-GB')} people answered: ` : ''
  const bounds = [interval.low, interval.high].map(bound => decimal(bound.toFixed(indicator.decimals)))
  const [low, high] = [bounds[0] ?? value, bounds[1] ?? value]
  const how = interval.isWorkedOut ? 'worked out from the size of the sample' : 'as its report says'
  return sentenceCase(
    `${asked}the true figure most likely lies between ${figure(low, indicator)} and ${figure(high, indicator)} (95% interval, ${how})`,
  )
}

/** Whether a more stretching target might be considered, and why. */
function stretchView({ targets, indicator }: Standing, course: readonly Stage[]): string | null {
  const prompt = stretchPrompt(course, targets)
  return prompt && stretchWords(prompt, indicator)
}

/** What stands in the place of a judgement. */
function meanwhileView(standing: Standing, assessment: Assessment, { standIns, proxy, area, chosen, today }: Shown) {
  const { indicator } = standing
  const period = missingIn(assessment)
  const text = textFor(standIns, indicator.id, area.id, assessment)
  const named = proxyOf(standIns, indicator.id, assessment)
  const judged = named && proxy && assessmentOf(proxy, chosen, today)
  return {
    textHref: period && `indicators/${indicator.id}/assurance/${area.id}/${periodCode(period)}`,
    text: text && { content: text.content, by: `${text.writtenByName}, ${dayLabel(text.writtenOn)}` },
    proxy:
      named && proxy && judged
        ? {
            name: nameOf(proxy.indicator),
            href: `indicators/${proxy.indicator.id}?area=${area.id}`,
            verdict: verdictOf(judged),
            period: judged.period && periodLabel(judged.period, proxy.indicator.frequency),
            reason: named.reason,
          }
        : null,
  }
}

/** A figure that could be entered where there is none. */
const isAwaited = (assessment: Assessment): boolean =>
  assessment.kind === 'unjudged' && ['not-due', 'not-yet-published', 'overdue'].includes(assessment.state)

function wholeAim(target: Target, indicator: Indicator): string {
  if (target.low !== null && target.high !== null) return rangeFigure(target.low, target.high, indicator)
  return target.value === null ? '' : figure(target.value, indicator)
}

function targetWords(target: Target, period: Period | null, indicator: Indicator): string {
  const isOwn = period !== null && target.startsOn === period.startsOn && target.endsOn === period.endsOn
  const label = isOwn ? periodLabel(target, indicator.frequency) : targetLabel(target, indicator)
  return target.kind === 'interim' ? `interim target for ${label}` : `for ${label}`
}

function workingView(judged: Judged) {
  const { actual, aim: bounds, tolerance, indicator } = judged
  const { sentence, notes, difference, allowed } = workingOf(judged)
  const isRange = compare(bounds.low, bounds.high) !== 0
  const side = compare(actual, bounds.low) < 0 ? 'below' : compare(actual, bounds.high) > 0 ? 'above' : ''
  return {
    sentence,
    notes,
    actual: plainFigure(actual, withoutUnit(indicator)),
    target: isRange ? rangeFigure(bounds.low, bounds.high, indicator) : plainFigure(bounds.low, indicator),
    difference: side === '' ? 'none' : `${gap(difference, indicator)} ${side}`,
    tolerance: gap(allowed, indicator),
    toleranceNote: tolerance.kind === 'relative' ? `${percentage(tolerance.amount)} of the ${isRange ? 'nearer bound' : 'target'}` : null,
    unit: unitWords(judged.indicator),
    ranges: bandRanges(judged).map(({ band, range, isHere }) => ({
      name: lookOf(judged.scheme, band),
      words: sentenceCase(judged.scheme.words[band]),
      range,
      isHere,
    })),
  }
}

const percentage = (fraction: Decimal): string =>
  plainFigure(times(fraction, decimal('100')), { valueType: 'percentage', ratePer: null, unit: '', decimals: 0 })

function brokenBefore(before: Stage | undefined, stage: Stage, { breaks }: Standing): string | null {
  const broken = before === undefined ? null : breakBetween(breaks, before.return, stage.return)
  return broken && `${sentenceCase(breakWords(broken))}: not comparable with what came before`
}

function figureView({ return: each, assessment }: Stage, indicator: Indicator, point: Controlled | undefined, broken: string | null) {
  return {
    period: periodLabel(each, indicator.frequency),
    broken,
    value: valueWords(each, indicator),
    status: each.value === null ? null : flagOf(each),
    target: assessment.target && aim(assessment.target, indicator),
    judgement: verdictOf(assessment),
    change: point === undefined ? null : { name: kindOf(point.variation), words: sentenceCase(variationWords[kindOf(point.variation)]) },
  }
}

/** What the chart shows beside the judgement: whether anything has changed, and what chance makes of the target. */
function controlView(reading: Reading, assessment: Assessment, { kept, area, standing }: Shown) {
  const { indicator } = standing
  const target = assessment.target?.kind === 'baseline' ? null : (assessment.target?.value ?? null)
  return {
    finding: findingOf(reading, indicator),
    assurance: assurance(reading, target, indicator),
    rebases: reading.stretches.flatMap(({ rebase }) =>
      rebase === null ? [] : [{ from: pointName({ on: rebase.startsOn }, indicator), reason: rebase.reason, held: rebase.baselinePoints }],
    ),
    rebasesHref: `indicators/${kept.id}/rebases?area=${area.id}`,
    newHref: `indicators/${kept.id}/rebases/new?area=${area.id}`,
  }
}

const valueWords = ({ value, absence }: Pick<KeptReturn, 'value' | 'absence'>, indicator: Indicator): string =>
  value !== null ? cellFigure(value, indicator) : absence === null ? '' : absenceNames[absence].toLowerCase()

function baselineOf({ targets, indicator }: Standing): string | null {
  const baseline = targets.find(({ kind }) => kind === 'baseline')
  return baseline ? `${wholeAim(baseline, indicator)} in ${targetLabel(baseline, indicator)}` : null
}

function areaRow(
  { placed: { area, depth }, standing }: Shown['sideBySide'][number],
  { kept, chosen, today, agreement, area: here }: Shown,
) {
  const query = [area.id === agreement.areaId ? '' : `area=${area.id}`, chosen === null ? '' : `period=${periodCode(chosen)}`].filter(
    Boolean,
  )
  return {
    name: area.name,
    depth: Math.min(depth, 4),
    isHere: area.id === here.id,
    href: `indicators/${kept.id}${query.length === 0 ? '' : `?${query.join('&')}`}`,
    ...glanceAt(standing, assessmentOf(standing, chosen, today), chosen, today),
  }
}

/** What there is to know of an indicator; what nobody has said is left out. */
function factsOf({ kept, standing, organisations, beside, agreement, former }: Shown) {
  const since = definitionSince(former)
  const { indicator, tolerance } = standing
  const contributors = [
    ...organisations.filter(({ id }) => kept.contributorIds.includes(id)).map(({ name }) => name),
    ...beside.contributors,
  ]
  const leads = [...organisations.filter(({ id }) => id === indicator.leadId).map(({ name }) => name), ...beside.leads]
  const names = kept.seriesNames.map(name =>
    Object.entries(name)
      .map(([column, content]) => `${column} “${content}”`)
      .join(', '),
  )
  const facts: readonly (readonly [string, string | readonly string[] | null])[] = [
    ['Definition', since === null ? indicator.definition || null : [indicator.definition, since]],
    ['Which way is better', polarityWords[indicator.polarity].whole],
    ['Counted in', countedIn(indicator)],
    ['Measured', measurementWords[indicator.measurement]],
    ['Reported', reportedWords(indicator)],
    ['Source', indicator.source || null],
    ['Baseline', baselineOf(standing)],
    ['Tolerance', toleranceWords(tolerance, indicator, agreement)],
    ['Design effect', indicator.designEffect && toText(indicator.designEffect)],
    [
      'Worked out from the areas in it',
      indicator.rollUp === 'none' ? null : `${rollUpWords[indicator.rollUp]}${indicator.rollUpCounts ? ', and judged' : ''}`,
    ],
    ['Lead', leads.length === 0 ? 'Nobody is named' : leads],
    ['Contributors', contributors.length === 0 ? null : contributors],
    ['Designation', designationWords[indicator.designation]],
    ['Note', indicator.note || null],
    ['Called in files', names.length === 0 ? null : names],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, values: typeof value === 'string' ? [value] : value }]))
}

function countedIn(indicator: Indicator): string {
  const { valueType, decimals } = indicator
  const unit = unitWords(indicator)
  const what = unit === null || valueType === 'days' ? valueTypeWords[valueType] : `${valueTypeWords[valueType]}, ${unit}`
  return `${what}, ${decimals === 0 ? 'whole numbers' : `to ${decimals} decimal ${decimals === 1 ? 'place' : 'places'}`}`
}

function reportedWords({ frequency, lagDays }: Indicator): string {
  if (frequency === null) return 'How often is not known yet: the first figures settle it'
  const lag = lagDays === 0 ? 'as soon as the period ends' : `${lagDays} ${lagDays === 1 ? 'day' : 'days'} after its end at the latest`
  return `${frequencyWords[frequency]}; expected ${lag}`
}

function toleranceWords({ kind, amount }: Tolerance, indicator: Indicator, agreement: Agreement): string {
  const said = kind === 'relative' ? `${percentage(amount)} of the target` : gap(amount, indicator)
  return indicator.toleranceKind === null ? `${said}, as ${agreement.title} has it` : `${said}, its own`
}

function revisionView(each: KeptReturn, indicator: Indicator) {
  const counted = each.numerator && each.denominator && `${plainNumber(each.numerator)} of ${plainNumber(each.denominator)}`
  const parts = [counted, sampledWords(each, indicator)].filter(part => part !== null)
  return {
    period: periodLabel(each, indicator.frequency),
    href: each.isLatest ? `indicators/${each.indicatorId}/returns/${each.areaId}/${periodCode(each)}` : null,
    value: valueWords(each, indicator),
    parts: parts.length === 0 ? null : parts.join('; '),
    status: each.value === null ? null : each.status,
    isLatest: each.isLatest,
    revision: each.revision,
    when: momentLabel(each.reportedAt),
    who: each.reportedByName,
    source: each.source || null,
    reason: each.reason || null,
    importId: each.importId,
  }
}

const plainNumber = (value: Decimal): string => plainFigure(value, { valueType: 'number', ratePer: null, unit: '', decimals: 0 })
