import { addDays, type Day, parseDay } from '../../kernel/day.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Fields, text } from '../web/index.ts'
import { type Act, actWords, type RecordWords } from './history.ts'
import type { HistoryFilter } from './store.ts'

/** What is looked for in the history, as it was typed; what could not be understood is a problem and looked for nowhere. */
export function readFilter(
  query: Fields,
  words: readonly RecordWords[],
): { readonly filter: HistoryFilter; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const kind = words.find(({ subject }) => subject === text(query, 'kind'))
  const act = text(query, 'act')
  const who = text(query, 'who')
  const looked = text(query, 'text').trim()
  const from = dayTyped('from')
  const until = dayTyped('until')
  if (from !== null && until !== null && until < from) problems.push({ field: 'until', text: 'The last day is before the first' })
  return {
    filter: {
      ...(kind && { subjects: [kind.subject] }),
      ...(isAct(act) && { act }),
      ...(/^\d{1,15}$/.test(who) && { accountId: Number(who) }),
      ...(looked !== '' && { called: { text: looked.slice(0, 200), holder: words.find(({ isHolder }) => isHolder)?.subject ?? '' } }),
      ...(from !== null && { from: startOf(from) }),
      ...(until !== null && { until: startOf(addDays(until, 1)) }),
    },
    problems,
  }

  function dayTyped(field: 'from' | 'until'): Day | null {
    const typed = text(query, field).trim()
    if (typed === '') return null
    const read = parseDay(typed)
    if (read === null) problems.push({ field, text: `${typed} is not a day: write it as 6 May 2009` })
    return read
  }
}

const isAct = (text: string): text is Act => Object.hasOwn(actWords, text)

const startOf = (day: Day): Temporal.Instant => Temporal.PlainDate.from(day).toZonedDateTime('Europe/London').toInstant()
