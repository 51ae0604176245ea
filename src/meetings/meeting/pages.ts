import { idOf } from '../../kernel/ids.ts'
import { reachOf } from '../../partnership/index.ts'
import { found, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { isWithin } from './keeper.ts'
import type { Meeting } from './meeting.ts'
import { meeting, meetings } from './store.ts'
import { meetingsView, meetingView } from './view.ts'

export const listMeetings: Handler = async ({ db, today }) =>
  page(template(import.meta.url, 'list.njk'), meetingsView(await meetings(db, { from: today })))

export const showMeeting: Handler = async visit => {
  const asked = await meetingAsked(visit)
  return page(template(import.meta.url, 'show.njk'), meetingView(asked, mayKeepMeeting(visit, asked)))
}

/** The meeting of the address, or the page for one that is not there. */
export async function meetingAsked({ db, params }: Pick<Visit, 'db' | 'params'>): Promise<Meeting> {
  return found(await meeting(db, found(idOf<'meeting'>(params['meeting']))))
}

/** Whether the visitor calls and minutes the meetings of its group. */
export const mayKeepMeeting = ({ visitor }: Pick<Visit, 'visitor'>, of: Pick<Meeting, 'groupId'>): boolean =>
  isWithin(reachOf('keep-meetings', visitor), of)

/** Whether the visitor sees all that its group keeps among its own, or what is open to whoever takes part. */
export const sightOf = ({ visitor }: Pick<Visit, 'visitor'>, of: Pick<Meeting, 'groupId'>): 'all' | 'open' =>
  mayKeepMeeting({ visitor }, of) || isWithin(reachOf('see-confidential', visitor), of) ? 'all' : 'open'
