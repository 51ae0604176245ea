import { financialYear, periodLabel } from '../../kernel/period.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { Area, nested } from '../../partnership/index.ts'
import type { AgreementId, Indicator, IndicatorId, OutcomeId } from '../indicator/indicator.ts'
import { bandsOf, type Scheme } from '../scheme/scheme.ts'
import type { Agreement, ThemeWithOutcomes } from './agreement.ts'
import { toleranceInWords, typedTolerance } from './tolerance.ts'

export const yearLabel = (year: number): string => periodLabel(financialYear(year), 'financial-year')

export const yearsLabel = ({ firstYear, lastYear }: Pick<Agreement, 'firstYear' | 'lastYear'>): string =>
  firstYear === lastYear ? yearLabel(firstYear) : `${yearLabel(firstYear)} to ${yearLabel(lastYear)}`

export function agreementsView(all: readonly Agreement[], areas: readonly Area[], indicatorsIn: (id: AgreementId) => number) {
  const names = new Map(areas.map(({ id, name }) => [id, name]))
  return {
    title: 'Agreements',
    agreements: all.map(agreement => ({
      href: `agreements/${agreement.id}`,
      title: agreement.title,
      years: yearsLabel(agreement),
      area: names.get(agreement.areaId) ?? '',
      tolerance: toleranceInWords(agreement),
      indicators: indicatorsIn(agreement.id),
    })),
  }
}

export type Shown = {
  readonly agreement: Agreement
  readonly areaName: string
  readonly themes: readonly ThemeWithOutcomes[]
  readonly indicators: readonly Indicator[]
  readonly served: readonly { readonly outcomeId: OutcomeId; readonly indicatorId: IndicatorId }[]
}

export function agreementView({ agreement, areaName, themes, indicators, served }: Shown) {
  const byOutcome = Map.groupBy(served, ({ outcomeId }) => outcomeId)
  const placed = new Set(served.map(({ indicatorId }) => indicatorId))
  const under = (outcomeId: OutcomeId) => {
    const ids = new Set((byOutcome.get(outcomeId) ?? []).map(({ indicatorId }) => indicatorId))
    return indicators.filter(({ id }) => ids.has(id)).map(indicatorLine)
  }
  const outcomes = themes.flatMap(theme => theme.outcomes)
  const { id } = agreement
  return {
    title: agreement.title,
    caption: `${areaName}, ${yearsLabel(agreement)}`,
    tolerance: toleranceInWords(agreement),
    scheme: schemeWords(agreement.scheme),
    schemeHref: `agreements/${id}/scheme`,
    editHref: `agreements/${id}/edit`,
    gridHref: `agreements/${id}/grid`,
    orderHref: themes.length > 1 || themes.some(theme => theme.outcomes.length > 1) ? `agreements/${id}/order` : '',
    removalHref: `agreements/${id}/removal`,
    newThemeHref: `agreements/${id}/themes/new`,
    newIndicatorHref: `indicators/new?agreement=${id}`,
    importHref: `imports/new?kind=indicators&agreement=${id}`,
    scorecardHref: `scorecard?agreement=${id}`,
    historyHref: `history/performance.agreement/${id}`,
    next: nextStep(themes.length, outcomes.length, indicators.length),
    themes: themes.map(theme => ({
      title: theme.title,
      id: `theme-${theme.id}`,
      editHref: `themes/${theme.id}/edit`,
      newOutcomeHref: `themes/${theme.id}/outcomes/new`,
      removalHref: theme.outcomes.length === 0 ? `themes/${theme.id}/removal` : '',
      outcomes: theme.outcomes.map(outcome => {
        const lines = under(outcome.id)
        return {
          title: outcome.title,
          href: `outcomes/${outcome.id}`,
          editHref: `outcomes/${outcome.id}/edit`,
          newIndicatorHref: `indicators/new?outcome=${outcome.id}`,
          removalHref: lines.length === 0 ? `outcomes/${outcome.id}/removal` : '',
          indicators: lines,
        }
      }),
    })),
    unplaced: indicators.filter(indicator => !placed.has(indicator.id)).map(indicatorLine),
    breadcrumbs: toAgreements,
  }
}

