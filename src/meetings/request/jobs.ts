/** Letters to those who are asked, and the daily work that reminds those who have not answered. */
import { addDays, type Day } from '../../kernel/day.ts'
import { makeAnswerLink, person } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Daily } from '../../platform/jobs/index.ts'
import { post, type VisitLetters, type Writing, type Written } from '../../platform/mail/index.ts'
import { type About, askingLetter, extensionLetter, type Letter, reminderFor, reminderLetter } from './letter.ts'
import type { AskedId } from './request.ts'
import { type AskedInShort, askedInShort, extensionReason, noteReminders, waitingForAnswers } from './store.ts'

export const answerPurpose = 'request'

export const requestLetters: VisitLetters = {
  'request-asks': writing => written(writing, about => askingLetter(about)),
  'request-reminds': writing =>
    written(writing, (about, { answerState }) => (answerState === 'sent' ? null : reminderLetter(about, writing.today))),
  'request-extended': async writing => {
    const reason = await extensionReason(writing.db, Number(writing.about['extensionId']))
    return written(writing, (about, { answerState }) => (reason === null ? null : extensionLetter(about, reason, answerState === 'sent')))
  },
}

/** Null where it is settled meanwhile, or nobody can be reached. */
async function written(writing: Writing, letterOf: (about: About, asked: AskedInShort) => Letter | null): Promise<Written | null> {
  const { db, about, home, origin, now } = writing
  const asked = await askedInShort(db, Number(about['askedId']) as AskedId)
  if (asked === null || asked.state !== 'sent' || asked.personId === null) return null
  const to = await person(db, asked.personId)
  if (to === null || to.email === null) return null
  const { id, requestId, title, group, why, dueOn, seat } = asked
  const about_ = { title, group, why, dueOn, seat, needsNoAccount: to.accountId === null }
  const placeholder = letterOf({ ...about_, link: '' }, asked)
  if (placeholder === null) return null
  // It opens as long as the request does; half a year is more than any is given.
  const link = about_.needsNoAccount
    ? `${origin}${await makeAnswerLink(db, { personId: to.id, purpose: answerPurpose, subjectId: id, expiresAt: now.add({ hours: 24 * 183 }) })}`
    : `${home}/requests/${requestId}/answer`
  const letter = letterOf({ ...about_, link }, asked) ?? placeholder
  return { to: to.email, name: to.name, ...letter }
}

/** That they are asked: each once, whatever becomes of the request. */
export async function askByMail(db: Db, askedIds: readonly AskedId[]): Promise<void> {
  for (const askedId of askedIds) await post(db, { letter: 'request-asks', about: { askedId }, key: `request asks ${askedId}` })
}

export async function remindByMail(db: Db, reminders: readonly { readonly id: number; readonly askedId: AskedId }[]): Promise<void> {
  for (const { id, askedId } of reminders) await post(db, { letter: 'request-reminds', about: { askedId }, key: `request reminds ${id}` })
}

export async function tellOfExtension(db: Db, extensionId: number, askedIds: readonly AskedId[]): Promise<void> {
  for (const askedId of askedIds)
    await post(db, { letter: 'request-extended', about: { askedId, extensionId }, key: `request extended ${extensionId} ${askedId}` })
}

/** Those who have not answered, some days before the date and on the day after it: each once, whatever happens to the server meanwhile. */
export const remindOfRequests: Daily = {
  name: 'requests',
  at: '07:30',
  work: async (db, { today, before }) => {
    const since: Day = before ?? addDays(today, -1)
    const waiting = (await waitingForAnswers(db)).flatMap(asked => {
      const kind = reminderFor(asked, since, today)
      return kind === null ? [] : [{ ...asked, kind }]
    })
    await remindByMail(db, await noteReminders(db, waiting, today))
  },
}
