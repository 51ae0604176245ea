// Two people edit one record: the second is shown what the first has changed and asked, and nothing vanishes.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { addressesIn } from './pages/addresses.ts'
import { formIn, type ShownForm } from './web/form.ts'
import { freshApp } from './web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T09:30:00Z', example: true })
const addressOf = await addressesIn(app)

type Said = Readonly<Record<string, string>>
type Edit = {
  readonly first: Said
  readonly second: Said
  /** What the second one reads of the first's change, and so of what they would have replaced. */
  readonly shown: RegExp
  /** Where the form is, if not at the address that it is sent to. */
  readonly page?: string
}

const numberOf = (thing: string) => addressOf({ path: `/:${thing}` }).slice(1)
const [seatId, deputyId] = [numberOf('seat'), numberOf('deputy')]
const [forwardId, itemId] = [numberOf('forward'), numberOf('item')]
const saidPieces = await app.owner<{ id: number; text: string }[]>`select id, text from meetings.minute order by id`
const numberOfPiece = (words: string) => String(saidPieces.find(({ text }) => text.startsWith(words))?.id)
const title = (word: string) => ({ title: `Called so by the ${word}` })
const titled: Edit = { first: title('first'), second: title('second'), shown: /Called so by the first/ }
const named: Edit = {
  first: { name: 'Called so by the first' },
  second: { name: 'Called so by the second' },
  shown: /Called so by the first/,
}

