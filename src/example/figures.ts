/**
 * Wexcombe's figures: made from the course that each indicator is said to have taken, and from nothing else. What looks like chance is a number
 * worked out from the indicator's reference, so that the same day always gives the same figures. They are an illustration: floats will do.
 */
import { addDays, type Day, day } from '../kernel/day.ts'
import { type Frequency, financialYear, financialYearOf, type Period, periodsOf } from '../kernel/period.ts'
import type { Course, Plan } from './indicators.ts'

export type Goal = {
  readonly indicator: string
  readonly areaCode: string
  readonly kind: 'baseline' | 'target' | 'interim' | 'stretch'
  readonly period: Period
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
}

export type Report = {
  readonly indicator: string
  readonly areaCode: string
  readonly period: Period
  readonly revision: number
  readonly isLatest: boolean
  readonly value: string | null
  readonly absence: 'suppressed' | 'not-published' | null
  readonly numerator: string | null
  readonly denominator: string | null
  /** Of a survey: how many answered. */
  readonly sampleSize: number | null
  readonly status: 'provisional' | 'estimated' | 'final'
  readonly source: string
  readonly reason: string
  readonly reportedOn: Day
}

export type Place = { readonly code: string; readonly name: string; readonly part: number; readonly hardship: number }

/** An agreement's three years are counted 0, 1 and 2; the year before them, in which the baselines lie, is −1. */
type Setting = {
  readonly plan: Plan
  readonly firstYear: number
  readonly today: Day
  readonly county: string
  readonly districts: readonly Place[]
  /** Other counties, that this one is compared with. */
  readonly neighbours: readonly Place[]
}

export function goalsOf(setting: Setting): Goal[] {
  const { plan, county, districts } = setting
  const goals = goalsIn(setting, county, value => value)
  if (plan.course.districts !== 'levels' && plan.course.districts !== 'only') return goals
  return [...goals, ...districts.flatMap(place => goalsIn(setting, place.code, value => value * levelOf(plan, place)))]
}

function goalsIn({ plan, firstYear }: Setting, areaCode: string, scaled: (value: number) => number): Goal[] {
  const { reference, frequency, decimals, measurement, course } = plan
  const written = (value: number) => scaled(value).toFixed(decimals)
  const goal = (kind: Goal['kind'], period: Period | undefined, value: number): Goal[] =>
    period ? [{ indicator: reference, areaCode, kind, period, value: written(value), low: null, high: null }] : []

  const baseline =
    course.baseline === null
      ? []
      : goal('baseline', goalPeriod(frequency, course, firstYear, frequency === 'survey' ? -2 : -1), course.baseline)
  const yearly = years.flatMap(year => {
    const target = course.targets[year]
    const period = goalPeriod(frequency, course, firstYear, year)
    if (target === null || period === undefined) return []
    if (typeof target === 'number') return goal('target', period, target)
    return [
      { indicator: reference, areaCode, kind: 'target' as const, period, value: null, low: written(target[0]), high: written(target[1]) },
    ]
  })
  const stretch = course.stretch === undefined ? [] : goal('stretch', goalPeriod(frequency, course, firstYear, 2), course.stretch)
  const interim = years.flatMap(year => {
    const target = course.targets[year]
    if (!course.profiled || measurement !== 'cumulative' || typeof target !== 'number') return []
    return quartersOf(firstYear + year)
      .slice(0, 3)
      .flatMap((period, index) => goal('interim', period, target * sinceApril(course, index + 1)))
  })
  return [...baseline, ...yearly, ...interim, ...stretch]
}

const years = [0, 1, 2] as const

/** What a target of a year of the agreement is for: the year itself, unless the indicator has years, or surveys, of its own. */
function goalPeriod(frequency: Frequency, course: Course, firstYear: number, year: number): Period | undefined {
  const { startsOn, endsOn } = financialYear(firstYear + year)
  if (frequency === 'survey') return wave(course, firstYear + year)
  const own = frequency === 'academic-year' || frequency === 'calendar-year' || frequency === 'three-years'
  return own ? periodsOf(frequency, startsOn, endsOn).at(-1) : { startsOn, endsOn }
}

