/** An invented county of any size: indicators under themes and outcomes, areas, quarters of figures with a target for each. */
import { addAccount, addMembership, createPartnership, startSession } from '../src/platform/accounts/index.ts'
import type { Db } from '../src/platform/db/index.ts'
import type { Role } from '../src/platform/web/index.ts'
import type { Made } from './place.ts'

export type Size = { readonly indicators: number; readonly areas: number; readonly quarters: number }
export const usualSize: Size = { indicators: 198, areas: 13, quarters: 40 }

export type County = {
  readonly partnershipId: number
  readonly slug: string
  readonly agreementId: number
  readonly areaIds: readonly number[]
}

export async function makeCounty({ database, owner }: Made, slug: string, size: Size): Promise<County> {
  const partnershipId = await database.platform(db => createPartnership(db, { slug, name: `${slug} Partnership`, isExample: false }))
  return owner.begin(async db => {
    // Filling a table row by row through its triggers is not what is measured.
    await db`set local session_replication_role = replica`
    const areaIds = await makeAreas(db, partnershipId, size.areas)
    const agreementId = await makeAgreement(db, partnershipId, areaIds[0] ?? 0)
    await makeIndicators(db, partnershipId, agreementId, size.indicators)
    await makeFigures(db, partnershipId, agreementId, size.quarters)
    return { partnershipId, slug, agreementId, areaIds }
  })
}

/** What the planner goes by, as autovacuum would have seen to by now. */
export async function settled({ owner }: Made): Promise<void> {
  await owner`vacuum analyze`
  await owner`checkpoint`
}

async function makeAreas(db: Db, partnershipId: number, areas: number): Promise<number[]> {
  const rows = await db<{ id: number }[]>`
    insert into partnership.area (partnership_id, code, name, kind)
    select ${partnershipId}, 'E9' || lpad(n::text, 7, '0'), case n when 1 then 'The county' else 'District ' || n end,
           case n when 1 then 'county' else 'district' end
      from generate_series(1, ${areas}::int) n
     order by n
    returning id`
  await db`update partnership.area set parent_id = ${rows[0]?.id ?? 0} where partnership_id = ${partnershipId} and kind = 'district'`
  await db`insert into partnership.profile (partnership_id, area_id) values (${partnershipId}, ${rows[0]?.id ?? 0})`
  return rows.map(({ id }) => id)
}

async function makeAgreement(db: Db, partnershipId: number, areaId: number): Promise<number> {
  const year = lastQuarterEnded().year - 3
  const [row] = await db<{ id: number }[]>`
    insert into performance.agreement (partnership_id, title, first_year, last_year, area_id)
    values (${partnershipId}, 'Local Area Agreement', ${year}, ${year + 4}, ${areaId}) returning id`
  return row?.id ?? 0
}

async function makeIndicators(db: Db, partnershipId: number, agreementId: number, indicators: number): Promise<void> {
  await makeWords(db)
  await db`
    insert into partnership.organisation (partnership_id, name)
    select ${partnershipId}, 'Organisation number ' || n from generate_series(1, 12) n`
  await db`
    insert into performance.theme (partnership_id, agreement_id, title, position)
    select ${partnershipId}, ${agreementId}, 'Theme ' || n || ': what people care about', n from generate_series(1, 8) n`
  await db`
    insert into performance.outcome (partnership_id, theme_id, title, position)
    select partnership_id, id, 'Outcome ' || n || ' of theme ' || position || ': life gets better here', n
      from performance.theme, generate_series(1, 5) n
     where partnership_id = ${partnershipId}`
  await db`
    insert into performance.indicator (partnership_id, agreement_id, reference, title, definition, polarity, value_type, decimals, frequency, lag_days, source, lead_id)
    select ${partnershipId}, ${agreementId}, 'NI ' || n, (array['People', 'Children', 'Adults', 'Households'])[1 + n % 4] || ' ' || pg_temp.words(n, 7), pg_temp.words(n + 1000, 30),
           (array['higher', 'lower'])[1 + n % 2], 'percentage', 1, 'quarter', 45, 'A national survey',
           (select min(id) from partnership.organisation where partnership_id = ${partnershipId}) + n % 12
      from generate_series(1, ${indicators}::int) n
     order by n`
  await db`
    insert into performance.indicator_outcome (partnership_id, indicator_id, outcome_id)
    select ${partnershipId}, id, (select min(id) from performance.outcome where partnership_id = ${partnershipId}) + id % 40
      from performance.indicator
     where partnership_id = ${partnershipId}`
}

