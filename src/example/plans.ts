/**
 * What Wexcombe's groups plan for the year: the children's trust as one hopes to find a plan, the health partnership well on its way, one that waits to be signed
 * off, one that came back, a draft full of holes, and a group without a chair that owes a plan and has none.
 *
 * The year is the financial year of today once half of it is over, and otherwise the twelve months that began two quarters ago: there is always something to tell.
 */
import { addDays, addMonths, type Day } from '../kernel/day.ts'
import { financialYear, financialYearOf, type Period, periodContaining } from '../kernel/period.ts'
import type { ReasonCode } from '../performance/index.ts'

/** A seat by its group and its title, or by its role where it has none. */
export type ExampleOwner =
  | { readonly person: string }
  | { readonly organisation: string }
  | { readonly group: string }
  | { readonly seat: readonly [group: string, title: string] }

export type ExampleResource = {
  readonly of: string | null
  readonly pounds?: number
  readonly fte?: string
  readonly source?: string
}

export type ExampleMilestone = {
  readonly text: string
  readonly plannedOn: Day
  readonly forecastOn?: Day
  readonly metOn?: Day
  readonly note?: string
}

export type ExampleProgress = Period & {
  readonly rating: 'complete' | 'on-track' | 'at-risk' | 'off-track' | 'not-started'
  readonly text: string
  readonly because?: ReasonCode
  readonly next?: string
  readonly forecastOn?: Day
  /** So many days after its period was over it was said; before it was due, where that is not told. */
  readonly daysAfter?: number
}

export type ExampleAction = {
  readonly text: string
  readonly outcome: string
  readonly owners: readonly ExampleOwner[]
  readonly contributors: readonly string[]
  readonly indicators: readonly string[]
  readonly from: Day | null
  readonly to: Day | null
  readonly measure: string
  readonly how: string
  readonly risk: string
  readonly isFree: boolean
  readonly resources: readonly ExampleResource[]
  readonly milestones: readonly ExampleMilestone[]
  readonly progress: readonly ExampleProgress[]
  readonly moved: readonly { readonly to: Day; readonly reason: string; readonly onDay: Day }[]
  /** What came of it, and when it was over. */
  readonly closed: { readonly outcome: string; readonly endedOn: Day } | null
}

export type ExampleStep = {
  readonly kind: 'submitted' | 'returned' | 'signed-off'
  readonly onDay: Day
  readonly by: string
  readonly reason?: string
}

export type ExamplePlan = {
  readonly group: string
  readonly shortName: string
  readonly title: string
  readonly lead: string | null
  readonly summary: string
  readonly risks: string
  readonly equality: string
  readonly sustainability: string
  readonly state: 'draft' | 'submitted' | 'returned' | 'signed-off'
  readonly steps: readonly ExampleStep[]
  readonly outcomes: readonly string[]
  readonly indicators: readonly string[]
  /** Of the plan as a whole. */
  readonly resources: readonly ExampleResource[]
  readonly actions: readonly ExampleAction[]
}

export type PlansOfWexcombe = {
  readonly year: Period
  readonly owed: { readonly groups: readonly string[]; readonly dueOn: Day; readonly secondDueOn: Day }
  readonly plans: readonly ExamplePlan[]
}

const council = 'Wexcombe County Council'
const health = 'NHS Wexcombe'
const hospitals = 'Wexcombe Hospitals'
const police = 'Wexcombe Police'
const fire = 'Wexcombe Fire and Rescue Service'
const probation = 'Wexcombe Probation'
const youth = 'Wexcombe Youth Justice Service'
const assembly = 'Wexcombe Voluntary Sector Assembly'
const chamber = 'Wexcombe Chamber of Commerce'
const jobs = 'Wexcombe Jobs and Skills'
const college = 'Kingsferry College'
const arnemouth = 'Arnemouth Borough Council'
const eastmarsh = 'Eastmarsh District Council'
const kingsferry = 'Kingsferry City Council'
const holtVale = 'Holt Vale District Council'
const tarrantDowns = 'Tarrant Downs District Council'
const carers = 'Wexcombe Carers'
const faith = 'Wexcombe Race and Faith Forum'

const safeAndWell = 'Children grow up safe and well'
const achieve = 'Young people achieve, and go on to learn or work'
const noHarm = 'Fewer young people offend or come to harm'
const notAgain = 'Fewer people offend again'
const lessCrime = 'Less crime, and less fear of it'
const safer = 'Safer roads and safer homes'
const longer = 'People live longer and in better health'
const asTheyChoose = 'Older people and carers live as they choose'
const goodWork = 'More people in good work, with the skills for it'
const businesses = 'Businesses start and grow here'
const homes = 'Homes that people can afford'
const haveASay = 'People get on, and have a say'
const thriving = 'A thriving voluntary sector'

