import type { Owner } from '../actions/index.ts'
import { addRequirements, type PlanId, type RecordedAction, recordPlan } from '../delivery/index.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { decimal } from '../kernel/decimal.ts'
import { type GroupId, type OrganisationId, type PersonId, type SeatId, seatsOf } from '../partnership/index.ts'
import type { IndicatorId, OutcomeId } from '../performance/index.ts'
import type { Db } from '../platform/db/index.ts'
import { known } from './known.ts'
import { type ExampleAction, type ExampleOwner, type ExampleResource, plansOfWexcombe } from './plans.ts'
import { atHalfPastTen } from './report-and-close.ts'

type Named = {
  readonly people: ReadonlyMap<string, PersonId>
  readonly groups: ReadonlyMap<string, GroupId>
  readonly organisations: ReadonlyMap<string, OrganisationId>
  readonly outcomes: ReadonlyMap<string, OutcomeId | undefined>
  readonly indicators: ReadonlyMap<string, IndicatorId>
}
/** By the group's short name and the seat's title, or its role where it has none. */
type Seats = ReadonlyMap<string, SeatId>

export async function loadPlans(db: Db, named: Named, today: Day): Promise<ReadonlyMap<string, PlanId>> {
  const { year, owed, plans } = plansOfWexcombe(today)
  const groupIds = owed.groups.map(group => known(named.groups, group))
  await addRequirements(db, { groupIds, ...year, dueOn: owed.dueOn, secondDueOn: owed.secondDueOn })
  const seats = await seatsByTitle(db, named)
  const ids = new Map<string, PlanId>()
  for (const { group, lead, steps, outcomes, indicators, resources, actions, ...plan } of plans) {
    const { planId } = await recordPlan(db, {
      ...plan,
      ...year,
      groupId: known(named.groups, group),
      leadId: lead === null ? null : known(named.people, lead),
      steps: steps.map(({ by, reason = '', ...step }) => ({ ...step, reason, personId: known(named.people, by) })),
      outcomeIds: outcomes.map(title => known(named.outcomes, title)),
      indicatorIds: indicators.map(reference => known(named.indicators, reference)),
      resources: resources.map(resourceOf(named)),
      actions: actions.map(actionOf(named, seats, today)),
    })
    ids.set(plan.shortName, planId)
  }
  return ids
}

async function seatsByTitle(db: Db, { groups }: Named): Promise<Seats> {
  const shortNames = new Map([...groups].map(([shortName, id]) => [id, shortName]))
  const seats = await seatsOf(db, 'all')
  return new Map(seats.map(({ id, groupId, title, role }) => [`${shortNames.get(groupId)}, ${title === '' ? role : title}`, id]))
}

const actionOf =
  (named: Named, seats: Seats, today: Day) =>
  ({
    outcome,
    owners,
    contributors,
    indicators,
    from,
    to,
    resources,
    milestones,
    progress,
    moved,
    closed,
    ...action
  }: ExampleAction): RecordedAction => {
    const ownerIds = owners.map(ownerOf(named, seats))
    const by = owners.flatMap(owner => ('person' in owner ? [known(named.people, owner.person)] : []))[0] ?? null
    return {
      ...action,
      outcomeId: known(named.outcomes, outcome),
      owners: ownerIds,
      startsOn: from,
      endsOn: to,
      contributorIds: contributors.map(name => known(named.organisations, name)),
      indicatorIds: indicators.map(reference => known(named.indicators, reference)),
      resources: resources.map(resourceOf(named)),
      milestones: milestones.map(({ forecastOn = null, metOn = null, note = '', ...milestone }) => ({
        ...milestone,
        forecastOn,
        metOn,
        note,
      })),
      progress: progress.map(({ because = '' as const, next = '', forecastOn = null, daysAfter = 4, ...said }) => {
        const onDay = addDays(said.endsOn, daysAfter)
        return {
          ...said,
          reasonCode: because,
          nextStep: next,
          forecastOn,
          personId: by,
          madeAt: atHalfPastTen(onDay < today ? onDay : today),
        }
      }),
      moved: moved.map(each => ({ ...each, personId: by })),
      ended: closed === null ? null : { state: 'closed', ...closed },
    }
  }

const ownerOf =
  ({ people, organisations, groups }: Named, seats: Seats) =>
  (owner: ExampleOwner): Owner => {
    if ('person' in owner) return { personId: known(people, owner.person) }
    if ('organisation' in owner) return { organisationId: known(organisations, owner.organisation) }
    if ('group' in owner) return { groupId: known(groups, owner.group) }
    return { seatId: known(seats, owner.seat.join(', ')) }
  }

const resourceOf =
  ({ organisations }: Named) =>
  ({ of, pounds, fte, source = '' }: ExampleResource) => ({
    organisationId: of === null ? null : known(organisations, of),
    pence: pounds === undefined ? null : pounds * 100,
    fte: fte === undefined ? null : decimal(fte),
    source,
  })
