import type { Day } from '../../kernel/day.ts'
import { type Decimal, toText } from '../../kernel/decimal.ts'
import { periodCode, periodLabel } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import { figureFields } from '../data-return/figure-entry.ts'
import { entryOf, periodFields } from '../data-return/period-entry.ts'
import { type Indicator, nameOf } from '../indicator/indicator.ts'
import { partsOf } from '../profile/profile.ts'
import { aim, unitWords } from '../standing/glance.ts'
import { areaChoices, areaName, breadcrumbs, everyArea, type Subject } from './subject.ts'
import { figureOf, fingerprint, type KeptTarget, kindNames, type TargetKind, targetKinds } from './target.ts'

export type Listing = {
  readonly total: number
  readonly targets: readonly KeptTarget[]
  readonly chosenArea: AreaId | null
  readonly areasWithTargets: ReadonlySet<AreaId>
}

/** Areas in the order of the rows, each with its periods, each of those with its four kinds. */
export function targetsView(subject: Subject, { total, targets, chosenArea, areasWithTargets }: Listing) {
  const { indicator } = subject
  const byArea = Map.groupBy(targets, ({ areaId }) => areaId)
  const kinds = targetKinds.filter(kind => kind === 'target' || targets.some(target => target.kind === kind))
  return {
    ...about(subject, 'Targets', null),
    total,
    unit: unitWords(indicator) ?? '',
    isJudged: indicator.polarity !== 'none',
    areas:
      areasWithTargets.size > 1 ? areaChoices(subject, areasWithTargets, chosenArea === null ? '' : String(chosenArea), 'Every area') : [],
    kinds: kinds.map(kind => kindNames[kind]),
    groups: [...byArea].map(([areaId, ofArea]) => ({
      area: areaName(subject, areaId),
      rows: [...Map.groupBy(ofArea, periodCode).values()].map(ofPeriod => row(ofPeriod, kinds, subject)),
    })),
    profileHref: profileHrefOf(targets, indicator),
    newHref: `indicators/${indicator.id}/targets/new${chosenArea === null ? '' : `?area=${chosenArea}`}`,
  }
}

/** To spread the target of the latest year that can be. */
function profileHrefOf(targets: readonly KeptTarget[], indicator: Indicator): string {
  const year = targets.find(each => partsOf(each, indicator).length > 0)
  return year ? `indicators/${indicator.id}/targets/${year.id}/profile` : ''
}

function row(ofPeriod: readonly KeptTarget[], kinds: readonly TargetKind[], { indicator }: Subject) {
  const [first] = ofPeriod
  return {
    period: first ? periodLabel(first, indicator.frequency) : '',
    cells: kinds.map(kind => {
      const target = ofPeriod.find(each => each.kind === kind)
      return {
        kind: kindNames[kind],
        figure: target ? (aim(target, indicator) ?? '') : '',
        href: target ? `indicators/${indicator.id}/targets/${target.id}/edit` : '',
      }
    }),
  }
}

export type Entered = Readonly<Record<string, string>>

/** What the form shows of a target that is there. */
export function enteredOf(target: KeptTarget, { indicator }: Subject): Entered {
  return {
    areaId: String(target.areaId),
    kind: target.kind,
    ...entryOf(target, { frequency: indicator.frequency, andYears: true }),
    value: typed(target.value),
    low: typed(target.low),
    high: typed(target.high),
  }
}

const typed = (value: Decimal | null): string => (value === null ? '' : toText(value))

/** `target` is the one that is changed, as it is now; null for a new one. */
export function targetFormView(subject: Subject, target: KeptTarget | null, entered: Entered, today: Day) {
  const { indicator } = subject
  const { areaId = '', kind = '', period = '', reading = '', value = '', low = '', high = '' } = entered
  const isRange = indicator.polarity === 'range'
  return {
    ...about(subject, target === null ? 'Add a target' : `Change the ${nameIn(target, subject)}`, { text: 'Targets', path: 'targets' }),
    action: target === null ? `indicators/${indicator.id}/targets/new` : `indicators/${indicator.id}/targets/${target.id}/edit`,
    profileHref: target === null ? '' : profileHrefOf([target], indicator),
    removalHref: target === null ? '' : `indicators/${indicator.id}/targets/${target.id}/removal`,
    areas: [
      ...(areaId === '' ? [{ value: '', text: 'Select an area', selected: true }] : []),
      ...areaChoices(subject, everyArea(subject), areaId),
    ],
    kinds: targetKinds.map(each => ({ value: each, text: kindNames[each], hint: { text: kindHints[each] }, checked: each === kind })),
    ...periodFields({ period, reading }, { frequency: indicator.frequency, andYears: true }, today),
    ...figureFields(indicator),
    isRange,
    valueLabel: isRange ? 'Value, for a baseline' : 'Value',
    value,
    low,
    high,
    seen: target === null ? '' : fingerprint(target),
  }
}

const kindHints = {
  baseline: 'The value to start from',
  interim: 'To have been reached on the way',
  target: 'To be reached in the period',
  stretch: 'More than was asked',
  floor: 'Not to go below, where judgements are shown with a floor standard',
} as const

export const removalView = (subject: Subject, target: KeptTarget) => ({
  ...about(subject, `Remove the ${nameIn(target, subject)}`, { text: 'Targets', path: 'targets' }),
  isAimedFor: target.kind !== 'baseline',
  figure: figureOf(target, subject.indicator),
  seen: fingerprint(target),
})

/** target for 2008-09, Wexcombe */
export const nameIn = (target: KeptTarget, subject: Subject): string =>
  `${kindNames[target.kind].toLowerCase()} for ${periodLabel(target, subject.indicator.frequency)}, ${areaName(subject, target.areaId)}`

/** What stands on each of these pages: which indicator it is, and whether its frequency is known. */
function about(subject: Subject, heading: string, under: Parameters<typeof breadcrumbs>[1]) {
  const { indicator } = subject
  return {
    title: `${heading}: ${nameOf(indicator)}`,
    heading,
    indicator: nameOf(indicator),
    targetsHref: `indicators/${indicator.id}/targets`,
    editHref: `indicators/${indicator.id}/edit`,
    isFrequencyKnown: indicator.frequency !== null,
    breadcrumbs: breadcrumbs(subject, under),
  }
}
