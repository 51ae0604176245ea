/** How a meeting goes on: it is planned, perhaps moved, and held or cancelled. What was marked too soon can be taken back. */
import { type Day, dayLabel } from '../../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Meeting } from '../meeting.ts'

/** That a meeting was moved: from which day, to which, and why. */
export type Move = { readonly was: Day; readonly becomes: Day; readonly reason: string; readonly onDay: Day }

type Asked = Pick<Meeting, 'state' | 'onDay' | 'dayKnown'>

export function moving({ state }: Asked): Ruling<null> {
  if (state === 'held') return refuse({ text: 'This meeting was held, and cannot be moved. To mend a wrong day, change the meeting' })
  return state === 'cancelled' ? refuse({ text: 'This meeting is cancelled. Put it back into the calendar first' }) : accept(null)
}

export const cancelling = ({ state }: Asked): Ruling<null> =>
  state === 'planned'
    ? accept(null)
    : refuse({ text: state === 'held' ? 'This meeting was held, and cannot be cancelled' : 'This meeting is cancelled already' })

export function holding({ state, onDay, dayKnown }: Asked, today: Day): Ruling<null> {
  if (state === 'cancelled') return refuse({ text: 'This meeting is cancelled. Put it back into the calendar first' })
  if (dayKnown === 'month') return refuse({ text: 'Only the month of this meeting is known. Say on which day it was held first' })
  return onDay > today ? refuse({ text: `This meeting is on ${dayLabel(onDay)}, and cannot have been held yet` }) : accept(null)
}

/** Back to planned. What has gone out as the minutes of a meeting says that it was held. */
export const replanning = ({ state }: Asked, hasMinutesOut: boolean): Ruling<null> =>
  state === 'held' && hasMinutesOut ? refuse({ text: 'Its minutes have been circulated: it was held' }) : accept(null)
