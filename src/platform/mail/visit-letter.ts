import { type Day, dayIn } from '../../kernel/day.ts'
import type { Db } from '../db/index.ts'
import type { Payload } from '../jobs/index.ts'
import type { Mail } from './mail.ts'
import type { Letters } from './send.ts'
import { writtenFrom } from './store.ts'

export type LetterOptions = {
  /** Where people reach Goldthread: what links begin with. */
  readonly origin: string
  readonly clock: () => Temporal.Instant
}

/** What a letter of a module is written from: what it is about, and a visit to the partnership, which it may write in (the digest of a link's secret). */
export type Writing = {
  readonly db: Db
  readonly about: Payload
  readonly now: Temporal.Instant
  readonly today: Day
  /** Of the partnership's pages: https://goldthread.example/wexcombe. */
  readonly home: string
  readonly origin: string
  readonly partnership: string
  /** Who caused it; Goldthread for what came by itself. */
  readonly asker: string
}

/** To whom, about what, in which paragraphs; greeting and ending are put around them. */
export type Written = Pick<Mail, 'to' | 'subject' | 'calendar'> & { readonly name: string; readonly paragraphs: readonly string[] }

/** Null when there is nothing to send any more: the action is closed, the meeting cancelled, the person has no address. */
export type VisitLetter = (writing: Writing) => Promise<Written | null>
export type VisitLetters = Readonly<Record<string, VisitLetter>>

/** Letters of modules. The visit is committed before the mail goes, so that whoever is quick finds a link open. The example's people are invented, and written to by nobody. */
export const visitLetters = ({ origin, clock }: LetterOptions, letters: VisitLetters): Letters =>
  Object.fromEntries(
    Object.entries(letters).map(([name, write]) => [
      name,
      async ({ database, who, about }) => {
        const from = await database.platform(db => writtenFrom(db, who.partnershipId))
        if (from === null || from.isExample) return null
        const now = clock()
        const here = { home: `${origin}/${from.slug}`, origin, partnership: from.name, asker: who.name }
        const written = await database.visit(who, 'write', db => write({ db, about: about as Payload, now, today: dayIn(now), ...here }))
        if (written === null) return null
        const { to, subject, calendar, name, paragraphs } = written
        const body = `${[`Dear ${name}`, ...paragraphs, `${from.name}\n${here.home}`].join('\n\n')}\n`
        return { to, subject, body, ...(calendar && { calendar }) }
      },
    ]),
  )
