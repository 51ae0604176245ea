import { type Answer, sessionCookieOf, withCookie } from '../../web/index.ts'
import { longestHours } from './session.ts'

/** From here on the browser is whoever the session belongs to. */
export const beginSession = (answer: Answer, token: string): Answer => withCookie(answer, sessionCookieOf(token, longestHours * 60 * 60))
