import { z } from 'zod'
import type { Decimal } from '../../kernel/decimal.ts'
import { isZero } from '../../kernel/decimal.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Subject } from '../target/subject.ts'
import type { Sampled } from '../travel/survey.ts'
import { absences, intervalFault, isMadeOfParts, type Place, quotientOf, type ReturnDraft, statuses } from './data-return.ts'
import { readFigure, useAbsence } from './figure-entry.ts'
import { enterPeriod } from './period-entry.ts'

/** The area and the period that somebody wants to report for. */
export function readPlace(body: Fields, { indicator, areas }: Subject): Ruling<Place> {
  const area = areas.find(({ id }) => id === idOf<'area'>(text(body, 'areaId')))
  const chosen = area ? accept(area.id) : refuse({ field: 'areaId', text: 'Select an area' })
  const entry = { period: text(body, 'period'), reading: text(body, 'reading') }
  const period = enterPeriod(entry, { frequency: indicator.frequency, andYears: false })
  if (chosen.accepted && period.accepted) return accept({ indicatorId: indicator.id, areaId: chosen.value, ...period.value })
  return refuse(...[chosen, period].flatMap(ruling => (ruling.accepted ? [] : ruling.problems)))
}

const fields = z.object({
  answer: z.enum(['figure', ...absences], { error: 'Select whether there is a figure' }),
  status: z.enum([...statuses, '']),
  source: z.string().trim().max(300, 'Source must be 300 characters or fewer'),
  reason: z.string().trim().max(2000, 'Reason must be 2,000 characters or fewer'),
})

/**
 * `shown` is the figure that the form was filled with, and which nobody need clear to say that there is none.
 * What is not a figure has no status of its own: it is as settled as it can be.
 */
export function readDraft(body: Fields, indicator: Indicator, shown: string): Ruling<ReturnDraft> {
  const form = readForm(fields, Object.fromEntries(['answer', 'status', 'source', 'reason'].map(name => [name, text(body, name)])))
  if (form.accepted && form.value.answer !== 'figure') {
    const typed = text(body, 'value').trim()
    if (typed !== '' && typed !== shown)
      return refuse({ field: 'answer', text: `A figure was entered as well: clear ${typed}, or select “There is a figure”` })
    return accept({ ...form.value, absence: form.value.answer, value: null, numerator: null, denominator: null, status: 'final' })
  }

  const figure = readFigures(body, indicator)
  const sampled = readSampled(body, indicator, figure.accepted ? figure.value.value : null)
  const status = statuses.find(each => each === text(body, 'status'))
  if (form.accepted && figure.accepted && sampled.accepted && status)
    return accept({ ...figure.value, ...sampled.value, absence: null, status, source: form.value.source, reason: form.value.reason })
  return refuse(
    ...(figure.accepted ? [] : figure.problems),
    ...(sampled.accepted ? [] : sampled.problems),
    ...(status ? [] : [{ field: 'status', text: 'Select how settled the figure is' }]),
    ...(form.accepted ? [] : form.problems),
  )
}

type Figures = { readonly value: Decimal; readonly numerator: Decimal | null; readonly denominator: Decimal | null }

/** Where a value is made of a numerator and a denominator, they are enough. */
function readFigures(body: Fields, indicator: Indicator): Ruling<Figures> {
  const problems: Problem[] = []
  const [value = null, numerator = null, denominator = null] = (['value', 'numerator', 'denominator'] as const).map(field => {
    const entry = readFigure(text(body, field), field === 'value' ? indicator : plainNumber)
    if (entry.kind === 'refused') problems.push({ field, text: `${entry.text}${entry.means ? useAbsence(entry.means) : ''}` })
    return entry.kind === 'number' ? entry.value : null
  })
  if (problems.length > 0) return refuse(...problems)

  if (numerator !== null && denominator === null) return refuse({ field: 'denominator', text: 'Enter the denominator as well' })
  if (denominator !== null && numerator === null) return refuse({ field: 'numerator', text: 'Enter the numerator as well' })
  if (denominator !== null && isZero(denominator)) return refuse({ field: 'denominator', text: 'The denominator cannot be 0' })

  const worth = value ?? (numerator && denominator ? quotientOf(numerator, denominator, indicator) : null)
  if (worth === null)
    return refuse({
      field: 'value',
      text: isMadeOfParts(indicator) ? 'Enter the figure, or its numerator and denominator' : 'Enter the figure',
    })
  return accept({ value: worth, numerator, denominator })
}

/** Of a survey: how many answered, and the bounds of the interval, both or neither. */
function readSampled(body: Fields, indicator: Indicator, value: Decimal | null): Ruling<Sampled> {
  const size = text(body, 'sampleSize').replace(/[\s,]/g, '')
  const sampleSize = /^\d{1,9}$/.test(size) ? Number(size) : 0
  if (size !== '' && sampleSize === 0) return refuse({ field: 'sampleSize', text: 'Enter how many answered as a whole number, like 1,100' })

  const problems: Problem[] = []
  const [intervalLow = null, intervalHigh = null] = (['intervalLow', 'intervalHigh'] as const).map(field => {
    const entry = readFigure(text(body, field), indicator)
    if (entry.kind === 'refused') problems.push({ field, text: entry.text })
    return entry.kind === 'number' ? entry.value : null
  })
  if (problems.length > 0) return refuse(...problems)
  if (intervalLow !== null && intervalHigh === null) return refuse({ field: 'intervalHigh', text: 'Enter the upper bound as well' })
  if (intervalHigh !== null && intervalLow === null) return refuse({ field: 'intervalLow', text: 'Enter the lower bound as well' })
  const fault = value && intervalLow && intervalHigh && intervalFault(value, intervalLow, intervalHigh)
  return fault
    ? refuse({ field: 'intervalLow', text: fault })
    : accept({ sampleSize: size === '' ? null : sampleSize, intervalLow, intervalHigh })
}

/** What is counted, and of how many, may be money or anything else. */
const plainNumber = { valueType: 'number', unit: '£' } as const
