import { type Day, dayIn, dayLabel } from '../../kernel/day.ts'
import { periodCode, periodLabel } from '../../kernel/period.ts'
import { stateWords as importStateWords } from '../data-import/data-import.ts'
import type { Exceptional } from '../exception/view.ts'
import { kindWords } from '../exception/view.ts'
import { type IndicatorId, nameOf } from '../indicator/indicator.ts'
import { tally } from '../judgement/judgement.ts'
import { bandsOf, lookOf } from '../scheme/scheme.ts'
import type { Shown } from '../scorecard/view.ts'
import { yearsOf } from '../scorecard/view.ts'
import { cellFigure, sentenceCase } from '../standing/glance.ts'
import { ahead, type DueFigure, type News, toSend, type Waiting } from './home.ts'

export type Home = {
  readonly name: string
  readonly shown: Shown
  readonly exceptions: readonly Exceptional[]
  /** Figures that are awaited, and whether this visitor is the one to send each. */
  readonly due: readonly { readonly indicatorId: IndicatorId; readonly due: DueFigure; readonly isMine: boolean }[]
  readonly news: readonly News[]
  readonly waiting: readonly Waiting[]
  readonly asks: 'mine' | 'all' | 'nothing'
  /** Where what the visitor's organisations and groups contribute is to be seen. */
  readonly contributions: readonly { readonly name: string; readonly href: string }[]
}

const fewest = 6

export function homeView({ name, shown, exceptions, due, news, waiting, asks, contributions }: Home) {
  const { agreement, areas, lines, today } = shown
  const counts = tally(lines.map(({ assessment }) => assessment))
  const lineOf = new Map(lines.map(line => [line.standing.indicator.id, line]))
  const asked = toSend(asks === 'mine' ? due.filter(({ isMine }) => isMine) : due, today, ahead)
  const listed = asks === 'all' ? asked.filter(each => each.due.isLate) : asked
  return {
    title: 'Home',
    greeting: name,
    agreement: { title: agreement.title, years: yearsOf(agreement), id: agreement.id },
    area: areas.find(({ id }) => id === agreement.areaId)?.name ?? '',
    headline: { judged: counts.judged, of: counts.of },
    bands: bandsOf(agreement.scheme).map(band => ({
      name: lookOf(agreement.scheme, band),
      words: sentenceCase(agreement.scheme.words[band]),
      count: counts.bands[band],
      href: `scorecard?judgement=${band}`,
    })),
    attention: exceptions.slice(0, fewest).map(({ line: { standing }, reasons }) => ({
      name: nameOf(standing.indicator),
      href: `indicators/${standing.indicator.id}`,
      words: reasons.map(({ kind }) => kindWords[kind]).join(', '),
      sentence: reasons[0]?.sentence ?? '',
    })),
    attentionLeft: Math.max(0, exceptions.length - fewest),
    asks,
    contributions,
    due: listed.map(each => dueView(each, lineOf.get(each.indicatorId), today, asks)).filter(row => row !== null),
    soon: asks === 'all' ? asked.length - listed.length : 0,
    ahead,
    waiting: waiting.map(({ id, fileName, state, madeByName }) => ({
      href: `imports/${id}`,
      name: fileName,
      words: `${importStateWords[state]}, brought by ${madeByName}`,
    })),
    news: news.flatMap(each => newsView(each, lineOf.get(each.indicatorId))),
  }
}

type Line = Shown['lines'][number]

function dueView({ due, isMine }: Home['due'][number], line: Line | undefined, today: Day, asks: Home['asks']) {
  if (line === undefined) return null
  const { indicator, lead, areaId } = line.standing
  return {
    name: nameOf(indicator),
    href: `indicators/${indicator.id}`,
    period: periodLabel(due.period, indicator.frequency),
    when: `${due.isLate ? 'Late since' : 'Due by'} ${dayLabel(due.on)}`,
    isLate: due.isLate,
    lead: asks === 'mine' ? null : (lead ?? 'No lead'),
    enterHref:
      isMine && due.period.endsOn < today ? `indicators/${indicator.id}/returns/new?area=${areaId}&period=${periodCode(due.period)}` : null,
  }
}

function newsView({ value, revision, reportedByName, reportedAt, ...period }: News, line: Line | undefined) {
  if (line === undefined) return []
  const { indicator } = line.standing
  const figure = `${cellFigure(value, indicator)} for ${periodLabel(period, indicator.frequency)}`
  return [
    {
      name: nameOf(indicator),
      href: `indicators/${indicator.id}`,
      words: revision > 1 ? `${figure}, corrected` : figure,
      by: `${reportedByName}, ${dayLabel(dayIn(reportedAt))}`,
    },
  ]
}
