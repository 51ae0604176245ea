import { type Day, dayLabel } from '../../kernel/day.ts'
import { type Heading, headingNames, headings, type Lines } from './workplan.ts'

type Sheet = {
  readonly at: { readonly id: number; readonly group: string; readonly onDay: Day; readonly title: string }
  readonly group: { readonly id: number; readonly name: string }
  readonly mayKeep: boolean
  readonly keptOn: Day | null
  readonly lines: Lines
  readonly written: ReadonlySet<Heading>
}

/** Among the papers of an item that is about a group. */
export const workplanSheet = (meetingId: number, groupId: number) => ({
  title: 'Workplan',
  href: `meetings/${meetingId}/workplans/${groupId}`,
})

const addressOf = ({ at, group }: Sheet): string => `meetings/${at.id}/workplans/${group.id}`
const titleOf = ({ at, group }: Sheet): string => `Workplan of ${group.name} for ${at.group}, ${dayLabel(at.onDay)}`
const stateWords = ({ keptOn }: Sheet, today: Day): string =>
  keptOn === null
    ? `As it stands on ${dayLabel(today)}. It is kept as it is when the meeting is held.`
    : `As it stood at the meeting on ${dayLabel(keptOn)}.`

export function sheetView(of: Sheet, { canMakePdf, today }: { readonly canMakePdf: boolean; readonly today: Day }) {
  const own = addressOf(of)
  return {
    title: titleOf(of),
    caption: of.group.name,
    group: { text: of.group.name, href: `groups/${of.group.id}` },
    state: stateWords(of, today),
    breadcrumbs: toMeeting(of),
    parts: headings.map(heading => ({
      name: heading,
      title: headingNames[heading],
      lines: of.lines[heading],
      isWritten: of.keptOn === null && of.written.has(heading),
    })),
    edit: of.mayKeep ? `${own}/edit` : null,
    files: [
      ...(canMakePdf ? [{ text: 'PDF', href: `${own}/workplan.pdf` }] : []),
      { text: 'Word', href: `${own}/workplan.docx` },
      { text: 'OpenDocument', href: `${own}/workplan.odt` },
    ],
  }
}

export function editView(of: Sheet, fields: Readonly<Record<Heading, string>>, edition: string) {
  return {
    title: `Change: ${titleOf(of)}`,
    breadcrumbs: [...toMeeting(of), { text: 'Workplan', href: addressOf(of) }],
    edition,
    back: addressOf(of),
    action: `${addressOf(of)}/edit`,
    parts: headings.map(name => ({
      name,
      title: headingNames[name],
      value: fields[name],
      rows: Math.min(12, Math.max(3, Math.ceil(fields[name].length / 70) + fields[name].split('\n').length)),
      isWritten: of.written.has(name),
    })),
  }
}

const toMeeting = ({ at }: Sheet) => [
  { text: 'Calendar', href: 'meetings' },
  { text: `${at.group}, ${dayLabel(at.onDay)}`, href: `meetings/${at.id}` },
]

/** Headings and lines, for a paper. */
export const workplanPaper = (of: Sheet, foot: string) => ({
  title: titleOf(of),
  foot,
  paper: 'a4' as const,
  isOnItsSide: false,
  parts: [
    { kind: 'heading' as const, level: 1 as const, text: titleOf(of) },
    ...headings.flatMap(heading => [
      { kind: 'heading' as const, level: 2 as const, text: headingNames[heading] },
      of.lines[heading].length === 0
        ? { kind: 'paragraph' as const, text: 'Nothing to report.' }
        : { kind: 'bullets' as const, items: of.lines[heading].map(text => ({ text, under: [] })) },
    ]),
  ],
})
