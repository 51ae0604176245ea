import { z } from 'zod'
import { type Day, yearOf } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { financialYear, financialYearOf, lastEndedBy, type Period, parsePeriodCode } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import { type Fields, text } from '../../platform/web/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { statuses } from '../data-return/data-return.ts'
import type { ThemeId } from '../indicator/indicator.ts'
import { targetKinds } from '../target/target.ts'
import { type Meaning, meanings } from './grid.ts'
import type { Asked } from './layout.ts'

/** What the address asks for; whatever it does not say is what is likely wanted. */
export function readAsked(query: Fields, agreement: Agreement, today: Day): Asked {
  const what = text(query, 'of') === 'targets' ? 'targets' : 'returns'
  return {
    what,
    by: text(query, 'by') === 'area' ? 'area' : 'period',
    span: spanIn(text(query, 'span')) ?? usualSpan(what, agreement, today),
    themeId: idOf<'theme'>(text(query, 'theme')) satisfies ThemeId | null,
    kind: targetKinds.find(kind => kind === text(query, 'kind')) ?? 'target',
    areaId: (idOf<'area'>(text(query, 'area')) satisfies AreaId | null) ?? agreement.areaId,
  }
}

/** No more than a year of months has room beside each other. */
function spanIn(code: string): Period | null {
  const period = parsePeriodCode(code)
  return period !== null && yearOf(period.endsOn) - yearOf(period.startsOn) <= 1 ? period : null
}

/** Returns are due for the quarter that has ended; targets are set for the year that it is. */
function usualSpan(what: Asked['what'], { firstYear, lastYear }: Agreement, today: Day): Period {
  const year = Math.min(Math.max(financialYearOf(today), firstYear), lastYear)
  const quarter = lastEndedBy(today, 'quarter')
  const isWithin =
    quarter !== null && quarter.endsOn <= financialYear(lastYear).endsOn && quarter.startsOn >= financialYear(firstYear).startsOn
  return what === 'returns' && isWithin ? quarter : financialYear(year)
}

const seen = z.record(z.string(), z.string())

/** What was in the cells when the page was made. Without it every cell counts as one that was empty. */
export function readSeen(body: Fields): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(seen.parse(JSON.parse(text(body, 'seen')))))
  } catch {
    return new Map()
  }
}

export function readSaying(body: Fields) {
  return {
    status: statuses.find(each => each === text(body, 'status')) ?? 'final',
    reason: text(body, 'reason').trim().slice(0, 2000),
    replacesFinal: text(body, 'replacesFinal') === 'yes',
    meanings: readMeanings(body),
  } as const
}

/** Each sign comes with the meaning that was chosen for it. */
function readMeanings(body: Fields): Record<string, Meaning> {
  const said: [string, Meaning][] = []
  for (let at = 0; Object.hasOwn(body, `sign-${at}`); at++) {
    const meaning = meanings.find(each => each === text(body, `meaning-${at}`))
    if (meaning !== undefined) said.push([text(body, `sign-${at}`), meaning])
  }
  return Object.fromEntries(said)
}
