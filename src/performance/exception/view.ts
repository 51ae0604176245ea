import { dayLabel } from '../../kernel/day.ts'
import { periodCode, periodLabel } from '../../kernel/period.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import type { AreaId } from '../../partnership/index.ts'
import { assuranceSentence } from '../around/around.ts'
import { distinct, type Line, scorecard } from '../scorecard/scorecard.ts'
import { indicatorAddress, type Shown, yearsOf } from '../scorecard/view.ts'
import { plainName } from '../standing/file-name.ts'
import { glanceAt, verdictOf } from '../standing/glance.ts'
import { gravity, type Layer, layers, type Reason, type ReasonKind, reasonsFor } from './exception.ts'

export type Exceptional = { readonly line: Line; readonly reasons: readonly Reason[] }

/** What there is of each indicator in further areas; only those that work with the figures want that. */
export type Elsewhere = readonly Line[]

/** The worst first; of two that are as bad, the one with the lower reference. */
export function exceptionsIn(shown: Shown, elsewhere: Elsewhere, layer: Layer): Exceptional[] {
  const { lines, themes, filter, chosen, today } = shown
  const offTarget = Map.groupBy(
    elsewhere.filter(({ assessment }) => assessment.kind === 'judged' && assessment.band === 'off-target'),
    ({ standing }) => standing.indicator.id,
  )
  const areaName = new Map<AreaId, string>(shown.areas.map(({ id, name }) => [id, name]))
  const counted = distinct(scorecard(lines, themes, filter, 'list').sections)
  const found = counted.map(line => {
    const { standing, assessment } = line
    const others = (offTarget.get(standing.indicator.id) ?? []).filter(other => other.standing.areaId !== standing.areaId)
    const subject = {
      standing,
      assessment,
      glance: glanceAt(standing, assessment, chosen, today),
      elsewhere: others.map(other => areaName.get(other.standing.areaId) ?? ''),
    }
    return { line, reasons: reasonsFor(subject, layer, chosen, today) }
  })
  return found.filter(({ reasons }) => reasons.length > 0).toSorted((a, b) => gravity(b.reasons) - gravity(a.reasons))
}

const layerWords: Readonly<Record<Layer, { readonly name: string; readonly shows: string }>> = {
  strategic: { name: 'Strategic', shows: 'What is off target, has changed for the worse, or will miss its target if it goes on so.' },
  executive: {
    name: 'Executive',
    shows: 'What is off target, has changed for the worse, is worse than last year, will miss its target if it goes on so, or is late.',
  },
  operational: {
    name: 'Operational',
    shows: 'All of that, where else in the area it is off target, deferrals to look at again, and what cannot be judged yet.',
  },
}

export const kindWords: Readonly<Record<ReasonKind, string>> = {
  'off-target': 'Off target',
  concern: 'Concern',
  predicted: 'Predicted to miss',
  late: 'Late',
  worsening: 'Worsening',
  elsewhere: 'Off target elsewhere',
  review: 'Deferral to look at',
  'not-judged': 'Cannot be judged',
}

const queryOf = ({ agreements, agreement, areaId, chosen, filter }: Shown, layer: Layer): string =>
  [
    layer === 'executive' ? '' : `for=${layer}`,
    agreements.length > 1 ? `agreement=${agreement.id}` : '',
    chosen === null ? '' : `period=${periodCode(chosen)}`,
    areaId === agreement.areaId ? '' : `area=${areaId}`,
    filter.lead === null ? '' : `lead=${filter.lead}`,
  ]
    .filter(part => part !== '')
    .join('&')

