import { dayIn } from '../kernel/day.ts'
import { type Decimal, decimal } from '../kernel/decimal.ts'
import { type AreaId, addAreas, type OrganisationId, personOf, setCoordinator, setNeighbours, setProfile } from '../partnership/index.ts'
import {
  addAgreement,
  addBreak,
  addFormerDefinition,
  addIndicators,
  addOutcomes,
  addRebase,
  addTargets,
  addThemes,
  type IndicatorId,
  keepView,
  type NewReturn,
  type OutcomeId,
  setAssuranceText,
  setOverride,
  setProxy,
  setResponsibilities,
  type ThemeId,
} from '../performance/index.ts'
import {
  addAccount,
  addDistrict,
  addMembership,
  createPartnership,
  enterPartnership,
  examplePartnership,
  freeSlug,
  leavePartnership,
  lockSetup,
  setShares,
} from '../platform/accounts/index.ts'
import type { Database, Db } from '../platform/db/index.ts'
import { districtsOfWexcombe } from './districts.ts'
import { answeredForByNobody } from './gaps.ts'
import { known } from './known.ts'
import { loadDelivery } from './load-delivery.ts'
import { loadMeetings } from './load-meetings.ts'
import { loadPlans } from './load-plans.ts'
import { loadReviews } from './load-reviews.ts'
import { loadTable, type Table, type TableData, tableOfWexcombe } from './load-table.ts'
import { atHalfPastTen, reportAndClose } from './report-and-close.ts'
import { loadVision } from './vision.ts'
import { type Wexcombe, wexcombe } from './wexcombe.ts'

/** Wexcombe with the partnerships of two of its districts, whole or not at all; nothing is done where it is there. */
export async function loadExample(database: Database, now: Temporal.Instant): Promise<void> {
  const example = wexcombe(dayIn(now))
  await database.platform(async db => {
    // Another web process may be asked for it at the same moment.
    await lockSetup(db)
    if (await examplePartnership(db)) return
    const partnershipId = await createPartnership(db, { slug: example.slug, name: example.name, isExample: true })
    const accounts = new Map<string, number>()
    for (const { name, email, role } of example.people) {
      const accountId = await addAccount(db, { email, name, passphraseHash: null, isExample: true })
      await addMembership(db, { partnershipId, accountId, role })
      accounts.set(name, accountId)
    }
    await enterPartnership(db, { partnershipId, accountId: null, name: 'Goldthread', requestId: 'example' })
    const named = await fill(db, example, tableOfWexcombe, accounts)
    const meetings = await loadMeetings(db, named, example.madeOn)
    const plans = await loadPlans(db, named, example.madeOn)
    await loadVision(db, named, example.madeOn)
    await loadReviews(db, named, example.madeOn)
    await loadDelivery(db, { ...named, plans, meetings }, example)
    await leavePartnership(db)
    for (const { slug, name, ...district } of districtsOfWexcombe(dayIn(now))) {
      const districtId = await createPartnership(db, { slug: await freeSlug(db, slug), name, isExample: true })
      await enterPartnership(db, { partnershipId: districtId, accountId: null, name: 'Goldthread', requestId: 'example' })
      await fill(db, { slug, name, ...district }, district.table, new Map())
      await leavePartnership(db)
      await addDistrict(db, districtId, partnershipId)
      await setShares(db, districtId, district.shares)
    }
  })
}

type Filled = Table & {
  readonly themes: ReadonlyMap<string, ThemeId | undefined>
  readonly outcomes: ReadonlyMap<string, OutcomeId | undefined>
  readonly indicators: ReadonlyMap<string, IndicatorId>
  /** Of the agreement. */
  readonly area: AreaId
}

