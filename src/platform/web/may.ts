import { type Duty, duties } from '../../kernel/duty.ts'
import { nowhere, type Role, roles, type Visitor } from './visit.ts'

/** A named rule that says whether somebody may open a route at all. What they may do to a thing is asked again beside the thing. */
export type May = (visitor: Visitor) => boolean

export const mayRead: May = () => true
export const mayManagePerformance: May = ({ role }) => role === 'administrator' || role === 'performance-officer'
/** Somebody who reports figures: all of them, or (a contributor) those of the organisations that they answer for, which is asked beside the figure. */
export const mayReport: May = visitor => visitor.role === 'contributor' || mayManagePerformance(visitor)
/** Who keeps the list of organisations and people: those who manage performance, and the secretariat of any group. */
export const mayKeepPeople: May = visitor => mayManagePerformance(visitor) || visitor.duties.includes('secretariat')
export const mayAdminister: May = ({ role }) => role === 'administrator'
/** Somebody who looks over what all others did. */
export const mayAudit: May = visitor => mayAdminister(visitor)

/** Who is let in: by their role whatever they do, or as readers by a duty. */
export function whoMay(may: May): readonly (Role | Duty)[] {
  const somebody = { accountId: 0, name: '', ...nowhere }
  const byRole = roles.filter(role => may({ ...somebody, role }))
  return byRole.includes('reader') ? byRole : [...byRole, ...duties.filter(duty => may({ ...somebody, role: 'reader', duties: [duty] }))]
}

export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  'performance-officer': 'Performance officer',
  contributor: 'Contributor',
  reader: 'Reader',
}

export const roleSummaries: Readonly<Record<Role, string>> = {
  administrator: 'Everything, accounts included',
  'performance-officer': 'Agreements, indicators, targets and returns',
  contributor: 'Sees everything; reports the figures of the organisations that they answer for, which are named under Organisations',
  reader: 'Sees everything, changes nothing',
}
