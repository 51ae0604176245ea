// Every route, called as everybody, against the written table of permissions.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { openApplication } from '../src/application.ts'
import { type Duty, duties } from '../src/kernel/duty.ts'
import { authorities, type Matter, matters, opens } from '../src/partnership/index.ts'
import { type Role, roles, type Web } from '../src/platform/web/index.ts'
import { addressesIn } from './pages/addresses.ts'
import { anotherGroup, peopleOf } from './pages/people.ts'
import { authorityLine, type Permission, permissionLine, writtenPermissions } from './pages/permissions.ts'
import { undoing } from './pages/undoing.ts'
import { freshApp, type Person } from './web/index.ts'

const now = '2026-11-22T09:30:00Z'
const app = await freshApp({ after }, { now, example: true })
/** The same on the same database, but nothing that it does is kept: so everything may be tried. */
const { web: trial } = await openApplication({ database: undoing(app.database), version: '0.0.0', clock: () => Temporal.Instant.from(now) })
after(() => trial.server.close())

const address = await addressesIn(app)
/** What stands for a part of these addresses. */
const thing = (name: string) => Number(address({ path: `/:${name}` }).slice(1))
/** The contributor reports for the organisation that leads their indicator. */
await app.owner`
  insert into partnership.coordinator (partnership_id, person_id, organisation_id)
  select partnership_id, id, ${thing('organisation')} from partnership.person where account_id = ${app.contributor.accountId}`
const {
  byRole: people,
  byDuty,
  withAll,
} = await peopleOf(app, {
  group: thing('group'),
  elsewhere: await anotherGroup(app),
  indicator: thing('indicator'),
  now: Temporal.Instant.from(now),
})
const everybody = { ...people, 'somebody of another partnership': app.stranger }

const written = writtenPermissions()
const inside = written.filter(({ path }) => path.startsWith('/:partnership'))
const forAnybody = written.filter(({ who }) => who === 'anybody')
const forSignedIn = written.filter(({ who }) => who === 'signed in')
/** Routes that a duty opens: what they show or change is one group's, seat's or organisation's, and a duty elsewhere is not enough. */
const byDuties = inside.filter(({ who }) => typeof who !== 'string' && duties.some(duty => who.includes(duty)))
const ofNoGroup: ReadonlySet<string> = new Set([
  'mayKeepPeople',
  'mayCallMeetings',
  'mayBeginRequests',
  'mayAddActions',
  'mayAddLinks',
  'mayBeginPlans',
  'mayBeginReviews',
  'mayBeginWorkshops',
  'mayKeepOtherPlans',
])
const ofOne = byDuties.filter(({ rule }) => !ofNoGroup.has(rule))
/** Where a seat is enough for what is its own: the seat of the addresses is nobody’s of these, so only who may by the group is served. */
const byGroup = new Set<Duty>([...authorities['name-deputies'].group, 'deputy'])
/** Whose each is is asked in tests beside the code: a paper in `src/meetings/paper`, a link in `src/thread/link`, a next step in `src/delivery/next-step`. */
const ofTheirOwn: ReadonlySet<string> = new Set(['mayBringPapers', 'mayRemoveSomeLinks', 'mayTakeSomeSteps'])
/** The step of the addresses is an action of the group that answers for the indicator. */
const byMeetings = new Set<Duty>([...authorities['keep-meetings'].group, 'deputy'])
/** A plan is signed off by those of the group to which its own reports, and the addresses' group reports to none. */
const isTheirs = ({ rule }: Permission, duty: Duty): boolean =>
  rule !== 'maySignOffSomePlans' &&
  rule !== 'mayRemoveSomeLinks' &&
  (rule !== 'mayTakeSomeSteps' || byMeetings.has(duty)) &&
  (rule !== 'mayNameSomeDeputies' || byGroup.has(duty))
const permitted = ({ who }: Permission): readonly Role[] => (typeof who === 'string' ? [] : roles.filter(role => who.includes(role)))

/** Forms are sent with nothing filled in, but for one that has always something chosen. */
const [persona] = await app.owner<{ id: number }[]>`select id from platform.account where is_example order by id`
const filledIn: Readonly<Record<string, string>> = { '/:partnership/persona': `persona=${persona?.id}` }

