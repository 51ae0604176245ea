import { type Role, roles, type Visitor } from './visit.ts'

/** A named rule that says whether somebody may open a route at all. What they may do to a thing is asked again beside the thing. */
export type May = (visitor: Visitor) => boolean

export const mayRead: May = () => true
export const mayManagePerformance: May = ({ role }) => role === 'administrator' || role === 'performance-officer'
export const mayAdminister: May = ({ role }) => role === 'administrator'

export const rolesThat = (may: May): readonly Role[] => roles.filter(role => may({ accountId: 0, name: '', role }))

export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'Administrator',
  'performance-officer': 'Performance officer',
  reader: 'Reader',
}

export const roleSummaries: Readonly<Record<Role, string>> = {
  administrator: 'Everything, accounts included',
  'performance-officer': 'Agreements, indicators, targets and returns',
  reader: 'Sees everything, changes nothing',
}
