import { momentLabel } from '../../kernel/moment.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { people } from '../../partnership/index.ts'
import { post } from '../../platform/mail/index.ts'
import { type Answer, found, type Handler, page, redirect, template, type Visit } from '../../platform/web/index.ts'
import type { Scheduled } from '../feed/feed.ts'
import { scheduledMeeting } from '../feed/store.ts'
import { meetingFrame, toMeeting } from '../meeting/frame.ts'
import { meetingKept } from '../meeting/pages.ts'
import { lockMeeting } from '../meeting/store.ts'
import { dueFor, type Guest, needsNewSequence } from './invitation.ts'
import { guestsOf, noteTold, raiseSequence } from './store.ts'

export const showInvitations: Handler = async visit => {
  const of = await kept(visit)
  return invitationsPage(visit, of, await guestsOf(visit.db, of))
}

/** To whom a press sends is what the page listed: whoever has this state already is sent nothing. */
export const sendInvitations: Handler = async visit => {
  const { db, now, sendsMail } = visit
  await lockMeeting(db, (await kept(visit)).id)
  const asked = await kept(visit)
  const guests = await guestsOf(db, asked)
  const due = guests.flatMap(guest => {
    const method = dueFor(asked, guest)
    return method === null ? [] : [{ guest, method }]
  })
  const organiser = await organiserOf(visit, guests)
  if (!sendsMail)
    return invitationsPage(visit, asked, guests, [
      { text: 'No mail can be sent: an administrator has to set it up. Give out the address of the group’s calendar instead' },
    ])
  if (due.length === 0) return invitationsPage(visit, asked, guests, [{ text: 'There is nobody who has to be told anything' }])
  if (organiser === null)
    return invitationsPage(visit, asked, guests, [
      { text: 'Answers have to go to somebody: add your e-mail address to your contact details first' },
    ])

  if (needsNewSequence(asked, guests)) await raiseSequence(db, asked.id)
  const { sequence } = await kept(visit)
  for (const { guest, method } of due) {
    const about = {
      meetingId: asked.id,
      personId: guest.personId,
      method,
      isUpdate: guest.told !== null && !guest.told.isCancelled,
      ...organiser,
    }
    await post(db, { letter: 'meeting-invitation', about, key: `meeting invitation ${asked.id} ${guest.personId} ${sequence} ${method}` })
    await noteTold(db, asked.id, guest.personId, { sequence, isCancelled: method === 'CANCEL', sentAt: now })
  }
  return redirect(`meetings/${asked.id}/invitations`, due.length === 1 ? 'One mail is on its way' : `${due.length} mails are on their way`)
}

async function kept(visit: Visit): Promise<Scheduled> {
  return found(await scheduledMeeting(visit.db, (await meetingKept(visit)).id))
}

/** Whoever sends them; or else somebody at the table, so that an officer who sits nowhere can send them too. */
async function organiserOf(
  { db, visitor }: Visit,
  guests: readonly Guest[],
): Promise<{ organiserName: string; organiserEmail: string } | null> {
  const known = await people(db)
  const self = known.find(({ id, email }) => id === visitor.capacity.personId && email !== null)
  const { name, email } = self ?? guests.find(guest => guest.isAtTable && guest.email !== null) ?? { name: '', email: null }
  return email === null ? null : { organiserName: name, organiserEmail: email }
}

function invitationsPage({ sendsMail }: Visit, of: Scheduled, guests: readonly Guest[], problems: readonly Problem[] = []): Answer {
  const rows = guests.map(guest => ({ name: guest.name, email: guest.email ?? '', ...wordsOf(of, guest) }))
  const due = rows.filter(({ isDue }) => isDue).length
  const view = {
    title: 'Invitations',
    caption: meetingFrame(of, 'Meeting').name,
    about:
      of.dayKnown === 'month'
        ? 'Only the month of this meeting is known: invitations are sent once the day is.'
        : 'Everybody at the table on that day who has an e-mail address gets one mail, with a part that their calendar takes by itself. Later changes are sent only when you press again.',
    rows,
    sendsMail,
    button: due === 0 ? '' : due === 1 ? 'Send 1 mail' : `Send ${due} mails`,
    action: `meetings/${of.id}/invitations`,
    breadcrumbs: toMeeting(of),
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

function wordsOf(of: Scheduled, guest: Guest): { readonly state: string; readonly isDue: boolean } {
  const due = dueFor(of, guest)
  const { told } = guest
  const last = told === null ? 'Not told yet' : `${told.isCancelled ? 'Told that it is off' : 'Told'} on ${momentLabel(told.sentAt)}`
  if (guest.email === null) return { state: 'No e-mail address', isDue: false }
  if (due === null) return { state: last, isDue: false }
  const next = due === 'CANCEL' ? 'gets a cancellation' : told === null || told.isCancelled ? 'gets an invitation' : 'gets the change'
  return { state: `${last}; ${next}`, isDue: true }
}
