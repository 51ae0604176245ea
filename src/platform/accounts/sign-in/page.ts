import type { Problem } from '../../../kernel/ruling.ts'
import { type Answer, type PublicVisit, page, template, text } from '../../web/index.ts'
import { passkeyQuestion } from '../passkey/question.ts'
import { isAnyInUse } from '../provider/store.ts'
import type { Seal } from '../secret.ts'
import { landing } from './sign-in.ts'

/** Shown by all that lead into Goldthread, with what they say is wrong. */
export async function signInPage(visit: PublicVisit, seal: Seal, problems: readonly Problem[] = []): Promise<Answer> {
  const { database, body, query } = visit
  const landsAt = landing(text(body, 'next') === '' ? query : body)
  const next = landsAt === '/' ? '' : landsAt
  const organisationHref = next === '' ? '/sign-in/organisation' : `/sign-in/organisation?${new URLSearchParams({ next })}`
  const { question, isOrganisation } = await database.platform(async db => ({
    question: await passkeyQuestion(db, seal, visit),
    isOrganisation: await isAnyInUse(db),
  }))
  const view = {
    title: 'Sign in',
    next,
    email: text(body, 'email'),
    question,
    organisationHref: isOrganisation ? organisationHref : '',
  }
  return page(template(import.meta.url, 'sign-in.njk'), view, problems)
}
