import { z } from 'zod'
import type { Decimal } from '../../kernel/decimal.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import { readFigure } from '../data-return/figure-entry.ts'
import { enterPeriod } from '../data-return/period-entry.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Subject } from './subject.ts'
import { type TargetDraft, targetKinds } from './target.ts'

const fieldsIn = ({ areas }: Subject) =>
  z.object({
    areaId: z.string().transform((typed, context) => {
      const area = areas.find(({ id }) => id === idOf<'area'>(typed))
      if (!area) context.addIssue('Select an area')
      return area?.id ?? z.NEVER
    }),
    kind: z.enum(targetKinds, { error: 'Select what kind of target it is' }),
  })

export function readTarget(body: Fields, subject: Subject): Ruling<TargetDraft> {
  const form = readForm(fieldsIn(subject), { areaId: text(body, 'areaId'), kind: text(body, 'kind') })
  const entry = { period: text(body, 'period'), reading: text(body, 'reading') }
  const period = enterPeriod(entry, { frequency: subject.indicator.frequency, andYears: true })
  const figures = readFigures(body, subject.indicator)
  if (form.accepted && period.accepted && figures.accepted) return accept({ ...form.value, ...period.value, ...figures.value })
  return refuse(...[form, period, figures].flatMap(ruling => (ruling.accepted ? [] : ruling.problems)))
}

/** Which of them a target needs is said by the rule. */
function readFigures(body: Fields, indicator: Indicator): Ruling<Pick<TargetDraft, 'value' | 'low' | 'high'>> {
  const problems: Problem[] = []
  const [value = null, low = null, high = null] = (['value', 'low', 'high'] as const).map((field): Decimal | null => {
    const entry = readFigure(text(body, field), indicator)
    if (entry.kind === 'refused') problems.push({ field, text: entry.text })
    return entry.kind === 'number' ? entry.value : null
  })
  return problems.length > 0 ? refuse(...problems) : accept({ value, low, high })
}