type Expected = { readonly words: string; readonly isSo: (answer: LightMyRequestResponse) => boolean }

const isForbidden: Expected = { words: 'should be refused', isSo: ({ statusCode }) => statusCode === 403 }
const isAbsent: Expected = { words: 'should find nothing', isSo: ({ statusCode }) => statusCode === 404 }
const isAskedToSignIn: Expected = {
  words: 'should be asked to sign in',
  isSo: ({ statusCode, headers }) => statusCode === 303 && headers.location?.startsWith('/sign-in?') === true,
}
/** The page, a redirect, or the page once more because nothing was filled in. */
const isServed: Expected = {
  words: 'should be served',
  isSo: answer => [200, 303, 422].includes(answer.statusCode) && !isAskedToSignIn.isSo(answer),
}
/** What belongs to no partnership may also be over: there is one already, the link was used. */
const isAnswered: Expected = { words: 'should be answered', isSo: answer => isServed.isSo(answer) || answer.statusCode === 404 }

test('what is written is what there is', () => {
  const there = app.web.routes.map(permissionLine)
  const described = written.map(({ line }) => line)
  assert.deepEqual(described.toSorted(), there.toSorted(), 'docs/permissions.md is not what the routes say: npm run permissions')
})

test('who may see may see, who may change may change', async () => {
  const served = inside.filter(({ rule }) => !ofTheirOwn.has(rule))
  const calls = served.flatMap(route => permitted(route).map(role => ({ route, as: role, person: people[role] })))
  assert.deepEqual(await unlike(isServed, trial, calls), [])
})

test('who has a duty may see and change what is of their own group, seat or organisation', async () => {
  const calls = byDuties.flatMap(route =>
    byDuty
      .filter(({ duty }) => route.who.includes(duty) && isTheirs(route, duty))
      .map(({ duty, own }) => ({ route, as: duty, person: own })),
  )
  assert.ok(calls.length > 40)
  assert.deepEqual(await unlike(isServed, trial, calls), [])
})

test('what is written of groups, seats and organisations is what the rules say', () => {
  const document = readFileSync(join(import.meta.dirname, '../docs/permissions.md'), 'utf8')
  for (const matter of matters) assert.ok(document.includes(`\n${authorityLine(authorities[matter])}\n`), matter)
  // The platform knows no groups, so its own rules stand apart.
  const held = (role: Role, ...some: Duty[]) => ({ role, duties: some })
  const check = (matter: Matter, rule: string) =>
    assert.deepEqual(
      [...roles.filter(role => opens(matter)(held(role))), ...duties.filter(duty => opens(matter)(held('reader', duty)))],
      inside.find(each => each.rule === rule)?.who,
      rule,
    )
  check('report', 'mayReport')
  check('approve', 'mayManagePerformance')
  check('keep-people', 'mayKeepPeople')
  check('keep-group', 'mayKeepSomeGroup')
  check('name-deputies', 'mayNameSomeDeputies')
})

test('what belongs to no partnership is answered, to whomever it is for', async () => {
  const signedIn = (route: Permission) => Object.entries(everybody).map(([as, person]) => ({ route, as, person }))
  const nobody = (route: Permission) => ({ route, as: 'nobody', person: null })
  assert.deepEqual(await unlike(isAnswered, trial, [...forAnybody, ...forSignedIn].flatMap(signedIn)), [])
  assert.deepEqual(await unlike(isAnswered, trial, forAnybody.map(nobody)), [])
  assert.deepEqual(await unlike(isAskedToSignIn, trial, forSignedIn.map(nobody)), [])
})

/** Kinds of gaps have names, and every partnership has its own gaps of each. */
const isOfEverybody = (path: string): boolean => path.endsWith('/gaps/:gap')

