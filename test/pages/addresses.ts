import type { Day } from '../../src/kernel/day.ts'
import { parsePeriodCode, periodCode } from '../../src/kernel/period.ts'
import { digestOf } from '../../src/platform/accounts/secret.ts'
import type { RouteEntry } from '../../src/platform/web/index.ts'
import type { FreshApp } from '../web/index.ts'

/**
 * Where a route is to be found in Wexcombe: every parameter of an address stands for a thing that is there. One that is not known here
 * is an error, so that no route is left out of what calls them all.
 */
export async function addressesIn(app: FreshApp): Promise<(route: Pick<RouteEntry, 'path'>, slug?: string) => string> {
  const ofAgreement = await measured(app)
  await underCounty(app)
  const things: Readonly<Record<string, string | number>> = {
    ...ofAgreement,
    ...(await atTable(app)),
    kind: 'partnership.organisation',
    gap: 'off-target-without-action',
    record: ofAgreement['organisation'] ?? 0,
    nodeKind: 'indicator',
    node: ofAgreement['indicator'] ?? 0,
    nextStep: await stepOf(app, ofAgreement),
    ...(await ofThread(app, Number(ofAgreement['indicator']))),
    ...(await withPaper(app, await seated(app))),
    account: app.reader.accountId,
    ...(await tokens(app)),
    passkey: await passkeyOf(app),
    piece: await pieceIn(app),
    import: await uploaded(app),
    view: await savedView(app),
    catalogue: await catalogueOf(app),
    ...(await provider(app)),
  }
  return ({ path }, slug = app.slug) =>
    path
      .split('/')
      .map((part, at, parts) => {
        if (!part.startsWith(':')) return part
        // An indicator's page calls it id, as there is no other it could be.
        const before = parts[at - 1] ?? ''
        const name = part === ':id' ? before.replace(/s$/, '') : part === ':token' ? `token of ${before}` : part.slice(1)
        const thing = name === 'partnership' ? slug : things[name]
        if (thing === undefined) throw new Error(`${path}: test/pages/addresses.ts knows no thing that could be its ${part}`)
        return thing
      })
      .join('/')
}

/** What is usual for a reason that the commentary of the measured gives. */
async function stepOf(
  { owner, partnershipId }: FreshApp,
  { indicator, area, period }: Readonly<Record<string, string | number>>,
): Promise<string> {
  const said = parsePeriodCode(String(period))
  if (said === null) throw new Error('What is measured has no period')
  await owner`
    insert into delivery.commentary (partnership_id, indicator_id, area_id, starts_on, ends_on, text, reason_codes, by_name, on_day)
    values (${partnershipId}, ${indicator ?? 0}, ${area ?? 0}, ${said.startsOn}, ${said.endsOn}, 'Two mentors left', '{delivery,funding,data-late}', 'Amina Khan', '2026-11-01')`
  return 'delivery-action'
}

