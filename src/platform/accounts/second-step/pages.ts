import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { type Answer, type PublicHandler, type PublicVisit, page, redirect, template, text, withStatus } from '../../web/index.ts'
import type { AttemptLimit } from '../attempt/attempt.ts'
import { beginAttempt, forgetAttempt } from '../attempt/store.ts'
import { acceptCode, usedAlready } from '../factor/code.ts'
import { authenticatorOf, factorsOf, useRecoveryCode, useStep } from '../factor/store.ts'
import { inOneGo } from '../in-one-go.ts'
import { tellOwner } from '../letter/tell.ts'
import { passkeyQuestion } from '../passkey/question.ts'
import { passkeysOf } from '../passkey/store.ts'
import type { Seal } from '../secret.ts'
import { landing } from '../sign-in/sign-in.ts'
import { answerEntered, enter, stepCookie } from './enter.ts'
import { codeLimits, recoveryCodeLimits } from './second-step.ts'
import { whoseSecondStep } from './store.ts'

export function secondStepPages(seal: Seal) {
  const askForSecondStep: PublicHandler = visit => atSecondStep(visit, accountId => stepPage(visit, accountId))

  const giveCode: PublicHandler = visit =>
    atSecondStep(visit, async accountId => {
      const { body, now, address, database } = visit
      const tried = await tryOnce(visit, accountId, codeLimits(accountId, address), async () => {
        const app = await database.platform(db => authenticatorOf(db, seal, accountId))
        if (!app) return refuse({ field: 'code', text: 'There is no authenticator app. Use a recovery code or a passkey' })
        if (app.key === null)
          return refuse({
            field: 'code',
            text: 'Codes of the app cannot be checked at present. Use a recovery code or a passkey, and tell whoever runs this Goldthread',
          })
        const step = acceptCode(app.key, app.lastStep, text(body, 'code'), now)
        if (!step.accepted) return step
        return (await database.platform(db => useStep(db, accountId, step.value))) ? accept('a code of an app') : refuse(usedAlready)
      })
      return tried.accepted ? tried.value : refusedWith(tried.problems, await stepPage(visit, accountId, tried.problems))
    })

  const askForRecoveryCode: PublicHandler = visit => atSecondStep(visit, async () => recoveryPage(visit))

  const giveRecoveryCode: PublicHandler = visit =>
    atSecondStep(visit, async accountId => {
      const { body, now, address, requestId, database } = visit
      const tried = await tryOnce(visit, accountId, recoveryCodeLimits(accountId, address), () =>
        inOneGo(database, async db => {
          const typed = text(body, 'recovery')
          if (typed.trim() === '') return refuse({ field: 'recovery', text: 'Enter one of your recovery codes' })
          if (!(await useRecoveryCode(db, accountId, typed, now)))
            return refuse({
              field: 'recovery',
              text: 'That is not one of your recovery codes, or it was used already. Check what you typed',
            })
          await noteSecurityEvent(db, { accountId, event: 'recovery-code-used', address, requestId })
          await tellOwner(db, accountId, 'recovery-code-used', now)
          return accept('a recovery code')
        }),
      )
      return tried.accepted ? tried.value : refusedWith(tried.problems, recoveryPage(visit, tried.problems))
    })

  /** Counted before it is known whether it is right, and what was right is written down before anybody is let in. */
  async function tryOnce(
    visit: PublicVisit,
    accountId: number,
    limits: readonly AttemptLimit[],
    shown: () => Promise<Ruling<string>>,
  ): Promise<Ruling<Answer>> {
    const { database, body, now, address, requestId } = visit
    const attempt = await database.platform(db => beginAttempt(db, limits, now))
    if (!attempt.accepted) return attempt
    const by = await shown()
    if (!by.accepted) {
      await database.platform(db => noteSecurityEvent(db, { accountId, event: 'factor-refused', address, requestId }))
      return by
    }
    const entered = await database.platform(async db => {
      await forgetAttempt(db, limits, now)
      return enter(db, { accountId, isStrong: true, by: `with ${by.value}` }, visit)
    })
    if (by.value !== 'a recovery code') return accept(answerEntered(entered, landing(body)))
    const { codesLeft } = await database.platform(db => factorsOf(db, accountId))
    return accept(
      answerEntered(
        entered,
        landing(body),
        `You used a recovery code, and ${codesLeft === 0 ? 'none is' : `${codesLeft} ${codesLeft === 1 ? 'is' : 'are'}`} left. If your telephone is lost, set up another one under your name.`,
      ),
    )
  }

  async function stepPage(visit: PublicVisit, accountId: number, problems: readonly Problem[] = []): Promise<Answer> {
    const { database } = visit
    const { hasApp, passkeys, codesLeft } = await database.platform(db => factorsOf(db, accountId))
    const question =
      passkeys === 0 ? null : await database.platform(async db => passkeyQuestion(db, seal, visit, await passkeysOf(db, accountId)))
    const view = { title: 'Show that it is you', next: nextOf(visit), hasApp, hasCodes: codesLeft > 0, question }
    return page(template(import.meta.url, 'second-step.njk'), view, problems)
  }

  return { askForSecondStep, giveCode, askForRecoveryCode, giveRecoveryCode }
}

async function atSecondStep(visit: PublicVisit, then: (accountId: number) => Promise<Answer>): Promise<Answer> {
  const { database, cookie, now, signedIn } = visit
  const token = cookie(stepCookie) ?? ''
  const accountId = token === '' ? null : await database.platform(db => whoseSecondStep(db, token, now))
  if (accountId !== null) return then(accountId)
  const next = nextOf(visit)
  if (signedIn) return redirect(next === '' ? '/' : next)
  return redirect(
    `/sign-in${next === '' ? '' : `?next=${encodeURIComponent(next)}`}`,
    'Sign in again: the second step is open for ten minutes after the passphrase',
  )
}

function recoveryPage(visit: PublicVisit, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'recovery-code.njk'), { title: 'Use a recovery code', next: nextOf(visit) }, problems)
}

/** Too many attempts are about no field. */
const refusedWith = (problems: readonly Problem[], answer: Answer): Answer =>
  problems.some(({ field }) => field === undefined) ? withStatus(answer, 429) : answer

function nextOf({ body, query }: PublicVisit): string {
  const next = landing(text(body, 'next') === '' ? query : body)
  return next === '/' ? '' : next
}
