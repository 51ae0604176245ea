import { addDays, addMonths, dayLabel, weekdayName } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { reachOf } from '../../partnership/index.ts'
import { type Answer, entered, type Handler, page, redirect, template, text, texts, type Visit } from '../../platform/web/index.ts'
import { knownAround } from '../calendar/store.ts'
import { type Known, warningsOf } from '../calendar/warning.ts'
import { type GroupToMeet, timeLabel } from '../meeting/meeting.ts'
import { addMeeting, groupsOf } from '../meeting/store.ts'
import { practiceOf } from '../practice/store.ts'
import { readPattern, readRow, rowsIn } from './form.ts'
import type { WrittenMeeting } from './pattern.ts'
import { type Row, rowOf, seenOf } from './row.ts'
import { previewView, type ShownRow, yearView } from './view.ts'

/** A year from today, at the time and place where the group usually meets. */
export const askForYear: Handler = async visit => {
  const { db, query, today } = visit
  const groupId = idOf<'group'>(text(query, 'group'))
  const practice = groupId && (await practiceOf(db, groupId))
  const time = (at: string | null) => (at === null ? '' : timeLabel(at))
  return yearPage(visit, {
    groupId: String(groupId ?? ''),
    kind: 'monthly',
    ordinal: '1',
    weekday: '1',
    everyMonths: '1',
    everyWeeks: '6',
    from: dayLabel(today),
    until: dayLabel(addDays(addMonths(today, 12), -1)),
    ...(practice && { startsAt: time(practice.usualStartsAt), endsAt: time(practice.usualEndsAt), venue: practice.usualVenue }),
  })
}

/** Saves nothing. */
export const previewYear: Handler = async visit => {
  const { db, body, today } = visit
  const [group, read] = [await groupChosen(visit), readPattern(body, today)]
  if (group === null || !read.accepted)
    return yearPage(visit, entered(body), texts(body, 'skips'), [
      ...(group === null ? [noGroup] : []),
      ...(read.accepted ? [] : read.problems),
    ])
  const known = await knownAround(
    db,
    group.id,
    read.value.map(({ onDay }) => onDay),
  )
  return previewPage(
    group,
    read.value.map(meeting => shownRow(rowOf(meeting), meeting, group, known)),
  )
}

/** What was changed in the preview is looked at again: a warning that nobody has seen holds the whole up. */
export const saveYear: Handler = async visit => {
  const { db, body } = visit
  const [group, rows] = [await groupChosen(visit), rowsIn(body)]
  if (group === null || rows.length === 0)
    return yearPage(
      visit,
      entered(body),
      [],
      [group === null ? noGroup : { field: 'from', text: 'There is nothing to save yet. Say when the group meets' }],
    )
  const read = rows.map((row, at) => ({ row, ruling: readRow(row, at + 1) }))
  const meetings = read.map(({ ruling }) => (ruling.accepted ? ruling.value : null))
  const known = await knownAround(
    db,
    group.id,
    meetings.flatMap(meeting => (meeting === null ? [] : [meeting.onDay])),
  )
  const shown = read.map(({ row }, at) => shownRow(row, meetings[at] ?? null, group, known))
  const problems = read.flatMap(({ row, ruling }, at) => {
    if (!row.isIn) return []
    if (!ruling.accepted) return ruling.problems
    const isNew = row.seen !== seenOf(ruling.value) && (shown[at]?.warnings.length ?? 0) > 0
    return isNew
      ? [{ field: `onDay-${at + 1}`, text: `Look at what is said of meeting ${at + 1}, which you have changed, then save again` }]
      : []
  })
  const chosen = meetings.filter((meeting, at) => meeting !== null && rows[at]?.isIn) as WrittenMeeting[]
  if (problems.length > 0) return previewPage(group, shown, problems)
  if (chosen.length === 0) return previewPage(group, shown, [{ field: 'isIn-1', text: 'Select at least one meeting' }])

  for (const meeting of chosen)
    await addMeeting(db, group.id, { ...meeting, title: '', hostOrganisationId: null, joiningLink: '', note: '' })
  return redirect(
    `meetings?group=${group.id}`,
    chosen.length === 1 ? 'One meeting is in the calendar' : `${chosen.length} meetings are in the calendar`,
  )
}

const noGroup: Problem = { field: 'groupId', text: 'Select a group' }

async function groupChosen({ db, body, visitor }: Visit): Promise<GroupToMeet | null> {
  const chosen = idOf<'group'>(text(body, 'groupId'))
  return (await groupsOf(db, reachOf('keep-meetings', visitor))).find(({ id }) => id === chosen) ?? null
}

/** With what is said of its day as it stands now. */
function shownRow(row: Row, meeting: WrittenMeeting | null, group: GroupToMeet, known: Known): ShownRow {
  if (meeting === null) return { ...row, warnings: [], weekday: '' }
  const planned = { ...meeting, id: null, groupId: group.id, group: group.name }
  return {
    ...row,
    seen: seenOf(meeting),
    warnings: warningsOf(planned, known),
    weekday: meeting.dayKnown === 'month' ? '' : weekdayName(meeting.onDay),
  }
}

async function yearPage(
  { db, visitor }: Visit,
  fields: Readonly<Record<string, string>>,
  skips: readonly string[] = [],
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const groups = await groupsOf(db, reachOf('keep-meetings', visitor))
  return page(template(import.meta.url, 'ask.njk'), yearView(groups, fields, skips), problems)
}

const previewPage = (group: GroupToMeet, rows: readonly ShownRow[], problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'preview.njk'), previewView(group, rows), problems)