function wave({ wave }: Course, year: number): Period {
  if (wave === 'winter') return { startsOn: day(`${year}-12-01`), endsOn: addDays(day(`${year + 1}-03-01`), -1) }
  return { startsOn: day(`${year}-09-01`), endsOn: day(`${year}-11-30`) }
}

export function reportsOf(setting: Setting): Report[] {
  const { plan, county, districts } = setting
  if (plan.course.ended === null) return []
  const whole = reportsIn(setting, { code: county, figureFor: period => valueIn(setting, period), outOf: plan.course.outOf })
  const places = [...(plan.course.districts === undefined ? [] : districts), ...(plan.course.compared ? setting.neighbours : [])]
  return [
    ...(plan.course.districts === 'only' ? [] : whole),
    ...places.flatMap(place => reportsIn(setting, districtFigures(setting, place))),
  ]
}

type Figures = { readonly code: string; readonly figureFor: (period: Period) => number; readonly outOf: number | undefined }

function reportsIn(setting: Setting, { code, figureFor, outOf }: Figures): Report[] {
  const { plan, today, county } = setting
  const { reference, decimals, course, source, closed } = plan
  const due = periodsReported(setting).flatMap(period => {
    const reportedOn = addDays(period.endsOn, Math.max(2, plan.lagDays - Math.floor(9 * chance(reference, period.endsOn, 'reported'))))
    return reportedOn <= today ? [{ period, reportedOn }] : []
  })
  const held = course.late === undefined || closed !== undefined ? due : due.slice(0, -course.late)
  return held.flatMap(({ period, reportedOn }, index): Report[] => {
    const back = held.length - 1 - index
    const suppressed =
      course.suppressed === 'always' || (code === smallDistrict && course.suppressed === 'Tarrant Downs' && index % 3 === 1)
    const report = {
      indicator: reference,
      areaCode: code,
      period,
      revision: 1,
      isLatest: true,
      absence: null,
      status:
        back < (course.provisional ?? 0)
          ? ('provisional' as const)
          : back < (course.estimated ?? 0)
            ? ('estimated' as const)
            : ('final' as const),
      source,
      reason: '',
      reportedOn,
      sampleSize:
        plan.frequency === 'survey' && plan.valueType === 'percentage' ? Math.round(1050 + 120 * chance('sample', period.endsOn)) : null,
      ...counted(figureFor(period), decimals, outOf, chance(reference, code, period.endsOn)),
    }
    if (suppressed)
      return [{ ...report, value: null, numerator: null, denominator: null, sampleSize: null, absence: 'suppressed', status: 'final' }]

    const { revised, recounted, slip } = course
    if (slip !== undefined && back === 0 && code === county && report.value !== null)
      return [{ ...report, value: (Number(report.value) + slip).toFixed(decimals) }]
    if (code === smallDistrict && recounted?.back === back && report.value !== null && addDays(reportedOn, 20) <= today) {
      const more = { value: String(Number(report.value) + recounted.more), reason: recounted.reason, reportedOn: addDays(reportedOn, 20) }
      return [
        { ...report, isLatest: false },
        { ...report, ...more, revision: 2 },
      ]
    }
    const revisedOn = addDays(reportedOn, 60)
    if (revised === undefined || revised.back !== back || revisedOn > today) return [report]
    const before =
      revised.was === 'not-published'
        ? { value: null, absence: 'not-published' as const, numerator: null, denominator: null }
        : counted(figureFor(period) * revised.was, decimals, outOf, chance(reference, code, period.endsOn))
    return [
      { ...report, ...before, isLatest: false },
      { ...report, revision: 2, reason: revised.reason, reportedOn: revisedOn },
    ]
  })
}

