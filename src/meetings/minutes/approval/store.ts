import { type Day, dayLabel } from '../../../kernel/day.ts'
import type { Db } from '../../../platform/db/index.ts'
import type { Meeting } from '../../meeting/meeting.ts'
import { waitingMinutes } from '../store.ts'
import type { WaitingApproval } from './approval.ts'

/** What whoever keeps the meetings of a group is offered wherever they look for it, once a meeting is held: to approve what earlier ones left. */
export async function approvalsAt({ db, today }: { readonly db: Db; readonly today: Day }, meeting: Meeting): Promise<WaitingApproval[]> {
  if (meeting.onDay > today || meeting.state === 'cancelled') return []
  return (await waitingMinutes(db, meeting)).map(({ id, onDay }) => ({
    day: dayLabel(onDay),
    minutesHref: `meetings/${id}/minutes`,
    href: `meetings/${id}/minutes/approval?at=${meeting.id}`,
    text: `Approve the minutes of ${dayLabel(onDay)}`,
  }))
}
