import type { Day } from '../../kernel/day.ts'
import { type Asked, type AskedOf, coordinatorsOf, personOf, whoIsAsked } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import { type Answerable, type Beside, type Body, nobodyAnswers } from './answerable.ts'

/** Who answers for each indicator of an agreement, in one query. */
export async function answerableIn(db: Db, agreementId: AgreementId): Promise<ReadonlyMap<IndicatorId, Answerable>> {
  return answerable(db, db`i.agreement_id = ${agreementId}`)
}

export async function answerableFor(db: Db, indicatorId: IndicatorId): Promise<Answerable> {
  return (await answerable(db, db`i.id = ${indicatorId}`)).get(indicatorId) ?? nobodyAnswers
}

async function answerable(db: Db, those: ReturnType<Db>): Promise<ReadonlyMap<IndicatorId, Answerable>> {
  const rows = await db<(Answerable & { indicatorId: IndicatorId })[]>`
    select i.id as indicator_id, coalesce(i.lead_id, beside.organisation_id) as lead_id,
           array(select organisation_id from performance.contributor where indicator_id = i.id) as contributor_ids,
           array(select group_id from performance.answerable where indicator_id = i.id and group_id is not null) as group_ids,
           array(select seat_id from performance.answerable where indicator_id = i.id and seat_id is not null) as seat_ids,
           array(select person_id from performance.answerable where indicator_id = i.id and person_id is not null) as person_ids,
           coalesce(beside.group_name, beside.person_name) as beside
      from performance.indicator i
      left join performance.lead_beside beside on beside.partnership_id = i.partnership_id and beside.indicator_id = i.id
     where ${those}`
  return new Map(rows.map(({ indicatorId, ...rest }) => [indicatorId, rest]))
}

/** Groups, seats and people that an indicator may name, each with what it is called. */
export async function bodies(db: Db): Promise<Body[]> {
  const rows = await db<Body[]>`
    select 'group' as kind, id, name from partnership.shared_group
     union all
    select 'seat', id, group_name || ', ' || case title when '' then replace(role, '-', ' ') else title end from partnership.shared_seat
     union all
    select 'person', id, name from partnership.shared_person`
  return rows.toSorted((a, b) => collator.compare(a.name, b.name) || a.id - b.id)
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })

export async function besideOf(db: Db, indicatorId: IndicatorId): Promise<Beside[]> {
  return db<Beside[]>`
    select part, case when group_id is not null then 'group' when seat_id is not null then 'seat' else 'person' end as kind,
           coalesce(group_id, seat_id, person_id) as id
      from performance.answerable
     where indicator_id = ${indicatorId}
     order by part desc, id`
}

/** These of an indicator, and no others; what stays is not written again. */
export async function setBeside(db: Db, indicatorId: IndicatorId, beside: readonly Beside[]): Promise<void> {
  const list = db.json(beside.map(({ part, kind, id }) => ({ part, kind, id })))
  await db`
    delete from performance.answerable
     where indicator_id = ${indicatorId}
       and not exists (select from jsonb_to_recordset(${list}) as chosen (part text, kind text, id bigint)
                        where chosen.part = answerable.part
                          and chosen.id = case chosen.kind when 'group' then group_id when 'seat' then seat_id else person_id end)`
  await db`
    insert into performance.answerable (indicator_id, part, group_id, seat_id, person_id)
    select ${indicatorId}, part, case kind when 'group' then id end, case kind when 'seat' then id end, case kind when 'person' then id end
      from jsonb_to_recordset(${list}) as chosen (part text, kind text, id bigint)
        on conflict do nothing`
}

/** Who reports its figures, to be written to: those who lead it and the data coordinators of its lead organisation; else whoever reported it last. */
export async function whoReports(db: Db, indicatorId: IndicatorId, today: Day): Promise<Asked[]> {
  const [{ leadId }, beside, last] = await Promise.all([
    answerableFor(db, indicatorId),
    besideOf(db, indicatorId),
    lastReporter(db, indicatorId),
  ])
  const coordinators = leadId === null ? [] : await coordinatorsOf(db, leadId, today)
  const lastPerson = last === null ? null : await personOf(db, last)
  const leading = beside.filter(({ part }) => part === 'lead').map(({ kind, id }): AskedOf => ({ key: 1, [askedAs[kind]]: id }))
  const asked = await whoIsAsked(
    db,
    [
      ...leading,
      ...coordinators.map((personId): AskedOf => ({ key: 1, personId })),
      ...(lastPerson === null ? [] : [{ key: 2, personId: lastPerson }]),
    ],
    today,
  )
  const first = asked.filter(({ key }) => key === 1)
  return [...new Map((first.length > 0 ? first : asked).map(each => [each.personId, each])).values()]
}

const askedAs = { group: 'groupId', seat: 'seatId', person: 'personId' } as const

async function lastReporter(db: Db, indicatorId: IndicatorId): Promise<number | null> {
  const [row] = await db<{ accountId: number }[]>`
    select reported_by as account_id from performance.data_return
     where indicator_id = ${indicatorId} and reported_by is not null order by ends_on desc, area_id limit 1`
  return row?.accountId ?? null
}
