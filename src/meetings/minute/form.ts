import { GB } from 'chrono-node/en'
import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, text, texts } from '../../platform/web/index.ts'
import { type ClockTime, timeLabel } from '../meeting/meeting.ts'
import { fieldNames, pieceKinds, type Seen, type Typed } from './minute.ts'
import type { Content } from './reconcile.ts'

/** What the rules of `due.ts` have no word for, as English people write it. Never a day before the meeting, and never of a part of what was typed. */
export function otherDay(words: string, meetingDay: Day): Day | null {
  // biome-ignore lint/style/noRestrictedGlobals: the reader of dates takes the day from which it counts as one
  const instant = new Date(`${meetingDay}T12:00:00Z`)
  const [found] = GB.parse(words, { instant, timezone: 0 }, { forwardDate: true })
  if (!found || found.text.length < words.length) return null
  const on = parseDay(`${found.start.get('year')}-${found.start.get('month')}-${found.start.get('day')}`)
  return on !== null && on >= meetingDay ? on : null
}

/** A key as browsers and we make them; null for anything else. */
export const keyIn = (typed: string | undefined): string | null =>
  typed !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed) ? typed : null

const longest = { text: 20_000, field: 4_000 }

/** The fields of a piece end in its key. What the form has no field for stays as it was when its writer began. */
export function readContent(body: Fields, key: string, seen: readonly Seen[]): Ruling<Content> {
  const of = (name: string): string | undefined => (Object.hasOwn(body, `${name}-${key}`) ? text(body, `${name}-${key}`) : undefined)
  const began = seen[0]
  const typed: Record<string, string> = {}
  const problems: Problem[] = []
  for (const name of new Set(fieldNames)) {
    const value = (of(name) ?? began?.typed[name] ?? '').replace(/\r\n?/g, '\n').trim()
    if (value.length > longest.field)
      problems.push({ field: `text-${key}`, text: 'A field of this piece must be 4,000 characters or fewer' })
    if (value !== '') typed[name] = value
  }
  const words = (of('text') ?? began?.text ?? '').replace(/\r\n?/g, '\n').replaceAll('\0', '')
  if (words.length > longest.text)
    problems.push({ field: `text-${key}`, text: 'This piece must be 20,000 characters or fewer. Go on in another' })
  const answers = texts(body, `chosen-${key}`).flatMap(answer => {
    const [, word = '', code = ''] = /^(.{1,80})=([a-z]+-\d{1,16})?$/.exec(answer) ?? []
    return word === '' ? [] : [[word, code] as const]
  })
  const chosen = Object.fromEntries([...Object.entries(began?.typed.chosen ?? {}), ...answers].filter(([, code]) => code !== ''))
  if (problems.length > 0) return refuse(...problems)
  return accept({
    kind: pieceKinds.find(kind => kind === of('kind')) ?? began?.kind ?? 'discussion',
    text: words,
    isWithheld: of('withheld') === 'yes',
    typed: { ...typed, ...(Object.keys(chosen).length > 0 && { chosen }) } satisfies Typed,
  })
}

const wasThere = z.array(
  z.object({
    kind: z.enum(pieceKinds),
    text: z.string().max(longest.text),
    isWithheld: z.boolean(),
    typed: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())])),
  }),
)

/** What its writer began with, and what they sent since without an answer. */
export function readSeen(body: Fields, key: string): readonly Seen[] {
  try {
    return wasThere.parse(JSON.parse(text(body, `seen-${key}`))) as readonly Seen[]
  } catch {
    return []
  }
}

export type Times = { readonly openedAt: ClockTime | null; readonly closedAt: ClockTime | null }

export function readTimes(body: Fields): Ruling<Times> {
  const problems: Problem[] = []
  const [openedAt = null, closedAt = null] = (['openedAt', 'closedAt'] as const).map(field => {
    const typed = text(body, field).trim()
    const time = typed === '' ? null : clockIn(typed)
    if (typed !== '' && time === null)
      problems.push({ field, text: `“${typed.slice(0, 40)}” is not a time. Enter it like 9.35am or 14:30, or leave it empty` })
    return time
  })
  if (openedAt !== null && closedAt !== null && closedAt <= openedAt)
    problems.push({ field: 'closedAt', text: `The meeting closed before it opened at ${timeLabel(openedAt)}. Enter a later time` })
  return problems.length > 0 ? refuse(...problems) : accept({ openedAt, closedAt })
}

/** 9.35am, 12:35, 2 pm, noon. */
export function clockIn(typed: string): ClockTime | null {
  const plain = typed.toLowerCase().replace(/\s+/g, '')
  if (plain === 'noon' || plain === '12noon') return '12:00'
  const [, hours = '', minutes = '00', half = ''] = /^(\d{1,2})(?:[.:](\d{2}))?([ap]m)?$/.exec(plain) ?? []
  if (hours === '' || (half !== '' && (Number(hours) < 1 || Number(hours) > 12))) return null
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0)
  return hour > 23 || Number(minutes) > 59 ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}
