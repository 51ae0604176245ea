import type { Problem } from '../../../kernel/ruling.ts'
import { enqueueBetweenVisits } from '../../jobs/index.ts'
import { type Answer, type Fields, type PublicHandler, page, template, text, withStatus } from '../../web/index.ts'
import { resetLimits } from '../attempt/attempt.ts'
import { beginAttempt } from '../attempt/store.ts'
import { readEmail } from './form.ts'
import { resetJob } from './job.ts'

export const askForReset: PublicHandler = async ({ sendsMail, query }) => askPage(sendsMail, query)

/** Whether there is such an account is looked up by the job: here the same is done, and said, for every address. */
export const requestReset: PublicHandler = async ({ database, body, address, requestId, now, sendsMail }) => {
  if (!sendsMail) return askPage(sendsMail, body)
  const form = readEmail(body)
  if (!form.accepted) return askPage(sendsMail, body, form.problems)

  const { email } = form.value
  const attempt = await database.platform(db => beginAttempt(db, resetLimits(email, address), now))
  if (!attempt.accepted) return withStatus(askPage(sendsMail, body, attempt.problems), 429)
  const payload = { email, address, requestId, at: now.toString() }
  await database.platform(db => enqueueBetweenVisits(db, { kind: resetJob, payload, uniqueKey: null, partnershipId: null }))
  return page(template(import.meta.url, 'sent.njk'), { title: 'Check your e-mail', email })
}

function askPage(sendsMail: boolean, fields: Fields, problems: readonly Problem[] = []): Answer {
  const view = { title: 'I have forgotten my passphrase', sendsMail, email: text(fields, 'email') }
  return page(template(import.meta.url, 'ask.njk'), view, problems)
}
