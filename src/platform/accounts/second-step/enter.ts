import type { Db } from '../../db/index.ts'
import { noteSecurityEvent } from '../../history/index.ts'
import { type Answer, type CookieChange, type PublicVisit, redirect, withCookie } from '../../web/index.ts'
import { factorsOf, hasFactor } from '../factor/store.ts'
import { keepOrigin } from '../provider/store.ts'
import { beginSession } from '../session/begin.ts'
import { browserName } from '../session/session.ts'
import { endSession, startSession } from '../session/store.ts'
import { stepMinutes } from './second-step.ts'
import { beginSecondStep, endSecondStep } from './store.ts'

export type Entered = { readonly token: string; readonly isIn: boolean; readonly wasAtStep: boolean }

/** `isStrong` is what counts as both factors: a second one was shown, or somebody whose word is taken for it says so. */
export type Shown = { readonly accountId: number; readonly isStrong: boolean; readonly by?: string }

/** Somebody has shown who they are. Where their account has a second factor that was not shown they come to the second step, otherwise in. */
export async function enter(db: Db, { accountId, isStrong, by }: Shown, visit: PublicVisit): Promise<Entered> {
  const { now, address, agent, requestId, signedIn } = visit
  const step = visit.cookie(stepCookie)
  const wasAtStep = step !== undefined
  if (signedIn) await endSession(db, signedIn.sessionToken)
  if (!isStrong && hasFactor(await factorsOf(db, accountId)))
    return { token: await beginSecondStep(db, accountId, now), isIn: false, wasAtStep }

  const detail = { browser: browserName(agent), ...(by !== undefined && { by }) }
  await noteSecurityEvent(db, { accountId, event: 'signed-in', address, requestId, detail })
  const token = await startSession(db, { accountId, now, address, agent, isStrong })
  if (wasAtStep) {
    await keepOrigin(db, step, token)
    await endSecondStep(db, step)
  }
  return { token, isIn: true, wasAtStep }
}

/** To where they wanted to go, or first to the second step. */
export function answerEntered({ token, isIn, wasAtStep }: Entered, next: string, flash?: string): Answer {
  const answer = redirect(next, flash)
  if (isIn) return wasAtStep ? withCookie(beginSession(answer, token), noStepCookie) : beginSession(answer, token)
  const query = next === '/' ? '' : `?next=${encodeURIComponent(next)}`
  return withCookie(redirect(`/sign-in/second-step${query}`, flash), { name: stepCookie, value: token, seconds: stepMinutes * 60 })
}

export const stepCookie = 'goldthread_second_step'
const noStepCookie: CookieChange = { name: stepCookie, value: null, seconds: null }
