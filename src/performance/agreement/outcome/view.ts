import type { Day } from '../../../kernel/day.ts'
import type { Line } from '../../scorecard/scorecard.ts'
import { directionOf } from '../../standing/direction.ts'
import { glanceAt, sentenceCase, unitWords } from '../../standing/glance.ts'
import { directionWords } from '../../travel/travel.ts'
import type { Agreement, Outcome } from '../agreement.ts'
import { crumbsTo } from '../view.ts'
import { disagreement } from './beside.ts'

export type ShownOutcome = {
  readonly agreement: Agreement
  readonly theme: string
  readonly outcome: Outcome
  /** Of its indicators, in the agreement's own area. */
  readonly beside: readonly Line[]
  readonly today: Day
}

export function outcomeView({ agreement, theme, outcome, beside, today }: ShownOutcome) {
  const going = beside.map(({ standing, assessment }) => ({
    standing,
    assessment,
    isSaid: standing.indicator.frequency === 'survey',
    direction: directionOf(standing, assessment),
  }))
  return {
    title: `${outcome.title}: indicators side by side`,
    heading: outcome.title,
    caption: theme,
    disagreement: disagreement(going),
    areSomeSaid: going.some(({ isSaid }) => isSaid),
    newIndicatorHref: `indicators/new?outcome=${outcome.id}`,
    threadHref: `thread/outcome/${outcome.id}`,
    rows: going.map(({ standing, assessment, isSaid, direction }) => {
      const { indicator } = standing
      const { actual, target, period, judgement } = glanceAt(standing, assessment, null, today)
      return {
        href: `indicators/${indicator.id}`,
        reference: indicator.reference,
        title: indicator.title,
        unit: unitWords(indicator),
        isSaid,
        actual,
        target,
        period,
        judgement,
        direction:
          direction === null
            ? { name: 'none', words: 'Not comparable' }
            : { name: direction === 'up' || direction === 'down' ? 'none' : direction, words: sentenceCase(directionWords[direction]) },
      }
    }),
    breadcrumbs: crumbsTo(agreement),
  }
}
