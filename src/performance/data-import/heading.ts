/**
 * What the heading of a column of figures says of them, where a file has its periods side by side: "Q1 2008-09", "2008-09 actual", "Target 2008-09";
 * and "Q1" alone, where each row has its year.
 */
import { type PeriodReading, readPeriod } from '../../kernel/period.ts'
import { readTargetKind, type TargetKind } from './cell.ts'

export type HeadingPeriod = {
  readonly text: string
  /** It is a part of the year that the row says. */
  readonly isPart: boolean
  readonly targetKind: TargetKind | null
}

const figureWords = '(?:actuals?|values?|results?|out-?turns?|performance|figures?|returns?|achieved)'
const targetWords =
  '(?:(?:final |annual )?targets?|goal|baseline|base|starting (?:point|value)|(?:interim|stretch|stretched)(?: target)?|milestone|trajectory|profile)'

const formsOf = (words: string): readonly RegExp[] => [
  new RegExp(`^(?<words>${words})\\b\\W*(?:(?:for|in)\\b )?\\(?(?<period>.*?\\w)\\)?$`, 'i'),
  new RegExp(`^(?<period>.*?\\w)\\W+(?<words>${words})\\)?$`, 'i'),
]
const forms = { returns: formsOf(figureWords), targets: formsOf(targetWords) } as const

/** Null: it says no period; or it says of what kind the figures are, and that is not what the file is brought in for. */
export function periodInHeading(heading: string, kind: 'targets' | 'returns'): HeadingPeriod | null {
  const whole = periodText(heading, null)
  if (whole !== null) return whole
  for (const form of forms[kind]) {
    const { period, words } = form.exec(heading.trim())?.groups ?? {}
    const said =
      period === undefined ? null : periodText(period, kind === 'targets' ? readTargetKind((words ?? '').replace(/s$/i, '')) : null)
    if (said !== null) return said
  }
  return null
}

function periodText(text: string, targetKind: TargetKind | null): HeadingPeriod | null {
  const plain = text.trim()
  if (isReadable(readUnsaid(plain))) return { text: plain, isPart: false, targetKind }
  const inYear = readUnsaid(`2008-09 ${plain}`)
  const isPart = inYear.kind === 'period' && ['month', 'quarter', 'half'].includes(inYear.frequencies[0] ?? '')
  return isPart ? { text: plain, isPart, targetKind } : null
}

const readUnsaid = (text: string): PeriodReading => readPeriod(text, { frequency: null, quarters: null, years: null })
const isReadable = ({ kind }: PeriodReading): boolean => kind === 'period' || kind === 'ambiguous'

/** 15-16 is a year to one file and an age to another: such headings are years where one follows the other. */
export function sureOfPeriods(headings: readonly (HeadingPeriod | null)[]): boolean[] {
  const spans = headings.map(said =>
    said === null || said.isPart ? null : readPeriod(said.text, { frequency: null, quarters: 'calendar', years: null }),
  )
  const periods = spans.map(reading => (reading?.kind === 'period' ? reading.period : null))
  const years = periods.map(period => (period === null ? null : Number(period.startsOn.slice(0, 4))))
  return headings.map((said, index) => {
    if (said === null) return false
    const year = years[index] ?? null
    return !/^\d\d\D+\d\d$/.test(said.text) || (year !== null && years.some(other => other === year + 1 || other === year - 1))
  })
}
