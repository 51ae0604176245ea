/**
 * Wexcombe, the invented partnership: a county of five districts, its organisations, some of its people, and an agreement of three years.
 * It is what somebody looks round in, what the tests speak of and what the pictures show, so that "Amina leads first-time entrants" is true in all
 * of them. Nobody in it exists, and its codes are none that a place has.
 *
 * The agreement always covers the two financial years before today's and today's own, so that the last returns have just come and a few are late.
 * Records are named by what people call them: an area by its code, an indicator by its reference, an organisation by its name.
 */
import { addDays, addMonths, type Day } from '../kernel/day.ts'
import { type Decimal, decimal } from '../kernel/decimal.ts'
import { financialYear, financialYearOf, lastEndedBy, type Period } from '../kernel/period.ts'
import type { Band } from '../performance/index.ts'
import type { Role } from '../platform/web/index.ts'
import { closingsOf, type ExampleClosings } from './closings.ts'
import { type Goal, goalsOf, type Place, type Rebased, type Report, rebasesOf, reportsOf } from './figures.ts'
import { type Plan, plans } from './indicators.ts'

export type Wexcombe = {
  readonly madeOn: Day
  readonly slug: string
  readonly name: string
  readonly areaCode: string
  readonly areas: readonly ExampleArea[]
  /** What Wexcombe compares itself with. */
  readonly neighbourCodes: readonly string[]
  readonly organisations: readonly ExampleOrganisation[]
  readonly people: readonly ExamplePerson[]
  readonly agreement: ExampleAgreement
  readonly indicators: readonly ExampleIndicator[]
  readonly targets: readonly Goal[]
  readonly returns: readonly ExampleReturn[]
  readonly overrides: readonly ExampleOverride[]
  readonly proxies: readonly { readonly indicator: string; readonly proxy: string; readonly reason: string }[]
  readonly meanwhile: readonly ExampleText[]
  readonly rebases: readonly Rebased[]
  readonly redefinitions: readonly Redefinition[]
  readonly savedViews: readonly { readonly name: string; readonly query: string; readonly madeByName: string }[]
  readonly closings: ExampleClosings
}

export type ExampleArea = {
  readonly code: string
  readonly name: string
  readonly kind: 'county' | 'district'
  readonly parentCode: string | null
}
/** `contact` is who sends its returns. */
export type ExampleOrganisation = { readonly name: string; readonly contact: string }
export type ExamplePerson = {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly organisation: string
  /** What somebody who looks round as them can do. */
  readonly description: string
}
export type ExampleAgreement = {
  readonly title: string
  readonly firstYear: number
  readonly lastYear: number
  readonly areaCode: string
  readonly toleranceKind: 'relative' | 'absolute'
  readonly tolerance: string
  readonly themes: readonly { readonly title: string; readonly outcomes: readonly string[] }[]
}
export type ExampleIndicator = Omit<
  Plan,
  'redefined' | 'course' | 'tolerance' | 'deferred' | 'closed' | 'ratePer' | 'unit' | 'note' | 'contributors'
> & {
  readonly ratePer: number | null
  readonly unit: string
  readonly note: string
  readonly toleranceKind: 'relative' | 'absolute' | null
  readonly tolerance: string | null
  /** Of the residents' survey, which is weighted so that every district counts. */
  readonly designEffect: Decimal | null
  readonly contributors: readonly string[]
  readonly deferredReason: string | null
  readonly deferredOwner: string | null
  readonly deferredReviewOn: Day | null
  readonly closedOn: Day | null
  readonly closedReason: string | null
}
/** Of the latest figure of an indicator in the county. */
export type ExampleOverride = {
  readonly indicator: string
  readonly band: Band
  readonly reason: string
  readonly until: Day
  readonly madeByName: string
}
/** What is happening where the last quarter has no figure. */
export type ExampleText = Period & {
  readonly indicator: string
  readonly content: string
  readonly writtenByName: string
  readonly writtenOn: Day
}
export type Redefinition = {
  readonly indicator: string
  readonly was: string
  readonly from: Day
  readonly reason: string
  readonly by: string
}
export type ExampleReturn = Report & { readonly reportedByName: string }