/** Titles that differ as titles do, since pages are weighed and compressed. */
async function makeWords(db: Db): Promise<void> {
  await db.unsafe(`
    create or replace function pg_temp.words(seed int, count int) returns text language sql as $$
      select string_agg((array['who', 'take', 'part', 'in', 'education', 'care', 'early', 'crime', 'local', 'services', 'reported', 'older', 'housing', 'waste',
                               'recycled', 'travel', 'health', 'living', 'independently', 'employment', 'benefits', 'young', 'offenders', 'satisfaction',
                               'with', 'access', 'by', 'public', 'transport', 'emissions', 'per', 'head', 'road', 'casualties', 'domestic', 'abuse', 'schools',
                               'attainment', 'volunteering', 'culture'])[1 + (('x' || substr(md5(seed || ' ' || word), 1, 6))::bit(24)::int) % 40], ' ' order by word)
        from generate_series(1, count) word
    $$`)
}

/** A figure and an interim target for each quarter, and a target for each financial year. */
async function makeFigures(db: Db, partnershipId: number, agreementId: number, quarters: number): Promise<void> {
  const last = lastQuarterEnded().toString()
  const everywhere = db`
      from performance.indicator i
      join partnership.area a on a.partnership_id = i.partnership_id
     cross join generate_series(0, ${quarters - 1}::int) q
     cross join lateral (select (${last}::date + 1 - (q + 1) * interval '3 months')::date as starts_on,
                                (${last}::date + 1 - q * interval '3 months')::date - 1 as ends_on) p
     where i.agreement_id = ${agreementId} and i.partnership_id = ${partnershipId}`
  await db`
    insert into performance.data_return (partnership_id, indicator_id, area_id, starts_on, ends_on, revision, value, status, source, reported_by_name)
    select i.partnership_id, i.id, a.id, p.starts_on, p.ends_on, 1, round(((i.id * 7919 + a.id * 104729 + q * 1299709) % 1000) / 10.0, 1), 'final',
           'A national survey', 'Amina Rahman'
      ${everywhere}
     order by i.id, a.id, p.ends_on`
  await db`
    insert into performance.target (partnership_id, indicator_id, area_id, kind, starts_on, ends_on, value)
    select i.partnership_id, i.id, a.id, 'interim', p.starts_on, p.ends_on, 30 + (i.id * 31 + q) % 40 ${everywhere}`
  await db`
    insert into performance.target (partnership_id, indicator_id, area_id, kind, starts_on, ends_on, value)
    select i.partnership_id, i.id, a.id, 'target', (p.ends_on + 1 - interval '12 months')::date, p.ends_on, 30 + (i.id * 31 + q) % 40
      ${everywhere} and extract(month from p.ends_on) = 3`
}

/** The last day of the calendar quarter before this one. */
export function lastQuarterEnded(): Temporal.PlainDate {
  const today = Temporal.Now.plainDateISO('Europe/London')
  return today.with({ month: today.month - ((today.month - 1) % 3), day: 1 }).subtract({ days: 1 })
}

/** Somebody who has signed in: the cookie of their session. */
export async function signedIn({ database }: Made, { partnershipId }: County, name: string, role: Role): Promise<string> {
  return database.platform(async db => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@${partnershipId}.example`
    const accountId = await addAccount(db, { email, name, passphraseHash: null, isExample: false })
    await addMembership(db, { partnershipId, accountId, role })
    return `goldthread_session=${await startSession(db, { accountId, now: Temporal.Now.instant(), address: '127.0.0.1', agent: 'bench' })}`
  })
}
