/** The periods that a scorecard can be turned to: what an agreement's years are made of, as far as they have begun, the newest first. */
import type { Day } from '../../kernel/day.ts'
import { financialYear, type Period, parsePeriodCode, periodsOf } from '../../kernel/period.ts'

export type PeriodChoice = { readonly quarters: readonly Period[]; readonly years: readonly Period[] }

export function periodsToChoose(firstYear: number, lastYear: number, today: Day): PeriodChoice {
  const { startsOn } = financialYear(firstYear)
  const { endsOn } = financialYear(lastYear)
  const begun = (period: Period) => period.startsOn <= today
  return {
    quarters: periodsOf('quarter', startsOn, endsOn).filter(begun).toReversed(),
    years: periodsOf('financial-year', startsOn, endsOn).filter(begun).toReversed(),
  }
}

/** Null is the latest value of each indicator, which is also what an unknown period in an address comes to. */
export const chosenPeriod = (asked: string): Period | null => (asked === '' || asked === 'latest' ? null : parsePeriodCode(asked))