export function wexcombe(today: Day): Wexcombe {
  const lastYear = financialYearOf(today)
  const firstYear = lastYear - 2
  const setting = { firstYear, today, county, districts, neighbours }
  const lastQuarter = lastEndedBy(addDays(today, -1), 'quarter')
  const contacts = new Map(organisations.map(({ name, contact }) => [name, contact]))
  return {
    madeOn: today,
    slug: 'wexcombe',
    name: 'Wexcombe Partnership',
    areaCode: county,
    areas: [
      { code: county, name: 'Wexcombe', kind: 'county', parentCode: null },
      ...districts.map(({ code, name }) => ({ code, name, kind: 'district' as const, parentCode: county })),
      ...neighbours.map(({ code, name }) => ({ code, name, kind: 'county' as const, parentCode: null })),
    ],
    neighbourCodes: neighbours.map(({ code }) => code),
    organisations,
    people,
    agreement: {
      title: `Wexcombe Local Area Agreement ${firstYear} to ${lastYear + 1}`,
      firstYear,
      lastYear,
      areaCode: county,
      toleranceKind: 'relative',
      tolerance: '0.05',
      themes,
    },
    closings: closingsOf(today),
    indicators: plans.map(plan => indicatorOf(plan, today)),
    targets: plans.flatMap(plan => goalsOf({ ...setting, plan })),
    returns: plans.flatMap(plan =>
      reportsOf({ ...setting, plan }).map(report => ({
        ...report,
        reportedByName: contacts.get(plan.lead ?? '') ?? plan.lead ?? 'Amina Siddiqui',
      })),
    ),
    overrides: [
      {
        indicator: 'NI 154',
        band: 'within-tolerance',
        reason: 'Two sites with 180 homes were finished in the first week of April, and count in the year after',
        until: addMonths(today, 5),
        madeByName: 'Amina Siddiqui',
      },
    ],
    savedViews: [
      { name: 'Worst first, for the executive', query: 'by=list&sort=judgement&hide=age', madeByName: 'Priya Raman' },
      { name: 'What we are waiting for', query: 'by=lead&judgement=not-judged&sort=age', madeByName: 'Amina Siddiqui' },
    ],
    proxies: [
      {
        indicator: 'NI 110',
        proxy: 'L1.1',
        reason: 'Young people who meet a mentor nearly always take up an activity with them',
      },
      { indicator: 'L6.2', proxy: 'NI 6', reason: 'Hours follow the number of people who volunteer' },
    ],
    meanwhile: [lastQuarter]
      .filter(each => each !== null)
      .map(quarter => ({
        ...quarter,
        indicator: 'L6.2',
        content:
          'The volunteer bureau has moved and its books are being typed in again. Brokerage has gone on: 41 groups took part in the autumn.',
        writtenByName: 'Dafydd Rees',
        writtenOn: today,
      })),
    rebases: plans.flatMap(plan => rebasesOf({ ...setting, plan })),
    redefinitions: plans.flatMap(({ reference, redefined }) =>
      redefined === undefined ? [] : [{ ...redefined, indicator: reference, from: financialYear(lastYear).startsOn }],
    ),
  }
}

export function indicatorOf({ course: _, redefined: __, tolerance, deferred, closed, ...plan }: Plan, today: Day): ExampleIndicator {
  return {
    ...plan,
    ratePer: plan.ratePer ?? null,
    unit: plan.unit ?? '',
    note: plan.note ?? '',
    contributors: plan.contributors ?? [],
    toleranceKind: tolerance?.[0] ?? null,
    tolerance: tolerance === undefined ? null : String(tolerance[1]),
    designEffect: plan.source === 'Residents’ survey' ? decimal('1.3') : null,
    deferredReason: deferred?.reason ?? null,
    deferredOwner: deferred?.owner ?? null,
    deferredReviewOn: deferred === undefined ? null : addMonths(today, deferred.monthsToReview),
    closedOn: closed === undefined ? null : addMonths(today, -closed.monthsAgo),
    closedReason: closed?.reason ?? null,
  }
}

const county = 'X10000001'

/** Hardship is measured from the county's own: above 0 is harder. The last district takes what is left when a count is shared out. */
const districts: readonly Place[] = [
  { code: 'X07000001', name: 'Arnemouth', part: 0.2, hardship: 0.8 },
  { code: 'X07000002', name: 'Holt Vale', part: 0.19, hardship: -0.8 },
  { code: 'X07000003', name: 'Tarrant Downs', part: 0.13, hardship: -1 },
  { code: 'X07000004', name: 'Eastmarsh', part: 0.19, hardship: 0.1 },
  { code: 'X07000005', name: 'Kingsferry', part: 0.29, hardship: 0.4 },
]

/** As invented as Wexcombe itself. */
const neighbours: readonly Place[] = [
  { code: 'X10000002', name: 'Ashdale', part: 1, hardship: -0.9 },
  { code: 'X10000003', name: 'Calderwick', part: 1, hardship: 0.7 },
  { code: 'X10000004', name: 'Dunfold', part: 1, hardship: -0.4 },
  { code: 'X10000005', name: 'Fenhamshire', part: 1, hardship: 0.3 },
  { code: 'X10000006', name: 'Harrowmoor', part: 1, hardship: 0.9 },
  { code: 'X10000007', name: 'Marlshire', part: 1, hardship: -0.2 },
  { code: 'X10000008', name: 'Northmere', part: 1, hardship: 0.5 },
  { code: 'X10000009', name: 'Selwick', part: 1, hardship: -0.6 },
  { code: 'X10000010', name: 'Tolland', part: 1, hardship: 0.1 },
]