const inWexcombe: Readonly<Record<string, Edit>> = {
  'agreements/:agreement/edit': titled,
  'agreements/:agreement/order': { first: { 'theme-1': '2.5' }, second: { 'theme-1': '9' }, shown: /The place of .{5,80} is “2” now/ },
  'agreements/:agreement/scheme': {
    first: { scheme: 'three' },
    second: { scheme: 'red-amber-green' },
    shown: /How judgements are shown is “three/i,
  },
  'themes/:theme/edit': titled,
  'outcomes/:outcome/edit': titled,
  'indicators/:id/edit': titled,
  'indicators/:id/targets/:target/edit': { first: { value: '1190' }, second: { value: '1200' }, shown: /it is now 1,190 / },
  'indicators/:id/returns/:area/:period': {
    first: { value: '1120' },
    second: { value: '1130' },
    shown: /While you were writing, Helen Marsh reported 1,120/,
  },
  'indicators/:id/assurance/:area/:period': {
    first: { content: 'Checked by the first' },
    second: { content: 'Checked by the second' },
    shown: /Checked by the first/,
  },
  'indicators/:id/commentary/:area/:period/edit': {
    first: { text: 'Said so by the first', reasons: 'delivery' },
    second: { text: 'Said so by the second', reasons: 'funding' },
    shown: /The commentary is “Said so by the first” now/,
  },
  'indicators/:id/override/:area/:period': {
    first: { band: 'on-target', reason: 'Said so by the first', until: '1 March 2027' },
    second: { band: 'within-tolerance', reason: 'Said so by the second', until: '1 March 2027' },
    shown: /Said so by the first/,
  },
  'indicators/:id/proxy': {
    first: { proxyId: '12', reason: 'Said so by the first' },
    second: { proxyId: '23', reason: 'Said so by the second' },
    shown: /Said so by the first/,
  },
  'indicators/:id/deferral': {
    first: { deferredReason: 'Said so by the first', deferredOwner: 'Amina', deferredReviewOn: '1 March 2027' },
    second: { deferredReason: 'Said so by the second', deferredOwner: 'Amina', deferredReviewOn: '1 March 2027' },
    shown: /Said so by the first/,
  },
  'indicators/:id/closure': {
    first: { closedReason: 'Said so by the first' },
    second: { closedReason: 'Said so by the second' },
    shown: /Said so by the first/,
  },
  'areas/:area/edit': named,
  'areas/:area/neighbours': {
    first: { neighbours: 'E07000086' },
    second: { neighbours: 'E07000087' },
    shown: /is compared with is “E07000086, Eastleigh” now/,
  },
  'organisations/:organisation/edit': named,
  'people/:person/edit': named,
  'people/own': { first: { telephone: '0199 1' }, second: { telephone: '0199 2' }, shown: /Telephone is “0199 1” now/ },
  'people/:person/posts/:post/edit': titled,
  'people/:person/absences/:absence/edit': {
    first: { reason: 'Said so by the first' },
    second: { reason: 'Said so by the second' },
    shown: /Said so by the first/,
  },
  'groups/:group/edit': named,
  'groups/:group/responsibilities': {
    first: { answersFor: `theme-${numberOf('theme')}` },
    second: { answersFor: `outcome-${numberOf('outcome')}` },
    shown: /What .+ answers for is “.+” now/,
  },
  'groups/:group/order': {
    first: { [`place-${seatId}`]: '2.5' },
    second: { [`place-${seatId}`]: '3' },
    shown: /The place of Lead, Buses is “2” now/,
  },
  'groups/:group/minutes-form': {
    first: { minutesCalled: 'Called so by the first' },
    second: { minutesCalled: 'Called so by the second' },
    shown: /What minutes are called is “Called so by the first” now/,
  },
  'meetings/:meeting/attendance': {
    first: { [`how-seat-${seatId}`]: 'apologies' },
    second: { [`how-seat-${seatId}`]: 'absent' },
    shown: /somebody has changed this since you opened it, to “Winifred Hale apologies”/,
  },
  'actions/:action/edit': {
    first: { text: 'Said so by the first' },
    second: { text: 'Said so by the second' },
    shown: /What is to be done is “Said so by the first” now/,
  },
  'actions/:action/date': {
    first: { dueOn: '1 March 2027', reason: 'So the first' },
    second: { dueOn: '2 March 2027', reason: 'So the second' },
    shown: /Its date is “1 March 2027” now/,
  },
  'outside-bodies/:body/edit': named,
  'vision/edit': titled,
  'vision/ambitions/:ambition/edit': titled,
  'strategies/:strategy/edit': titled,
  'seats/:seat/edit': { first: title('first'), second: title('second'), shown: /What it is for is “Called so by the first” now/ },
  'seats/:seat/deputies': {
    first: { [`endsOn-${deputyId}`]: '1 March 2027' },
    second: { [`endsOn-${deputyId}`]: '2 March 2027' },
    shown: /The last day of Marcus Bell is “1 March 2027” now/,
  },
  'tenures/:tenure/edit': {
    first: { beginsOn: '1 March 2026' },
    second: { beginsOn: '2 March 2026' },
    shown: /The first day is “1 March 2026” now/,
  },
  'requests/:draft/edit': titled,
  'requests/:draft/questions/:question/edit': {
    first: { text: 'Asked so by the first?' },
    second: { text: 'Asked so by the second?' },
    shown: /The question is “Asked so by the first\?” now/,
  },
  'meetings/:meeting/workplans/:group/edit': {
    first: { hotspots: 'Said so by the first' },
    second: { hotspots: 'Said so by the second' },
    shown: /Locality and hotspot issues is “Said so by the first” now/,
  },
  'plans/:plan/progress': {
    first: { [`rating-${numberOf('planned')}`]: 'on-track', [`text-${numberOf('planned')}`]: 'Said so by the first' },
    second: { [`rating-${numberOf('planned')}`]: 'on-track', [`text-${numberOf('planned')}`]: 'Said so by the second' },
    shown: /Said so by the first/,
  },
  'requests/:request/answers/:asked': {
    first: { act: 'send', [`question-${Number(numberOf('question')) - 1}`]: 'Said so by the first' },
    second: { act: 'send', [`question-${Number(numberOf('question')) - 1}`]: 'Said so by the second' },
    shown: /“Which of them\?” is “Said so by the first” now/,
  },
  'workshops/:workshop/edit': titled,
  'workshops/:workshop/headings/:heading/edit': { ...titled, shown: /The heading is “Called so by the first” now/ },
  'coordinators/:person/edit': {
    first: { organisationId: '11' },
    second: { organisationId: '14' },
    shown: /What Called so by the second reports for is “.{3,80}” now/,
  },
  'meetings/:meeting/edit': {
    first: { venue: 'Said so by the first' },
    second: { venue: 'Said so by the second' },
    shown: /The venue is “Said so by the first” now/,
  },
  'groups/:group/forward-plan': {
    first: { [`when-${forwardId}`]: 'standing' },
    second: { [`when-${forwardId}`]: 'none' },
    shown: /The meeting of Bus subsidies is “every meeting” now/,
  },
  'groups/:group/forward-plan/:forward/edit': titled,
  'meetings/:meeting/agenda/times': {
    first: { [`minutes-${itemId}`]: '20' },
    second: { [`minutes-${itemId}`]: '30' },
    shown: /The minutes of Bus subsidies is “20” now/,
  },
  'meetings/:meeting/agenda/:item/edit': titled,
  'meetings/:meeting/minutes/corrections/:correction': {
    first: { state: 'agreed', text: 'Said so by the first' },
    second: { state: 'agreed', text: 'Said so by the second' },
    shown: /The part is “Said so by the first” now/,
  },
  'meetings/:meeting/minutes/withheld': {
    first: { piece: numberOfPiece('The subsidy is') },
    second: { piece: numberOfPiece('It ends') },
    shown: /What is left out is “one part” now/,
  },
  'papers/:paper/edit': titled,
  'papers/:paper/cover-sheet/edit': {
    first: { recommendation: 'Said so by the first' },
    second: { recommendation: 'Said so by the second' },
    shown: /Recommendation is “Said so by the first” now/,
  },
  'meetings/:meeting/move': {
    first: { onDay: '7 December 2026', reason: 'The chair is away' },
    second: { onDay: '8 December 2026', reason: 'The room is taken' },
    shown: /The day is “7 December 2026” now/,
  },
  'groups/:group/practice': {
    first: { papersDue: '8' },
    second: { papersDue: '9' },
    shown: /When papers are due is “8 days before” now/,
  },
  'plans/:plan/edit': titled,
  'other-plans/:otherPlan/edit': titled,
  'plans/:plan/actions/:planned/edit': {
    first: { measure: 'Said so by the first' },
    second: { measure: 'Said so by the second' },
    shown: /The measure is “Said so by the first” now/,
  },
  'plans/:plan/actions/:planned/milestones/:milestone': {
    first: { note: 'Said so by the first' },
    second: { note: 'Said so by the second' },
    shown: /The note is “Said so by the first” now/,
  },
  'reviews/:review/edit': {
    first: { dueOn: '1 March 2027' },
    second: { dueOn: '2 March 2027' },
    shown: /The date is “1 March 2027” now/,
  },
  'reviews/:review/holding': {
    first: { happened: 'As it was planned', changed: 'Said so by the first' },
    second: { happened: 'As it was planned', changed: 'Said so by the second' },
    shown: /What is changed is “Said so by the first” now/,
  },
  'plans/requirements/:requirement/edit': {
    first: { dueOn: '1 March 2027' },
    second: { dueOn: '2 March 2027' },
    shown: /The date is “1 March 2027” now/,
  },
  sharing: { first: { shares: 'structure' }, second: { shares: 'scorecard' }, shown: /What is shared is “structure” now/ },
  'providers/:provider/edit': named,
  'accounts/:account': { first: { role: 'contributor' }, second: { role: 'administrator' }, shown: /The role is “Contributor” now/ },
}
const edits: Readonly<Record<string, Edit>> = {
  ...Object.fromEntries(Object.entries(inWexcombe).map(([path, edit]) => [`/:partnership/${path}`, edit])),
  '/:partnership/meetings/:meeting/minutes/times': {
    first: { openedAt: '9:35am' },
    second: { openedAt: '9:40am' },
    shown: /When it opened is “9:35am” now/,
    page: addressOf({ path: '/:partnership/meetings/:meeting/minutes/edit' }),
  },
  '/account/name': { ...named, page: '/account' },
}

