/** When an action of a plan starts or ends, as plans have it: 22 June 2009, June 2009, end of June, Q2, throughout. */
import { type Day, dayLabel, parseDay, yearOf } from '../../kernel/day.ts'
import { type Period, readPeriod } from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

/** Null where nothing was typed. A month or a quarter without its year is one of the plan's. */
export function readPlanDay(typed: string, which: 'start' | 'end', plan: Period): Ruling<Day | null> {
  const plain = typed
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/[.;,\s]+$/, '')
    .replace(/^(?:(?:by|from|until|before|on|in|the|due|start of|beginning of|mid|end of|end)[\s-]+)+/i, '')
    .trim()
  if (plain === '') return accept(null)
  const day = parseDay(plain)
  if (day !== null) return accept(day)
  if (/^(?:ongoing|on-going|throughout|all year|continuing|whole year)$/i.test(plain))
    return accept(which === 'start' ? plan.startsOn : plan.endsOn)
  const period = periodOf(plain, plan)
  if (period !== null) return accept(which === 'start' ? period.startsOn : period.endsOn)
  return refuse({ text: `“${typed.trim()}” is no date. Enter it like ${dayLabel(plan.endsOn)}, June ${yearOf(plan.startsOn)} or Q2` })
}

function periodOf(plain: string, plan: Period): Period | null {
  const conventions = { frequency: null, quarters: 'financial', years: 'financial' } as const
  const years = [yearOf(plan.startsOn), yearOf(plan.endsOn)]
  const written = /^(?:q(?:uarter|tr)?\s?[1-4]|[1-4](?:st|nd|rd|th) quarter)$/i.test(plain)
    ? years.map(year => `${plain} ${year}-${String((year + 1) % 100).padStart(2, '0')}`)
    : /^[a-z]+$/i.test(plain)
      ? years.map(year => `${plain} ${year}`)
      : [plain.replace(/^([a-z]{3,9})[ -]'?(\d\d)$/i, '$1 20$2')]
  const read = written.flatMap(text => {
    const reading = readPeriod(text, conventions)
    return reading.kind === 'period' ? [reading.period] : []
  })
  return read.find(({ startsOn, endsOn }) => startsOn <= plan.endsOn && endsOn >= plan.startsOn) ?? read[0] ?? null
}
