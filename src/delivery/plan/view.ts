import { type Plan, planStateNames, planYear } from './plan.ts'

export const listView = (plans: readonly Plan[]) => ({
  title: 'Delivery plans',
  plans: plans.map(plan => ({
    title: plan.title,
    href: `plans/${plan.id}`,
    group: { text: plan.group, href: `groups/${plan.groupId}` },
    year: planYear(plan),
    state: planStateNames[plan.state],
  })),
})