/** Nothing that somebody else could have said meanwhile is replaced by these: they begin, add, choose or end something, and say what. */
const others = new Set([
  ...['/', '/example', '/setup', '/sign-in', '/sign-out', '/invitation/:token', '/account/passphrase', '/account/sessions'],
  ...['/sign-in/organisation', '/invitation/:token/organisation', '/account/organisations'],
  ...['/reset', '/reset/:token', '/new-email/:token', '/account/email', '/answer/:token'],
  ...['trial', 'use', 'domains', 'domains/:domain/check'].map(path => `/:partnership/providers/:provider/${path}`),
  // What somebody shows when they sign in: nothing that another has written is replaced.
  ...['/sign-in/second-step', '/sign-in/recovery-code', '/sign-in/passkey', '/account/sessions/others', '/account/authenticator'],
  ...['/account/recovery-codes', '/account/passkeys'],
  // The example has none, so it is told of in `factor/pages.test.ts`.
  '/:partnership/accounts/second-factor',
  ...['sessions', 'sessions/all'].map(path => `/:partnership/accounts/:account/${path}`),
  // What another wrote meanwhile is put together with it, line by line: `minute/pages.test.ts`.
  ...['items/:item', 'pieces'].map(path => `/:partnership/meetings/:meeting/minutes/${path}`),
  // They make a code, use it up, and end what it began.
  ...['districts', 'sharing/county', 'sharing/leaving'].map(path => `/:partnership/${path}`),
  ...['persona', 'system/test-mail', 'areas/england', 'areas/:area/profile'].map(path => `/:partnership/${path}`),
  ...['closure/end', 'deferral/end', 'override/:area/:period/end', 'proxy/end'].map(path => `/:partnership/indicators/:id/${path}`),
  // What is compared is locked and read again: `person/merger/pages.test.ts`.
  ...['duplicates', 'merger'].map(path => `/:partnership/people/${path}`),
  // One's own words on a plan, which nobody else writes; and who is asked for theirs is added one by one: `plan-review/pages.test.ts`.
  ...['review', 'review/:planned', 'reviewers'].map(path => `/:partnership/plans/:plan/${path}`),
  // Says of whatever there is that it ends: `person/pages.test.ts`.
  '/:partnership/people/:person/departure',
  // They end a group, or somebody's time on a seat, and say when; or add a link. Who sits there since is shown: `seat/pages.test.ts`.
  ...['groups/:group/winding-up', 'groups/:group/links', 'tenures/:tenure/leaving'].map(path => `/:partnership/${path}`),
  // Shows what it would come to and saves nothing; or steps of a meeting, open only from the state that is there: `steps/pages.test.ts`.
  ...['year', ':meeting/held', ':meeting/planned', ':meeting/invitations'].map(path => `/:partnership/meetings/${path}`),
  // Whoever comes second is told what the first has done: `next-step/pages.test.ts`.
  '/:partnership/indicators/:id/commentary/:area/:period/steps/:nextStep',
  // Only of what is off target: `four-rs/pages.test.ts`.
  '/:partnership/indicators/:id/review/:period/edit',
  // What is there stays unless that is said, and is shown beside what would take its place: `profile/pages.test.ts`.
  '/:partnership/indicators/:id/targets/:target/profile',
  // Moves one among those beside it, wherever the others are by then: `vision/pages.test.ts`.
  '/:partnership/vision/ambitions/:ambition/move',
  // They add what is not there yet, or move one item among those beside it, wherever the others are by then: `agenda/pages.test.ts`.
  ...['assembly', 'copy', 'order'].map(path => `/:partnership/meetings/:meeting/agenda/${path}`),
  // Steps of a closing, open only from the state that was seen: `closing/pages.test.ts`.
  ...['submissions', 'approvals', 'lock', 'unlock', ':indicator/return'].map(path => `/:partnership/closings/:agreement/:period/${path}`),
  // Steps of a request, open only from the state that was seen, and a copy; who is asked is added and taken out one by one: `request/pages.test.ts`.
  ...['sending', 'questions/order'].map(path => `/:partnership/requests/:draft/${path}`),
  ...['people', 'extension', 'reminders', 'closing', 'copy'].map(path => `/:partnership/requests/:request/${path}`),
  // For whoever sits there alone, which the administrator does not: `apologies/pages.test.ts`. And a question about what is there: `resignation/pages.test.ts`.
  // Shown only where somebody was missing twice, and a letter that is sent stays: `representation/pages.test.ts`.
  '/:partnership/groups/:group/representation/:about/letter',
  ...['apologies', 'resignations/:seat'].map(path => `/:partnership/meetings/:meeting/${path}`),
  // Steps of minutes, open only from the state that was seen: `minutes/approval/pages.test.ts`. What a group may decide is added to or taken away from.
  ...['circulation', 'approval'].map(path => `/:partnership/meetings/:meeting/minutes/${path}`),
  '/:partnership/groups/:group/delegations',
  // They ask, add a version, withdraw, and publish what was seen: `paper/pages.test.ts`, `publication/pages.test.ts`.
  ...['asking', 'versions', 'withdrawal'].map(path => `/:partnership/papers/:paper/${path}`),
  '/:partnership/meetings/:meeting/publication',
  // They add, and group only what was changed from what the page had shown; a vote is one's own: `workshop/pages.test.ts`.
  ...['points', 'votes', 'state', 'grouping', 'headings', 'merging', 'minutes'].map(path => `/:partnership/workshops/:workshop/${path}`),
  ...['apart', 'action', 'forward'].map(path => `/:partnership/workshops/:workshop/points/:point/${path}`),
  // Steps of a plan, open only from the state that was seen; what is signed off is what was read: `life-cycle/pages.test.ts`.
  ...['submission', 'withdrawal', 'return', 'sign-off', 'revision', 'revision/dropping', 'removal', 'carried'].map(
    path => `/:partnership/plans/:plan/${path}`,
  ),
  // A question about what is there, and dates that are added where there is none: `thread/review/pages.test.ts`.
  ...['year', ':review/reopening'].map(path => `/:partnership/reviews/${path}`),
  // A letter is open only while its plan is late, and one that was sent stays: `chaser/pages.test.ts`.
  ...['chasers', 'requirements/:requirement/chaser'].map(path => `/:partnership/plans/${path}`),
  // Each cell is compared with what the sheet had shown: `grid/pages.test.ts`.
  '/:partnership/agreements/:agreement/grid',
  // Pairs are added to those that are there, or taken out of those that were shown: what another matched meanwhile stays. `alignment/pages.test.ts`.
  '/:partnership/plans/:plan/alignment/:otherPlan/edit',
  // Letters, which replace nothing: `progress/jobs.test.ts`.
  '/:partnership/plans/:plan/progress/chasing',
  // They add one indicator to those that are there, or say why not; what another said is shown first: `finder/pages.test.ts`.
  ...['link', 'set-aside', 'return'].map(path => `/:partnership/finder/:indicator/:action/${path}`),
  // Each cell is compared with what the grid had shown: `delivery/grid/pages.test.ts`. And one action changes places with the one beside it, whichever that is by then.
  // A file adds actions, and what came meanwhile is shown first: `delivery/plan-import/pages.test.ts`.
  ...['actions', 'actions/:planned/place', 'import', 'import/rows', 'import/keeping'].map(path => `/:partnership/plans/:plan/${path}`),
  // They add what somebody says, or end an action that is open and open one that has ended: what was said before stays. `actions/action/pages.test.ts`.
  ...['notes', 'evidence', 'ending', 'dropping', 'reopening'].map(path => `/:partnership/actions/:action/${path}`),
])

