import { z } from 'zod'
import { yearOf } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { readPeriod } from '../../kernel/period.ts'
import { accept, type Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { toleranceKinds } from '../indicator/indicator.ts'
import type { AgreementDraft } from './agreement.ts'
import { readTolerance } from './tolerance.ts'

const area = 'Select the area that the agreement is for'
const fields = z.object({
  title: z.string().trim().min(1, 'Enter a title').max(200, 'The title must be 200 characters or fewer'),
  firstYear: financialYear('Enter the first year, like 2008-09'),
  lastYear: financialYear('Enter the last year, like 2010-11'),
  areaId: z.string(area).transform((typed, context) => {
    const id = idOf<'area'>(typed)
    if (id === null) context.addIssue(area)
    return id ?? z.NEVER
  }),
  toleranceKind: z.enum(toleranceKinds, { error: 'Select what kind of tolerance it is' }),
  tolerance: z.string(),
})

export function readAgreement(body: Fields): Ruling<AgreementDraft> {
  const form = readForm(fields, body)
  if (!form.accepted) return form
  const tolerance = readTolerance(form.value.toleranceKind, form.value.tolerance)
  return tolerance.accepted ? accept({ ...form.value, ...tolerance.value }) : tolerance
}

/** The year of its April. */
function financialYear(otherwise: string) {
  return z.string(otherwise).transform((typed, context) => {
    const reading = readPeriod(typed, { frequency: 'financial-year', quarters: null, years: 'financial' })
    const year = reading.kind === 'period' ? yearOf(reading.period.startsOn) : null
    if (year === null || year < 1990 || year > 2100) context.addIssue(otherwise)
    return year ?? z.NEVER
  })
}

export const readTitle = (body: Fields, longest: number): Ruling<{ title: string }> =>
  readForm(
    z.object({
      title: z.string().trim().min(1, 'Enter a title').max(longest, `The title must be ${longest} characters or fewer`),
    }),
    body,
  )
