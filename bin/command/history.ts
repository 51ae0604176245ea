import { asOwner, type Db } from '../../src/platform/db/index.ts'
import {
  type Head,
  hasChains,
  headsOf,
  headText,
  type PartnershipHead,
  readHead,
  type Verified,
  verifyHistory,
} from '../../src/platform/history/index.ts'
import type { Given } from './arguments.ts'
import { settings, withServer } from './database.ts'
import { Refused } from './refused.ts'
import { counted } from './terminal.ts'

const mostTold = 20

export async function verify(given: Given): Promise<void> {
  const kept = given['head'] === undefined ? null : headGiven(given['head'])
  const found = await withServer(settings().database, false, ({ ownerUrl, appUrl }) =>
    asOwner(ownerUrl, appUrl, owner => owner.begin('isolation level repeatable read read only', db => verified(db, given, kept))),
  )
  for (const { slug, verified } of found) if (verified.breaks.length === 0) console.log(wholeText(slug, verified, kept))
  const broken = found.filter(({ verified }) => verified.breaks.length > 0)
  if (broken.length > 0) throw new Refused(broken.map(({ slug, verified }) => brokenText(slug, verified)).join('\n'))
}

function headGiven(text: string): Head {
  const head = readHead(text)
  if (head === null) throw new Refused('--head is written as the log and a backup have it: a count, a colon, and 64 digits and letters.')
  return head
}

async function verified(db: Db, given: Given, kept: Head | null) {
  if (!(await hasChains(db)))
    throw new Refused('This database is of an earlier version, which had no chain: npx goldthread migrate makes one.')
  const checked: { slug: string; verified: Verified }[] = []
  for (const { slug, partnershipId } of asked(await headsOf(db), given, kept))
    checked.push({ slug, verified: await verifyHistory(db, partnershipId, kept) })
  return checked
}

function asked(heads: readonly PartnershipHead[], { partnership }: Given, kept: Head | null): readonly PartnershipHead[] {
  const found = partnership === undefined ? heads : heads.filter(({ slug }) => slug === partnership)
  const list = heads.map(({ slug }) => slug).join(', ')
  if (heads.length === 0) throw new Refused('There is no partnership yet, and no history.')
  if (found.length === 0) throw new Refused(`There is no partnership ${partnership}. There are: ${list}.`)
  if (kept !== null && found.length > 1) throw new Refused(`Say with --partnership whose head it is: ${list}.`)
  return found
}

function wholeText(slug: string, { entries, erased, head }: Verified, kept: Head | null): string {
  const holds = kept === null ? '' : ` It still holds what it held at ${counted(kept.count, 'entry', 'entries')}.`
  const without =
    erased === 0 ? '' : ` Of ${counted(erased, 'entry', 'entries')} what they said of a person was erased, as the history says.`
  return `${slug}: ${counted(entries, 'entry', 'entries')}. None was removed, altered, put in or cut off.${holds}${without} It stands at ${headText(head)}`
}

function brokenText(slug: string, { entries, breaks }: Verified): string {
  const lines = breaks.slice(0, mostTold).map(({ number, entryId, text }) => {
    const which = number === null ? 'An entry' : `Entry ${number}`
    return `  ${which}${entryId === null ? '' : ` (id ${entryId})`} ${text}.`
  })
  const more = breaks.length > mostTold ? [`  And ${breaks.length - mostTold} more.`] : []
  return [`${slug}: ${counted(entries, 'entry', 'entries')}, and the chain is broken.`, ...lines, ...more].join('\n')
}