/** "exceeding, on target, within tolerance or off target" */
function schemeWords(scheme: Scheme): string {
  const words = bandsOf(scheme).map(band => scheme.words[band])
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

const indicatorLine = ({ id, reference, title, deferredReason, closedOn }: Indicator) => ({
  href: `indicators/${id}`,
  reference: reference ?? '',
  title,
  state: closedOn !== null ? 'Closed' : deferredReason !== null ? 'Deferred' : '',
})

/** What to do first, as long as something is missing. */
const nextStep = (themes: number, outcomes: number, indicators: number): 'theme' | 'outcome' | 'indicator' | null => {
  if (indicators > 0) return null
  if (themes === 0) return 'theme'
  return outcomes === 0 ? 'outcome' : 'indicator'
}

/** An agreement as its form shows it. */
export const fieldsOf = (agreement: Agreement): Readonly<Record<string, string>> => ({
  title: agreement.title,
  firstYear: yearLabel(agreement.firstYear),
  lastYear: yearLabel(agreement.lastYear),
  areaId: String(agreement.areaId),
  toleranceKind: agreement.toleranceKind,
  tolerance: typedTolerance(agreement),
})

export const inWords = (agreement: Agreement, areaName: string): Readonly<Record<string, readonly [string, string]>> => ({
  title: ['The title', agreement.title],
  firstYear: ['The first year', yearLabel(agreement.firstYear)],
  lastYear: ['The last year', yearLabel(agreement.lastYear)],
  areaId: ['The area', areaName],
  toleranceKind: ['The kind of tolerance', kindNames[agreement.toleranceKind]],
  tolerance: ['The tolerance', typedTolerance(agreement)],
})

const kindNames = { relative: 'a percentage of the target', absolute: 'a number in the unit of each indicator' } as const

export function agreementFormView(
  agreement: Agreement | null,
  areas: ReturnType<typeof nested>,
  fields: Readonly<Record<string, string>>,
  edition: string,
) {
  const { title = '', firstYear = '', lastYear = '', areaId = '', toleranceKind = '', tolerance = '' } = fields
  return {
    title: agreement === null ? 'Add an agreement' : `Change ${agreement.title}`,
    cancelHref: agreement === null ? 'agreements' : `agreements/${agreement.id}`,
    edition,
    fields: { title, firstYear, lastYear, tolerance },
    areas: [
      ...(areas.some(({ id }) => String(id) === areaId) ? [] : [{ value: '', text: 'Select an area', selected: true }]),
      ...areas.map(area => ({
        value: String(area.id),
        text: `${'– '.repeat(area.depth)}${area.name}`,
        selected: String(area.id) === areaId,
      })),
    ],
    hasAreas: areas.length > 0,
    kinds: [
      { value: 'relative', text: 'A percentage of the target', hint: { text: 'Like 5%' }, checked: toleranceKind === 'relative' },
      {
        value: 'absolute',
        text: 'A number in the unit of each indicator',
        hint: { text: 'Like 0.5. Rarely right for a whole agreement, where units differ' },
        checked: toleranceKind === 'absolute',
      },
    ],
    breadcrumbs: agreement === null ? toAgreements : crumbsTo(agreement),
  }
}

export type TitleForm = {
  readonly title: string
  readonly caption: string
  readonly hint: string
  readonly value: string
  readonly was: string
}

/** Of a theme or an outcome; `was` is what it was called when the form was opened. */
export const titleView = (to: Agreement, form: TitleForm) => ({ ...form, back: `agreements/${to.id}`, breadcrumbs: crumbsTo(to) })

export const removalView = (title: string, to: Agreement, ruling: Ruling<null>) => ({
  title,
  refusal: ruling.accepted ? '' : ruling.problems.map(({ text }) => text).join(' '),
  back: `agreements/${to.id}`,
  breadcrumbs: crumbsTo(to),
})

export const crumbsTo = (to: Agreement) => [...toAgreements, { text: to.title, href: `agreements/${to.id}` }]

const toAgreements = [{ text: 'Agreements', href: 'agreements' }]