const organisations: readonly ExampleOrganisation[] = [
  { name: 'Wexcombe County Council', contact: 'Helen Marsh' },
  { name: 'NHS Wexcombe', contact: 'Priya Raman' },
  { name: 'Wexcombe Police', contact: 'Ruth Calder' },
  { name: 'Wexcombe Fire and Rescue Service', contact: 'Owen Pryce' },
  { name: 'Wexcombe Probation', contact: 'Marcus Bell' },
  { name: 'Wexcombe Youth Justice Service', contact: 'Amina Siddiqui' },
  { name: 'Wexcombe Voluntary Sector Assembly', contact: 'Dafydd Rees' },
  { name: 'Wexcombe Chamber of Commerce', contact: 'Joanna Frith' },
  { name: 'Wexcombe Jobs and Skills', contact: 'Tunde Adeyemi' },
  { name: 'Kingsferry College', contact: 'Lorna McAllister' },
  { name: 'Arnemouth Borough Council', contact: 'Stephen Oakes' },
  { name: 'Holt Vale District Council', contact: 'Catherine Yeo' },
  { name: 'Tarrant Downs District Council', contact: 'Peter Lingard' },
  { name: 'Eastmarsh District Council', contact: 'Shazia Begum' },
  { name: 'Kingsferry City Council', contact: 'Daniel Thorne' },
]

const people: readonly ExamplePerson[] = [
  {
    name: 'Amina Siddiqui',
    email: 'amina.siddiqui@wexcombe.example',
    role: 'performance-officer',
    organisation: 'Wexcombe Youth Justice Service',
    description: 'Performance officer: brings in returns, keeps indicators and targets, and leads on first-time entrants',
  },
  {
    name: 'Martin Hale',
    email: 'martin.hale@wexcombe.example',
    role: 'administrator',
    organisation: 'Wexcombe County Council',
    description: 'Partnership support officer: all that Amina may, and accounts and settings as well',
  },
  {
    name: 'Priya Raman',
    email: 'priya.raman@wexcombe.example',
    role: 'performance-officer',
    organisation: 'NHS Wexcombe',
    description: 'Performance officer for health: brings in the figures of the NHS',
  },
  {
    name: 'Ruth Calder',
    email: 'ruth.calder@wexcombe.example',
    role: 'contributor',
    organisation: 'Wexcombe Police',
    description: 'Contributor of the police: enters and submits the figures that the police lead or contribute to',
  },
  {
    name: 'Councillor Grace Whitlock',
    email: 'grace.whitlock@wexcombe.example',
    role: 'reader',
    organisation: 'Wexcombe County Council',
    description: 'Chair of the partnership: reads everything and changes nothing',
  },
  {
    name: 'Owen Pryce',
    email: 'owen.pryce@wexcombe.example',
    role: 'reader',
    organisation: 'Wexcombe Fire and Rescue Service',
    description: 'The fire and rescue service’s representative: looks up what is asked of his service',
  },
  {
    name: 'Inspector Lisa Yardley',
    email: 'lisa.yardley@wexcombe.example',
    role: 'reader',
    organisation: 'Wexcombe Police',
    description: 'Deputy of the lead for safer communities, who is away: keeps his group and reports its indicators meanwhile',
  },
  {
    name: 'Rosalind Duke',
    email: 'rosalind.duke@wexcombe.example',
    role: 'finance-officer',
    organisation: 'Wexcombe County Council',
    description: 'Finance officer: reads everything; money comes with a later version',
  },
  {
    name: 'Councillor Ian Trent',
    email: 'ian.trent@wexcombe.example',
    role: 'scrutiny',
    organisation: 'Wexcombe County Council',
    description: 'Scrutiny reader: scorecards, indicators, exceptions and the structure, nobody’s telephone number',
  },
  {
    name: 'Judith Kerr-Moss',
    email: 'judith.kerr-moss@wexcombe.example',
    role: 'auditor',
    organisation: 'Government Office for the Middle Shires',
    description: 'Auditor: reads everything, and the history of every change',
  },
]

const themes: ExampleAgreement['themes'] = [
  {
    title: 'Children and young people',
    outcomes: [
      'Children grow up safe and well',
      'Young people achieve, and go on to learn or work',
      'Fewer young people offend or come to harm',
    ],
  },
  {
    title: 'Safer communities',
    outcomes: ['Less crime, and less fear of it', 'Fewer people offend again', 'Safer roads and safer homes'],
  },
  {
    title: 'Healthier communities and older people',
    outcomes: ['People live longer and in better health', 'Older people and carers live as they choose'],
  },
  {
    title: 'A prosperous county',
    outcomes: ['More people in good work, with the skills for it', 'Businesses start and grow here', 'Homes that people can afford'],
  },
  {
    title: 'A greener county',
    outcomes: ['Less waste and fewer emissions', 'Clean streets and easy journeys', 'Clean rivers and streams'],
  },
  {
    title: 'Stronger communities',
    outcomes: ['People get on, and have a say', 'A thriving voluntary sector'],
  },
]
