/** The letter to the chair of a group that was missing twice running: written from what is known, changed by hand, and sent once. */
import { type Day, dayLabel } from '../../../kernel/day.ts'
import type { GroupId } from '../../../partnership/index.ts'
import type { MeetingId } from '../../meeting/meeting.ts'

export type Letter = {
  readonly aboutGroupId: GroupId
  /** The later of the two meetings. */
  readonly lastMeetingId: MeetingId
  readonly text: string
  readonly sentOn: Day | null
  readonly sentByName: string
}

export type Known = {
  /** Whose meetings. */
  readonly group: string
  /** Who signs: the chair of that group. */
  readonly chair: string
  readonly about: string
  /** To whom it goes; '' where the chair is vacant. */
  readonly to: string
  /** The meetings without them, the earlier first. */
  readonly days: readonly Day[]
  readonly themes: readonly string[]
  /** Indicators that need attention: NI 135, Carers who are assessed: off target. */
  readonly exceptions: readonly string[]
  /** When the next meeting is, in words; '' where none is planned. */
  readonly next: string
}

export function draftOf({ group, chair, about, to, days, themes, exceptions, next }: Known): string {
  const paragraphs = [
    `Dear ${to === '' ? 'colleague' : to}`,
    `${about} was not represented at the last two meetings of ${group}, on ${listed(days.map(dayLabel))}: nobody came in person, and no deputy.`,
    themes.length === 0
      ? ''
      : `${about} answers for ${listed(themes)}. Without you we can see how that goes, but neither ask why nor agree what to do about it.`,
    exceptions.length === 0 ? '' : ['These need our attention now:', ...exceptions.map(each => `- ${each}`)].join('\n'),
    `Please see that somebody comes to our next meeting${next === '' ? '' : `, on ${next}`}, or name a deputy who does. If something stands in the way, please tell us what would help.`,
    ['Yours sincerely', '', ...(chair === '' ? [] : [chair]), `Chair, ${group}`].join('\n'),
  ]
  return paragraphs.filter(each => each !== '').join('\n\n')
}

export const stateWords = ({ sentOn, sentByName }: Pick<Letter, 'sentOn' | 'sentByName'>): string =>
  sentOn === null ? 'Letter drafted' : `Letter sent on ${dayLabel(sentOn)} by ${sentByName}`

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
