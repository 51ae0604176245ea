/** How far minutes have come, and what may be done next: the pages ask what is open, and the handlers ask it again. */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { MinutesState } from './minutes.ts'

export type Standing = {
  readonly state: MinutesState
  /** Corrections that were proposed since the minutes were circulated, and how many of them no meeting has decided. */
  readonly proposed: number
  readonly undecided: number
}

export function circulate(
  { correctionsBy }: { readonly correctionsBy: Day | null },
  { state, pieces }: { readonly state: MinutesState; readonly pieces: number },
  meeting: Pick<Meeting, 'onDay' | 'state'>,
  today: Day,
): Ruling<Day | null> {
  if (state === 'approved') return refuse({ text: 'These minutes are approved and cannot be circulated for correction again' })
  if (meeting.state === 'cancelled') return refuse({ text: 'This meeting is cancelled, so that there is nothing to circulate' })
  if (meeting.onDay > today)
    return refuse({ text: `This meeting is on ${dayLabel(meeting.onDay)}. Circulate its minutes when it has been held` })
  if (pieces === 0) return refuse({ text: 'Nothing is minuted yet. Write the minutes first' })
  if (correctionsBy !== null && correctionsBy < today)
    return refuse({ field: 'correctionsBy', text: 'Corrections are asked for by a day that has not passed: enter today or a later day' })
  return accept(correctionsBy)
}

/** Nobody has answered yet, so that a circulation sent too early can be undone. */
export function withdraw({ state, proposed }: Standing): Ruling<null> {
  if (state !== 'circulated') return refuse({ text: 'These minutes are not in circulation' })
  if (proposed > 0) return refuse({ text: 'Somebody has proposed a correction already, so that these minutes stay in circulation' })
  return accept(null)
}

export type ApprovingMeeting = Pick<Meeting, 'id' | 'groupId' | 'onDay' | 'state'> & { readonly minutesState: MinutesState }

export function approve(
  { state, undecided }: Standing,
  minuted: Pick<Meeting, 'id' | 'groupId' | 'onDay'>,
  at: ApprovingMeeting | null,
  today: Day,
): Ruling<ApprovingMeeting> {
  if (state === 'approved') return refuse({ text: 'These minutes are approved already' })
  if (state === 'draft')
    return refuse({ text: 'These minutes have not been circulated. Circulate them first, so that the members can correct them' })
  if (undecided > 0)
    return refuse({
      text: `${undecided === 1 ? 'One correction is' : `${undecided} corrections are`} not decided yet. Agree or refuse ${undecided === 1 ? 'it' : 'them'} first`,
    })
  if (at === null || at.groupId !== minuted.groupId || at.onDay < minuted.onDay || at.id === minuted.id)
    return refuse({ field: 'at', text: 'Select the meeting of the group that approved these minutes' })
  if (at.onDay > today) return refuse({ field: 'at', text: `The meeting of ${dayLabel(at.onDay)} has not been held yet` })
  if (at.state === 'cancelled') return refuse({ field: 'at', text: `The meeting of ${dayLabel(at.onDay)} was cancelled` })
  if (at.minutesState === 'approved')
    return refuse({
      field: 'at',
      text: `The minutes of the meeting of ${dayLabel(at.onDay)} are approved themselves, so that no decision can be added to them`,
    })
  return accept(at)
}

/** The decision of the later meeting, in its words. */
export const approvalWords = (onDay: Day, corrections: number): string =>
  `The minutes of the meeting held on ${dayLabel(onDay)} were approved as a correct record${
    corrections === 0 ? '' : `, with ${corrections === 1 ? 'one correction' : `${corrections} corrections`}`
  }.`