/** Those that were put there, for whoever looks for gaps to find, and no others. An action is named by its plan and its text. */
export const gapsOfPlans = {
  groupsWithoutPlan: ['GWP'],
  outcomesWithoutAction: [
    ['EEP-PLAN', homes],
    ['SCP-PLAN', thriving],
  ],
  actionsWithoutOwner: [
    ['SCP-PLAN', 'Raise awareness of volunteering'],
    ['SCP-PLAN', 'A festival of communities'],
  ],
  actionsWithoutDate: [
    ['EEP-PLAN', 'Help small firms to take on their first employee'],
    ['SCP-PLAN', 'Raise awareness of volunteering'],
    ['SCP-PLAN', 'Plans of their own for ten more parishes'],
  ],
  actionsWithoutMeasure: [
    ['CYP-PLAN', 'A conference for everybody who works with children'],
    ['EEP-PLAN', 'Help small firms to take on their first employee'],
    ['EEP-PLAN', 'Promote the county to investors'],
    ['SCP-PLAN', 'Raise awareness of volunteering'],
    ['SCP-PLAN', 'A festival of communities'],
    ['SCP-PLAN', 'Plans of their own for ten more parishes'],
  ],
  actionsWithoutResource: [
    ['EEP-PLAN', 'Promote the county to investors'],
    ['SCP-PLAN', 'Raise awareness of volunteering'],
    ['SCP-PLAN', 'A festival of communities'],
    ['SCP-PLAN', 'Plans of their own for ten more parishes'],
  ],
  actionsWithoutIndicator: [
    ['CYP-PLAN', 'A conference for everybody who works with children'],
    ['SCP-PLAN', 'Raise awareness of volunteering'],
    ['SCP-PLAN', 'A festival of communities'],
  ],
  /** Of a plan in force, for the quarter before last and the last. */
  actionsWithoutLastProgress: [['CYP-PLAN', 'Drop-in counselling in the market towns']],
  /** Planned before today, and neither met nor said to be. */
  milestonesOverdue: [
    ['CYP-PLAN', 'Triage is open in Arnemouth'],
    ['CYP-PLAN', 'The agreement to share information is signed'],
    ['CYP-PLAN', 'Every district has said which nights and where'],
  ],
  plansWithNothingConsidered: ['SCP-PLAN'],
} as const satisfies Readonly<Record<string, readonly (string | readonly [plan: string, text: string])[]>>

export function plansOfWexcombe(today: Day): PlansOfWexcombe {
  const year = yearOfPlans(today)
  const times = timesOf(year, today)
  return {
    year,
    owed: { groups: ['CYPT', 'SWP', 'HWP', 'EEP', 'GWP', 'SCP'], dueOn: times.endOf(3), secondDueOn: times.endOf(6) },
    plans: [childrensTrust(times), healthPartnership(times), saferWexcombe(times), economy(times), strongerCommunities(times)],
  }
}

/** Two of its quarters are over on any day. */
function yearOfPlans(today: Day): Period {
  const financial = financialYear(financialYearOf(today))
  if (addMonths(financial.startsOn, 6) <= today) return financial
  const startsOn = periodContaining(addMonths(today, -6), 'quarter')?.startsOn ?? financial.startsOn
  return { startsOn, endsOn: addDays(addMonths(startsOn, 12), -1) }
}

type Times = ReturnType<typeof timesOf>
const timesOf = ({ startsOn, endsOn }: Period, today: Day) => {
  const endOf = (month: number): Day => addDays(addMonths(startsOn, month), -1)
  const within = (on: Day): Day => (on < startsOn ? startsOn : on > endsOn ? endsOn : on)
  return {
    start: startsOn,
    end: endsOn,
    /** The last day of the first, second, … month of the year. */
    endOf,
    /** So many days into the year. */
    after: (days: number): Day => addDays(startsOn, days),
    ago: (days: number): Day => within(addDays(today, -days)),
    ahead: (days: number): Day => within(addDays(today, days)),
    first: { startsOn, endsOn: endOf(3) },
    second: { startsOn: addMonths(startsOn, 3), endsOn: endOf(6) },
  }
}

const nothingYet = {
  contributors: [],
  indicators: [],
  measure: '',
  how: '',
  risk: '',
  isFree: false,
  resources: [],
  milestones: [],
  progress: [],
  moved: [],
  closed: null,
}

