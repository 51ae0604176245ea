import { type Duty, duties } from '../../kernel/duty.ts'
import { nowhere, type Role, roles, type Share, type Visitor } from './visit.ts'

/** A named rule that says whether somebody may open a route at all. What they may do to a thing is asked again beside the thing. */
export type May = (visitor: Visitor) => boolean

export const mayRead: May = () => true
/** Whoever works in the partnership: a scrutiny reader sees what is judged, and not how it comes about, from whom, nor how to reach people. */
export const mayTakePart: May = ({ role }) => role !== 'scrutiny'
export const mayManagePerformance: May = ({ role }) => role === 'administrator' || role === 'performance-officer'
/** Somebody who reports figures: all of them, or those that they answer for by their organisation, their group or their seat, which is asked beside the figure. */
export const mayReport: May = visitor =>
  visitor.role === 'contributor' || mayManagePerformance(visitor) || visitor.duties.some(duty => duty !== 'observer')
/** Who keeps the list of organisations and people: those who manage performance, and the secretariat of any group. */
export const mayKeepPeople: May = visitor => mayManagePerformance(visitor) || visitor.duties.includes('secretariat')
export const mayAdminister: May = ({ role }) => role === 'administrator'
/** Somebody who looks over what all others did. */
export const mayAudit: May = ({ role }) => role === 'administrator' || role === 'auditor'

/** For guests as well, where it is shared with them. */
export const mayReadScorecard: May = visitor => mayRead(visitor)
export const mayReadExceptions: May = visitor => mayRead(visitor)
export const mayReadStructure: May = visitor => mayRead(visitor)
const forGuests: ReadonlyMap<May, Share> = new Map([
  [mayReadScorecard, 'scorecard'],
  [mayReadExceptions, 'exceptions'],
  [mayReadStructure, 'structure'],
])

/** What has to be shared with a guest whom a rule lets in; null for a rule that lets none in, as every other does. */
export const shareFor = (may: May): Share | null => forGuests.get(may) ?? null

export function isLetIn(may: May, visitor: Visitor): boolean {
  if (visitor.role !== 'guest') return may(visitor)
  const share = shareFor(may)
  return share !== null && (visitor.shares ?? []).includes(share)
}

/** Who is let in: by their role whatever they do, or as readers by a duty. */
export function whoMay(may: May): readonly (Role | Duty)[] {
  const somebody = { accountId: 0, name: '', ...nowhere }
  const byRole = roles.filter(role => may({ ...somebody, role }))
  return byRole.includes('reader') ? byRole : [...byRole, ...duties.filter(duty => may({ ...somebody, role: 'reader', duties: [duty] }))]
}

export const roleNames: Readonly<Record<Visitor['role'], string>> = {
  administrator: 'Administrator',
  'performance-officer': 'Performance officer',
  'finance-officer': 'Finance officer',
  contributor: 'Contributor',
  auditor: 'Auditor',
  scrutiny: 'Scrutiny reader',
  reader: 'Reader',
  guest: 'Guest',
}

export const roleSummaries: Readonly<Record<Role, string>> = {
  administrator: 'Everything, accounts included',
  'performance-officer': 'Agreements, indicators, targets and returns',
  'finance-officer': 'Sees everything; money comes in a later version',
  contributor: 'Sees everything; reports the figures of the organisations where they have a post or whose data coordinator they are',
  auditor: 'Sees everything and the history; changes nothing',
  scrutiny: 'Sees scorecards, indicators, exceptions, groups and organisations; not the closing of periods, nor how to reach people',
  reader: 'Sees everything; changes nothing but what their seats let them',
}
