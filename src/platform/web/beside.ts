/**
 * What stands beside a page that says in its view what record it is about (`about`): a part with a template of its own, which finds its view as `beside.view`. Which
 * module has something to say of such a record, the application knows.
 */
import type { Answer } from './answer.ts'
import type { Visit } from './visit.ts'

export type About = { readonly kind: string; readonly id: number }
export type BesidePart = { readonly template: string; readonly view: object }
export type Beside = (visit: Pick<Visit, 'db' | 'today' | 'visitor'>, about: About) => Promise<BesidePart | null>

/** Nothing beside a page that says no. */
export async function besideOf(beside: Beside, visit: Visit, answer: Answer): Promise<BesidePart | null> {
  if (answer.kind !== 'page' || answer.status >= 400) return null
  const { about } = answer.view as { readonly about?: About }
  return about === undefined ? null : beside(visit, about)
}
