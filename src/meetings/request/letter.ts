/** What whoever is asked is written: that they are, that it is due, that there is more time. */
import { addDays, type Day, dayLabel } from '../../kernel/day.ts'

export type Letter = { readonly subject: string; readonly paragraphs: readonly string[] }

/** `link` leads to the form: their own page, or one that needs no account. */
export type About = {
  readonly title: string
  readonly group: string
  readonly why: string
  readonly dueOn: Day
  /** For which seat they are asked; '' for themselves. */
  readonly seat: string
  readonly link: string
  readonly needsNoAccount: boolean
}

export function askingLetter(about: About): Letter {
  return {
    subject: `${about.group} asks you: ${about.title}`,
    paragraphs: [
      `${about.group} asks ${about.seat === '' ? 'you' : `you, for ${about.seat},`} for an answer by ${dayLabel(about.dueOn)}: ${about.title}.`,
      ...(about.why === '' ? [] : [about.why]),
      ...answering(about),
    ],
  }
}

export function reminderLetter(about: About, today: Day): Letter {
  const when =
    today > about.dueOn
      ? `was due on ${dayLabel(about.dueOn)}`
      : today === about.dueOn
        ? 'is due today'
        : `is due on ${dayLabel(about.dueOn)}`
  return {
    subject: `Your answer ${when}: ${about.title}`,
    paragraphs: [
      `Your answer to “${about.title}”${about.seat === '' ? '' : `, for ${about.seat},`} ${when}. ${about.group} asked for it.`,
      ...answering(about),
      'If you have answered meanwhile, you need do nothing.',
    ],
  }
}

export function extensionLetter(about: About, reason: string, hasAnswered: boolean): Letter {
  return {
    subject: `More time, until ${dayLabel(about.dueOn)}: ${about.title}`,
    paragraphs: [
      `Answers to “${about.title}” are needed by ${dayLabel(about.dueOn)} now. ${about.group} gives this reason: ${reason}`,
      ...(hasAnswered ? ['You have answered already, and can change your answer until then:', about.link] : answering(about)),
    ],
  }
}

const answering = ({ link, needsNoAccount }: About): readonly string[] => [
  needsNoAccount
    ? 'Answer with this link. You need no account, can keep a draft, and can change your answer until the request is closed:'
    : 'Answer here. You can keep a draft, and change your answer until the request is closed:',
  link,
  ...(needsNoAccount ? ['The link is for you alone: do not pass it on.'] : []),
]

/** So many days before its date somebody is reminded of it. */
const daysBefore = 3

export type DueReminder = 'before' | 'after'

/**
 * Which reminder falls due in the days after `since` up to today: one some days before the date, unless they were asked after that, and one on the day after it.
 * Where a server was down over both, the later one speaks for both.
 */
export function reminderFor(
  { dueOn, askedOn }: { readonly dueOn: Day; readonly askedOn: Day },
  since: Day,
  today: Day,
): DueReminder | null {
  const falls = (day: Day) => day > since && day <= today
  if (falls(addDays(dueOn, 1))) return 'after'
  const before = addDays(dueOn, -daysBefore)
  return falls(before) && askedOn < before ? 'before' : null
}