const childrensTrust = ({ start, end, endOf, after, ago, ahead, first, second }: Times): ExamplePlan => ({
  group: 'CYPT',
  shortName: 'CYP-PLAN',
  title: 'Children and young people: delivery plan',
  lead: 'Beth Langley',
  summary:
    'What the trust does this year so that fewer young people get into trouble, more of them learn or work, and every child is safe. Fourteen actions under four outcomes, one of which we share with the Safer Wexcombe Partnership.',
  risks: 'Two grants end in March, and three of the actions hang on them. Districts are short of people who arrange activities.',
  equality: 'Young people from minority communities are stopped and arrested more often than others; triage counts who is offered what.',
  sustainability: 'Activities are within reach of a bus, and vehicles are shared between districts.',
  state: 'signed-off',
  steps: [
    { kind: 'submitted', onDay: after(62), by: 'Beth Langley' },
    { kind: 'signed-off', onDay: after(83), by: 'Simon Attwood' },
  ],
  outcomes: [safeAndWell, achieve, noHarm, notAgain],
  indicators: ['NI 111', 'NI 117', 'NI 110', 'L1.1', 'NI 112', 'NI 87', 'NI 101', 'NI 72', 'NI 68', 'NI 50', 'NI 19', 'NI 18'],
  resources: [{ of: council, fte: '0.5', source: 'Plan coordinator, core budget' }],
  actions: [
    {
      ...nothingYet,
      text: 'A youth worker sees every child who is arrested for the first time, at the police stations of Kingsferry and Arnemouth',
      outcome: noHarm,
      owners: [{ seat: ['YJB', 'First-time entrants'] }],
      contributors: [police, council, assembly],
      indicators: ['NI 111'],
      from: start,
      to: end,
      measure: 'Four in five children arrested for the first time are seen within a day; at most 40 in a hundred go on to court',
      how: 'Children who are seen early are diverted from court, and do not become first-time entrants.',
      risk: 'Officers on night shifts do not call the youth worker.',
      resources: [
        { of: council, pounds: 84_000, source: 'Area Based Grant' },
        { of: police, pounds: 40_000, source: 'Police fund for prevention' },
        { of: youth, fte: '2.5' },
      ],
      milestones: [
        { text: 'Youth workers are recruited', plannedOn: endOf(1), metOn: after(24) },
        { text: 'Triage is open in Kingsferry', plannedOn: endOf(2), metOn: after(66), note: 'A week late, for want of a telephone line' },
        {
          text: 'Triage is open in Arnemouth',
          plannedOn: ago(25),
          forecastOn: ahead(40),
          note: 'The room at the station is being rebuilt',
        },
        { text: 'First review of who came back', plannedOn: ahead(75) },
      ],
      progress: [
        {
          ...first,
          rating: 'on-track',
          text: 'Open in Kingsferry since June. 61 children were seen, 44 of them went home without a charge.',
        },
        {
          ...second,
          rating: 'on-track',
          text: '118 children were seen in Kingsferry. Arnemouth opens later than planned; its children are driven to Kingsferry until then.',
          next: 'Agree with the station when the room is handed over.',
        },
      ],
    },
    {
      ...nothingYet,
      text: 'Mentors for 60 young people before they come to court',
      outcome: noHarm,
      owners: [{ organisation: assembly }],
      contributors: [youth, faith],
      indicators: ['L1.1', 'NI 110'],
      from: start,
      to: end,
      measure: '60 young people have met a mentor at least six times',
      how: 'Who meets a mentor takes up an activity, and is less often in trouble on a weekend.',
      risk: 'Mentors leave faster than new ones are checked.',
      resources: [{ of: assembly, pounds: 36_000, source: 'Reward grant' }],
      milestones: [
        { text: 'Thirty mentors are trained and checked', plannedOn: endOf(3), metOn: endOf(3) },
        { text: 'All sixty have a mentor', plannedOn: ahead(30), forecastOn: ahead(80), note: 'Checks take ten weeks' },
      ],
      progress: [
        { ...first, rating: 'on-track', text: '31 mentors are trained; 22 young people have met theirs.' },
        {
          ...second,
          rating: 'at-risk',
          because: 'funding',
          text: '37 young people have a mentor. The second half of the grant has not been released, and training has paused.',
          next: 'Ask the executive when the second half is paid.',
          forecastOn: end,
        },
      ],
    },
    {
      ...nothingYet,
      text: 'Something to do on Friday and Saturday nights in every district',
      outcome: noHarm,
      owners: [{ person: 'Dominic Ashe' }],
      contributors: [arnemouth, kingsferry, eastmarsh],
      indicators: ['NI 110'],
      from: after(30),
      to: ahead(60),
      measure: 'Ten evenings a month in each of the five districts, with 25 young people or more',
      how: 'Young people say that they do not take part because nothing is open when they are free.',
      risk: 'Districts do not release anybody to arrange it.',
      resources: [{ of: council, pounds: 120_000, source: 'Area Based Grant' }],
      milestones: [
        { text: 'Every district has said which nights and where', plannedOn: endOf(4), note: 'Three of five have' },
        { text: 'The first evenings are held', plannedOn: ahead(20) },
      ],
      progress: [
        { ...first, rating: 'not-started', text: 'Letters went to the districts at the end of June.' },
        {
          ...second,
          rating: 'off-track',
          because: 'no-engagement',
          text: 'Holt Vale and Tarrant Downs have not named anybody. Nothing can be booked for them.',
          next: 'The chair writes to the two chief executives.',
          forecastOn: end,
        },
      ],
    },
    {
      ...nothingYet,
      text: 'Confidential advice on sexual health in every secondary school',
      outcome: noHarm,
      owners: [{ person: 'Sunita Rao' }],
      contributors: [council, arnemouth, eastmarsh, holtVale, kingsferry, tarrantDowns],
      indicators: ['NI 112'],
      from: start,
      to: endOf(11),
      measure: 'A nurse is there once a week in all 24 schools',
      how: 'The wards with the most early conceptions are those where advice is furthest away.',
      resources: [{ of: health, pounds: 28_000, fte: '1.2', source: 'Public health' }],
      milestones: [
        { text: 'Twelve schools', plannedOn: endOf(3), metOn: after(80) },
        { text: 'All 24 schools', plannedOn: ahead(50) },
      ],
      progress: [
        { ...first, rating: 'on-track', text: 'A nurse goes to thirteen schools.' },
        { ...second, rating: 'on-track', text: 'Nineteen schools. The other five have agreed on a day.' },
      ],
    },
    {
      ...nothingYet,
      text: 'A place in learning is offered to every 16-year-old before the summer is over',
      outcome: achieve,
      owners: [{ person: 'Tunde Adeyemi' }],
      contributors: [college, council],
      indicators: ['NI 117'],
      from: start,
      to: endOf(6),
      measure: '98 in a hundred have an offer by the end of September',
      how: 'Nobody drops out between school and college because nobody asked.',
      isFree: true,
      milestones: [{ text: 'Every school has sent its list of leavers', plannedOn: endOf(2), metOn: after(58) }],
      progress: [
        { ...first, rating: 'on-track', text: 'All lists are in; 91 in a hundred have an offer.' },
        { ...second, rating: 'complete', text: '98.6 in a hundred had an offer by the end of the summer.' },
      ],
      closed: { outcome: 'Of 6,140 leavers 6,054 had an offer; the rest are known by name to the youth service.', endedOn: endOf(6) },
    },
    {
      ...nothingYet,
      text: 'Bus fares for apprentices who live in villages',
      outcome: achieve,
      owners: [{ organisation: jobs }],
      contributors: [college, chamber, assembly],
      indicators: ['NI 117'],
      from: after(60),
      to: ahead(15),
      measure: '150 apprentices have a pass, and nine in ten are still in their place after six months',
      how: 'One in five who leave an apprenticeship in the villages says that the fare ate the wage.',
      resources: [{ of: jobs, pounds: 45_000 }],
      milestones: [
        {
          text: 'Passes are agreed with both bus companies',
          plannedOn: endOf(5),
          metOn: after(170),
          note: 'One company asked for a deposit',
        },
      ],
      progress: [
        { ...first, rating: 'on-track', text: 'Terms are agreed with one company.' },
        {
          ...second,
          daysAfter: 12,
          rating: 'at-risk',
          because: 'external',
          text: '64 passes are out. Two routes were cut in September, and 20 apprentices cannot use theirs.',
          next: 'Ask the transport planner which routes stay until the summer.',
          forecastOn: ahead(70),
        },
      ],
      moved: [{ to: ahead(70), reason: 'Two bus routes were cut', onDay: ago(30) }],
    },
    {
      ...nothingYet,
      text: 'Attendance workers in the six schools with the most absence',
      outcome: achieve,
      owners: [{ organisation: council }],
      indicators: ['NI 87'],
      from: start,
      to: end,
      measure: 'Persistent absence in the six schools falls by a fifth',
      how: 'The six schools account for nearly half of the county’s persistent absence.',
      resources: [{ of: council, pounds: 96_000, fte: '3', source: 'Core budget' }],
      milestones: [{ text: 'All three workers are in their schools', plannedOn: endOf(5), metOn: endOf(5) }],
      progress: [
        { ...first, rating: 'on-track', text: 'Two of three are appointed.' },
        { ...second, rating: 'on-track', text: 'All three began with the school year.' },
      ],
    },
    {
      ...nothingYet,
      text: 'Each looked-after child has an education plan that somebody reads every term',
      outcome: achieve,
      owners: [{ person: 'Helen Marsh' }],
      indicators: ['NI 101'],
      from: start,
      to: end,
      measure: 'All 412 plans are reviewed in each term',
      how: 'Half the plans were more than a year old, and nobody noticed a change of school.',
      isFree: true,
      progress: [
        { ...first, rating: 'on-track', text: '395 of 412 plans were reviewed.' },
        { ...second, rating: 'on-track', text: '401 of 409 plans were reviewed.' },
      ],
    },
    {
      ...nothingYet,
      text: 'Visits to 300 families with a two-year-old, for talk and play at home',
      outcome: achieve,
      owners: [{ group: 'HWP' }],
      contributors: [health, carers],
      indicators: ['NI 72'],
      from: after(45),
      to: end,
      measure: '300 families are visited eight times or more',
      how: 'What a child can say at two says most about school at five.',
      risk: 'Health visitors cannot be found.',
      resources: [{ of: health, pounds: 64_000, fte: '2' }],
      milestones: [
        { text: 'The first hundred families', plannedOn: endOf(6), metOn: after(176) },
        { text: 'Three hundred families', plannedOn: ahead(110) },
      ],
      progress: [
        { ...first, rating: 'at-risk', because: 'delivery', text: 'One of two posts is filled.', next: 'Advertise again, with a bursary.' },
        { ...second, rating: 'at-risk', because: 'delivery', text: '84 families are visited. The second post is filled from next month.' },
      ],
    },
    {
      ...nothingYet,
      text: 'One front door for anybody who worries about a child',
      outcome: safeAndWell,
      owners: [{ seat: ['CYPT', 'chair'] }],
      contributors: [health, police],
      indicators: ['NI 68'],
      from: start,
      to: ahead(5),
      measure: 'One telephone number; nine in ten callers hear within a day what is done',
      how: 'The same worry comes in at three doors, and each passes it on.',
      resources: [
        { of: council, pounds: 60_000, fte: '4' },
        { of: health, fte: '1' },
        { of: police, fte: '1' },
      ],
      milestones: [
        { text: 'A room for all three services', plannedOn: endOf(2), metOn: endOf(2) },
        {
          text: 'The agreement to share information is signed',
          plannedOn: endOf(5),
          forecastOn: ahead(45),
          note: 'Lawyers of two partners differ',
        },
        { text: 'The number is open', plannedOn: ahead(5), forecastOn: ahead(90) },
      ],
      progress: [
        { ...first, rating: 'on-track', text: 'The room is ready, and staff are named.' },
        {
          ...second,
          daysAfter: 12,
          rating: 'off-track',
          because: 'delivery',
          text: 'Nobody moves in until the agreement to share information is signed. Two lawyers read one sentence in two ways.',
          next: 'The chairs of both boards meet the lawyers.',
          forecastOn: ahead(90),
        },
      ],
    },
    {
      ...nothingYet,
      text: 'Drop-in counselling in the market towns',
      outcome: safeAndWell,
      owners: [{ person: 'Yvonne Blake' }],
      contributors: [health],
      indicators: ['NI 50'],
      from: after(90),
      to: end,
      measure: '200 young people come twice or more',
      how: 'The wait for help is eleven weeks; most worries are small when they begin.',
      resources: [{ of: assembly, pounds: 52_000, source: 'Reward grant' }],
      milestones: [{ text: 'Rooms in three towns', plannedOn: ahead(35) }],
      progress: [{ ...first, rating: 'not-started', text: 'Begins in the summer.' }],
    },
    {
      ...nothingYet,
      text: 'A conference for everybody who works with children',
      outcome: safeAndWell,
      owners: [{ person: 'Lorna McAllister' }],
      contributors: [college],
      from: after(120),
      to: ahead(45),
      resources: [{ of: college, pounds: 2_500 }],
      progress: [
        { ...first, rating: 'on-track', text: 'The hall is booked.' },
        { ...second, rating: 'on-track', text: 'Speakers are found.' },
      ],
    },
    {
      ...nothingYet,
      text: 'Young people who offended meet those whom they harmed',
      outcome: notAgain,
      owners: [{ group: 'YJB' }, { person: 'Joseph Carrow' }],
      contributors: [police, council],
      indicators: ['NI 19'],
      from: start,
      to: end,
      measure: '120 meetings; nine in ten of those harmed say that it helped',
      how: 'Of those who took part last year a third fewer offended again.',
      resources: [{ of: youth, pounds: 30_000 }],
      milestones: [{ text: 'Sixty meetings', plannedOn: endOf(6), metOn: endOf(6) }],
      progress: [
        { ...first, rating: 'on-track', text: '28 meetings.' },
        { ...second, rating: 'on-track', text: '63 meetings since April. 58 of those harmed say that it helped.' },
      ],
    },
    {
      ...nothingYet,
      text: 'The same worker before and after custody',
      outcome: notAgain,
      owners: [{ person: 'Marcus Bell' }],
      contributors: [youth, jobs, police, assembly],
      indicators: ['NI 18', 'NI 19'],
      from: after(30),
      to: end,
      measure: 'Every young adult who leaves custody is met at the gate by somebody they know',
      how: 'Most who offend again do so in the first six weeks.',
      resources: [{ of: probation, pounds: 22_000, fte: '1' }],
      milestones: [{ text: 'Agreed with the two prisons', plannedOn: endOf(4), metOn: after(100) }],
      progress: [
        { ...first, rating: 'on-track', text: 'One prison has agreed.' },
        { ...second, rating: 'at-risk', because: 'funding', text: 'Both have agreed. The post is paid until the end of the year only.' },
      ],
    },
  ],
})

