import { addMonths } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { momentLabel } from '../../kernel/moment.ts'
import { atTables, type GroupName, groupNamed, groupsOfPerson, type PersonId, reachOf } from '../../partnership/index.ts'
import { digestOf, newSecret } from '../../platform/accounts/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { icalendar } from '../../platform/ical/index.ts'
import {
  type Answer,
  allow,
  download,
  found,
  type Handler,
  NotFound,
  type PublicHandler,
  page,
  redirect,
  template,
  type Visit,
} from '../../platform/web/index.ts'
import { isWithin } from '../meeting/keeper.ts'
import { meetingAsked } from '../meeting/pages.ts'
import { eventsOf, type Scheduled } from './feed.ts'
import { type FeedOf, feedOf, feedWith, leadsTo, makeFeed, revokeFeed, scheduled, scheduledMeeting } from './store.ts'

/** What a calendar program asks for again and again. Whoever has the address needs no account: it holds nothing that is confidential. */
export const readFeed: PublicHandler = async ({ database, params, now, today, origin, requestId, address }) => {
  const digest = digestOf((params['token'] ?? '').replace(/\.ics$/, ''))
  const partnership = await database.platform(db => leadsTo(db, digest))
  if (partnership === null) throw new NotFound()
  const who = { partnershipId: partnership.partnershipId, accountId: null, name: 'A calendar', requestId, address }
  return database.visit(who, 'read', async db => {
    const of = found(await feedWith(db, digest))
    // What was long ago is nobody's plan any more.
    const meetings = await meetingsOf(db, of, addMonths(today, -6))
    const name = 'groupId' in of ? found(await groupNamed(db, of.groupId)).name : `Meetings, ${partnership.name}`
    return calendarFile('meetings.ics', icalendar(name, eventsOf(meetings, `${origin}/${partnership.slug}`), now))
  })
}

/** A group's, or those at whose table somebody is on the day: where they sit, cover or act as deputy, as is known today. */
async function meetingsOf(db: Db, of: FeedOf, from: Parameters<typeof scheduled>[2]): Promise<readonly Scheduled[]> {
  if ('groupId' in of) return scheduled(db, [of.groupId], from)
  const groupIds = await groupsOfPerson(db, of.personId)
  const [all, tables] = await Promise.all([scheduled(db, groupIds, from), atTables(db, groupIds)])
  return all.filter(({ groupId, onDay }) => tables(groupId, onDay).some(({ personId }) => personId === of.personId))
}

const calendarFile = (name: string, content: string): Answer => download(name, 'text/calendar; charset=utf-8', content)

/** One meeting, to be put into a calendar by hand. */
export const downloadMeeting: Handler = async visit => {
  const asked = found(await scheduledMeeting(visit.db, (await meetingAsked(visit)).id))
  const [events, home] = [eventsOf([asked], `${visit.origin}/${visit.partnership.slug}`), visit.partnership.name]
  if (events.length === 0) throw new NotFound()
  return calendarFile(`meeting-${asked.onDay}.ics`, icalendar(home, events, visit.now))
}

export const showOwnFeed: Handler = async visit => ownPage(visit, null)

export const makeOwnFeed: Handler = async visit => {
  const personId = visit.visitor.capacity.personId as PersonId | null
  if (personId === null)
    return ownPage(visit, null, [{ text: 'You are not among the people at the table, so there are no meetings of your own' }])
  return ownPage(visit, await made(visit, { personId }))
}

export const revokeOwnFeed: Handler = async ({ db, visitor }) => {
  const personId = visitor.capacity.personId as PersonId | null
  if (personId !== null) await revokeFeed(db, { personId })
  return redirect('meetings/feed', 'The address leads nowhere any more')
}

export const showGroupFeed: Handler = async visit => groupPage(visit, await groupKept(visit), null)

export const makeGroupFeed: Handler = async visit => {
  const group = await groupKept(visit)
  return groupPage(visit, group, await made(visit, { groupId: group.id }))
}

export const revokeGroupFeed: Handler = async visit => {
  const group = await groupKept(visit)
  await revokeFeed(visit.db, { groupId: group.id })
  return redirect(`groups/${group.id}/feed`, 'The address leads nowhere any more')
}

/** Shown this once: what is kept of it opens nothing. */
async function made({ db, origin }: Visit, of: FeedOf): Promise<string> {
  const secret = newSecret()
  await makeFeed(db, of, digestOf(secret))
  return `${origin}/calendar/${secret}.ics`
}

async function groupKept({ db, params, visitor }: Visit): Promise<GroupName> {
  const group = found(await groupNamed(db, found(idOf<'group'>(params['group']))))
  allow(isWithin(reachOf('keep-meetings', visitor), { groupId: group.id }))
  return group
}

async function ownPage({ db, visitor }: Visit, address: string | null, problems: readonly { text: string }[] = []): Promise<Answer> {
  const personId = visitor.capacity.personId as PersonId | null
  const madeAt = personId === null ? null : await feedOf(db, { personId })
  const view = {
    title: 'Meetings in your own calendar',
    about: 'Every meeting of the groups where you sit, and of those where you stand in for somebody while you do.',
    isPossible: personId !== null,
    ...addressView(madeAt, address),
    action: 'meetings/feed',
    breadcrumbs: [{ text: 'Meetings', href: 'meetings' }],
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

async function groupPage({ db }: Visit, group: GroupName, address: string | null): Promise<Answer> {
  const view = {
    title: `Meetings of ${group.name} in a calendar`,
    about: `Every meeting of ${group.name}. Whoever has the address can read it without an account: give it to the members, and to nobody else.`,
    isPossible: true,
    ...addressView(await feedOf(db, { groupId: group.id }), address),
    action: `groups/${group.id}/feed`,
    breadcrumbs: [
      { text: 'Groups', href: 'groups' },
      { text: group.name, href: `groups/${group.id}` },
    ],
  }
  return page(template(import.meta.url, 'show.njk'), view)
}

const addressView = (madeAt: Temporal.Instant | null, address: string | null) => ({
  madeAt: madeAt === null ? '' : momentLabel(madeAt),
  address,
})
