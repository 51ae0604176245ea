import { z } from 'zod'
import type { Problem } from '../../kernel/ruling.ts'
import { membersOf } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { post } from '../../platform/mail/index.ts'
import {
  type Answer,
  allow,
  entered,
  type Fields,
  type Handler,
  page,
  readForm,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { agendaOf } from '../agenda/store.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { mayKeepMeeting, meetingAsked } from '../meeting/pages.ts'
import { lockMeeting } from '../meeting/store.ts'
import type { SheetFor } from '../paper/paper.ts'
import { papersOf } from '../paper/store.ts'
import { type Contents, contentsOf, type Member } from './publication.ts'
import { addPublication, publications } from './store.ts'
import { publishView } from './view.ts'

export const previewPublication =
  (sheetFor: SheetFor): Handler =>
  async visit =>
    checkPage(visit, await meetingKept(visit), sheetFor, {})

export const publish =
  (sheetFor: SheetFor): Handler =>
  async visit => {
    const { db, body, now, visitor } = visit
    const at = await meetingKept(visit, 'lock')
    const fields = readForm(
      z.object({
        message: z
          .string()
          .default('')
          .transform(typed => typed.replaceAll('\r\n', '\n').trim())
          .refine(typed => typed.length <= 4_000, 'The message must be 4,000 characters or fewer'),
      }),
      body,
    )
    if (!fields.accepted) return checkPage(visit, at, sheetFor, body, fields.problems)
    if (at.state === 'cancelled') return checkPage(visit, at, sheetFor, body, [{ text: 'This meeting is cancelled' }])
    const [before, members, contents] = await Promise.all([
      publications(db, at.id),
      membersFor(db, at, visit),
      contentsFor(db, at, sheetFor),
    ])
    const number = (before[0]?.number ?? 0) + 1
    // Sent twice, by a second press or by somebody else, it went once.
    if (text(body, 'number') !== String(number))
      return checkPage(visit, at, sheetFor, body, [
        { text: 'Somebody has published this meeting since you opened this page. Look at what is new, and publish again if it is needed' },
      ])
    if (members.length === 0)
      return checkPage(visit, at, sheetFor, body, [{ text: 'Nobody sits on this group, so there is nobody to publish to' }])

    const publicationId = await addPublication(
      db,
      at.id,
      { number, message: fields.value.message, contents, madeAt: now, madeByName: visitor.name },
      members,
    )
    for (const { personId, email } of members)
      if (email !== null)
        await post(db, {
          letter: 'meeting-published',
          about: { publicationId, personId },
          key: `meeting published ${publicationId} ${personId}`,
        })
    return redirect(`meetings/${at.id}/publication`, number === 1 ? 'Agenda and papers are published' : 'The update is published')
  }

async function meetingKept(visit: Visit, access: 'look' | 'lock' = 'look'): Promise<Meeting> {
  const at = await meetingAsked(visit)
  allow(mayKeepMeeting(visit, at))
  if (access === 'look') return at
  await lockMeeting(visit.db, at.id)
  return meetingAsked(visit)
}

/** Who sits on the group, covers or acts as a deputy today; an observer sees what is open. */
async function membersFor(db: Db, { groupId }: Meeting, { today }: Pick<Visit, 'today'>): Promise<Member[]> {
  const everybody = await membersOf(db, groupId, today)
  return everybody.map(({ personId, name, email, roles }) => ({
    personId,
    name,
    email,
    sees: roles.every(role => role === 'observer') ? 'open' : 'all',
  }))
}

async function contentsFor(db: Db, at: Meeting, sheetFor: SheetFor): Promise<Contents> {
  const [agenda, papers] = await Promise.all([agendaOf(db, at.id, 'all'), papersOf(db, at.id)])
  const sheets = agenda.flatMap(({ id, title, aboutGroupId }) =>
    aboutGroupId === null ? [] : [{ itemId: id, title: `${sheetFor(at.id, aboutGroupId).title}: ${title}` }],
  )
  return contentsOf(at, agenda, papers, sheets)
}

async function checkPage(
  visit: Visit,
  at: Meeting,
  sheetFor: SheetFor,
  fields: Fields,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const { db, today, sendsMail } = visit
  const [before, members, contents] = await Promise.all([publications(db, at.id), membersFor(db, at, visit), contentsFor(db, at, sheetFor)])
  return page(
    template(import.meta.url, 'publish.njk'),
    publishView(at, { before, members, contents, today, sendsMail, message: entered(fields)['message'] ?? '' }),
    problems,
  )
}
