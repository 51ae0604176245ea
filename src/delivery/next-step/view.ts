import type { Action } from '../../actions/index.ts'
import { dayLabel } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import type { Judged } from '../../performance/index.ts'
import type { AnsweringGroup } from '../assurance/assured.ts'
import type { ReasonNames, Story } from '../commentary/commentary.ts'
import { aboutPeriod, addressOf, saidView } from '../commentary/view.ts'
import { type AddedAction, type AddedItem, type DoneHere, type MeetingChoice, type Offer, type stepForms, stepTitles } from './next-step.ts'

export const stepsAddress = (judged: Judged, period: Period): string => `${addressOf(judged, period)}/steps`

/** Where it is done; without an address who does it. */
export type Link = { readonly text: string; readonly href: string | null; readonly note?: string; readonly isHere?: true }
type Became = { readonly text: string; readonly href: string | null; readonly words: string }
export type Row = Offer & {
  readonly became: readonly (Became & { readonly said: string; readonly by: string })[]
  readonly link: Link | null
  /** Who can do it, where this visitor cannot: whoever may explain, whoever keeps the meetings, or a sentence. */
  readonly who: string | null
}

export const becameOfAction = (
  { id, reference, state, outcome }: AddedAction,
  names: Readonly<Record<Action['state'], string>>,
): Became => ({
  text: reference,
  href: `actions/${id}`,
  words: `${names[state]}${outcome === '' ? '' : `: ${outcome}`}`,
})

export const becameOfItem = ({ groupId, title, onDay }: AddedItem): Became => ({
  text: title,
  href: `groups/${groupId}/forward-plan`,
  words: onDay === null ? 'To be allocated to a meeting' : `Comes to the meeting of ${dayLabel(onDay)}`,
})

export type Shown = {
  readonly story: Story | null
  readonly offers: readonly Offer[]
  readonly rows: readonly Row[]
  readonly group: AnsweringGroup | null
  readonly chair: string
  readonly reasonNames: ReasonNames
  readonly mayExplain: boolean
}

export function stepsView(judged: Judged, period: Period, { story, rows, group, chair, reasonNames, mayExplain }: Shown) {
  const about = aboutPeriod(judged, period)
  const own = addressOf(judged, period)
  const keepers =
    group === null
      ? 'No group answers for it, so there is nobody to give it to. A performance officer says which group leads it.'
      : `Whoever keeps the meetings of ${group.name} does this: its chair${chair === '' ? '' : ` (${chair})`}, its vice-chair or secretariat, or a performance officer.`
  const who = (row: Row) =>
    row.who === 'keep'
      ? keepers
      : row.who === 'explain'
        ? 'Whoever answers for the indicator, or a performance officer, does this.'
        : row.who
  return {
    ...about,
    title: `What is done about it: ${judged.name}, ${about.place}`,
    said: story && saidView(story.latest, reasonNames),
    rows: rows.map(row => ({
      title: stepTitles[row.kind],
      because: row.because.map(code => reasonNames[code]),
      became: row.became,
      link: row.link,
      who: who(row),
    })),
    hasReasons: (story?.latest.reasonCodes.length ?? 0) > 0,
    commentaryHref: own,
    editHref: mayExplain ? `${own}/edit` : null,
    breadcrumbs: [...about.breadcrumbs, { text: `Why: ${about.place}`, href: own }],
  }
}

export type FormShown = {
  readonly kind: DoneHere
  readonly form: (typeof stepForms)[DoneHere]
  readonly group: string
  readonly to: string
  readonly owner: string
  readonly meetings: readonly MeetingChoice[]
  readonly fields: Readonly<Record<string, string | null>>
}

/** The next meeting is chosen until somebody chooses another. */
export function formView(judged: Judged, period: Period, { kind, form, group, to, owner, meetings, fields }: FormShown) {
  const about = aboutPeriod(judged, period)
  const back = stepsAddress(judged, period)
  const meetingId = fields['meetingId'] ?? String(meetings[0]?.id ?? '')
  return {
    ...about,
    title: `${stepTitles[kind]}: ${judged.name}, ${about.place}`,
    heading: stepTitles[kind],
    form,
    group,
    to,
    owner,
    fields: { text: '', dueOn: '', detail: '', ...fields },
    meetings: [
      { value: '', text: 'To be allocated', selected: meetingId === '' },
      ...meetings.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === meetingId })),
    ],
    cancel: back,
    breadcrumbs: [...about.breadcrumbs, { text: 'What is done about it', href: back }],
  }
}
