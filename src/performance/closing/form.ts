import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, text, texts } from '../../platform/web/index.ts'

/** A line that was ticked, and how many returns it had when the person saw it. */
export type Ticked = { readonly indicatorId: number; readonly seen: number }

export const readTicked = (body: Fields): Ticked[] =>
  texts(body, 'line').flatMap(each => {
    const [, id, seen] = /^([1-9]\d{0,14}):(\d{1,9})$/.exec(each) ?? []
    return id === undefined ? [] : [{ indicatorId: Number(id), seen: Number(seen) }]
  })

/** What was said of each indicator in which a check found something. */
export const readNotes = (body: Fields): ReadonlyMap<number, string> =>
  new Map(
    Object.keys(body).flatMap(name => {
      const [, id] = /^note-([1-9]\d{0,14})$/.exec(name) ?? []
      return id === undefined ? [] : [[Number(id), text(body, name).trim()]]
    }),
  )

const longest = 2_000

/** A reason that somebody has to give, or (optional) may. */
export function readReason(body: Fields, missing: string | null): Ruling<string> {
  const reason = text(body, 'reason').trim()
  if (reason.length > longest) return refuse({ field: 'reason', text: 'Reason must be 2,000 characters or fewer' })
  return reason === '' && missing !== null ? refuse({ field: 'reason', text: missing }) : accept(reason)
}

export function noteProblem(indicatorId: number, note: string): Ruling<string> {
  return note.length > longest ? refuse({ field: `note-${indicatorId}`, text: 'Note must be 2,000 characters or fewer' }) : accept(note)
}
