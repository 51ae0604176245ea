import { momentLabel } from '../../../kernel/moment.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { type Answer, type Handler, redirect, text, type Visit } from '../../web/index.ts'
import { browserName, type Session } from '../session/session.ts'
import { endSessionOf, endSessionsOf, sessionIdOf } from '../session/store.ts'
import { memberAsked } from './asked.ts'

/** A browser that was stolen or forgotten is nobody's at its next click. */
export const endMemberSession: Handler = async visit => {
  const { db, body, address, requestId } = visit
  const { accountId, name } = await memberAsked(visit)
  const agent = await endSessionOf(db, accountId, text(body, 'session'))
  if (agent === null) return back(accountId, `${name} was not signed in there any more`)
  const browser = browserName(agent)
  await noteSecurityEvent(db, { accountId, event: 'session-ended', address, requestId, detail: { browser } })
  return back(accountId, `${name} is signed out of ${browser}`)
}

export const endMemberSessions: Handler = async visit => {
  const { db, address, requestId } = visit
  const { accountId, name } = await memberAsked(visit)
  await endSessionsOf(db, accountId)
  await noteSecurityEvent(db, { accountId, event: 'sessions-ended', address, requestId })
  return back(accountId, `${name} is signed out everywhere`)
}

const back = (accountId: number, said: string): Answer => redirect(`accounts/${accountId}`, said)

export const shownSessions = (sessions: readonly Session[], { signedIn }: Visit) =>
  sessions.map(({ id, agent, address, beganAt, seenAt }) => ({
    id,
    browser: browserName(agent),
    address,
    since: momentLabel(beganAt),
    seen: momentLabel(seenAt),
    isThis: id === sessionIdOf(signedIn.sessionToken),
  }))
