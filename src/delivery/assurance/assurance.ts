/**
 * Delivery assurance says whether what was planned for an indicator is being done, beside its judgement and never mixed into it (rules E10): a low figure without
 * assurance is lack of engagement, not necessarily evidence of poor performance. Five things are asked: is the plan signed off, is it robust, were the milestones
 * met that were due, was progress reported, and was the group represented at the last two meetings.
 */
import type { Assurance } from '../../performance/index.ts'

export type Known = {
  /** The plans that serve it on the day; of those that are signed off and of drafts, the former alone. */
  readonly plans: readonly { readonly title: string; readonly isInForce: boolean }[]
  /** What these plans mean to do about it. */
  readonly actions: readonly KnownAction[]
  /** Where the group that answers for it was to be; null where no group does, or nobody can say. */
  readonly seen: Seen | null
}
export type KnownAction = {
  /** It has an owner, dates, a measure and resources. */
  readonly isWhole: boolean
  readonly milestonesDue: number
  readonly milestonesMet: number
  /** Whether anything was said of it for the last period that has ended; null where nothing was to be. */
  readonly isTold: boolean | null
}
export type Seen = { readonly group: string; readonly at: string; readonly last: readonly (boolean | null)[] }

/** The five in their order; each is in order or says what is missing. */
type Found = string | null

export function deliveryAssurance(known: Known): Assurance {
  const { plans, actions, seen } = known
  const isSignedOff = plans.some(({ isInForce }) => isInForce)
  const found = [
    signedOff(known),
    plans.length === 0 ? '' : robust(actions),
    milestones(actions),
    plans.length === 0 ? '' : updated(actions, isSignedOff),
    represented(seen),
  ]
  const isMissing = (at: number) => found[at] !== null
  const level = found.every(each => each === null) ? 'full' : isMissing(0) && isMissing(1) && isMissing(3) ? 'none' : 'partial'
  return { level, missing: found.filter(each => each !== null && each !== '').map(each => String(each)) }
}

function signedOff({ plans }: Known): Found {
  if (plans.length === 0) return 'No delivery plan serves it'
  return plans.some(({ isInForce }) => isInForce) ? null : 'Its delivery plan is not signed off'
}

function robust(actions: readonly KnownAction[]): Found {
  if (actions.length === 0) return 'No action of the plan is meant to move it'
  const bare = actions.filter(({ isWhole }) => !isWhole).length
  return bare === 0
    ? null
    : `${sentenceCase(countOf(bare, actions.length, 'action'))} ${bare === 1 ? 'lacks' : 'lack'} an owner, dates, a measure or resources`
}

/** Where none was due, none was missed. */
function milestones(actions: readonly KnownAction[]): Found {
  const due = actions.reduce((sum, { milestonesDue }) => sum + milestonesDue, 0)
  const unmet = due - actions.reduce((sum, { milestonesMet }) => sum + milestonesMet, 0)
  return unmet === 0
    ? null
    : `${sentenceCase(countOf(unmet, due, 'milestone'))} that ${due === 1 ? 'was' : 'were'} due ${unmet === 1 ? 'is' : 'are'} not met`
}

/** Nobody reports on what is not signed off. */
function updated(actions: readonly KnownAction[], isSignedOff: boolean): Found {
  if (!isSignedOff || actions.length === 0) return 'No progress is reported'
  const due = actions.filter(({ isTold }) => isTold !== null)
  const untold = due.filter(({ isTold }) => isTold === false).length
  return untold === 0 ? null : `No progress is reported of ${countOf(untold, due.length, 'action')}`
}

function represented(seen: Seen | null): Found {
  if (seen === null) return 'No group answers for it'
  const last = seen.last.slice(-2)
  if (last.length < 2)
    return seen.at === seen.group
      ? `${seen.group} has not met twice yet`
      : `${seen.at} has not met twice, so nobody can say whether ${seen.group} was represented`
  const missed = last.filter(each => each !== true).length
  if (missed === 0) return null
  return `${seen.group} was not represented at ${missed === 2 ? 'the last two meetings' : 'one of the last two meetings'} of ${seen.at}`
}

/** 1 of 3 actions; the one action. */
const countOf = (some: number, all: number, what: string): string => (all === 1 ? `its one ${what}` : `${some} of ${all} ${what}s`)

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
