/**
 * A link with which somebody without an account answers what is asked of them: whether an action is done, the questions of a request. It is for one person, one
 * purpose and one thing, for a time, and can be taken back. It opens nothing else of the partnership.
 */
import type { PersonId } from '../person/person.ts'

export type AnswerLink = {
  readonly personId: PersonId
  /** Whose pages it opens: action, request. */
  readonly purpose: string
  /** Which action, which request. */
  readonly subjectId: number
  readonly expiresAt: Temporal.Instant
}

/** Whom it was given to, as they are now. */
export type Answerer = { readonly id: PersonId; readonly name: string; readonly email: string | null }

export type OpenedLink = Omit<AnswerLink, 'personId'> & { readonly person: Answerer }

/** Below the origin of Goldthread. */
export const answerPath = (secret: string): string => `/answer/${secret}`

export const isOver = ({ expiresAt }: Pick<AnswerLink, 'expiresAt'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, expiresAt) >= 0
