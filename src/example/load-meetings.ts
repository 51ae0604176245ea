import { actionsFrom, moveAction, setState } from '../actions/index.ts'
import { addDays, type Day } from '../kernel/day.ts'
import {
  addForwardItems,
  addMeeting,
  type Meeting,
  type MeetingId,
  meeting,
  type RecordedItem,
  recordApproval,
  recordAttendance,
  recordCirculation,
  recordItems,
  recordMeeting,
  recordRequest,
  recordWorkshop,
} from '../meetings/index.ts'
import type { GroupId, PersonId } from '../partnership/index.ts'
import type { Db } from '../platform/db/index.ts'
import { known } from './known.ts'
import { type ExampleItem, type ExampleMeeting, type Held, meetingsOfWexcombe } from './meetings.ts'
import { requestOfWexcombe, workshopOfWexcombe } from './requests.ts'

type Named = {
  readonly people: ReadonlyMap<string, PersonId>
  readonly groups: ReadonlyMap<string, GroupId>
}

export type LoadedMeeting = { readonly group: string; readonly onDay: Day; readonly id: MeetingId }

/** The earliest first, so that each can speak of those before it. */
export async function loadMeetings(db: Db, named: Named, today: Day): Promise<LoadedMeeting[]> {
  const { meetings, forwardPlan } = meetingsOfWexcombe(today)
  const added = new Map<ExampleMeeting, MeetingId>()
  for (const each of meetings)
    added.set(
      each,
      await addMeeting(db, known(named.groups, each.group), {
        title: each.title ?? '',
        onDay: each.onDay,
        dayKnown: 'fixed',
        startsAt: each.startsAt,
        endsAt: each.endsAt,
        venue: each.venue,
        hostOrganisationId: null,
        joiningLink: '',
        note: '',
      }),
    )
  const approvedNext = new Map<string, Meeting>()
  for (const [each, meetingId] of [...added].toSorted(([one], [other]) => (one.onDay < other.onDay ? -1 : 1))) {
    const there = await meeting(db, meetingId)
    if (there === null) continue
    if (each.held) {
      await recordHeld(db, there, each.held, named)
      await followUp(db, there, each.held, today)
      const before = approvedNext.get(each.group)
      if (before !== undefined) await recordApproval(db, before, there)
      approvedNext.delete(each.group)
      if (each.held.state !== 'draft') await recordCirculation(db, there, each.held.correctionsBy ?? null)
      if (each.held.state === 'approved') approvedNext.set(each.group, there)
    } else {
      await recordItems(db, there, (each.agenda ?? []).map(itemOf(named)))
      const attendance = (each.apologies ?? []).map(name => ({ personId: known(named.people, name), how: 'apologies' as const }))
      if (attendance.length > 0) await recordAttendance(db, there, { attendance, chairId: null })
    }
  }
  await askAfterwards(db, added, named, today)
  for (const [group, items] of Map.groupBy(forwardPlan, each => each.group)) {
    const coming = [...added].filter(([each]) => each.group === group && each.onDay >= today).map(([, id]) => id)
    await addForwardItems(
      db,
      known(named.groups, group),
      items.map(({ at, title, detail = '', responsible, purpose, source = '' }) => ({
        meetingId: typeof at === 'number' ? (coming[at - 1] ?? null) : null,
        isStanding: at === undefined,
        title,
        detail,
        responsible,
        personId: named.people.get(responsible) ?? null,
        seatId: null,
        purpose,
        source,
        sourceItemId: null,
        minutes: null,
      })),
    )
  }
  return [...added].map(([{ group, onDay }, id]) => ({ group, onDay, id })).toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1))
}

/** After the last meeting of the performance group. */
async function askAfterwards(db: Db, added: ReadonlyMap<ExampleMeeting, MeetingId>, { groups, people }: Named, today: Day): Promise<void> {
  const last = [...added].findLast(([each]) => each.group === 'PMG' && each.held !== undefined)
  if (last === undefined) return
  const [{ onDay }, meetingId] = last
  const groupId = known(groups, 'PMG')
  const by = (name: string) => known(people, name)
  const voted = workshopOfWexcombe.votes.map(vote => ({ ...vote, by: by(vote.by) }))
  await recordWorkshop(db, groupId, meetingId, { ...workshopOfWexcombe, onDay, votes: voted })
  const { questions, asked, answers, ...request } = requestOfWexcombe(onDay, today)
  await recordRequest(db, groupId, meetingId, {
    ...request,
    seenBy: 'asked',
    questions: questions.map(question => ({ hint: '', choices: [], isRequired: true, template: null, ...question })),
    asked: asked.map(by),
    answers: answers.map(answer => ({ ...answer, by: by(answer.by) })),
  })
}

async function recordHeld(db: Db, there: Meeting, held: Held, named: Named): Promise<void> {
  const person = (name: string) => known(named.people, name)
  const instead = held.instead ?? []
  await recordMeeting(db, there, {
    openedAt: held.openedAt,
    closedAt: held.closedAt,
    chairId: person(held.chair),
    attendance: [
      ...held.present.map(name => ({ personId: person(name), how: 'present' as const })),
      ...instead.map(([who, whom]) => ({ personId: person(who), how: 'present' as const, forPersonId: person(whom) })),
      ...(held.apologies ?? []).map(name => ({ personId: person(name), how: 'apologies' as const })),
      ...(held.inAttendance ?? []).map(name => ({ personId: person(name), how: 'in-attendance' as const })),
    ],
    items: held.items.map(itemOf(named)),
  })
}

const itemOf =
  ({ people, groups }: Named) =>
  ({ said = [], presenter = '', aboutGroup, ...item }: ExampleItem): RecordedItem => ({
    ...item,
    presenter,
    presenterId: people.get(presenter) ?? null,
    aboutGroupId: aboutGroup === undefined ? null : known(groups, aboutGroup),
    said: said.map(({ kind, text, typed = {}, isWithheld = false }) => ({ kind, text, typed, isWithheld })),
  })

/** What became of the actions of a meeting since. */
async function followUp(db: Db, there: Meeting, held: Held, today: Day): Promise<void> {
  const actions = await actionsFrom(db, 'meeting', there.id, today, 'all')
  for (const { kind, text, outcome, moved = [] } of held.items.flatMap(({ said = [] }) => said)) {
    const action = kind === 'action' ? actions.find(each => each.text === text) : undefined
    if (action === undefined) continue
    for (const { to, reason } of moved)
      await moveAction(db, action.id, { becomes: to, reason, onDay: addDays(there.onDay, 28), personId: null })
    if (outcome !== undefined) await setState(db, action.id, { state: 'closed', outcome, endedOn: addDays(there.onDay, 21) })
  }
}
