import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Bearer, opens, organisations, reachOf } from '../../partnership/index.ts'
import {
  type Answer,
  allow,
  editionOf,
  entered,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { knownAround } from '../calendar/store.ts'
import { warningsOf } from '../calendar/warning.ts'
import { approvalsAt } from '../minutes/approval/store.ts'
import { practiceOf } from '../practice/store.ts'
import { requestsFrom } from '../request/store.ts'
import { workshopsAt } from '../workshop/store.ts'
import { readMeeting } from './form.ts'
import { isWithin } from './keeper.ts'
import { type Meeting, meetingName, timeLabel } from './meeting.ts'
import { addMove, movesOf } from './steps/store.ts'
import { addMeeting, changeMeeting, groupsOf, lockMeeting, meeting } from './store.ts'
import { besidesView, fieldsOf, inWords, meetingFormView, meetingView } from './view.ts'

export const showMeeting: Handler = async visit => {
  const asked = await meetingAsked(visit)
  const { db, today } = visit
  const mayKeep = mayKeepMeeting(visit, asked)
  const takesPart = mayKeep || isWithin(reachOf('see-confidential', visit.visitor), asked)
  const [practice, known, moves, hosts, approvals, requests, workshops] = await Promise.all([
    practiceOf(db, asked.groupId),
    knownAround(db, asked.groupId, [asked.onDay]),
    movesOf(db, asked.id),
    organisations(db),
    mayKeep ? approvalsAt(visit, asked) : [],
    mayKeep ? requestsFrom(db, asked.id) : [],
    takesPart ? workshopsAt(db, asked.id) : [],
  ])
  const host = hosts.find(({ id }) => id === asked.hostOrganisationId)?.name ?? ''
  const { calendar } = known
  const view = meetingView({ meeting: asked, mayKeep, practice, calendar, host, moves, warnings: warningsOf(asked, known), today })
  const besides = besidesView(asked, requests, workshops, mayKeep)
  return page(template(import.meta.url, 'show.njk'), { ...view, approvals, besides, about: { kind: 'meeting', id: asked.id } })
}

/** With what is usual for its group, where that is known. */
export const newMeeting: Handler = async visit => {
  const groupId = idOf<'group'>(text(visit.query, 'group'))
  const practice = groupId && (await practiceOf(visit.db, groupId))
  const time = (at: string | null) => (at === null ? '' : timeLabel(at))
  const usual = practice && {
    startsAt: time(practice.usualStartsAt),
    endsAt: time(practice.usualEndsAt),
    venue: practice.usualVenue,
  }
  return formPage(visit, null, { groupId: String(groupId ?? ''), ...usual })
}

export const createMeeting: Handler = async visit => {
  const { db, body, visitor } = visit
  const groups = await groupsOf(db, reachOf('keep-meetings', visitor))
  const group = groups.find(({ id }) => id === idOf<'group'>(text(body, 'groupId')))
  const read = readMeeting(
    body,
    (await organisations(db)).map(({ id }) => id),
  )
  if (group === undefined || !read.accepted)
    return formPage(visit, null, entered(body), [
      ...(group === undefined ? [{ field: 'groupId', text: 'Select a group' }] : []),
      ...(read.accepted ? [] : read.problems),
    ])
  const id = await addMeeting(db, group.id, read.value)
  return redirect(`meetings/${id}`, `${meetingName({ group: group.name, ...read.value })} is in the calendar`)
}

export const editMeeting: Handler = async visit => {
  const asked = await meetingKept(visit)
  return formPage(visit, asked, fieldsOf(asked), [], editionOf(fieldsOf(asked)))
}

export const updateMeeting: Handler = async visit => {
  const { db, body } = visit
  await lockMeeting(db, (await meetingKept(visit)).id)
  const asked = await meetingKept(visit)
  const hosts = await organisations(db)
  const read = readMeeting(
    body,
    hosts.map(({ id }) => id),
  )
  if (!read.accepted) return formPage(visit, asked, entered(body), read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(asked), inWords(asked, hosts))
  if (meanwhile.length > 0) return formPage(visit, asked, entered(body), meanwhile, editionOf(fieldsOf(asked)))

  await changeMeeting(db, asked.id, read.value)
  if (read.value.onDay !== asked.onDay)
    await addMove(
      db,
      asked.id,
      { was: asked.onDay, becomes: read.value.onDay, reason: '', onDay: visit.today },
      visit.visitor.capacity.personId,
    )
  return redirect(`meetings/${asked.id}`, 'The meeting is changed')
}

/** The meeting of the address, where the visitor may change it. */
export async function meetingKept(visit: Visit): Promise<Meeting> {
  const asked = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, asked))
  return asked
}

async function formPage(
  { db, visitor }: Visit,
  of: Meeting | null,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = '',
): Promise<Answer> {
  const groups = of === null ? await groupsOf(db, reachOf('keep-meetings', visitor)) : []
  const view = meetingFormView({ meeting: of, groups, organisations: await organisations(db), fields, edition })
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

/** The meeting of the address, or the page for one that is not there. */
export async function meetingAsked({ db, params }: Pick<Visit, 'db' | 'params'>): Promise<Meeting> {
  return found(await meeting(db, found(idOf<'meeting'>(params['meeting']))))
}

/** Of some group: which one is asked beside the meeting. */
export const mayKeepSomeMeetings = (visitor: Pick<Bearer, 'role' | 'duties'>): boolean => opens('keep-meetings')(visitor)

/** The same for a page on which the group is still to be chosen, from among theirs. */
export const mayCallMeetings = (visitor: Pick<Bearer, 'role' | 'duties'>): boolean => mayKeepSomeMeetings(visitor)

/** Whether the visitor calls and minutes the meetings of its group. */
export const mayKeepMeeting = ({ visitor }: Pick<Visit, 'visitor'>, of: Pick<Meeting, 'groupId'>): boolean =>
  isWithin(reachOf('keep-meetings', visitor), of)

/** Whether the visitor sees all that its group keeps among its own, or what is open to whoever takes part. */
export const sightOf = ({ visitor }: Pick<Visit, 'visitor'>, of: Pick<Meeting, 'groupId'>): 'all' | 'open' =>
  mayKeepMeeting({ visitor }, of) || isWithin(reachOf('see-confidential', visitor), of) ? 'all' : 'open'