async function fill(db: Db, example: Wexcombe, table: TableData, accounts: ReadonlyMap<string, number>): Promise<Filled> {
  const areas = await addAreas(db, example.areas)
  await setProfile(db, known(areas, example.areaCode))
  await setNeighbours(
    db,
    known(areas, example.areaCode),
    example.neighbourCodes.map(code => known(areas, code)),
  )
  const named = await loadTable(db, table, accounts, example.madeOn)
  const { organisations, groups } = named
  for (const { name, role, organisation } of example.people)
    if (role === 'contributor') {
      const personId = await personOf(db, known(accounts, name))
      if (personId !== null) await setCoordinator(db, personId, [known(organisations, organisation)], example.madeOn)
    }
  const { themes, areaCode, tolerance, ...agreement } = example.agreement
  const agreementId = await addAgreement(db, { ...agreement, areaId: known(areas, areaCode), tolerance: decimal(tolerance) })
  const themeIds = await addThemes(
    db,
    agreementId,
    themes.map(({ title }) => title),
  )
  const numbersOfThemes = new Map(themes.map(({ title }, at) => [title, themeIds[at]]))
  const outcomes = themes.flatMap((theme, at) => theme.outcomes.map(title => ({ title, themeId: themeIds[at] })))
  const outcomeIds = await addOutcomes(
    db,
    outcomes.flatMap(({ title, themeId }) => (themeId === undefined ? [] : [{ title, themeId }])),
  )
  const outcomeNumbers = new Map(outcomes.map(({ title }, at) => [title, outcomeIds[at]]))
  for (const { shortName, themes: titles = [] } of table.groups) {
    const answered = themes.filter(({ title }) => titles.includes(title))
    const isWhole = ({ outcomes }: (typeof themes)[number]) => !outcomes.some(title => answeredForByNobody.includes(title))
    await setResponsibilities(db, known(groups, shortName), {
      themeIds: answered.filter(isWhole).map(({ title }) => known(numbersOfThemes, title)),
      outcomeIds: answered
        .filter(theme => !isWhole(theme))
        .flatMap(({ outcomes }) =>
          outcomes.filter(title => !answeredForByNobody.includes(title)).map(title => known(outcomeNumbers, title)),
        ),
    })
  }
  const organisation = (name: string): OrganisationId => known(organisations, name)
  /** The group that answers for the theme of the first outcome that is served. */
  const ledBy = ([first]: readonly string[]) => {
    const theme = themes.find(each => first !== undefined && each.outcomes.includes(first))
    const group = table.groups.find(({ themes: titles = [] }) => theme !== undefined && titles.includes(theme.title))
    return group === undefined ? [] : [{ part: 'lead' as const, kind: 'group' as const, id: known(groups, group.shortName) }]
  }

  const indicators = await addIndicators(
    db,
    agreementId,
    example.indicators.map(({ lead, contributors, outcomes: titles, tolerance: own, ...indicator }) => ({
      ...indicator,
      tolerance: number(own),
      leadId: lead === null ? null : organisation(lead),
      outcomeIds: titles.map(title => known(outcomeNumbers, title)),
      contributorIds: contributors.map(organisation),
      beside: lead === null ? [] : ledBy(titles),
      seriesNames: [],
    })),
  )
  const placed = <Row extends { readonly indicator: string; readonly areaCode: string; readonly period: object }>(row: Row) => ({
    indicatorId: known<IndicatorId>(indicators, row.indicator),
    areaId: known<AreaId>(areas, row.areaCode),
  })
  await addTargets(
    db,
    example.targets.map(goal => ({
      ...placed(goal),
      ...goal.period,
      kind: goal.kind,
      value: number(goal.value),
      low: number(goal.low),
      high: number(goal.high),
    })),
  )
  for (const { reason, startsOn, ...at } of example.rebases) {
    const { indicatorId, areaId } = placed({ ...at, period: {} })
    await addRebase(db, indicatorId, areaId, { startsOn, reason, baselinePoints: null })
  }
  for (const { indicator, was, from, reason, by } of example.redefinitions) {
    const indicatorId = known<IndicatorId>(indicators, indicator)
    const now = example.indicators.find(({ reference }) => reference === indicator)
    if (now === undefined) continue
    await addFormerDefinition(db, indicatorId, { ...now, definition: was, replacedOn: from, reason, replacedByName: by })
    await addBreak(db, indicatorId, { areaId: null, startsOn: from, kind: 'definition', sentence: reason })
  }
  const returns = example.returns.map(
    ({ indicator, areaCode, period, reportedOn, ...report }): NewReturn => ({
      ...report,
      ...placed({ indicator, areaCode, period }),
      ...period,
      value: number(report.value),
      numerator: number(report.numerator),
      denominator: number(report.denominator),
      reportedBy: null,
      reportedAt: atHalfPastTen(reportedOn),
    }),
  )
  await reportAndClose(db, agreementId, returns, example.closings)
  for (const { indicator, ...override } of example.overrides) {
    const latest = example.returns.findLast(each => each.indicator === indicator && each.areaCode === example.areaCode && each.isLatest)
    if (latest === undefined) continue
    const place = { indicatorId: known<IndicatorId>(indicators, indicator), areaId: known<AreaId>(areas, example.areaCode) }
    await setOverride(db, place, { ...override, ...latest.period, madeOn: latest.reportedOn })
  }
  for (const { madeByName, ...view } of example.savedViews) await keepView(db, view, { madeByName, madeOn: example.madeOn }, null)
  for (const { indicator, proxy, reason } of example.proxies)
    await setProxy(db, { indicatorId: known<IndicatorId>(indicators, indicator), proxyId: known<IndicatorId>(indicators, proxy), reason })
  for (const { indicator, ...text } of example.meanwhile) {
    const place = { indicatorId: known<IndicatorId>(indicators, indicator), areaId: known<AreaId>(areas, example.areaCode) }
    await setAssuranceText(db, { ...place, ...text })
  }
  return { ...named, themes: numbersOfThemes, outcomes: outcomeNumbers, indicators, area: known(areas, areaCode) }
}

const number = (text: string | null): Decimal | null => (text === null ? null : decimal(text))
