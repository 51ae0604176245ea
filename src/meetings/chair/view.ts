import type { ActionInShort } from '../../actions/index.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import type { ExceptionInShort } from '../../performance/index.ts'
import type { Attended } from '../attendance/attendance.ts'
import type { Quorum } from '../attendance/quorum.ts'
import { meetingFrame, toMeeting } from '../meeting/frame.ts'
import { dayWords, type Meeting, timeWords } from '../meeting/meeting.ts'
import { type Deadlines, standingOf } from '../paper/deadline.ts'
import type { Paper } from '../paper/paper.ts'
import type { Representation } from '../representation/representation.ts'
import type { BriefItem, BriefSection, ForDecision, GapsInShort, Unanswered, Unapproved } from './chair.ts'

const states = { met: 'met', 'not-met': 'off-target', 'not-agreed': 'none' } as const

export function briefView(meeting: Meeting, quorum: Quorum, attended: readonly Attended[], sections: readonly BriefSection[]) {
  const apologies = attended.filter(({ how }) => how === 'apologies')
  return {
    title: 'Chair’s brief',
    around: meetingFrame(meeting, 'Meeting'),
    breadcrumbs: toMeeting(meeting),
    when: [dayWords(meeting), timeWords(meeting), meeting.venue].filter(words => words !== '').join(', '),
    quorum: {
      state: states[quorum.state],
      sentence: quorum.sentence,
      apologies:
        apologies.length === 0
          ? ''
          : `Apologies: ${apologies.map(({ name, sendsName }) => (sendsName === null ? name : `${name} (${sendsName} comes instead)`)).join(', ')}.`,
    },
    sections: sections
      .filter(({ items }) => items.length > 0)
      .map(section => ({ ...section, count: section.count ?? section.items.length })),
    settled: sections.filter(({ items }) => items.length === 0).map(({ otherwise }) => otherwise),
  }
}

const item = (text: string, href: string, note = '', isGrave = false): BriefItem => ({ text, href, note, isGrave })

export const decisionsSection = (items: readonly ForDecision[], meeting: Meeting): BriefSection => ({
  title: 'To be decided',
  otherwise: 'No item of the agenda is for decision.',
  items: items.map(({ title, presenter, isConfidential }) =>
    item(
      title,
      `meetings/${meeting.id}/agenda`,
      [presenter, isConfidential ? 'confidential' : ''].filter(words => words !== '').join(', '),
    ),
  ),
})

export const minutesSection = (unapproved: readonly Unapproved[]): BriefSection => ({
  title: 'Minutes to be approved',
  otherwise: 'All earlier minutes are approved.',
  items: unapproved.map(({ id, onDay, state, corrections }) =>
    item(
      dayLabel(onDay),
      `meetings/${id}`,
      [
        state === null ? 'not written yet' : state === 'draft' ? 'not circulated yet' : 'circulated',
        corrections === 0 ? '' : `${corrections === 1 ? '1 correction is' : `${corrections} corrections are`} proposed`,
      ]
        .filter(words => words !== '')
        .join(', '),
      state !== 'circulated',
    ),
  ),
})

/** Groups and themes with nobody at the table twice running, with the letter to the chair. */
export function missingSection(of: Representation, groupId: number, letters: ReadonlyMap<number, string>): BriefSection {
  const themes = of.themes.filter(({ wasMissingTwice }) => wasMissingTwice)
  const groups = of.groups.filter(({ wasMissingTwice }) => wasMissingTwice)
  const absent = of.seats.filter(({ wasAbsentTwice }) => wasAbsentTwice)
  return {
    title: 'Nobody at the table at the last two meetings',
    otherwise: 'Every group and theme had somebody at the table at one of the last two meetings.',
    items: [
      ...groups.map(({ id, name }) =>
        item(name, `groups/${groupId}/representation/${id}/letter`, letters.get(Number(id)) ?? 'A letter to the chair is drafted', true),
      ),
      ...themes.map(({ name }) => item(`Theme: ${name}`, `groups/${groupId}/representation`)),
      ...absent.map(({ seat }) =>
        item(
          seat.organisation === null ? seat.called : `${seat.called}, ${seat.organisation}`,
          `seats/${seat.id}`,
          'absent twice without apologies',
        ),
      ),
    ],
  }
}

/** Of the papers for this meeting; who brings each, and how late it is. */
export const papersSection = (papers: readonly Paper[], meeting: Meeting, deadlines: Deadlines, today: Day): BriefSection => ({
  title: 'Papers missing or late',
  otherwise: 'No paper is missing or late.',
  items: papers.flatMap(paper => {
    const { tag, words } = standingOf(paper, meeting, deadlines, today)
    if (tag !== 'Missing' && tag !== 'Late') return []
    return [
      item(
        paper.title,
        `papers/${paper.id}`,
        noted([paper.person ?? 'Nobody brings it yet', tag === 'Missing' ? tag : '', words], '. '),
        tag === 'Missing',
      ),
    ]
  }),
})

export const overdueSection = (actions: readonly ActionInShort[]): BriefSection => ({
  title: 'Overdue actions',
  otherwise: 'No action of the group is overdue.',
  items: actions.filter(({ isOverdue }) => isOverdue).map(action => actionItem(action, true)),
})

/** What is overdue says by itself how often it has moved. */
export const movedSection = (actions: readonly ActionInShort[]): BriefSection => ({
  title: 'Actions whose date has moved',
  otherwise: 'No other action had its date moved.',
  items: actions.filter(({ isOverdue, moves }) => !isOverdue && moves > 0).map(action => actionItem(action, false)),
})

const actionItem = ({ id, reference, text, owners, due, moved }: ActionInShort, isGrave: boolean): BriefItem =>
  item(`${reference}: ${text}`, `actions/${id}`, noted([owners.join('; '), due === '' ? '' : `due ${due}`, moved]), isGrave)

const noted = (words: readonly string[], between = ', '): string => words.filter(each => each !== '').join(between)

export const requestsSection = (requests: readonly Unanswered[], today: Day): BriefSection => ({
  title: 'Who has not answered',
  otherwise: 'Nobody owes an answer to a request.',
  items: requests.map(({ id, title, dueOn, names }) =>
    item(title, `requests/${id}`, `${names.join(', ')}; due ${dayLabel(dueOn)}`, dueOn < today),
  ),
})

export const exceptionsSection = (
  exceptions: readonly Pick<ExceptionInShort, 'reference' | 'title' | 'href' | 'judgement' | 'reasons'>[],
): BriefSection => ({
  title: 'Exceptions of the scorecard',
  otherwise: 'The scorecard has no exceptions for this group.',
  items: exceptions.map(({ reference, title, href, judgement, reasons }) =>
    item(
      reference === null ? title : `${reference} ${title}`,
      href,
      [...new Set([judgement.words, ...reasons.slice(0, 1)])].join('. '),
      judgement.name === 'off-target',
    ),
  ),
})

/** A few of them, and where the others are. */
export const gapsSection = ({ count, worst, allHref }: GapsInShort): BriefSection => ({
  title: 'Gaps in the golden thread',
  otherwise: 'The golden thread has no gaps that concern the group.',
  count,
  items: count > worst.length ? [...worst, item(`All ${count} gaps of the group`, allHref)] : worst,
})

export const atHomeView = (near: readonly Meeting[]) => ({
  meetings: near.map(meeting => ({
    name: meeting.title === '' ? meeting.group : `${meeting.group}: ${meeting.title}`,
    note: [dayWords(meeting), timeWords(meeting), meeting.venue].filter(words => words !== '').join(', '),
    href: `meetings/${meeting.id}/brief`,
  })),
})
