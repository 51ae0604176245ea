import { dayIn, dayLabel } from '../../../kernel/day.ts'
import type { Db } from '../../db/index.ts'
import { noteSecurityEvent, type SecurityEvent } from '../../history/index.ts'
import { type Answer, type PersonalVisit, page, redirect, template, text } from '../../web/index.ts'
import { accountOf } from '../account/store.ts'
import { tellOwner } from '../letter/tell.ts'
import { beginSession } from '../session/begin.ts'
import { isStrongSession, renewSession } from '../session/store.ts'
import { landing } from '../sign-in/sign-in.ts'
import { asText } from './recovery-code.ts'
import { factorsOf, makeRecoveryCodes } from './store.ts'

/**
 * A second factor was added: whoever is signed in as this person elsewhere has not shown it, and is signed out; here another session begins. The first time
 * recovery codes are made, which the answer shows.
 */
export async function strengthened(
  db: Db,
  visit: PersonalVisit,
  event: SecurityEvent['event'],
  detail: Readonly<Record<string, string>>,
): Promise<(said: string) => Answer> {
  const { now, address, agent, requestId, body, signedIn } = visit
  const { accountId } = signedIn
  const token = await renewSession(db, signedIn.sessionToken, { accountId, now, address, agent, isStrong: true })
  await noteSecurityEvent(db, { accountId, event, address, requestId, detail })
  await tellOwner(db, accountId, 'factor-changed', now)
  const { codesLeft } = await factorsOf(db, accountId)
  const next = landing(body)
  if (codesLeft > 0) return said => beginSession(redirect(next === '/' ? '/account/second-factor' : next, said), token)

  const email = (await accountOf(db, accountId))?.email ?? ''
  const codes = await makeRecoveryCodes(db, accountId)
  return said => beginSession(codesPage(visit, email, codes, said), token)
}

/** A second factor was taken away: whoever may have had it is signed out, and here another session begins, which is as strong as what is left. */
export async function weakened(
  db: Db,
  { now, address, agent, requestId, signedIn }: PersonalVisit,
  event: SecurityEvent['event'],
  detail: Readonly<Record<string, string>>,
): Promise<(said: string) => Answer> {
  const { accountId, sessionToken } = signedIn
  const isStrong = await isStrongSession(db, sessionToken)
  const token = await renewSession(db, sessionToken, { accountId, now, address, agent, isStrong })
  await noteSecurityEvent(db, { accountId, event, address, requestId, detail })
  await tellOwner(db, accountId, 'factor-changed', now)
  return said => beginSession(redirect('/account/second-factor', `${said}. You are signed out everywhere else`), token)
}

/** Shown once: only their digests are kept. So the page is the answer itself, and nothing to come back to. */
export function codesPage({ origin, now, body }: PersonalVisit, email: string, codes: readonly string[], said: string): Answer {
  const file = asText(codes, email, origin, dayLabel(dayIn(now)))
  const view = {
    title: 'Keep your recovery codes',
    said,
    email,
    codes,
    file: `data:text/plain;charset=utf-8,${encodeURIComponent(file)}`,
    next: text(body, 'next') === '' ? '/account/second-factor' : landing(body),
  }
  return page(template(import.meta.url, 'codes.njk'), view)
}
