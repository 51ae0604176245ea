/** Where an indicator stands, in words for a sentence of another module: what it is held to, what it is to reach by a day, and how it does. */
import type { Day } from '../../kernel/day.ts'
import { nameOf } from '../indicator/indicator.ts'
import type { Assessment, Target } from '../judgement/judgement.ts'
import { directionWords } from '../travel/travel.ts'
import { directionOf } from './direction.ts'
import { aim, glanceAt, targetLabel, unitWords } from './glance.ts'
import type { Standing } from './standing.ts'

export type InBrief = {
  /** NI 111 First-time entrants. */
  readonly name: string
  /** Of the latest figure: 1,190 for 2009-10. */
  readonly target: string | null
  /** Targets and interim targets of the time in which the day is, where they are others. */
  readonly ahead: string | null
  readonly actual: string | null
  readonly period: string | null
  readonly judgement: string
  readonly isOffTarget: boolean
  readonly direction: string | null
}

export function inBrief(standing: Standing, assessment: Assessment, by: Day, today: Day): InBrief {
  const { indicator, targets } = standing
  const glance = glanceAt(standing, assessment, null, today)
  const direction = directionOf(standing, assessment)
  const unit = unitWords(indicator)
  const figure = (value: string | null) => (value === null || unit === null ? value : `${value} ${unit}`)
  const words = (target: Target) =>
    `${target.kind === 'interim' ? 'on the way ' : ''}${figure(aim(target, indicator))} for ${targetLabel(target, indicator)}`
  const ahead = targets.filter(
    each => each !== assessment.target && (each.kind === 'target' || each.kind === 'interim') && each.startsOn <= by && by <= each.endsOn,
  )
  return {
    name: nameOf(indicator),
    target: assessment.target === null ? null : words(assessment.target),
    ahead: ahead.length === 0 ? null : ahead.map(words).join('; '),
    actual: figure(glance.actual),
    period: glance.period,
    judgement: glance.judgement.words,
    isOffTarget: assessment.kind === 'judged' && assessment.band === 'off-target',
    direction: direction === null ? null : directionWords[direction],
  }
}
