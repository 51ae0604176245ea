import { addDays, type Day } from '../../kernel/day.ts'
import { type Asked, type GroupId, makeAnswerLink, whoIsAsked } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Daily } from '../../platform/jobs/index.ts'
import { post, type VisitLetters, type Writing } from '../../platform/mail/index.ts'
import { type ActionId, daysOverdue } from '../action/action.ts'
import type { ActionRecord } from '../action/record.ts'
import { addNote } from '../action/store.ts'
import { answerPurpose } from '../answer/pages.ts'
import { digestLetter, escalationLetter, type Letter, type Listed, reminderLetter } from './letter.ts'
import { isToEscalate, mondayIn, reminderFor } from './reminder.ts'
import { addReminders, askedOf, escalatedAmong, openActions, type Reminded } from './store.ts'

/** Before and after its date, and on Mondays everything that is open. Whoever has no e-mail address is written to by nobody. */
export const remindOfActions: Daily = {
  name: 'actions',
  at: '07:00',
  work: async (db, { today, before }) => {
    const since = before ?? addDays(today, -1)
    const records = await openActions(db)
    const asked = withAddress(await whoIsAsked(db, askedOf(records), today))
    const reminders = records.flatMap(({ id, dueOn }) => {
      const what = dueOn === null ? null : reminderFor(dueOn, since, today)
      return dueOn === null || what === null
        ? []
        : asked.filter(({ key }) => key === id).map(({ personId }) => ({ actionId: id, personId, dueOn, what, onDay: today }))
    })
    await postEach(db, 'actions-reminder', await addReminders(db, reminders))
    const monday = mondayIn(since, today)
    if (monday === null) return
    for (const personId of new Set(asked.map(each => each.personId)))
      await post(db, { letter: 'actions-digest', about: { personId }, key: `actions digest ${personId} ${monday}` })
  },
}

/** How many meetings of each group were held after a day: in the order in which it was asked. */
export type HeldSince = (db: Db, asked: readonly { readonly groupId: GroupId; readonly day: Day }[]) => Promise<readonly number[]>

/** Its chair is told once of each date that has gone by while the group met twice. */
export function escalateActions(heldSince: HeldSince): Daily {
  return {
    name: 'actions that wait for a chair',
    at: '07:05',
    work: async (db, { today }) => {
      const late = (await openActions(db)).flatMap(record =>
        record.groupId !== null && record.dueOn !== null && daysOverdue(record, today) !== null
          ? [{ record, groupId: record.groupId, dueOn: record.dueOn }]
          : [],
      )
      const told = await escalatedAmong(
        db,
        late.map(({ record }) => record.id),
      )
      const held = await heldSince(
        db,
        late.map(({ groupId, dueOn }) => ({ groupId, day: dueOn })),
      )
      const due = late.filter(({ record }, at) => isToEscalate(held[at] ?? 0) && !told.has(record.id))
      const chairs = await whoIsAsked(
        db,
        due.map(({ record, groupId }) => ({ key: record.id, chairOf: groupId })),
        today,
      )
      const reminders = due.flatMap(({ record, dueOn }) =>
        chairs
          .filter(({ key }) => key === record.id)
          .map(({ personId }) => ({ actionId: record.id, personId, dueOn, what: 'escalated', onDay: today })),
      )
      const added = await addReminders(db, reminders)
      for (const actionId of new Set(added.map(each => each.actionId)))
        await addNote(db, actionId, {
          kind: 'escalated',
          text: 'The group has met twice since its date',
          personId: null,
          byName: 'Goldthread',
        })
      const reached = new Set(withAddress(chairs).map(({ personId }) => personId))
      await postEach(
        db,
        'actions-escalated',
        added.filter(({ personId }) => reached.has(personId)),
      )
    },
  }
}

/** One letter for each person, whatever it is about; its key is that of the first reminder in it, which is added once. */
async function postEach(db: Db, letter: string, reminded: readonly Reminded[]): Promise<void> {
  for (const personId of new Set(reminded.map(each => each.personId))) {
    const theirs = reminded.filter(each => each.personId === personId)
    await post(db, {
      letter,
      about: { personId, actionIds: theirs.map(({ actionId }) => actionId) },
      key: `${letter} ${personId} ${Math.min(...theirs.map(({ id }) => id))}`,
    })
  }
}

const withAddress = (asked: readonly Asked[]): Asked[] => asked.filter(({ email }) => email !== null)

export const actionLetters: VisitLetters = {
  'actions-reminder': writing => toOwner(writing, reminderLetter),
  'actions-digest': writing => toOwner(writing, digestLetter),
  'actions-escalated': writing => toChair(writing),
}

type About = { readonly personId: number; readonly actionIds?: readonly ActionId[] }
type Write = (listed: readonly Listed[], partnership: string, today: Day) => Letter

/** What is asked of them now, when it is written: what was closed or passed on since is left out, and where nothing is left no letter goes. */
async function toOwner(writing: Writing, write: Write) {
  const { db, about, today } = writing
  const { personId, actionIds } = about as About
  const meant = (await openActions(db)).filter(({ id }) => actionIds === undefined || actionIds.includes(id))
  const asked = (await whoIsAsked(db, askedOf(meant), today)).filter(each => each.personId === personId)
  return written(
    writing,
    meant.filter(({ id }) => asked.some(({ key }) => key === id)),
    asked[0],
    write,
  )
}

async function toChair(writing: Writing) {
  const { db, about, today } = writing
  const { personId, actionIds = [] } = about as About
  const meant = (await openActions(db)).filter(record => actionIds.includes(record.id) && daysOverdue(record, today) !== null)
  const chairs = await whoIsAsked(
    db,
    meant.flatMap(({ id, groupId }) => (groupId === null ? [] : [{ key: id, chairOf: groupId }])),
    today,
  )
  const theirs = chairs.filter(each => each.personId === personId)
  const listed = meant.filter(({ id }) => theirs.some(({ key }) => key === id))
  return written({ ...writing }, listed, theirs[0], escalationLetter)
}

const daysToAnswer = 60

/** Whoever has an account is led to the page of the action, anybody else gets a link of their own for each. */
async function written(
  { db, home, origin, now, today, partnership }: Writing,
  records: readonly ActionRecord[],
  person: Asked | undefined,
  write: Write,
) {
  if (person === undefined || person.email === null || records.length === 0) return null
  const { personId, accountId, name, email } = person
  const listed: Listed[] = []
  for (const record of records) {
    const expiresAt = now.add({ hours: 24 * daysToAnswer })
    const link =
      accountId === null
        ? origin + (await makeAnswerLink(db, { personId, purpose: answerPurpose, subjectId: record.id, expiresAt }))
        : `${home}/actions/${record.id}`
    listed.push({ record, link })
  }
  return { to: email, name, ...write(listed, partnership, today) }
}
