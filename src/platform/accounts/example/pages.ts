import { idOf } from '../../../kernel/ids.ts'
import { found, type Handler, noSessionCookie, page, redirect, template, text, withCookie } from '../../web/index.ts'
import { removePartnership } from '../address/store.ts'
import { memberOf } from '../membership/store.ts'
import { beginSession } from '../session/begin.ts'
import { endSession, startSession } from '../session/store.ts'
import { localPath } from '../sign-in/sign-in.ts'

/** To look at the example with another's eyes: from here on the browser is that person. */
export const switchPersona: Handler = async ({ db, partnership, signedIn, body, now, address, agent }) => {
  const chosen = await memberOf(db, partnership.id, found(idOf<'account'>(text(body, 'persona'))))
  const persona = found(partnership.isExample && chosen?.isExample ? chosen : null)

  await endSession(db, signedIn.sessionToken)
  const token = await startSession(db, { accountId: persona.accountId, now, address, agent })
  const next = localPath(text(body, 'next'))
  const to = next?.startsWith(`/${partnership.slug}/`) ? next : ''
  return beginSession(redirect(to, `You are ${persona.name} now`), token)
}

export const confirmExampleRemoval: Handler = async ({ partnership }) => {
  found(partnership.isExample || null)
  return page(template(import.meta.url, 'removal.njk'), { title: 'Remove the example' })
}

export const removeExample: Handler = async ({ db, partnership }) => {
  found(partnership.isExample || null)
  await removePartnership(db, partnership.id)
  return withCookie(redirect('/', 'The example is removed'), noSessionCookie)
}
