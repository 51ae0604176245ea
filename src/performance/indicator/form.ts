import { z } from 'zod'
import { parseDay } from '../../kernel/day.ts'
import { parseDecimal } from '../../kernel/decimal.ts'
import { type Id, idOf } from '../../kernel/ids.ts'
import { type Frequency, frequencies } from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import { type Fields, readForm, texts } from '../../platform/web/index.ts'
import { readTolerance } from '../agreement/tolerance.ts'
import type { Beside, Kind } from '../answerable/answerable.ts'
import {
  type Closure,
  type Deferral,
  designations,
  type IndicatorDraft,
  measurements,
  type OutcomeId,
  polarities,
  rollUps,
  toleranceKinds,
  valueTypes,
} from './indicator.ts'
import { readReference } from './reference.ts'

/** Organisations may be named that are not there yet: `leadName` counts before `leadId`, and `contributorNames` beside `contributorIds`. */
export type TypedIndicator = IndicatorDraft & { readonly leadName: string; readonly contributorNames: readonly string[] }

const line = (longest: number, name: string) =>
  z
    .string()
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest} characters or fewer`)
const paragraphs = (name: string) =>
  z
    .string()
    .transform(typed => typed.replace(/\r\n/g, '\n').trim())
    .refine(typed => typed.length <= 10_000, `${name} must be 10,000 characters or fewer`)
const wholeNumber = (otherwise: string, least: number, most: number) =>
  z.string(otherwise).transform((typed, context) => {
    const plain = typed.replace(/[\s,]/g, '')
    const number = /^\d{1,10}$/.test(plain) ? Number(plain) : Number.NaN
    if (!(number >= least && number <= most)) context.addIssue(otherwise)
    return number
  })

/** In the order of the page, in which their problems are then told. */
const fields = z.object({
  reference: z.string().transform((typed, context) => {
    if (typed.trim() === '') return null
    const reference = readReference(typed)
    if (reference === null) context.addIssue('Enter one reference, like NI 8 or L18.1. Put remarks in the note')
    else if (reference.length > 40) context.addIssue('The reference must be 40 characters or fewer')
    return reference
  }),
  title: line(400, 'The title').refine(typed => typed !== '', 'Enter a title'),
  definition: paragraphs('The definition'),
  designation: z.enum(designations, { error: 'Select whether it is designated, local or statutory' }),
  valueType: z.enum(valueTypes, { error: 'Select what kind of value it is' }),
  ratePer: z.string().default(''),
  unit: line(100, 'The unit'),
  decimals: wholeNumber('Enter the number of decimal places, from 0 to 10', 0, 10),
  measurement: z.enum(measurements, { error: 'Select what each value covers' }),
  frequency: z
    .string('Select how often it is reported')
    .refine(typed => typed === 'unknown' || frequencies.some(each => each === typed), 'Select how often it is reported')
    .transform(typed => (typed === 'unknown' ? null : (typed as Frequency))),
  lagDays: wholeNumber('Enter a number of days from 0 to 3,650', 0, 3650),
  source: line(1000, 'The source'),
  polarity: z.enum(polarities, { error: 'Select which way is better' }),
  ownTolerance: z.enum(['agreement', ...toleranceKinds], { error: 'Select which tolerance it has' }),
  tolerance: z.string().default(''),
  designEffect: z
    .string()
    .default('')
    .transform((typed, context) => {
      if (typed.trim() === '') return null
      const effect = parseDecimal(typed)
      if (effect !== null && effect.digits > 0n) return effect
      context.addIssue('Enter the design effect as a number above 0, like 1.3, or leave it empty')
      return null
    }),
  rollUp: z.enum(rollUps, { error: 'Select what the figure of an area can be worked out from' }).default('none'),
  rollUpCounts: z
    .string()
    .default('')
    .transform(typed => typed === 'yes'),
  leadId: z.string().default(''),
  groupLeadId: z.string().default(''),
  seatLeadId: z.string().default(''),
  personLeadId: z.string().default(''),
  leadName: line(200, 'The name of the organisation'),
  note: paragraphs('The note'),
})

export function readIndicator(body: Fields): Ruling<TypedIndicator> {
  const form = readForm(fields, body)
  const contributorNames = texts(body, 'contributorNames')
    .flatMap(typed => typed.split(/[\n;]/))
    .map(name => name.replace(/\s+/g, ' ').trim())
    .filter(name => name !== '')
  const tooLong = contributorNames.find(name => name.length > 200)
  if (!form.accepted) return form

  const { ownTolerance, tolerance: amount, ratePer: per, leadId, groupLeadId, seatLeadId, personLeadId, ...rest } = form.value
  const ratePer = readRatePer(rest.valueType, per)
  if (!ratePer.accepted) return ratePer
  const tolerance = ownTolerance === 'agreement' ? accept({ toleranceKind: null, tolerance: null }) : readTolerance(ownTolerance, amount)
  if (!tolerance.accepted) return tolerance
  if (tooLong !== undefined)
    return refuse({ field: 'contributorNames', text: 'The name of an organisation must be 200 characters or fewer' })
  return accept({
    ...rest,
    ...tolerance.value,
    rollUpCounts: rest.rollUpCounts && rest.rollUp !== 'none',
    ratePer: ratePer.value,
    leadId: idOf<'organisation'>(leadId),
    contributorIds: ids<OrganisationId>(texts(body, 'contributorId')),
    contributorNames,
    beside: [...leading('group', groupLeadId), ...leading('seat', seatLeadId), ...leading('person', personLeadId)],
    outcomeIds: ids<OutcomeId>(texts(body, 'outcomeId')),
  })
}

/** What is no number is nobody's, so that it is refused as what is not in the list. */
const leading = (kind: Kind, typed: string): Beside[] => (typed === '' ? [] : [{ part: 'lead', kind, id: idOf<Kind>(typed) ?? 0 }])

/** Asked only of a rate. */
function readRatePer(valueType: string, typed: string): Ruling<number | null> {
  if (valueType !== 'rate') return accept(null)
  const plain = typed.replace(/[\s,]/g, '')
  const number = /^\d{1,9}$/.test(plain) ? Number(plain) : 0
  return number > 0 ? accept(number) : refuse({ field: 'ratePer', text: 'Enter per how many the rate is, like 1,000' })
}

const ids = <Number extends Id<string>>(typed: readonly string[]): Number[] => [
  ...new Set(typed.flatMap(each => (idOf(each) as Number | null) ?? [])),
]

const dayField = (otherwise: string) =>
  z.string(otherwise).transform((typed, context) => {
    const read = parseDay(typed)
    if (read === null) context.addIssue(otherwise)
    return read
  })
const reason = (name: string, otherwise: string) => paragraphs(name).refine(typed => typed !== '', otherwise)

const deferral = z.object({
  deferredReason: reason('The reason', 'Say why it is deferred'),
  deferredOwner: line(200, 'The name').refine(typed => typed !== '', 'Enter who answers for it'),
  deferredReviewOn: dayField('Enter the day on which it is looked at again, like 6 May 2010'),
})
export const readDeferral = (body: Fields): Ruling<Deferral> => readForm(deferral, body)

const closure = z.object({
  closedOn: dayField('Enter the day from which it is closed, like 6 May 2010'),
  closedReason: reason('The reason', 'Say why it is closed'),
})
export const readClosure = (body: Fields): Ruling<Closure> => readForm(closure, body)
