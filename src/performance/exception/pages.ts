import { type Period, periodLabel } from '../../kernel/period.ts'
import type { GroupId } from '../../partnership/index.ts'
import { download, type Fields, found, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import type { Around } from '../around/pages.ts'
import { type IndicatorId, nameOf } from '../indicator/indicator.ts'
import { why } from '../judgement/working.ts'
import { responsibilitiesOf } from '../responsibility/store.ts'
import { scorecardCsv } from '../scorecard/csv.ts'
import { scorecardAskedFor, withBeside } from '../scorecard/pages.ts'
import { distinct, scorecard, type Theme } from '../scorecard/scorecard.ts'
import type { Shown } from '../scorecard/view.ts'
import { type Verdict, verdictOf } from '../standing/glance.ts'
import type { Chosen } from '../standing/standing.ts'
import { type Layer, layers } from './exception.ts'
import { type Exceptional, exceptionsIn, exceptionsInShort, exceptionsTable, exceptionsView } from './view.ts'

export const listExceptions =
  (around: Around): Handler =>
  async visit => {
    const asked = await besideThem(visit, await exceptionsAskedFor(visit, layerIn(visit.query)), around)
    if (asked === null) return redirect('scorecard')
    return page(template(import.meta.url, 'list.njk'), exceptionsView(asked.shown, asked.exceptions, asked.layer))
  }

export const downloadExceptions =
  (around: Around): Handler =>
  async visit => {
    const { shown, exceptions, layer } = found(await besideThem(visit, await exceptionsAskedFor(visit, layerIn(visit.query)), around))
    const table = exceptionsTable(shown, exceptions, layer)
    return download(`${table.name}.csv`, 'text/csv; charset=utf-8', scorecardCsv(table))
  }

/** With what modules above say beside the judgements. */
const besideThem = async (visit: Visit, asked: Asked | null, around: Around): Promise<Asked | null> =>
  asked && { ...asked, shown: await withBeside(visit, asked.shown, around) }

const layerIn = (query: Fields): Layer => layers.find(each => each === text(query, 'for')) ?? 'executive'

export type Asked = { readonly shown: Shown; readonly exceptions: readonly Exceptional[]; readonly layer: Layer }

/** What the scorecard reads, and for those who work with the figures what there is in every area besides. Null where there is no agreement. */
export async function exceptionsAskedFor(visit: Pick<Visit, 'db' | 'query' | 'today'>, layer: Layer): Promise<Asked | null> {
  const asked = (by: string) => ({ ...visit, query: { ...only(visit.query, ['agreement', 'period', 'area', 'lead']), by } })
  const shown = await scorecardAskedFor(asked('list'))
  if (shown === null) return null
  const inAreas = layer === 'operational' && shown.areas.length > 1 ? await scorecardAskedFor(asked('area'), fewReturns) : null
  return { shown, exceptions: exceptionsIn(shown, inAreas?.lines ?? [], layer), layer }
}

/** One of a few exceptions, as another module shows them: `href` is relative to the partnership. */
export type ExceptionInShort = {
  readonly reference: string | null
  readonly title: string
  readonly href: string
  readonly judgement: { readonly name: string; readonly words: string }
  readonly reasons: readonly string[]
}

/** What a group is to look at: the exceptions of the themes and outcomes for which it answers, or of all where it answers for none. Null without an agreement. */
export async function exceptionsOfGroup(
  { db, today }: Pick<Visit, 'db' | 'today'>,
  groupId: GroupId,
): Promise<{ readonly isOfGroup: boolean; readonly exceptions: readonly ExceptionInShort[] } | null> {
  const [asked, { themeIds, outcomeIds }] = await Promise.all([
    exceptionsAskedFor({ db, today, query: {} }, 'executive'),
    responsibilitiesOf(db, groupId),
  ])
  if (asked === null) return null
  const answered = asked.shown.themes.flatMap(({ id, outcomes }) =>
    themeIds.includes(id) ? outcomes : outcomes.filter(outcome => outcomeIds.includes(outcome.id)),
  )
  const own = new Set(answered.flatMap(({ indicatorIds }) => [...indicatorIds]))
  const concerning = answered.length === 0 ? asked.exceptions : asked.exceptions.filter(({ line }) => own.has(line.standing.indicator.id))
  return { isOfGroup: answered.length > 0, exceptions: exceptionsInShort(asked.shown, concerning) }
}

/** An indicator that is off target in the agreement's own area, as other modules show it. */
export type OffTarget = {
  readonly indicatorId: IndicatorId
  readonly name: string
  readonly lead: string | null
  readonly period: Period
  readonly periodName: string
  readonly judgement: Verdict
  readonly why: string
  readonly themes: readonly Pick<Theme, 'id' | 'title'>[]
}

/** Of today's agreement or the one that is asked for, in the order of the scorecard. Null without an agreement. */
export async function offTargetIn(
  visit: Pick<Visit, 'db' | 'query' | 'today'>,
): Promise<{ readonly agreement: Agreement; readonly chosen: Chosen; readonly offTarget: readonly OffTarget[] } | null> {
  const shown = await scorecardAskedFor({ ...visit, query: { ...only(visit.query, ['agreement', 'period']), by: 'list' } })
  if (shown === null) return null
  const { agreement, lines, themes, filter, chosen } = shown
  const offTarget = distinct(scorecard(lines, themes, filter, 'list').sections).flatMap(({ standing: { indicator, lead }, assessment }) =>
    assessment.kind === 'judged' && assessment.band === 'off-target'
      ? [
          {
            indicatorId: indicator.id,
            name: nameOf(indicator),
            lead,
            period: { startsOn: assessment.period.startsOn, endsOn: assessment.period.endsOn },
            periodName: periodLabel(assessment.period, indicator.frequency),
            judgement: verdictOf(assessment),
            why: why(assessment),
            themes: themes.filter(({ outcomes }) => outcomes.some(({ indicatorIds }) => indicatorIds.has(indicator.id))),
          },
        ]
      : [],
  )
  return { agreement, chosen, offTarget }
}

/** Enough to judge the latest by. */
const fewReturns = 6

const only = (query: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.flatMap(name => (text(query, name) === '' ? [] : [[name, text(query, name)]])))
