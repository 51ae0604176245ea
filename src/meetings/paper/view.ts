import { type Day, dayLabel } from '../../kernel/day.ts'
import { holdsOn } from '../../kernel/span.ts'
import type { WorkingCalendar } from '../../kernel/working-day.ts'
import type { FilledSeat, GroupId } from '../../partnership/index.ts'
import type { PlacedItem } from '../agenda/agenda.ts'
import { purposeNames, purposes } from '../forward-plan/forward-plan.ts'
import { meetingFrame, toMeeting, toMeetings } from '../meeting/frame.ts'
import { type Meeting, meetingName } from '../meeting/meeting.ts'
import type { Practice } from '../practice/practice.ts'
import { chairsFor } from './chair.ts'
import { type Deadlines, dueBy, dueWords, standingOf } from './deadline.ts'
import { type CoverSheet, isHere, isOwed, isWithdrawn, type Paper, type PaperVersion, type SheetFor, versionWords } from './paper.ts'

type Typed = Readonly<Record<string, string>>
type PersonField = { readonly value: string; readonly names: readonly string[] }

export const sizeLimit = (bytes: number): string => `${Math.floor(bytes / 1_000_000)} MB`

const versionView = ({ id }: Pick<Paper, 'id'>, version: PaperVersion) => ({
  words: versionWords(version),
  note: version.note,
  by: version.madeByName,
  name: version.file?.name ?? version.link,
  // The file itself, or where else it is.
  href: version.file === null ? null : `papers/${id}/versions/${version.id}/file`,
  viewHref: version.file !== null && ['pdf', 'png', 'jpeg'].includes(version.file.kind) ? `papers/${id}/versions/${version.id}/view` : null,
  link: version.link,
  size: version.file === null ? '' : fileSize(version.file),
})

