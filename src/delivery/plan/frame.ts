/** What stands around every page of one plan: what it is, how far it has got, and the places where it is written and followed. */
import { type Plan, planStateNames, planYear } from './plan.ts'

/** In the order in which they are needed. Whoever adds a page of a plan adds its place here. */
const places = [
  { text: 'Plan', path: '' },
  { text: 'Actions', path: 'actions' },
  { text: 'Robustness', path: 'robustness' },
  { text: 'Resources', path: 'resources' },
  { text: 'Timeline', path: 'timeline' },
  { text: 'Progress', path: 'progress' },
  { text: 'Alignment', path: 'alignment' },
] as const

export type PlaceOfPlan = (typeof places)[number]['text']

/** For `frame.njk`. */
export function planFrame(plan: Plan, current: PlaceOfPlan) {
  const own = `plans/${plan.id}`
  return {
    name: plan.title,
    group: { text: plan.group, href: `groups/${plan.groupId}` },
    year: planYear(plan),
    state: { name: plan.state, text: planStateNames[plan.state] },
    places: places.map(({ text, path }) => ({ text, href: path === '' ? own : `${own}/${path}`, current: text === current })),
  }
}

export const toPlans = [{ text: 'Plans', href: 'plans' }]
/** For a page of one plan. */
export const toPlan = (plan: Plan) => [...toPlans, { text: plan.title, href: `plans/${plan.id}` }]