export type Rebased = { readonly indicator: string; readonly areaCode: string; readonly startsOn: Day; readonly reason: string }

/** Where what wavers settled at another level, with the first day of the agreement. */
export const rebasesOf = ({ plan, county, firstYear }: Setting): Rebased[] =>
  plan.course.wavers?.before === undefined
    ? []
    : [
        {
          indicator: plan.reference,
          areaCode: county,
          startsOn: financialYear(firstYear).startsOn,
          reason: plan.course.wavers.before.reason,
        },
      ]

/** From the year before the agreement, so that there is something to compare with; of yearly figures one more. */
function periodsReported({ plan, firstYear, today }: Setting): Period[] {
  const { frequency, course, closed } = plan
  const last = closed === undefined ? today : addDays(today, -31 * closed.monthsAgo - plan.lagDays)
  if (frequency === 'survey') return [-2, 0, 2].map(year => wave(course, firstYear + year)).filter(({ endsOn }) => endsOn <= last)
  const yearly = frequency.endsWith('year') || frequency === 'three-years'
  return periodsOf(frequency, financialYear(firstYear - (yearly ? 2 : 1) - (course.wavers?.yearsBefore ?? 0)).startsOn, last)
}

/** A percentage is that of whole people, homes or tonnes. */
function counted(value: number, decimals: number, outOf: number | undefined, chance: number) {
  if (outOf === undefined) return { value: value.toFixed(decimals), numerator: null, denominator: null }
  const denominator = Math.round(outOf * (0.97 + 0.06 * chance))
  const numerator = Math.round((value / 100) * denominator)
  return { value: ((100 * numerator) / denominator).toFixed(decimals), numerator: String(numerator), denominator: String(denominator) }
}

function valueIn({ plan, firstYear }: Setting, period: Period): number {
  const { course, reference, valueType, measurement, frequency } = plan
  const year = financialYearOf(period.endsOn) - firstYear
  if (course.wavers !== undefined) return wavering(plan, course.wavers, period, year)
  const quarter = quarterNumber(period.endsOn)
  const shake = (chance(reference, String(year), period.endsOn.slice(5)) * 2 - 1) * (course.noise ?? 0.15) * toleranceIn(plan, year)
  const ended = levelIn(plan, year)
  if (measurement === 'cumulative') return (ended + shake * (quarter < 4 ? 1 : 0.3)) * sinceApril(course, quarter)

  const inYears = frequency.endsWith('year') || frequency === 'three-years' || frequency === 'survey'
  // The last figure of a year is where the year is said to have ended; what is reported more often gets there by steps that grow smaller.
  const gone = inYears ? 1 : ((Number(period.endsOn.slice(5, 7)) + 8) % 12) / 12 + 1 / 12
  const before = levelIn(plan, year - 1)
  const season = (course.season?.[quarter - 1] ?? 0) * toleranceIn(plan, year)
  const value = before + (ended - before) * gone ** 0.6 + (gone === 1 ? 0 : shake) + season
  return valueType === 'percentage' ? Math.min(100, Math.max(0, value)) : Math.max(0, value)
}

/** Never long on one side, as chance alone would sometimes have it: an illustration should not turn on the day on which it is looked at. */
function wavering(
  { reference }: Plan,
  { about, by, before }: NonNullable<Course['wavers']>,
  { startsOn, endsOn }: Period,
  year: number,
): number {
  const [from, to] = [startsOn, endsOn].map(on => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1)
  const number = Math.floor((to ?? 0) / ((to ?? 0) - (from ?? 0) + 1))
  const side = [1, -1, -1, 1, -1, 1, 1, -1][number % 8] ?? 1
  return (year < 0 && before ? before.about : about) + by * side * (0.3 + 0.7 * chance(reference, endsOn))
}