describe('everybody else is refused, and nothing is changed', () => {
  const refused = (who: string, expected: Expected, calls: readonly Call[]) =>
    test(who, async () => {
      assert.ok(calls.length > 0)
      const before = await everything()
      assert.deepEqual(await unlike(expected, app.web, calls), [])
      assert.deepEqual(await everything(), before)
    })

  const others = (route: Permission) => roles.filter(role => !permitted(route).includes(role))
  refused(
    'a role that may not',
    isForbidden,
    inside.flatMap(route => others(route).map(role => ({ route, as: role, person: people[role] }))),
  )

  const closed = inside.filter(({ who }) => !who.includes('reader'))
  refused(
    'a duty that does not open it',
    isForbidden,
    closed.flatMap(route => {
      const those = byDuty.filter(({ duty }) => !route.who.includes(duty)).map(({ duty, own }) => ({ route, as: duty, person: own }))
      return those.length < duties.length ? those : [{ route, as: 'every duty', person: withAll }]
    }),
  )
  refused(
    'a duty on another group, or for another organisation',
    isForbidden,
    ofOne.flatMap(route =>
      byDuty
        .filter(({ duty }) => route.who.includes(duty))
        .map(({ duty, elsewhere }) => ({ route, as: `${duty} elsewhere`, person: elsewhere })),
    ),
  )

  refused(
    'a seat that is not theirs',
    isForbidden,
    byDuties.flatMap(route =>
      byDuty
        .filter(({ duty }) => route.who.includes(duty) && !isTheirs(route, duty))
        .map(({ duty, own }) => ({ route, as: duty, person: own })),
    ),
  )

  const stranger = { as: 'an administrator of another partnership', person: app.stranger }
  refused(
    'an administrator of another partnership',
    isAbsent,
    inside.map(route => ({ route, ...stranger })),
  )
  refused(
    'an administrator of another partnership, who asks for our things at their own address',
    isAbsent,
    inside
      .filter(({ path }) => path.lastIndexOf('/:') > 0 && !isOfEverybody(path))
      .map(route => ({ route, ...stranger, slug: 'elmbridge' })),
  )

  refused(
    'nobody',
    isAskedToSignIn,
    inside.map(route => ({ route, as: 'nobody', person: null })),
  )

  const elsewhere = [{}, { origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]
  refused(
    'a form on another site, and what is no browser',
    isForbidden,
    written
      .filter(({ method }) => method === 'POST')
      .flatMap(route => elsewhere.map(from => ({ route, as: `from ${JSON.stringify(from)}`, person: app.administrator, from }))),
  )
})

type Call = {
  readonly route: Permission
  readonly as: string
  readonly person: Person | null
  readonly slug?: string
  /** What a browser says of where a form was; on our own page, unless said otherwise. */
  readonly from?: Readonly<Record<string, string>>
}

/** As many as there are connections to spare. */
const atOnce = 6

/** The calls that were answered otherwise than expected, in words. */
async function unlike({ words, isSo }: Expected, web: Web, calls: readonly Call[]): Promise<string[]> {
  const told: string[] = []
  for (let from = 0; from < calls.length; from += atOnce) {
    const those = calls.slice(from, from + atOnce)
    const answers = await Promise.all(those.map(call => send(web, call)))
    for (const [at, answer] of answers.entries()) {
      const { route, as } = those[at] ?? assert.fail()
      if (!isSo(answer)) told.push(`${route.method} ${route.path} as ${as} ${words}: ${answer.statusCode} ${answer.headers.location ?? ''}`)
    }
  }
  return told
}

function send({ server }: Web, { route, person, slug, from = { 'sec-fetch-site': 'same-origin' } }: Call): Promise<LightMyRequestResponse> {
  const url = address(route, slug)
  const cookie = person === null ? {} : { cookie: person.cookie }
  if (route.method === 'GET') return server.inject({ method: 'GET', url, headers: cookie })
  const headers = { ...cookie, ...from, 'content-type': 'application/x-www-form-urlencoded' }
  return server.inject({ method: 'POST', url, headers, payload: filledIn[route.path] ?? '' })
}

/** A digest of each table, of every partnership. Left out: who was seen when, and which attempts were counted. */
async function everything(): Promise<Record<string, string>> {
  const tables = await app.owner<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name
      from pg_tables
     where schemaname in ('platform', 'partnership', 'performance') and tablename not in ('session', 'attempt')
     order by 1`
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await app.owner.unsafe<{ digest: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(line::text, '' order by line::text)), '') as digest from ${name} as line`,
    )
    digests[name] = row?.digest ?? ''
  }
  return digests
}