const path = (route: string) => addressOf({ path: route })
const open = (route: string) => app.get(app.administrator, edits[route]?.page ?? path(route))
const form = (body: string, route: string): ShownForm => {
  try {
    return formIn(body)
  } catch {
    return formIn(body, path(route))
  }
}
const save = (route: string, { fields }: ShownForm, said: Said) => app.post(app.administrator, path(route), { ...fields, ...said })

describe('the second of two is shown what the first has changed, and asked', () => {
  for (const [route, { first, second, shown }] of Object.entries(edits))
    test(route, async () => {
      const ofSecond = form((await open(route)).body, route)
      const saved = await save(route, form((await open(route)).body, route), first)
      assert.equal(saved.statusCode, 303, saved.body.replace(/^.*<main/s, '').slice(0, 1_500))
      const kept = await app.owner`select count(*) from platform.history`

      const asked = await save(route, ofSecond, second)
      assert.equal(asked.statusCode, 422, 'The first’s change is overwritten unseen')
      assert.match(asked.body.replaceAll(/<[^>]*>/g, ' '), shown)
      assert.deepEqual(await app.owner`select count(*) from platform.history`, kept)

      const again = await save(route, form(asked.body, route), second)
      assert.equal(again.statusCode, 303, 'Whoever has seen it may replace it')
    })
})

test('every form that changes a record is among them', () => {
  const makesAnother = /\/(new|removal|cancellation|confirmation|columns|questions|sheet|invitation|imports|accounts|views|choice)$/
  const left = app.web.routes
    .filter(({ method, path }) => method === 'POST' && !makesAnother.test(path))
    .map(({ path }) => path)
    .filter(path => !Object.hasOwn(edits, path) && !others.has(path))
  assert.deepEqual(left, [])
})
