import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import { type Of, organisations, type Part, reachOf } from '../../partnership/index.ts'
import { download, type Handler, page, template, text, type Visit } from '../../platform/web/index.ts'
import { isWithin } from '../meeting/keeper.ts'
import { mayCallMeetings } from '../meeting/pages.ts'
import { meetings } from '../meeting/store.ts'
import { firstOf, monthAfter, monthAsked } from './month.ts'
import { allGroups, workingCalendarOf } from './store.ts'
import { csvOf, type Look, listView, monthView } from './view.ts'

export const listMeetings: Handler = async visit => {
  const { db, today, visitor } = visit
  const look = lookOf(visit)
  const [found, groups] = await Promise.all([
    meetings(db, { ...soughtOf(visit, look), ...(look.isPast ? { before: today } : { from: firstOf(today) }) }),
    allGroups(db),
  ])
  // What is to come in this month on a day that nobody knows stands with what is to come.
  const shown = look.isPast ? found : found.filter(({ onDay, dayKnown }) => onDay >= today || dayKnown === 'month')
  return page(template(import.meta.url, 'list.njk'), listView({ meetings: shown, look, groups, mayCall: mayCallMeetings(visitor), today }))
}

export const showMonth: Handler = async visit => {
  const { db, query, today } = visit
  const look = { ...lookOf(visit), isPast: false }
  const first = monthAsked(text(query, 'month')) ?? firstOf(today)
  const [found, groups, calendar] = await Promise.all([
    meetings(db, { ...soughtOf(visit, look), from: first, before: monthAfter(first) }),
    allGroups(db),
    workingCalendarOf(db),
  ])
  return page(template(import.meta.url, 'month.njk'), monthView({ meetings: found, look, groups, first, calendar, today }))
}

export const downloadMeetings: Handler = async visit => {
  const [found, hosts] = await Promise.all([meetings(visit.db, soughtOf(visit, lookOf(visit))), organisations(visit.db)])
  const lines = csvOf(found, new Map(hosts.map(({ id, name }) => [id, name])))
  return download('meetings.csv', 'text/csv; charset=utf-8', csv(lines))
}

const lookOf = ({ query, visitor }: Pick<Visit, 'query' | 'visitor'>): Look => ({
  groupId: idOf<'group'>(text(query, 'group')),
  isMine: visitor.duties.length === 0 ? null : text(query, 'mine') !== '',
  isPast: text(query, 'past') !== '',
})

/** The capacity is read where one's own are asked for: that page is kept for nobody else. */
const soughtOf = ({ visitor }: Pick<Visit, 'visitor'>, { groupId, isMine }: Look) => ({
  groupId: groupId as ReturnType<typeof idOf<'group'>>,
  groupIds: isMine ? visitor.capacity.seats.map(seat => seat.groupId) : null,
})

/** What stands of its meetings on a group's page: the next three. */
export const meetingsPart: Part = async ({ db, today, visitor }, of: Of) => {
  if (!('groupId' in of) || visitor.role === 'scrutiny' || visitor.role === 'guest') return null
  const { groupId } = of
  const found = (await meetings(db, { groupId, from: today })).filter(({ state }) => state === 'planned')
  const mayKeep = isWithin(reachOf('keep-meetings', visitor), { groupId })
  const look = { groupId, isMine: null, isPast: false }
  const { months, newHref, yearHref, otherHref } = listView({ meetings: found.slice(0, 3), look, groups: [], mayCall: mayKeep, today })
  const view = {
    meetings: months.flatMap(month => month.meetings),
    mayKeep,
    newHref,
    yearHref,
    otherHref,
    practiceHref: `groups/${groupId}/practice`,
    feedHref: `groups/${groupId}/feed`,
    allHref: `meetings?group=${groupId}`,
  }
  return { title: 'Meetings', template: template(import.meta.url, 'part.njk'), view }
}