/** PDF, 1.2 MB. */
const fileSize = ({ kind, bytes }: NonNullable<PaperVersion['file']>): string =>
  `${kind.toUpperCase()}, ${bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`}`

/** A paper as lists and agendas have it. */
export function rowOf(paper: Paper, at: Meeting | null, due: Deadlines, today: Day) {
  const [latest] = paper.versions
  return {
    href: `papers/${paper.id}`,
    title: paper.title,
    person: paper.person ?? '',
    isConfidential: paper.isWithheld,
    ...standingOf(paper, at, due, today),
    latest: latest === undefined ? null : versionView(paper, latest),
    coverHref: paper.hasCoverSheet ? `papers/${paper.id}/cover-sheet` : null,
  }
}

/** A sheet as a list of papers has it. */
export const sheetRow = ({ title, href }: ReturnType<SheetFor>): ReturnType<typeof rowOf> => ({
  href,
  title,
  person: '',
  isConfidential: false,
  tag: '',
  words: '',
  latest: null,
  coverHref: null,
})

export function listView(
  at: Meeting,
  papers: readonly Paper[],
  agenda: readonly PlacedItem[],
  due: Deadlines,
  {
    mayKeep,
    isPublished,
    today,
    sheetFor,
  }: { readonly mayKeep: boolean; readonly isPublished: boolean; readonly today: Day; readonly sheetFor: SheetFor },
) {
  const dueOn = dueBy({ dueOn: null }, at, due)
  const under = Map.groupBy(papers, ({ itemId }) => itemId)
  const known = new Set(agenda.map(({ id }) => id))
  const rest = papers.filter(({ itemId }) => itemId === null || !known.has(itemId))
  const own = `meetings/${at.id}`
  return {
    title: 'Papers',
    around: meetingFrame(at, 'Papers'),
    due: dueOn === null ? '' : `Papers are due by ${dueWords(dueOn, due)}.`,
    isPublished,
    parts: [
      ...agenda.flatMap(({ id, number, title, aboutGroupId }) => {
        const sheet = aboutGroupId === null ? [] : [sheetRow(sheetFor(at.id, aboutGroupId))]
        const papersHere = [...(under.get(id) ?? []).map(each => rowOf(each, at, due, today)), ...sheet]
        return papersHere.length === 0 ? [] : [{ title: number === '' ? title : `${number} ${title}`, papers: papersHere }]
      }),
      ...(rest.length === 0
        ? []
        : [{ title: under.size > 1 ? 'Other papers' : 'Papers', papers: rest.map(each => rowOf(each, at, due, today)) }]),
    ],
    missing: papers.filter(isOwed).length,
    newHref: mayKeep ? `${own}/papers/new` : null,
    publishHref: mayKeep && at.state !== 'cancelled' ? `${own}/publication` : null,
    breadcrumbs: toMeetings,
  }
}

type OwedBy = {
  readonly meetings: readonly Meeting[]
  readonly seats: readonly FilledSeat[]
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[]
  readonly practices: ReadonlyMap<GroupId, Practice>
  readonly calendar: WorkingCalendar
  readonly today: Day
  readonly mayKeep: (paper: Paper) => boolean
}

/** Of meetings to come, the soonest first; with the chairs of those who are late. */
export function owedView(papers: readonly Paper[], { meetings, seats, groups, practices, calendar, today, mayKeep }: OwedBy) {
  const meetingOf = new Map(meetings.filter(({ state }) => state === 'planned').map(each => [each.id, each]))
  const groupOf = new Map(groups.map(({ id, name }) => [id, name]))
  const sitting = seats.filter(seat => holdsOn(seat, today))
  const rows = papers.flatMap(paper => {
    const practice = practices.get(paper.groupId)
    const at = paper.meetingId === null ? null : meetingOf.get(paper.meetingId)
    if (practice === undefined || at === undefined) return []
    const due = { practice, calendar }
    const row = rowOf(paper, at, due, today)
    const isMissing = row.tag === 'Missing'
    return [
      {
        ...row,
        item: paper.item,
        dueOn: dueBy(paper, at, due) ?? '9999',
        meeting: at === null ? `${groupOf.get(paper.groupId) ?? ''}, to be allocated` : meetingName(at),
        meetingHref: at === null ? null : `meetings/${at.id}/papers`,
        asked:
          paper.askedOn === null
            ? 'Not asked yet'
            : paper.remindedOn === null
              ? `Asked ${dayLabel(paper.askedOn)}`
              : `Reminded ${dayLabel(paper.remindedOn)}`,
        chairs: isMissing ? chairsFor(paper, sitting, groupOf, today) : [],
        askHref: mayKeep(paper) && paper.personId !== null ? `papers/${paper.id}/asking` : null,
        ask: paper.askedOn === null ? 'Ask' : 'Remind now',
      },
    ]
  })
  const sorted = rows.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0))
  const chairs = [...new Set(rows.flatMap(each => each.chairs))]
  return {
    title: 'Papers to come',
    rows: sorted,
    missing: rows.filter(({ tag }) => tag === 'Missing').length,
    chairs,
    breadcrumbs: toMeetings,
  }
}

const backTo = (at: Meeting | null) => (at === null ? toMeetings : toMeeting(at))
const ownList = (at: Meeting | null): string => (at === null ? 'papers' : `meetings/${at.id}/papers`)

type NewOf = {
  readonly entered: Typed
  readonly person: PersonField
  readonly accept: string
  readonly limit: number
  readonly sendsMail: boolean
}

export function newView(
  {
    meeting: at,
    groupId,
    forwardItemId,
  }: { readonly meeting: Meeting | null; readonly groupId: GroupId; readonly forwardItemId: number | null },
  items: readonly PlacedItem[],
  due: Deadlines,
  { entered, person, accept, limit, sendsMail }: NewOf,
) {
  return {
    title: forwardItemId === null ? 'Add or ask for a paper' : 'Add or ask for a paper for the forward plan',
    ...formView(at, items, due, entered, person),
    action: forwardItemId === null ? `meetings/${at?.id}/papers/new` : `groups/${groupId}/forward-plan/${forwardItemId}/papers/new`,
    link: entered['link'] ?? '',
    note: '',
    asks: entered['asks'] === 'yes',
    accept,
    limit: sizeLimit(limit),
    sendsMail,
  }
}

export function editView(
  paper: Paper,
  at: Meeting | null,
  items: readonly PlacedItem[],
  due: Deadlines,
  { entered, person, edition }: { readonly entered: Typed; readonly person: PersonField; readonly edition: string },
) {
  return {
    ...formView(at, items, due, entered, person),
    title: `Change ${paper.title}`,
    action: `papers/${paper.id}/edit`,
    back: `papers/${paper.id}`,
    edition,
  }
}

function formView(at: Meeting | null, items: readonly PlacedItem[], due: Deadlines, entered: Typed, person: PersonField) {
  const dueOn = dueBy({ dueOn: null }, at, due)
  return {
    caption: at === null ? 'Forward plan' : meetingName(at),
    name: entered['title'] ?? '',
    items: [
      { value: '', text: 'No item: the meeting as a whole' },
      ...items.map(({ id, number, title }) => ({
        value: String(id),
        text: number === '' ? title : `${number} ${title}`,
        selected: String(id) === entered['itemId'],
      })),
    ],
    hasItems: items.length > 0,
    person,
    usualDue: dueOn === null ? '' : `Leave it empty for ${dueWords(dueOn, due)}, as the group counts`,
    dueOn: entered['dueOn'] ?? '',
    isConfidential: entered['isConfidential'] === 'yes',
    back: ownList(at),
    breadcrumbs: backTo(at),
  }
}

export const fieldsOf = ({ title, itemId, person, dueOn, isConfidential }: Paper): Typed => ({
  title,
  itemId: String(itemId ?? ''),
  person: person ?? '',
  dueOn: dueOn === null ? '' : dayLabel(dueOn),
  isConfidential: isConfidential ? 'yes' : '',
})
export const inWords = (paper: Paper): Readonly<Record<string, readonly [string, string]>> => ({
  title: ['The title', paper.title],
  itemId: ['The item', paper.item],
  person: ['Who brings it', paper.person ?? ''],
  dueOn: ['The day', fieldsOf(paper)['dueOn'] ?? ''],
  isConfidential: ['Confidential', paper.isConfidential ? 'yes' : 'no'],
})

type ShowOf = {
  readonly mayKeep: boolean
  readonly mayBring: boolean
  readonly today: Day
  readonly entered: Typed
  readonly accept: string
  readonly limit: number
  readonly hasEmail: boolean
  readonly sendsMail: boolean
}

export function showView(paper: Paper, at: Meeting | null, due: Deadlines, of: ShowOf) {
  const own = `papers/${paper.id}`
  const [latest, ...earlier] = paper.versions
  const stands = !isWithdrawn(paper)
  return {
    title: paper.title,
    caption: at === null ? 'Forward plan' : meetingName(at),
    item: paper.item,
    person: paper.person ?? '',
    isConfidential: paper.isWithheld,
    ...standingOf(paper, at, due, of.today),
    asked:
      paper.askedOn === null
        ? ''
        : `${dayLabel(paper.askedOn)}${paper.remindedOn === null ? '' : `, reminded ${dayLabel(paper.remindedOn)}`}`,
    latest: latest === undefined ? null : versionView(paper, latest),
    earlier: earlier.map(each => versionView(paper, each)),
    coverHref: paper.hasCoverSheet ? `${own}/cover-sheet` : null,
    editCoverHref: of.mayBring ? `${own}/cover-sheet/edit` : null,
    bring: of.mayBring && stands ? { action: `${own}/versions`, isFirst: !isHere(paper) } : null,
    link: of.entered['link'] ?? '',
    note: of.entered['note'] ?? '',
    accept: of.accept,
    limit: sizeLimit(of.limit),
    ask:
      of.mayKeep && isOwed(paper) && paper.personId !== null
        ? {
            action: `${own}/asking`,
            text: paper.askedOn === null ? 'Ask them for it' : 'Remind them now',
            hasEmail: of.hasEmail,
            sendsMail: of.sendsMail,
          }
        : null,
    editHref: of.mayKeep ? `${own}/edit` : null,
    removeHref: of.mayKeep ? `${own}/removal` : null,
    withdraw: of.mayBring && stands ? `${own}/withdrawal` : null,
    bringBack: of.mayBring && !stands ? `${own}/withdrawal/removal` : null,
    reason: of.entered['reason'] ?? '',
    breadcrumbs: [...backTo(at), { text: 'Papers', href: ownList(at) }],
  }
}

const coverParts = [
  ['recommendation', 'Recommendation'],
  ['summary', 'Summary'],
  ['finance', 'What it means for money'],
  ['risk', 'What it means for risk'],
  ['equality', 'What it means for equality'],
] as const

export function coverView(paper: Paper, at: Meeting | null, sheet: CoverSheet, mayBring: boolean) {
  return {
    title: `Cover sheet: ${paper.title}`,
    caption: at === null ? '' : meetingName(at),
    item: paper.item,
    author: sheet.author,
    purpose: purposeNames[sheet.purpose],
    parts: coverParts.flatMap(([name, heading]) => (sheet[name] === '' ? [] : [{ heading, paragraphs: paragraphs(sheet[name]) }])),
    pdfHref: `papers/${paper.id}/cover-sheet.pdf`,
    editHref: mayBring ? `papers/${paper.id}/cover-sheet/edit` : null,
    breadcrumbs: [...backTo(at), { text: paper.title, href: `papers/${paper.id}` }],
  }
}

const paragraphs = (text: string): string[] => text.split(/\n+/).filter(each => each !== '')

export function coverDocument(paper: Paper, at: Meeting | null, sheet: CoverSheet, partnership: string) {
  return {
    title: paper.title,
    foot: at === null ? partnership : `${partnership}: ${meetingName(at)}`,
    paper: 'a4' as const,
    isOnItsSide: false,
    parts: [
      { kind: 'heading' as const, level: 1 as const, text: paper.title },
      ...(at === null ? [] : [{ kind: 'paragraph' as const, text: meetingName(at) }]),
      ...(paper.item === '' ? [] : [{ kind: 'paragraph' as const, text: `Item: ${paper.item}` }]),
      { kind: 'paragraph' as const, text: `Author: ${sheet.author}` },
      { kind: 'paragraph' as const, text: purposeNames[sheet.purpose] },
      ...coverParts.flatMap(([name, text]) =>
        sheet[name] === ''
          ? []
          : [
              { kind: 'heading' as const, level: 2 as const, text },
              ...paragraphs(sheet[name]).map(each => ({ kind: 'paragraph' as const, text: each })),
            ],
      ),
    ],
  }
}

export function coverEditView(paper: Paper, at: Meeting | null, entered: Typed, edition: string) {
  return {
    title: paper.hasCoverSheet ? 'Change the cover sheet' : 'Write a cover sheet',
    caption: paper.title,
    action: `papers/${paper.id}/cover-sheet/edit`,
    author: entered['author'] ?? '',
    purposes: purposes.map(value => ({ value, text: purposeNames[value], checked: value === entered['purpose'] })),
    texts: coverParts.map(([name, label]) => ({
      name,
      label: name === 'recommendation' ? label : `${label} (optional)`,
      value: entered[name] ?? '',
    })),
    edition,
    back: `papers/${paper.id}`,
    breadcrumbs: [...backTo(at), { text: paper.title, href: `papers/${paper.id}` }],
  }
}

export const coverFields = (sheet: CoverSheet | null): Typed => (sheet === null ? {} : { ...sheet })
export const coverInWords = (sheet: CoverSheet | null): Readonly<Record<string, readonly [string, string]>> =>
  sheet === null
    ? {}
    : {
        author: ['The author', sheet.author],
        purpose: ['What the meeting is asked to do', purposeNames[sheet.purpose]],
        ...Object.fromEntries(coverParts.map(([name, label]) => [name, [label, sheet[name]] as const])),
      }

type AnswerOf = {
  readonly isClosed: boolean
  readonly person: string
  readonly partnership: string
  readonly here: string
  readonly entered: Typed
  readonly accept: string
  readonly limit: number
  readonly today: Day
}

/** For whoever comes by a link: no more of the partnership than what they are asked for. */
export function answerView(found: { readonly paper: Paper; readonly at: Meeting | null; readonly due: Deadlines } | null, of: AnswerOf) {
  const isOpen = found !== null && !of.isClosed
  return {
    title: isOpen ? `Bring “${found.paper.title}”` : 'This paper is not asked for any more',
    caption: of.partnership,
    isOpen,
    person: of.person,
    meeting: isOpen && found.at !== null ? meetingName(found.at) : '',
    item: isOpen ? found.paper.item : '',
    standing: isOpen ? standingOf(found.paper, found.at, found.due, of.today).words : '',
    versions: isOpen
      ? found.paper.versions.map(each => ({ words: versionWords(each), name: each.file?.name ?? each.link, by: each.madeByName }))
      : [],
    here: of.here,
    accept: of.accept,
    limit: sizeLimit(of.limit),
    link: of.entered['link'] ?? '',
    note: of.entered['note'] ?? '',
  }
}
