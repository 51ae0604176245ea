import type { Plan } from '../plan/plan.ts'
import { type Lack, type Lacking, type Robustness, robustnessInWords } from './robustness.ts'

/** `mayWrite`: each line leads to the field where it is filled; otherwise to what it is about. */
export const robustnessView = (plan: Pick<Plan, 'id'>, robustness: Robustness, mayWrite: boolean) => ({
  sentence: robustnessInWords(robustness),
  missing: robustness.missing.map(({ lack, in: records }) => ({
    id: lack,
    heading: headings[lack],
    count: records.length,
    why: reasons[lack],
    records: records.flatMap(record => {
      const href = hrefOf(plan, lack, record, mayWrite)
      // What the plan itself lacks is told by the heading: there is nothing to name, only something to write.
      if (record.of === 'plan')
        return href === null ? [] : [{ reference: '', text: lack === 'actions' ? 'Add actions' : `Write about ${lack}`, href }]
      return [{ reference: record.reference, text: record.title, href }]
    }),
  })),
})

const headings: Readonly<Record<Lack, string>> = {
  actions: 'No actions',
  'outcome-without-action': 'Outcomes without an action',
  'indicator-without-action': 'Indicators without an action',
  owner: 'Actions without an owner',
  start: 'Actions without a start date',
  end: 'Actions without an end date',
  measure: 'Actions without a measure',
  resource: 'Actions without a resource',
  indicator: 'Actions without an indicator',
  risks: 'Risks',
  equality: 'Equality',
  sustainability: 'Sustainability',
}

const reasons: Readonly<Record<Lack, string>> = {
  actions: 'A plan is what is to be done, by whom and by when.',
  'outcome-without-action': 'Nothing in this plan stands under them, or is to move an indicator that measures them.',
  'indicator-without-action': 'The plan is to serve them, and nothing in it is to move them.',
  owner: 'What everybody should do, nobody does.',
  start: '',
  end: 'Without it nobody can say that it is late.',
  measure: 'How one will know that it is done, or does good.',
  resource: 'Say what it takes in people or pounds, and from whom, or that it needs nothing beyond what is there.',
  indicator: 'Say what it is to move: what moves nothing may not be worth doing.',
  risks: 'Nothing is said of what could stop this plan. Two sentences are enough.',
  equality: 'Nothing is said of whom it reaches and whom it could leave out.',
  sustainability: 'Nothing is said of what it means for those who come after.',
}

/** The pages where a plan and its actions are written, and the id that a field has there. */
function hrefOf({ id }: Pick<Plan, 'id'>, lack: Lack, record: Lacking, mayWrite: boolean): string | null {
  if (record.of === 'indicator' && !mayWrite) return `indicators/${record.id}`
  if (!mayWrite) return record.of === 'action' ? `plans/${id}/actions/${record.id}` : null
  if (record.of === 'action') return `plans/${id}/actions/${record.id}/edit#${fields[lack] ?? ''}`
  return fields[lack] === undefined ? `plans/${id}/actions` : `plans/${id}/edit#${fields[lack]}`
}
const fields: Partial<Readonly<Record<Lack, string>>> = {
  owner: 'owners',
  start: 'startsOn',
  end: 'endsOn',
  measure: 'measure',
  resource: 'resources',
  indicator: 'indicators',
  risks: 'risks',
  equality: 'equality',
  sustainability: 'sustainability',
}