const healthPartnership = ({ start, end, endOf, after, ahead, first, second }: Times): ExamplePlan => ({
  group: 'HWP',
  shortName: 'HWP-PLAN',
  title: 'Health and wellbeing: delivery plan',
  lead: null,
  summary: 'Six things that we do together this year, and no others: what one partner does alone stands in its own plan.',
  risks: 'Winter: whoever is meant to visit people at home is called to the wards.',
  equality: 'Carers from the villages and from Eastern European families are asked for by name.',
  sustainability: 'Visits are planned by postcode, to save miles.',
  state: 'signed-off',
  steps: [
    { kind: 'submitted', onDay: after(75), by: 'Priya Raman' },
    { kind: 'returned', onDay: after(86), by: 'Simon Attwood', reason: 'Say what each action costs, and who pays it.' },
    { kind: 'submitted', onDay: after(97), by: 'Priya Raman' },
    { kind: 'signed-off', onDay: after(112), by: 'Simon Attwood' },
  ],
  outcomes: [longer, asTheyChoose],
  indicators: ['NI 135', 'NI 123', 'NI 131', 'NI 125', 'L3.2', 'NI 139', 'NI 39'],
  resources: [],
  actions: [
    {
      ...nothingYet,
      text: 'Stop-smoking advice at twelve of the largest workplaces',
      outcome: longer,
      owners: [{ person: 'Colin Draper' }],
      contributors: [chamber],
      indicators: ['NI 123'],
      from: start,
      to: endOf(6),
      measure: '300 people set a date to stop, half of them have stopped after four weeks',
      how: 'Men under 40 do not come to a surgery, and do come in a lunch break.',
      resources: [{ of: health, pounds: 18_000, fte: '0.8' }],
      milestones: [{ text: 'Twelve workplaces have agreed', plannedOn: endOf(2), metOn: after(50) }],
      progress: [
        { ...first, rating: 'on-track', text: 'Fourteen workplaces take part.' },
        { ...second, rating: 'complete', text: '331 people set a date; 174 have stopped.' },
      ],
      closed: { outcome: '331 people set a date and 174 stopped; three workplaces go on by themselves.', endedOn: endOf(6) },
    },
    {
      ...nothingYet,
      text: 'An alcohol nurse in the emergency department, from Thursday to Sunday',
      outcome: longer,
      owners: [{ organisation: hospitals }],
      contributors: [health, council, police, assembly],
      indicators: ['NI 39'],
      from: after(20),
      to: end,
      measure: 'Every patient who comes in because of drink is seen before they leave',
      how: 'Of those who are seen, one in three does not come back within the year.',
      resources: [{ of: hospitals, pounds: 41_000, fte: '1' }],
      milestones: [{ text: 'The nurse has begun', plannedOn: endOf(3), metOn: endOf(3) }],
      progress: [
        { ...first, rating: 'on-track', text: 'Began in June.' },
        { ...second, rating: 'on-track', text: '206 patients were seen, 41 of them by appointment afterwards.' },
      ],
    },
    {
      ...nothingYet,
      text: 'Carers are seen at home, in the evening',
      outcome: asTheyChoose,
      owners: [{ organisation: carers }],
      contributors: [council, health],
      indicators: ['NI 135'],
      from: start,
      to: end,
      measure: '400 more carers have an assessment',
      how: 'Carers who work cannot come in office hours, and are not assessed.',
      resources: [{ of: council, pounds: 35_000, source: 'Carers’ grant' }],
      milestones: [{ text: 'Two hundred carers', plannedOn: endOf(6), metOn: after(178) }],
      progress: [
        { ...first, rating: 'on-track', text: '88 carers were seen.' },
        { ...second, rating: 'on-track', text: '207 carers were seen since April.' },
      ],
    },
    {
      ...nothingYet,
      text: 'A telephone line for carers at night',
      outcome: asTheyChoose,
      owners: [{ organisation: carers }],
      contributors: [health],
      indicators: ['NI 135'],
      from: after(60),
      to: end,
      measure: 'Somebody answers on every night of the year',
      how: 'Carers who can ask somebody at night ask for help before it is too late.',
      resources: [{ of: health, pounds: 24_000 }],
      milestones: [{ text: 'The line is open', plannedOn: ahead(30), forecastOn: end }],
      progress: [
        { ...first, rating: 'not-started', text: 'Begins in the summer.' },
        {
          ...second,
          rating: 'off-track',
          because: 'delivery',
          text: 'Volunteers for the nights were not found.',
          next: 'Ask the ambulance service whether its line could take the calls.',
          forecastOn: end,
        },
      ],
    },
    {
      ...nothingYet,
      text: 'One team takes people home from both hospitals within two days',
      outcome: asTheyChoose,
      owners: [{ person: 'Victor Amadi' }, { person: 'Sunita Rao' }],
      contributors: [council],
      indicators: ['NI 131', 'NI 125'],
      from: after(40),
      to: end,
      measure: 'Nobody who could leave waits longer than two days for care at home',
      how: 'Care at home is asked for twice, by two forms.',
      resources: [
        { of: hospitals, fte: '3' },
        { of: council, pounds: 150_000, fte: '2.5' },
      ],
      milestones: [
        { text: 'One form for both hospitals', plannedOn: endOf(4), metOn: after(118) },
        { text: 'The team works at weekends', plannedOn: ahead(40) },
      ],
      progress: [
        { ...first, rating: 'on-track', text: 'The team has met.' },
        { ...second, rating: 'on-track', text: 'The one form is used; the longest wait was four days.' },
      ],
    },
    {
      ...nothingYet,
      text: 'A fire officer and a nurse visit people over 75 who live alone',
      outcome: asTheyChoose,
      owners: [{ person: 'Angela Stroud' }],
      contributors: [health, assembly],
      indicators: ['L3.2', 'NI 139'],
      from: start,
      to: endOf(11),
      measure: '1,000 visits, with an alarm fitted in each home that has none',
      how: 'Who lets in a fire officer lets in a nurse.',
      isFree: true,
      milestones: [{ text: 'Five hundred visits', plannedOn: endOf(6), metOn: after(160) }],
      progress: [
        { ...first, rating: 'on-track', text: '260 visits.' },
        { ...second, rating: 'on-track', text: '571 visits, 130 alarms.' },
      ],
    },
  ],
})

