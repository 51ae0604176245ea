// No page asks the database more often the more there is in it.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Sql } from '../src/platform/db/index.ts'
import { addressesIn } from './pages/addresses.ts'
import { freshApp } from './web/index.ts'

// Where no period is open any more and none of the far ones has come.
const app = await freshApp({ after }, { now: '2026-11-22T09:30:00Z', example: true })
const address = await addressesIn(app)
const pages = app.web.routes.filter(
  // The whole history is no page: it is sent in pieces while it is read.
  ({ method, path }) => method === 'GET' && path.startsWith('/:partnership') && path !== '/:partnership/history.csv',
)
/** Ways of turning a page that read more. */
const turned = [
  '/wexcombe/scorecard?by=area',
  '/wexcombe/scorecard?by=lead',
  '/wexcombe/scorecard?period=2008-09-Q4',
  '/wexcombe/history?kind=partnership.organisation&act=added&from=1+May+2009&text=partner',
  `/wexcombe/people/merger?first=1&second=${address({ path: '/:person' }).slice(1)}`,
]
const paths = [...new Set([...pages.map(page => address(page)), ...turned])]

let asked: string[] = []
app.database.watch(({ statement, cause }) => void (cause !== null && asked.push(statement)))

async function queriesOf(path: string): Promise<string[]> {
  asked = []
  const { statusCode } = await app.get(app.administrator, path)
  assert.ok(statusCode < 400 || statusCode === 422, `${path} answers with ${statusCode}`)
  return asked.map(statement => statement.replaceAll(/\s+/g, ' ').trim().slice(0, 200))
}

test('a page asks no more often with many rows than with few', async () => {
  const few = new Map<string, string[]>()
  for (const path of paths) few.set(path, await queriesOf(path))
  const [indicator, person, organisation] = [':indicator', ':person', ':organisation'].map(path => Number(address({ path })))
  await muchMore(app.owner, app.partnershipId, indicator ?? 0)
  await manyMorePeople(app.owner, app.partnershipId, person ?? 0, organisation ?? 0)
  await manyMoreActions(app.owner, app.partnershipId, Number(address({ path: '/:action' }).slice(1)), indicator ?? 0)
  for (const path of paths) assert.deepEqual(without(await queriesOf(path), few.get(path) ?? []), [], path)
  assert.ok(paths.length > 50)
})

