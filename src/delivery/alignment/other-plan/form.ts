import { z } from 'zod'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../../platform/web/index.ts'
import { line } from '../../form.ts'
import { type LineDraft, linesIn, type OtherPlanDraft } from './other-plan.ts'

const fields = z.object({
  title: line(200, 'The title').refine(typed => typed !== '', 'Enter what the plan is called'),
  whose: line(200, 'Whose plan it is').refine(typed => typed !== '', 'Enter whose plan it is'),
  years: line(50, 'The years'),
  link: line(2000, 'The address').refine(
    typed => typed === '' || /^https?:\/\/\S+$/.test(typed),
    'Enter the address with https:// at its beginning, or leave it empty',
  ),
})

export function readOtherPlan(body: Fields): Ruling<{ readonly plan: OtherPlanDraft; readonly lines: readonly LineDraft[] }> {
  const plan = readForm(fields, body)
  const lines = linesIn(text(body, 'lines'))
  return plan.accepted && lines.accepted
    ? accept({ plan: plan.value, lines: lines.value })
    : refuse(...(plan.accepted ? [] : plan.problems), ...(lines.accepted ? [] : lines.problems))
}