const saferWexcombe = ({ endOf, ago, end, ahead }: Times): ExamplePlan => ({
  group: 'SWP',
  shortName: 'SWP-PLAN',
  title: 'Safer Wexcombe: delivery plan',
  lead: 'Keith Summers',
  summary: 'Burglary in three streets, people who offend again and again, and the roads.',
  risks: 'The analyst’s post ends in March.',
  equality: 'Notices about locks are in four languages.',
  sustainability: 'Considered: nothing that follows.',
  state: 'submitted',
  steps: [{ kind: 'submitted', onDay: ago(9), by: 'Keith Summers' }],
  outcomes: [lessCrime, notAgain, safer],
  indicators: ['NI 16', 'NI 32', 'NI 30', 'NI 47', 'NI 33'],
  resources: [{ of: police, fte: '1', source: 'Analyst' }],
  actions: [
    {
      ...nothingYet,
      text: 'Locks and lights for the three streets of Arnemouth with the most burglaries',
      outcome: lessCrime,
      owners: [{ person: 'Keith Summers' }],
      contributors: [arnemouth, police],
      indicators: ['NI 16'],
      from: ago(5),
      to: ahead(80),
      measure: '140 homes have new locks; burglaries there fall by half',
      how: 'Three streets account for a third of all burglaries.',
      resources: [{ of: council, pounds: 8_500 }],
      milestones: [{ text: 'Every home is asked', plannedOn: ahead(25) }],
    },
    {
      ...nothingYet,
      text: 'A worker beside officers who are called to abuse at home',
      outcome: lessCrime,
      owners: [{ seat: ['SWP', 'Refuges'] }],
      contributors: [police],
      indicators: ['NI 32'],
      from: ahead(10),
      to: end,
      measure: 'Every victim who is called on twice is visited within two days',
      how: 'Help in the first two days is what makes the difference.',
      resources: [{ of: police, pounds: 31_000, fte: '1' }],
    },
    {
      ...nothingYet,
      text: 'One meeting a week about the forty people who offend most',
      outcome: notAgain,
      owners: [{ person: 'Marcus Bell' }],
      contributors: [police, youth],
      indicators: ['NI 30'],
      from: endOf(6),
      to: end,
      measure: 'Offences of the forty fall by a fifth',
      how: 'Each service sees a part of the same forty people.',
      isFree: true,
    },
    {
      ...nothingYet,
      text: 'Speed watch in twenty villages',
      outcome: safer,
      owners: [{ organisation: police }],
      contributors: [council],
      indicators: ['NI 47'],
      from: endOf(6),
      to: end,
      measure: 'Twenty villages watch once a month',
      how: 'Half of the worst accidents are on roads through villages.',
      resources: [{ of: council, pounds: 6_000 }],
    },
    {
      ...nothingYet,
      text: 'Fire setters: a visit within a week, with the family',
      outcome: safer,
      owners: [{ person: 'Owen Pryce' }],
      indicators: ['NI 33'],
      from: endOf(6),
      to: end,
      measure: 'All 45 referrals are visited within a week',
      how: 'Most fires that are started on purpose are started by the same few.',
      resources: [{ of: fire, fte: '0.5' }],
    },
  ],
})