/** Where a year ended. Before the agreement it was a little worse than the baseline. */
function levelIn(plan: Plan, year: number): number {
  const { baseline, targets, ended } = plan.course
  const better = plan.polarity === 'lower' ? -1 : 1
  if (plan.frequency === 'survey' && year < 0) return baseline ?? 0
  if (year === -1) return baseline ?? levelIn(plan, 0)
  if (year < -1) return levelIn(plan, -1) - better * 0.8 * toleranceIn(plan, 0)
  const target = targets[Math.min(2, year)] ?? null
  const by = ended?.[Math.min(2, year)] ?? 0
  if (target === null) return targets.every(each => each === null) ? by : levelIn(plan, year - 1)
  if (typeof target === 'number') return target + better * by * toleranceIn(plan, year)
  const [low, high] = target
  return by >= 0 ? low + (by * (high - low)) / 2 : low + by * toleranceIn(plan, year)
}

function toleranceIn({ tolerance: [kind, amount] = ['relative', 0.05], course: { targets } }: Plan, year: number): number {
  const target = targets[Math.max(0, Math.min(2, year))] ?? null
  if (target === null) return 1
  const tolerance = kind === 'absolute' ? amount : amount * (typeof target === 'number' ? target : target[0])
  return tolerance === 0 ? 1 : tolerance
}

/** Which part of a year's total has come together by the end of a quarter. */
const sinceApril = ({ season = [0.25, 0.25, 0.25, 0.25] }: Course, quarter: number): number =>
  quarter === 4 ? 1 : season.slice(0, quarter).reduce((sum, part) => sum + part, 0)

function districtFigures(setting: Setting, place: Place): Figures {
  const { plan, districts } = setting
  const { reference, course, decimals } = plan
  const outOf = course.outOf === undefined ? undefined : Math.round(course.outOf * place.part)
  if (course.districts === 'parts') {
    const last = districts.at(-1)?.code === place.code
    const partOf = (whole: number, period: Period, of: Place) =>
      Math.round(whole * of.part * (0.85 + 0.3 * chance(reference, of.code, period.endsOn)))
    return {
      code: place.code,
      outOf,
      // What is left is the last one's, so that the parts come to the whole.
      figureFor: period => {
        const whole = Math.round(valueIn(setting, period))
        const others = districts.slice(0, -1).reduce((sum, other) => sum + partOf(whole, period, other), 0)
        return last ? Math.max(0, whole - others) : partOf(whole, period, place)
      },
    }
  }
  const bent = 2.4 * (chance(reference, place.code, 'bent') - 0.5)
  const better = plan.polarity === 'lower' ? -1 : 1
  return {
    code: place.code,
    outOf,
    figureFor: period => {
      const year = financialYearOf(period.endsOn) - setting.firstYear
      const shake = better * bent + 0.8 * (chance(reference, place.code, period.endsOn) - 0.5)
      const part = plan.measurement === 'cumulative' ? sinceApril(course, quarterNumber(period.endsOn)) : 1
      const value = (valueIn(setting, period) + shake * part * toleranceIn(plan, year)) * levelOf(plan, place)
      return Math.max(value, decimals === 0 ? 1 : 10 ** -decimals)
    },
  }
}

/** Where life is harder, crime is higher and recycling lower. */
const levelOf = ({ polarity }: Plan, { hardship }: Place): number => 1 + (polarity === 'higher' ? -0.5 : 1) * 0.18 * hardship

const smallDistrict = 'X07000003'

const quarterNumber = (on: Day): number => Math.floor(((Number(on.slice(5, 7)) + 8) % 12) / 3) + 1

function quartersOf(year: number): Period[] {
  const { startsOn, endsOn } = financialYear(year)
  return periodsOf('quarter', startsOn, endsOn)
}

/** Between 0 and 1, and always the same for the same words. */
function chance(...words: readonly string[]): number {
  let hash = 0x811c9dc5
  for (const character of words.join('|')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
