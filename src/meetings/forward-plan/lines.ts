/**
 * Several items at once, as one types or pastes them: a line for each, who is responsible after a tab or a bar, and a day before it where there are three parts.
 * A line that begins with a bullet is a point under the item above it. So the table of a paper can be pasted as it stands.
 */
import { parseDay } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { When } from './forward-plan.ts'

export type Line = When & { readonly title: string; readonly detail: string; readonly responsible: string }

export function readLines(typed: string, meetings: readonly Pick<Meeting, 'id' | 'onDay'>[], otherwise: When): Ruling<readonly Line[]> {
  const problems: Problem[] = []
  const lines: Line[] = []
  const wrong = (text: string) => void problems.push({ field: 'lines', text })
  let when = otherwise
  for (const line of typed.split(/\r?\n/)) {
    const point = /^\s*[•·▪‣*–-]\s+(.+)$/.exec(line)?.[1]?.trim()
    const above = lines.at(-1)
    if (point !== undefined && above !== undefined) {
      lines[lines.length - 1] = { ...above, detail: above.detail === '' ? point : `${above.detail}\n${point}` }
      continue
    }
    const cells = line.split(/\t|\s\|\s|\|/).map(cell => cell.replace(/\s+/g, ' ').trim())
    if (cells.every(cell => cell === '')) continue
    const read = whenOf(cells[0] ?? '', meetings)
    // A row of a table that goes on with the meeting of the row above it begins with an empty cell.
    if (cells.length > 2 || read !== null) {
      if (read === 'unknown') wrong(`There is no meeting of this group on ${cells[0]}. Add the meeting first, or leave the day out`)
      else if (read !== null) when = read
      else if (cells[0] !== '')
        wrong(`“${cells[0]}” is not the day of a meeting. A line is the item and who is responsible, with the day before them or without`)
      cells.shift()
    }
    const [title = '', responsible = ''] = cells
    if (title === '') continue
    if (title.length > 300) wrong(`“${title.slice(0, 40)}…” is too long. An item is called by 300 characters or fewer`)
    if (responsible.length > 300) wrong(`Who is responsible for “${title.slice(0, 40)}” must be 300 characters or fewer`)
    lines.push({ title, responsible, detail: '', ...when })
  }
  if (lines.length === 0 && problems.length === 0) wrong('Enter at least one item')
  if (lines.length > 100) wrong('Enter 100 items or fewer at once')
  if (lines.some(({ detail }) => detail.length > 4000)) wrong('The points under an item must be 4,000 characters or fewer')
  return problems.length > 0 ? refuse(...problems.slice(0, 5)) : accept(lines)
}

/** Null for words that say of no meeting. */
function whenOf(words: string, meetings: readonly Pick<Meeting, 'id' | 'onDay'>[]): When | 'unknown' | null {
  if (/^standing( items?)?:?$/i.test(words)) return { meetingId: null, isStanding: true }
  if (/^to be allocated:?$/i.test(words)) return { meetingId: null, isStanding: false }
  const day = parseDay(words)
  if (day === null) return null
  const meeting = meetings.find(({ onDay }) => onDay === day)
  return meeting ? { meetingId: meeting.id, isStanding: false } : 'unknown'
}
