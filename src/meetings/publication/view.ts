import type { Day } from '../../kernel/day.ts'
import { momentLabel } from '../../kernel/moment.ts'
import { meetingFrame, toMeetings } from '../meeting/frame.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { type Contents, type Member, newsSince, type Publication } from './publication.ts'

type Of = {
  readonly before: readonly Publication[]
  readonly members: readonly Member[]
  readonly contents: Contents
  readonly today: Day
  readonly sendsMail: boolean
  readonly message: string
}

export function publishView(at: Meeting, { before, members, contents, today, sendsMail, message }: Of) {
  const [last] = before
  const isOver = at.onDay < today
  const withheld = [...contents.items, ...contents.papers].some(({ isWithheld }) => isWithheld)
  return {
    title: isOver ? 'Send papers after the meeting' : last === undefined ? 'Publish to members' : 'Publish an update',
    around: meetingFrame(at, 'Papers'),
    number: (last?.number ?? 0) + 1,
    when: contents.when,
    venue: contents.venue,
    items: contents.items,
    here: contents.papers.filter(({ version }) => version > 0),
    missing: contents.papers.filter(({ version }) => version === 0),
    news: last === undefined ? null : newsSince(last.contents, contents),
    reached: members.filter(({ email }) => email !== null).map(({ name }) => name),
    unreached: members.filter(({ email }) => email === null).map(({ name }) => name),
    confidentialFor: withheld ? members.filter(({ sees }) => sees === 'all').map(({ name }) => name) : [],
    notConfidentialFor: withheld ? members.filter(({ sees }) => sees === 'open').map(({ name }) => name) : [],
    hasWithheld: withheld,
    sendsMail,
    message,
    action: `meetings/${at.id}/publication`,
    back: `meetings/${at.id}/papers`,
    button: isOver ? 'Send' : last === undefined ? 'Publish' : 'Publish the update',
    isCancelled: at.state === 'cancelled',
    earlier: before.map(({ madeAt, madeByName, recipients, message: said }) => ({
      when: momentLabel(madeAt),
      by: madeByName,
      recipients,
      message: said,
    })),
    breadcrumbs: toMeetings,
  }
}