/** Each of the others takes one of its kind away. */
function without(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return some.filter(each => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Of the addresses' action's group, with owners of every kind; and of that action itself whatever is said beside it. */
async function manyMoreActions(owner: Sql, partnershipId: number, actionId: number, indicatorId: number): Promise<void> {
  await owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'many', true)`
    await db`set local role goldthread_visit`
    await db`insert into actions.action (source, group_id, source_name, source_day, number, text, due_on)
             select 'group', group_id, 'MANY', '2026-11-06', n, 'Do number ' || n, due_on from actions.action, generate_series(1, 120) n where id = ${actionId}`
    await db`insert into actions.owner (action_id, seat_id) select id, (select min(id) from partnership.seat) from actions.action where source_name = 'MANY'`
    await db`insert into actions.owner (action_id, person_id) select id, (select min(id) from partnership.person) from actions.action where source_name = 'MANY' or id = ${actionId}`
    await db`insert into actions.owner (action_id, organisation_id) select ${actionId}, id from partnership.organisation where name like 'Partner %'`
    await db`insert into actions.indicator (action_id, indicator_id) select id, ${indicatorId} from actions.action where source_name = 'MANY' or id = ${actionId}`
    await db`insert into actions.note (action_id, text, person_id) select ${actionId}, 'Said ' || n, (select min(id) from partnership.person) from generate_series(1, 120) n`
    await db`insert into actions.due_change (action_id, was, becomes, reason, on_day)
             select ${actionId}, '2026-11-30'::date + n, '2026-12-01'::date + n, 'So', '2026-11-20' from generate_series(1, 120) n`
    await db`insert into actions.evidence (action_id, title, link) select ${actionId}, 'Letter ' || n, 'https://wexcombe.example/' || n from generate_series(1, 120) n`
  })
}

/** Of everything that is listed anywhere, so many more, all of them bound up with each other as the first are. */
async function muchMore(owner: Sql, partnershipId: number, indicatorId: number): Promise<void> {
  await owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'many', true)`
    // There are other partnerships in the example: row-level security leaves them out of what is said below.
    await db`set local role goldthread_visit`
    await db`insert into partnership.area (name, kind) select 'Ward ' || n, 'ward' from generate_series(1, 120) n`
    await db`insert into partnership.organisation (name) select 'Partner ' || n from generate_series(1, 120) n`
    await db`insert into performance.agreement (title, first_year, last_year, area_id, tolerance_kind, tolerance)
             select 'Agreement ' || n, first_year - n, last_year - n, area_id, tolerance_kind, tolerance from performance.agreement, generate_series(1, 5) n
              where id = (select agreement_id from performance.indicator where id = ${indicatorId})`
    await db`insert into performance.theme (agreement_id, title, position)
             select agreement_id, 'Theme ' || n, 100 + n from performance.indicator, generate_series(1, 12) n where id = ${indicatorId}`
    await db`insert into performance.outcome (theme_id, title, position)
             select id, 'Outcome ' || n, n from performance.theme, generate_series(1, 5) n where partnership_id = ${partnershipId} and title like 'Theme %'`
    await db`insert into performance.indicator (agreement_id, reference, title, polarity, value_type, rate_per, frequency, lag_days, lead_id)
             select i.agreement_id, 'XI ' || n, 'Another indicator ' || n, i.polarity, i.value_type, i.rate_per, i.frequency, i.lag_days, o.id
               from performance.indicator i, generate_series(1, 120) n
               join partnership.organisation o on o.partnership_id = ${partnershipId} and o.name = 'Partner ' || n
              where i.id = ${indicatorId}`
    await db`insert into performance.indicator_outcome (indicator_id, outcome_id)
             select i.id, o.id from performance.indicator i join performance.outcome o on o.partnership_id = i.partnership_id and o.title = 'Outcome ' || 1 + i.id % 5
              where i.partnership_id = ${partnershipId} and i.reference like 'XI %'`
    await db`insert into performance.contributor (indicator_id, organisation_id)
             select ${indicatorId}, id from partnership.organisation where partnership_id = ${partnershipId} and name like 'Partner %'`
    // In every area of the first indicator's, and of all others in its own.
    await db`insert into performance.target (indicator_id, area_id, kind, starts_on, ends_on, value)
             select i.id, a.id, 'target', '2031-04-01', '2032-03-31', 10 from performance.indicator i join partnership.area a on a.partnership_id = i.partnership_id
              where i.partnership_id = ${partnershipId} and i.polarity <> 'range' and (i.id = ${indicatorId} or i.reference like 'XI %')`
    await db`insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, is_latest, value, reported_by_name)
             select i.id, a.id, '1999-04-01', '2000-03-31', revision, revision = 3, 10 + revision, 'Priya Nair'
               from performance.indicator i join partnership.area a on a.partnership_id = i.partnership_id, generate_series(1, 3) revision
              where i.partnership_id = ${partnershipId} and (i.id = ${indicatorId} or i.reference like 'XI %')`
    await db`insert into performance.data_import (kind, agreement_id, file_name, state, made_by_name)
             select 'returns', agreement_id, 'returns ' || n || '.csv', 'cancelled', 'Priya Nair' from performance.indicator, generate_series(1, 120) n
              where id = ${indicatorId}`
    await db`insert into partnership.person (name) select 'Sitter ' || n from generate_series(1, 60) n`
    await db`insert into partnership."group" (name, short_name, layer, kind, parent_id)
             select 'Circle ' || n, 'CIRCLE' || n, 'operational', 'working-group', (select min(id) from partnership."group") from generate_series(1, 60) n`
    await db`insert into partnership.outside_body (name, reach) select 'Body ' || n, 'county' from generate_series(1, 30) n`
    await db`insert into partnership.group_link (group_id, kind, to_body_id) select g.id, 'works-with', b.id from partnership."group" g, partnership.outside_body b
              on conflict do nothing`
    await db`insert into partnership.seat (group_id, role, title, place) select g.id, 'lead', 'Matter ' || n, n from partnership."group" g, generate_series(3, 12) n`
    await db`insert into partnership.tenure (seat_id, person_id) select s.id, p.id from partnership.seat s join partnership.person p on p.name = 'Sitter ' || s.place where s.title like 'Matter %'`
    await db`insert into partnership.deputy (seat_id, person_id, place) select s.id, p.id, n + 2 from partnership.seat s, generate_series(1, 3) n, partnership.person p where p.name = 'Sitter ' || 20 + n`
    await db`insert into partnership.absence (person_id, begins_on) select id, '2020-01-01' from partnership.person where partnership_id = ${partnershipId}`
    await db`insert into partnership.coordinator (person_id, organisation_id)
             select p.id, o.id from partnership.person p join partnership.organisation o on o.name = replace(p.name, 'Sitter', 'Partner') where p.name like 'Sitter %'`
    await db`insert into performance.answerable (indicator_id, part, person_id) select ${indicatorId}, 'contributor', id from partnership.person where name like 'Sitter %'`
    await db`insert into performance.answerable (indicator_id, part, seat_id) select ${indicatorId}, 'contributor', id from partnership.seat where title like 'Matter %'`
    await db`insert into performance.answerable (indicator_id, part, group_id)
             select i.id, 'lead', (select max(id) from partnership."group") from performance.indicator i where i.reference like 'XI %'`
    await db`reset role`
    await db`with person as (insert into platform.account (email, name) select 'person.' || n || '@wexcombe.example', 'Person ' || n from generate_series(1, 120) n returning id)
             insert into platform.membership (partnership_id, account_id, role) select ${partnershipId}, id, 'reader' from person`
  })
}