const addressOf = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`)

export function exceptionsView(shown: Shown, found: readonly Exceptional[], layer: Layer) {
  const { agreement, areas, areaId, chosen, periods, today, leads, lines, filter } = shown
  const leading = new Set(lines.map(({ standing }) => standing.indicator.leadId))
  const code = chosen && periodCode(chosen)
  const option = (period: Parameters<typeof periodCode>[0]) => ({
    value: periodCode(period),
    text: periodLabel(period, null),
    selected: periodCode(period) === code,
  })
  return {
    title: `Exceptions: ${agreement.title}`,
    agreement: { title: agreement.title, years: yearsOf(agreement) },
    area: areas.find(({ id }) => id === areaId)?.name ?? '',
    when: chosen === null ? 'Latest value of each indicator' : periodLabel(chosen, null),
    today: dayLabel(today),
    layer,
    shows: layerWords[layer].shows,
    layers: layers.map(each => ({
      text: layerWords[each].name,
      current: each === layer,
      href: addressOf('exceptions', queryOf(shown, each)),
    })),
    periods: { years: periods.years.map(option), quarters: periods.quarters.map(option) },
    leads: leads
      .filter(({ id }) => leading.has(id))
      .map(({ id, name }) => ({ value: String(id), text: name, selected: id === filter.lead })),
    keptArea: areaId === agreement.areaId ? null : areaId,
    keptAgreement: shown.agreements.length > 1 ? agreement.id : null,
    csvHref: addressOf('exceptions.csv', queryOf(shown, layer)),
    scorecardHref: addressOf('scorecard', queryOf(shown, 'executive')),
    of: lines.length,
    exceptions: found.map(({ line: { standing, assessment }, reasons }) => ({
      reference: standing.indicator.reference,
      title: standing.indicator.title,
      href: indicatorAddress(standing.indicator.id, chosen, areaId === agreement.areaId ? null : areaId),
      lead: standing.lead,
      judgement: glanceAt(standing, assessment, chosen, today).judgement,
      reasons: reasons.map(({ kind, sentence }) => ({ kind, words: kindWords[kind], sentence })),
      ...besideOf({ standing, assessment }, shown),
    })),
  }
}

/** Red with full assurance and amber with none are different sentences (rules E10); and why it is so, where somebody has said. */
function besideOf({ standing: { indicator }, assessment }: Line, { beside }: Shown) {
  if (beside === null) return { assurance: null, story: null }
  const assurance = beside.assurance(indicator.id)
  return {
    assurance: assurance && assuranceSentence(verdictOf(assessment).words, assurance),
    story: assessment.period && beside.story(indicator.id, assessment.period),
  }
}

/** As a list in short, in words. */
export const exceptionsInShort = ({ chosen, today }: Shown, found: readonly Exceptional[]) =>
  found.map(({ line: { standing, assessment }, reasons }) => {
    const { judgement } = glanceAt(standing, assessment, chosen, today)
    return {
      reference: standing.indicator.reference,
      title: standing.indicator.title,
      href: indicatorAddress(standing.indicator.id, chosen, null),
      judgement: { name: judgement.name, words: judgement.words },
      reasons: reasons.map(({ kind }) => kindWords[kind]),
    }
  })

/** A row for each reason. */
export function exceptionsTable(shown: Shown, found: readonly Exceptional[], layer: Layer): Table & { readonly name: string } {
  const { agreement, chosen, today } = shown
  const rows = found.flatMap(({ line: { standing, assessment }, reasons }) => {
    const { assurance, story } = besideOf({ standing, assessment }, shown)
    return reasons.map(({ kind, sentence }): Cell[] => [
      standing.indicator.reference,
      standing.indicator.title,
      standing.lead,
      glanceAt(standing, assessment, chosen, today).judgement.words,
      kindWords[kind],
      sentence,
      assurance,
      story?.text ?? null,
    ])
  })
  return {
    name: plainName(`exceptions ${layer} ${agreement.title} ${chosen === null ? 'latest' : periodCode(chosen)}`),
    title: 'Exceptions',
    columns: ['Reference', 'Indicator', 'Lead', 'Judgement', 'Reason', 'In words', 'Delivery assurance', 'Commentary'].map(
      (heading, at) => ({
        heading,
        width: [12, 50, 30, 18, 20, 100, 100, 100][at] ?? 20,
      }),
    ),
    rows,
  }
}