/** A priority that nothing stands in, a strategy, and a link that the contributor has added. */
async function ofThread({ owner, partnershipId, contributor }: FreshApp, indicatorId: number): Promise<Record<string, number>> {
  return owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'x', true)`
    const [vision] = await db<{ id: number }[]>`
      with known as (select id from thread.vision where partnership_id = ${partnershipId}),
           added as (insert into thread.vision (title) select 'A county where everybody thrives' where not exists (select from known) returning id)
      select id from known union all select id from added limit 1`
    const visionId = vision?.id ?? 0
    const [ambition] = await db<{ id: number }[]>`
      insert into thread.ambition (vision_id, place, title) values (${visionId}, 9, 'Nobody is left behind') returning id`
    const [strategy] = await db<
      { id: number }[]
    >`insert into thread.strategy (title, owner) values ('Regional plan', 'Regional Assembly') returning id`
    const [link] = await db<{ id: number }[]>`
      insert into thread.own_link (from_kind, from_id, kind, to_kind, to_id, sentence, by_name, account_id, on_day)
      values ('indicator', ${indicatorId}, 'supports', 'ambition', ${ambition?.id ?? 0}, 'It says how far we are', 'Ruth Calder', ${contributor.accountId}, '2026-11-01')
      returning id`
    return { ambition: ambition?.id ?? 0, strategy: strategy?.id ?? 0, ownLink: link?.id ?? 0 }
  })
}

/** Under an item of its own of the meeting that the addresses mean. */
async function pieceIn({ owner, partnershipId }: FreshApp): Promise<string> {
  const [piece] = await owner<{ key: string }[]>`
    with item as (
      insert into meetings.agenda_item (partnership_id, meeting_id, title, place)
      select partnership_id, min(id), 'Any other business', 99 from meetings.meeting where partnership_id = ${partnershipId} and on_day = '2026-12-04' group by 1
      returning id, meeting_id)
    insert into meetings.minute (partnership_id, meeting_id, item_id, text) select ${partnershipId}, meeting_id, id, 'It was discussed.' from item returning key`
  return piece?.key ?? ''
}

type Measured = {
  readonly indicator: number
  readonly agreement: number
  readonly theme: number
  readonly outcome: number
  readonly target: number
  readonly area: number
  readonly organisation: number
  readonly startsOn: Day
  readonly endsOn: Day
}

/** What belongs together: the target and the return are of that indicator, in that area. */
async function measured({ owner, partnershipId }: FreshApp): Promise<Record<string, string | number>> {
  const [found] = await owner<Measured[]>`
    select indicator.id as indicator, indicator.agreement_id as agreement, theme.id as theme, outcome.id as outcome, target.id as target,
           target.area_id as area, indicator.lead_id as organisation, data_return.starts_on, data_return.ends_on
      from performance.indicator
      join performance.target on target.indicator_id = indicator.id
      join performance.data_return on data_return.indicator_id = indicator.id and data_return.area_id = target.area_id
      join performance.indicator_outcome on indicator_outcome.indicator_id = indicator.id
      join performance.outcome on outcome.id = indicator_outcome.outcome_id
      join performance.theme on theme.id = outcome.theme_id
     where indicator.partnership_id = ${partnershipId}
     order by indicator.id, target.id, data_return.ends_on desc
     limit 1`
  if (!found) throw new Error('Wexcombe has no indicator with a target and a return')
  const { startsOn, endsOn, ...ids } = found
  const [rebase] = await owner<{ id: number }[]>`
    insert into performance.rebase (partnership_id, indicator_id, area_id, starts_on, reason)
    values (${partnershipId}, ${ids.indicator}, ${ids.area}, ${startsOn}, 'Counted in another way') returning id`
  const [broken] = await owner<{ id: number }[]>`
    insert into performance.series_break (partnership_id, indicator_id, starts_on, kind, sentence)
    values (${partnershipId}, ${ids.indicator}, ${startsOn}, 'method', 'Counted in another way') returning id`
  return { ...ids, break: broken?.id ?? 0, rebase: rebase?.id ?? 0, period: periodCode({ startsOn, endsOn }) }
}

/** The administrator, at the organisation of the measured; and what came after that. */
async function atTable({ owner, partnershipId, administrator }: FreshApp): Promise<Record<string, number>> {
  const [found] = await owner<Record<string, number>[]>`
    with person as (select id from partnership.person where partnership_id = ${partnershipId} and account_id = ${administrator.accountId}),
    lead as (
      select lead_id as id from performance.indicator
        join performance.target on target.indicator_id = indicator.id
       where indicator.partnership_id = ${partnershipId} order by indicator.id, target.id limit 1),
    other as (select min(organisation.id) as id from partnership.organisation, lead where partnership_id = ${partnershipId} and organisation.id <> lead.id),
    post as (
      insert into partnership.post (partnership_id, person_id, organisation_id, title)
      select ${partnershipId}, person.id, lead.id, 'Head of policy' from person, lead returning id),
    absence as (
      insert into partnership.absence (partnership_id, person_id, begins_on, ends_on)
      select ${partnershipId}, id, '2026-08-01', '2026-08-14' from person returning id),
    succession as (
      insert into partnership.succession (partnership_id, predecessor_id, successor_id, on_day, kind)
      select ${partnershipId}, other.id, lead.id, '2009-04-01', 'merged' from other, lead returning id)
    select person.id as person, post.id as post, absence.id as absence, succession.id as succession
      from person, post, absence, succession`
  if (!found) throw new Error('Nobody was put at the table')
  return found
}

/** A group that is linked with a body outside, with a lead who has two deputies. */
async function seated({ owner, partnershipId }: FreshApp): Promise<Record<string, number>> {
  const person = (name: string) =>
    rowOf(owner`insert into partnership.person (partnership_id, name) values (${partnershipId}, ${name}) returning id`)
  const [lead, first, second] = [await person('Winifred Hale'), await person('Marcus Bell'), await person('Joan Petrie')]
  const group = await rowOf(owner`
    insert into partnership."group" (partnership_id, name, short_name, layer, kind)
    values (${partnershipId}, 'Rural access group', 'RAG', 'operational', 'working-group') returning id`)
  const body = await rowOf(
    owner`insert into partnership.outside_body (partnership_id, name, reach) values (${partnershipId}, 'Market towns forum', 'county') returning id`,
  )
  const link = await rowOf(owner`
    insert into partnership.group_link (partnership_id, group_id, kind, to_body_id) values (${partnershipId}, ${group}, 'works-with', ${body}) returning id`)
  const seat = await rowOf(owner`
    insert into partnership.seat (partnership_id, group_id, role, title, place) values (${partnershipId}, ${group}, 'lead', 'Buses', 1) returning id`)
  await owner`insert into partnership.seat (partnership_id, group_id, role, place) values (${partnershipId}, ${group}, 'member', 2)`
  const tenure = await rowOf(owner`
    insert into partnership.tenure (partnership_id, seat_id, person_id, begins_on) values (${partnershipId}, ${seat}, ${lead}, '2026-05-06') returning id`)
  const deputy = await rowOf(
    owner`insert into partnership.deputy (partnership_id, seat_id, person_id, place) values (${partnershipId}, ${seat}, ${first}, 1) returning id`,
  )
  await owner`insert into partnership.deputy (partnership_id, seat_id, person_id, place) values (${partnershipId}, ${seat}, ${second}, 2)`
  const meeting = await rowOf(
    owner`insert into meetings.meeting (partnership_id, group_id, on_day, starts_at) values (${partnershipId}, ${group}, '2026-12-04', '10:00') returning id`,
  )
  const forward = await rowOf(owner`
    insert into meetings.forward_item (partnership_id, group_id, meeting_id, title, responsible)
    values (${partnershipId}, ${group}, ${meeting}, 'Bus subsidies', 'Winifred Hale') returning id`)
  const item = await rowOf(owner`
    insert into meetings.agenda_item (partnership_id, meeting_id, title, forward_item_id) values (${partnershipId}, ${meeting}, 'Bus subsidies', ${forward}) returning id`)
  const about = await rowOf(owner`select min(id) as id from partnership."group" where partnership_id = ${partnershipId} and id <> ${group}`)
  const action = await rowOf(owner`
    insert into actions.action (partnership_id, source, group_id, source_name, source_day, number, text, due_on)
    values (${partnershipId}, 'group', ${group}, 'RAG', '2026-11-06', 1, 'Ask the bus companies for their timetables', '2026-12-04') returning id`)
  const evidence = await rowOf(owner`
    with file as (insert into platform.stored_file (partnership_id, name, kind, bytes, digest, made_by_name) values (${partnershipId}, 'timetable.txt', 'txt', 4, repeat('0', 64), 'Winifred Hale') returning id),
    piece as (insert into platform.stored_file_piece (partnership_id, file_id, number, content) select ${partnershipId}, id, 0, 'Noon' from file)
    insert into actions.evidence (partnership_id, action_id, title, file_id) select ${partnershipId}, ${action}, 'Timetable', id from file returning id`)
  await owner`insert into actions.owner (partnership_id, action_id, seat_id) values (${partnershipId}, ${action}, ${seat})`
  return {
    group,
    about,
    body,
    link,
    seat,
    tenure,
    deputy,
    meeting,
    forward,
    item,
    action,
    evidence,
    ...(await minuted({ owner, partnershipId }, group, meeting, item)),
    ...(await requested({ owner, partnershipId }, group, seat, lead)),
    ...(await planned({ owner, partnershipId }, group, seat)),
    review: await reviewed({ owner, partnershipId }, group, about),
  }
}

const rowOf = async (rows: PromiseLike<readonly { [key: string]: unknown }[]>): Promise<number> => Number((await rows)[0]?.['id'] ?? 0)

/** The meeting's minutes are circulated, with a correction to them; an earlier meeting's are approved, with a decision that was passed to another group. */
async function minuted(
  { owner, partnershipId }: Pick<FreshApp, 'owner' | 'partnershipId'>,
  group: number,
  meeting: number,
  item: number,
): Promise<Record<string, number>> {
  const piece = (meetingId: number, itemId: number, text: string) =>
    rowOf(owner`
      insert into meetings.minute (partnership_id, meeting_id, item_id, text) values (${partnershipId}, ${meetingId}, ${itemId}, ${text}) returning id`)
  const said = await piece(meeting, item, 'The subsidy is £60,000.')
  await piece(meeting, item, 'It ends in March.')
  await owner`
    insert into meetings.minutes (partnership_id, meeting_id, state, circulated_at) values (${partnershipId}, ${meeting}, 'circulated', now())`
  await owner`insert into meetings.meeting (partnership_id, group_id, on_day) values (${partnershipId}, ${group}, '2027-01-15')`
  const correction = await rowOf(owner`
    insert into meetings.correction (partnership_id, of_meeting_id, of_minute_id, was, should_read)
    values (${partnershipId}, ${meeting}, ${said}, '£60,000', '£50,000') returning id`)
  const earlier = await rowOf(owner`
    insert into meetings.meeting (partnership_id, group_id, on_day, state) values (${partnershipId}, ${group}, '2026-10-02', 'held') returning id`)
  const decision = await rowOf(owner`
    insert into meetings.decision (partnership_id, meeting_id, number, text, amount_pence)
    values (${partnershipId}, ${earlier}, 1, 'Buses are subsidised', 6000000) returning id`)
  await owner`
    insert into meetings.minutes (partnership_id, meeting_id, state, approved_at) values (${partnershipId}, ${earlier}, 'approved', now())`
  const another = await rowOf(
    owner`select id from partnership."group" where partnership_id = ${partnershipId} and id <> ${group} order by id limit 1`,
  )
  const passed = await rowOf(owner`
    insert into meetings.forward_item (partnership_id, group_id, title) values (${partnershipId}, ${another}, 'Endorse the subsidy') returning id`)
  const referral = await rowOf(owner`
    insert into meetings.referral (partnership_id, decision_id, to_group_id, forward_item_id, question, made_on)
    values (${partnershipId}, ${decision}, ${another}, ${passed}, 'Endorse the subsidy', '2026-10-02') returning id`)
  const delegation = await rowOf(owner`
    insert into meetings.delegation (partnership_id, group_id, matter, limit_pence) values (${partnershipId}, ${group}, 'Subsidies', 5000000) returning id`)
  return { correction, decision, referral, delegation }
}

/** A plan of the group that is in force and being revised, with an action that it owns, and the plan that it owes for the next year. */
async function planned(
  { owner, partnershipId }: Pick<FreshApp, 'owner' | 'partnershipId'>,
  group: number,
  seat: number,
): Promise<Record<string, number>> {
  const plan = await rowOf(owner`
    insert into delivery.plan (partnership_id, group_id, short_name, title, starts_on, ends_on, state)
    values (${partnershipId}, ${group}, 'RAG-PLAN', 'Buses in 2026-27', '2026-04-01', '2027-03-31', 'revising') returning id`)
  const requirement = await rowOf(owner`
    insert into delivery.requirement (partnership_id, group_id, starts_on, ends_on, due_on)
    values (${partnershipId}, ${group}, '2027-04-01', '2028-03-31', '2027-06-22') returning id`)
  const action = await rowOf(owner`
    insert into actions.action (partnership_id, source, source_id, group_id, source_name, source_day, number, text, due_on)
    values (${partnershipId}, 'plan', ${plan}, ${group}, 'RAG-PLAN', '2026-04-01', 1, 'Run a bus in the evening', '2026-12-31') returning id`)
  await owner`insert into actions.owner (partnership_id, action_id, seat_id) values (${partnershipId}, ${action}, ${seat})`
  const planned = await rowOf(owner`
    insert into delivery.planned_action (partnership_id, plan_id, action_id, place, starts_on, ends_on, measure)
    values (${partnershipId}, ${plan}, ${action}, 1, '2026-04-01', '2026-12-31', 'A bus at 21:00') returning id`)
  const milestone = await rowOf(owner`
    insert into delivery.milestone (partnership_id, planned_action_id, text, planned_on) values (${partnershipId}, ${planned}, 'A company is found', '2026-09-30') returning id`)
  const otherPlan = await rowOf(owner`
    insert into delivery.other_plan (partnership_id, title, whose) values (${partnershipId}, 'Transport plan', 'Wexcombe Council') returning id`)
  await owner`insert into delivery.other_line (partnership_id, other_plan_id, place, text) values (${partnershipId}, ${otherPlan}, 0, 'Buses run in the evening')`
  return { plan, planned, milestone, requirement, otherPlan }
}

/** A request of the group that is sent to whoever leads, one that is a draft, and a workshop with a point. */
async function requested(
  { owner, partnershipId }: Pick<FreshApp, 'owner' | 'partnershipId'>,
  group: number,
  seat: number,
  person: number,
): Promise<Record<string, number>> {
  const request = (title: string, sentOn: string | null) =>
    rowOf(owner`
      insert into meetings.request (partnership_id, group_id, title, due_on, state, sent_on)
      values (${partnershipId}, ${group}, ${title}, '2026-12-01', ${sentOn === null ? 'draft' : 'sent'}, ${sentOn}) returning id`)
  const question = (of: number, kind: string, text: string) =>
    rowOf(owner`
      insert into meetings.question (partnership_id, request_id, place, kind, text, is_required) values (${partnershipId}, ${of}, 1, ${kind}, ${text}, false) returning id`)
  const sent = await request('Which buses to keep', '2026-11-20')
  const draft = await request('Which buses to add', null)
  await question(sent, 'long', 'Which of them?')
  const ofDraft = await question(draft, 'long', 'Which are missing?')
  const asked = await rowOf(owner`
    insert into meetings.asked (partnership_id, request_id, seat_id, person_id, asked_on) values (${partnershipId}, ${sent}, ${seat}, ${person}, '2026-11-20') returning id`)
  await owner`insert into meetings.asked (partnership_id, request_id, seat_id) values (${partnershipId}, ${draft}, ${seat})`
  // A file to be filled in, and one that was.
  const file = () =>
    rowOf(owner`
      with file as (insert into platform.stored_file (partnership_id, name, kind, bytes, digest, made_by_name) values (${partnershipId}, 'stops.txt', 'txt', 5, repeat('0', 64), 'Winifred Hale') returning id),
      piece as (insert into platform.stored_file_piece (partnership_id, file_id, number, content) select ${partnershipId}, id, 0, 'Stops' from file)
      select id from file`)
  const template = await question(sent, 'file', 'Which stops?')
  await owner`update meetings.question set template_id = ${await file()} where id = ${template}`
  await owner`insert into meetings.answer (partnership_id, asked_id, state, sent_on) values (${partnershipId}, ${asked}, 'sent', '2026-11-20')`
  await owner`insert into meetings.answer_part (partnership_id, asked_id, question_id, said, file_id) values (${partnershipId}, ${asked}, ${template}, '{}', ${await file()})`
  const workshop = await rowOf(owner`
    insert into meetings.workshop (partnership_id, group_id, title, state, begun_on) values (${partnershipId}, ${group}, 'Issues of the buses', 'grouping', '2026-11-20') returning id`)
  const heading = await rowOf(
    owner`insert into meetings.workshop_heading (partnership_id, workshop_id, place, title) values (${partnershipId}, ${workshop}, 1, 'Funding') returning id`,
  )
  const point = await rowOf(owner`
    insert into meetings.workshop_point (partnership_id, workshop_id, heading_id, text) values (${partnershipId}, ${workshop}, ${heading}, 'Fares do not cover it') returning id`)
  return { request: sent, draft, question: ofDraft, asked, template, answered: template, workshop, heading, point }
}

/** A paper of that meeting, which is published, with a file and a cover sheet. */
async function withPaper({ owner, partnershipId }: FreshApp, there: Record<string, number>): Promise<Record<string, number>> {
  const { group = 0, meeting = 0, item = 0 } = there
  await owner`update meetings.meeting set published_at = now() where id = ${meeting}`
  const [made] = await owner<{ paper: number; version: number }[]>`
    with paper as (
      insert into meetings.paper (partnership_id, group_id, meeting_id, item_id, title)
      values (${partnershipId}, ${group}, ${meeting}, ${item}, 'Routes and fares') returning id),
    cover as (
      insert into meetings.cover_sheet (partnership_id, paper_id, author, purpose, recommendation)
      select ${partnershipId}, id, 'Winifred Hale', 'decide', 'Keep the evening routes.' from paper),
    file as (
      insert into platform.stored_file (partnership_id, name, kind, bytes, digest, made_by_name)
      values (${partnershipId}, 'routes.txt', 'txt', 6, encode(sha256('Routes'), 'hex'), 'Winifred Hale') returning id),
    piece as (insert into platform.stored_file_piece (partnership_id, file_id, number, content) select ${partnershipId}, id, 0, 'Routes' from file)
    insert into meetings.paper_version (partnership_id, paper_id, number, file_id, on_day, made_by_name)
    select ${partnershipId}, paper.id, 1, file.id, '2026-11-20', 'Winifred Hale' from paper, file returning paper_id as paper, id as version`
  return { ...there, ...made }
}

/** The thread as a whole, by that group; the other one has a review that was held. */
async function reviewed(
  { owner, partnershipId }: Pick<FreshApp, 'owner' | 'partnershipId'>,
  group: number,
  other: number,
): Promise<number> {
  await owner`
    insert into thread.review (partnership_id, group_id, due_on, held_on, happened, changed)
    values (${partnershipId}, ${other}, '2026-05-01', '2026-05-08', 'It went well.', 'Nothing, since it did.')`
  return rowOf(
    owner`insert into thread.review (partnership_id, group_id, due_on) values (${partnershipId}, ${group}, '2026-12-18') returning id`,
  )
}

/** Links that nobody has used yet, by what they are for. */
async function tokens({ owner, partnershipId, reader }: FreshApp): Promise<Record<string, string>> {
  const made: Record<string, string> = {}
  for (const purpose of ['invitation', 'reset', 'new-email']) {
    const token = `a-link-for-${purpose}-that-nobody-has-used-yet`
    await owner`
      with link as (insert into platform.one_time_link (account_id, purpose, email, by_mail, created_at, expires_at)
                    values (${reader.accountId}, ${purpose}, ${purpose === 'new-email' ? 'dafydd@moved.example' : null}, false, now(), now() + interval '100 years')
                    returning id)
      insert into platform.one_time_link_secret (digest, link_id) select ${digestOf(token)}, id from link`
    made[`token of ${purpose}`] = token
  }
  const answer = 'a-link-to-answer-with'
  await owner`
    insert into partnership.answer_link (partnership_id, digest, person_id, purpose, subject_id, expires_at)
    select ${partnershipId}, ${digestOf(answer)}, person_id, 'request', id, '2126-01-01'
      from meetings.asked where partnership_id = ${partnershipId} and person_id is not null order by id desc limit 1`
  made['token of answer'] = answer
  const calendar = 'a-calendar-that-nobody-has-read-yet'
  await owner`
    insert into meetings.feed (partnership_id, group_id, digest)
    select ${partnershipId}, min(id), ${digestOf(calendar)} from partnership."group" where partnership_id = ${partnershipId}`
  made['token of calendar'] = calendar
  return made
}

/** So that there is something to leave, and to share with. */
async function underCounty({ owner, partnershipId }: FreshApp): Promise<void> {
  await owner`
    with county as (insert into platform.partnership (slug, name) values ('westmere', 'Westmere Partnership') returning id)
    insert into platform.district (partnership_id, county_id) select ${partnershipId}, id from county`
}

/** With whose single sign-on Wexcombe's people could sign in. */
async function provider({ owner, partnershipId }: FreshApp): Promise<Record<string, string | number>> {
  const key = 'wexcombe-council-00000'
  const [added] = await owner<{ provider: number; domain: number }[]>`
    with added as (
      insert into platform.provider (partnership_id, key, name, issuer, client_id)
      values (${partnershipId}, ${key}, 'Wexcombe Council', 'https://login.wexcombe.example', 'goldthread') returning partnership_id, id)
    insert into platform.provider_domain (partnership_id, provider_id, domain, token)
    select partnership_id, id, 'wexcombe.example', 'known to the tests' from added returning provider_id as provider, id as domain`
  return { ...added, key }
}

/** A view of the scorecard that the officer has saved. */
async function savedView({ owner, partnershipId, officer }: FreshApp): Promise<number> {
  const [view] = await owner<{ id: number }[]>`
    insert into performance.saved_view (partnership_id, name, query, made_by, made_by_name, made_on)
    values (${partnershipId}, 'For the board', 'by=lead', ${officer.accountId}, ${officer.name}, '2026-11-20')
    returning id`
  return view?.id ?? 0
}

/** A file of returns that waits to be told what its columns mean. */
async function uploaded(app: FreshApp): Promise<string> {
  const [agreement] = await app.owner<{ id: number }[]>`select id from performance.agreement where partnership_id = ${app.partnershipId}`
  const answer = await app.upload(
    app.officer,
    'imports',
    { kind: 'returns', agreement: String(agreement?.id), source: 'Youth offending team' },
    { field: 'file', fileName: 'youth.csv', content: 'reference,area,period,value\nNI 111,E10000099,2025-26,120\n' },
  )
  const id = /\/imports\/(\d+)/.exec(answer.headers.location ?? '')?.[1]
  if (id === undefined) throw new Error(`The file was not taken: ${answer.statusCode}`)
  return id
}

/** A catalogue of the partnership's own. */
async function catalogueOf(app: FreshApp): Promise<string> {
  const file = { field: 'file', fileName: 'framework.csv', content: 'reference,title\nL1,Litter\n' }
  const { headers } = await app.upload(app.officer, 'catalogues/new', { title: 'Green list', source: '' }, file)
  const id = /\/catalogues\/(\d+)/.exec(headers.location ?? '')?.[1]
  if (id === undefined) throw new Error('The catalogue was not taken')
  return id
}

/** The reader's is the account that stands in addresses; a passkey is the administrator's own. */
async function passkeyOf({ owner, administrator }: FreshApp): Promise<number> {
  const [passkey] = await owner<{ id: number }[]>`
    insert into platform.passkey (account_id, credential_id, public_key, counter, transports, name, created_at)
    values (${administrator.accountId}, 'a-key', '', 0, '{}', 'Work laptop', '2026-11-20T09:00Z') returning id`
  return passkey?.id ?? 0
}