/** Posts of one person and at one organisation, groups with seats for it, on which that one and others sit. */
async function manyMorePeople(owner: Sql, partnershipId: number, personId: number, organisationId: number): Promise<void> {
  await owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'more', true)`
    await db`insert into partnership.person (name, email) select 'Person ' || n, 'person.' || n || '@wexcombe.example' from generate_series(1, 240) n`
    await db`insert into partnership.post (person_id, organisation_id, title)
             select id, ${organisationId}, 'Officer' from partnership.person where partnership_id = ${partnershipId}
             union all select ${personId}, id, 'Adviser' from partnership.organisation where partnership_id = ${partnershipId}`
    await db`insert into partnership."group" (name, short_name, layer, kind)
             select 'Group ' || n, 'G' || n, 'operational', 'working-group' from generate_series(1, 60) n`
    await db`insert into partnership.seat (group_id, role, organisation_id)
             select id, 'member', ${organisationId}::bigint from partnership."group" where partnership_id = ${partnershipId} and name like 'Group %'`
    await db`insert into partnership.tenure (seat_id, person_id) select id, ${personId} from partnership.seat where group_id in (select id from partnership."group" where partnership_id = ${partnershipId} and name like 'Group %')`
    await db`insert into partnership.deputy (seat_id, person_id) select id, ${personId} from partnership.seat where group_id in (select id from partnership."group" where partnership_id = ${partnershipId} and name like 'Group %')`
    await db`insert into partnership.absence (person_id, begins_on, ends_on) select ${personId}, date '2000-01-01' + n, date '2000-01-01' + n from generate_series(1, 60) n`
  })
}