const economy = ({ endOf, ago, end, ahead }: Times): ExamplePlan => ({
  group: 'EEP',
  shortName: 'EEP-PLAN',
  title: 'Economy and employment: delivery plan',
  lead: null,
  summary: 'Work, skills and businesses.',
  risks: 'Large employers decide elsewhere.',
  equality: 'Places for people with a disability are kept in each course.',
  sustainability: 'Sites near a station come first.',
  state: 'returned',
  steps: [
    { kind: 'submitted', onDay: ago(40), by: 'Ravi Menon' },
    {
      kind: 'returned',
      onDay: ago(12),
      by: 'Simon Attwood',
      reason:
        'Nothing is said of homes, which are one of your three outcomes. Two actions have no measure, and one has no date: the executive cannot tell from them whether anything will be done.',
    },
  ],
  outcomes: [goodWork, businesses, homes],
  indicators: ['NI 151', 'NI 152', 'NI 171', 'NI 172', 'L18.1', 'NI 154', 'NI 155'],
  resources: [],
  actions: [
    {
      ...nothingYet,
      text: 'Courses in construction for 80 people out of work',
      outcome: goodWork,
      owners: [{ person: 'David Rees' }],
      contributors: [jobs, chamber],
      indicators: ['NI 151', 'NI 152'],
      from: endOf(6),
      to: end,
      measure: '80 begin, 60 finish, 40 are in work after three months',
      how: 'Builders look for people, and those out of work lack the card that a site asks for.',
      resources: [{ of: college, pounds: 72_000 }],
      milestones: [{ text: 'The first twenty begin', plannedOn: ahead(30) }],
    },
    {
      ...nothingYet,
      text: 'A fund for people who start a business from nothing',
      outcome: businesses,
      owners: [{ organisation: chamber }],
      indicators: ['NI 171'],
      from: endOf(6),
      to: end,
      measure: '25 new businesses trade after six months',
      how: 'Banks ask for two years of accounts.',
      resources: [{ of: council, pounds: 50_000, source: 'Area Based Grant' }],
    },
    {
      ...nothingYet,
      text: 'Help small firms to take on their first employee',
      outcome: businesses,
      owners: [{ person: 'Nadia Kowalska' }],
      indicators: ['NI 172'],
      from: null,
      to: null,
      how: 'Fear of forms.',
      resources: [{ of: council, fte: '0.5' }],
    },
    {
      ...nothingYet,
      text: 'Promote the county to investors',
      outcome: businesses,
      owners: [{ person: 'Fiona Marlow' }],
      indicators: ['L18.1'],
      from: endOf(6),
      to: end,
    },
  ],
})

const strongerCommunities = ({ end }: Times): ExamplePlan => ({
  group: 'SCP',
  shortName: 'SCP-PLAN',
  title: 'Stronger communities: delivery plan',
  lead: null,
  summary: '',
  risks: '',
  equality: '',
  sustainability: '',
  state: 'draft',
  steps: [],
  outcomes: [haveASay, thriving],
  indicators: ['L6.1'],
  resources: [],
  actions: [
    { ...nothingYet, text: 'Raise awareness of volunteering', outcome: haveASay, owners: [], from: null, to: null },
    { ...nothingYet, text: 'A festival of communities', outcome: haveASay, owners: [], from: null, to: end },
    {
      ...nothingYet,
      text: 'Plans of their own for ten more parishes',
      outcome: haveASay,
      owners: [{ person: 'Clive Bannister' }],
      indicators: ['L6.1'],
      from: null,
      to: null,
    },
  ],
})
