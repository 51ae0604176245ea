/**
 * How delivery is talked about in Wexcombe: why figures are where they are, what the four Rs said of those that are off target, what reviewers said of two plans, what
 * hangs together besides, and how the gaps became fewer since summer.
 */
import type { ReasonCode } from '../performance/index.ts'

/** `ago`: of the latest period of which there is a figure, or of the one before it, … */
export type ExampleCommentary = {
  readonly indicator: string
  readonly ago: number
  readonly text: string
  readonly because: readonly ReasonCode[]
  readonly by: string
}

export const commentaryOfWexcombe: readonly ExampleCommentary[] = [
  {
    indicator: 'NI 111',
    ago: 1,
    text: 'Triage had been open in Kingsferry for a few weeks only. Who would have come to court in spring is still counted.',
    because: ['timeframe'],
    by: 'Joseph Carrow',
  },
  {
    indicator: 'NI 111',
    ago: 0,
    text: 'The figure falls for the third time running, and faster where there is triage. It counts twelve months, half of which were before triage, and children who are arrested in Arnemouth are still driven to Kingsferry. We expect to be within tolerance by summer.',
    because: ['timeframe', 'delivery'],
    by: 'Joseph Carrow',
  },
  {
    indicator: 'NI 87',
    ago: 1,
    text: 'Two of the six schools with the most absence had no attendance worker until after Easter.',
    because: ['delivery'],
    by: 'Helen Marsh',
  },
  {
    indicator: 'NI 87',
    ago: 0,
    text: 'Absence falls in the six schools with an attendance worker and stands still in the other 31. Six schools are too few for the target of the whole county.',
    because: ['plan-not-robust'],
    by: 'Helen Marsh',
  },
  {
    indicator: 'L1.1',
    ago: 0,
    text: 'There are mentors enough to train, and nothing to train them with: the second half of the grant has not been released. Nobody new has started since training paused.',
    because: ['funding'],
    by: 'Dafydd Rees',
  },
  {
    indicator: 'NI 39',
    ago: 1,
    text: 'Admissions rise all over the region. Ours rise a little less than those of our neighbours.',
    because: ['external'],
    by: 'Colin Draper',
  },
  {
    indicator: 'NI 39',
    ago: 0,
    text: 'The nurse sees people on four nights of seven, and those whom she sees come back less. Most admissions are of people whom she never meets: they come by day, with a disease of many years. The plan does nothing for them.',
    because: ['external', 'plan-not-robust'],
    by: 'Colin Draper',
  },
  {
    indicator: 'NI 135',
    ago: 1,
    text: 'The hospitals record assessments on wards only. We do not know whether fewer carers are assessed or fewer assessments written down.',
    because: ['data-quality'],
    by: 'Priya Raman',
  },
  {
    indicator: 'NI 135',
    ago: 0,
    text: 'Visits in the evening bring more carers in. About one assessment in eight is still not recorded, because clinics do not do so before April.',
    because: ['data-quality', 'no-engagement'],
    by: 'Priya Raman',
  },
  {
    indicator: 'NI 171',
    ago: 0,
    text: 'Fewer firms were begun everywhere. What the partnership could do about it stands in a plan that came back, so that nothing of it has started.',
    because: ['external', 'no-plan'],
    by: 'Nadia Kowalska',
  },
  // Of two that are not off target, so that nobody takes commentary for an excuse.
  {
    indicator: 'NI 123',
    ago: 0,
    text: '174 people stopped with the help of advice at work. The advice was for half a year and is over in nine of twelve workplaces, so that the next figure will be lower.',
    because: ['funding'],
    by: 'Colin Draper',
  },
  {
    indicator: 'NI 191',
    ago: 0,
    text: 'Two districts collected garden waste with the rest for six weeks. The figures of Tarrant Downs came after the day and are an estimate.',
    because: ['data-late'],
    by: 'Elspeth Gray',
  },
]

export type ExampleFourRs = {
  readonly indicator: string
  readonly realistic: string
  readonly rationale: string
  readonly value: string
  readonly reports: string
  readonly outcome: 'keep-target' | 'propose-target' | 'change-plan' | 'change-measure' | 'escalate'
  readonly note: string
  readonly by: string
  /** At the last meeting of the performance group. */
  readonly isAtMeeting?: true
}

export const fourRsOfWexcombe: readonly ExampleFourRs[] = [
  {
    indicator: 'NI 111',
    realistic: 'Yes, if Arnemouth opens before spring. Where there is triage the figure has fallen by a quarter in a year.',
    rationale: 'Who comes to court once comes again. Seen within a day, seven children in ten go home without a charge.',
    value: '£124,000 for about 240 children a year. A first court case alone costs about four times as much for each.',
    reports: 'The inspection of the youth justice service calls triage its strongest part. Officers on night shifts are not mentioned.',
    outcome: 'keep-target',
    note: 'Arnemouth is looked at again in ten weeks.',
    by: 'Farah Malik',
    isAtMeeting: true,
  },
  {
    indicator: 'NI 87',
    realistic: 'Not with six schools. They have a third of all absence; the target asks for more than that.',
    rationale: 'Absence is what most of those who later have neither work nor a course have in common.',
    value: '£96,000 and three people for six schools. The workers of two schools could take two more each.',
    reports: 'Heads say that a call on the first morning does most of it, which needs nobody new.',
    outcome: 'change-plan',
    note: 'The plan is to say what the other 31 schools do without a worker.',
    by: 'Helen Marsh',
  },
  {
    indicator: 'L1.1',
    realistic: 'It was, with the whole grant. With half of it 40 young people are the most that can be reached.',
    rationale: 'Mentors reach those whom no service reaches. That holds.',
    value: '£600 for each young person, most of it training. A mentor who is trained stays for three on average.',
    reports: 'None yet. The first is due when 30 have been with a mentor for six months.',
    outcome: 'escalate',
    note: 'The executive is asked when the second half of the grant is released.',
    by: 'Dafydd Rees',
  },
  {
    indicator: 'NI 135',
    realistic: 'Nobody can say while one assessment in eight is not recorded.',
    rationale: 'Who is assessed gets help before it is an emergency. That holds.',
    value: 'Visits in the evening cost £35,000 and bring in about 210 carers, who did not come by day.',
    reports: 'Carers say that being asked at home made the difference. Clinics say that their system has no field for it.',
    outcome: 'change-measure',
    note: 'Clinics are counted from April, with a break in the series.',
    by: 'Priya Raman',
  },
  {
    indicator: 'NI 171',
    realistic: 'No. It was set before the downturn, and no county like ours has reached it since.',
    rationale: 'New firms are where most new jobs come from. That holds, and the fund for those who start from nothing is for it.',
    value: 'Nothing has been spent. The fund would cost about £2,000 for each firm that is still there after a year.',
    reports: 'Surveys of the chamber speak of orders and of banks, and not of help to start.',
    outcome: 'propose-target',
    note: 'Another target is proposed for the refresh, beside what our neighbours reach.',
    by: 'Nadia Kowalska',
  },
]

type Answered = readonly [answer: 'yes' | 'partly' | 'no', sentence?: string]
export type ExamplePlanReview = {
  readonly plan: string
  readonly by: string
  readonly daysAgo: number
  readonly answers: Readonly<
    Partial<
      Record<'specific' | 'measurable' | 'achievable' | 'relevant' | 'timed' | 'realistic' | 'rationale' | 'value' | 'reports', Answered>
    >
  >
}

export const planReviewsOfWexcombe: readonly ExamplePlanReview[] = [
  {
    plan: 'EEP-PLAN',
    by: 'Simon Attwood',
    daysAgo: 31,
    answers: {
      specific: ['partly', 'Who promotes the county to whom is not said.'],
      measurable: ['no', 'Two of four actions have nothing by which one would know that they are done.'],
      achievable: ['partly', 'The courses are. The fund has a sum and nobody who runs it.'],
      relevant: ['yes'],
      timed: ['no', 'One action has no day, and none has a step on the way.'],
      realistic: ['partly', 'Eighty places are. Of the rest one cannot tell.'],
      rationale: ['yes', 'The page about who is out of work is the best of it.'],
      value: ['no', 'Nothing is said of what else £50,000 would do.'],
      reports: ['no', 'No report is promised to anybody.'],
    },
  },
  {
    plan: 'EEP-PLAN',
    by: 'Rosalind Duke',
    daysAgo: 29,
    answers: {
      measurable: ['partly', 'The courses and the fund say how many. The other two do not.'],
      achievable: ['yes'],
      timed: ['partly', 'The courses have their days.'],
      value: ['partly', '£900 for a place on a course is less than elsewhere. The fund is not compared with anything.'],
      reports: ['no', 'Money is asked for and no report is offered.'],
    },
  },
  {
    plan: 'CYP-PLAN',
    by: 'Farah Malik',
    daysAgo: 140,
    answers: {
      specific: ['yes'],
      measurable: ['yes', 'All but the conference.'],
      achievable: ['partly', 'Districts have to release people, and have not been asked.'],
      relevant: ['yes'],
      timed: ['yes'],
      realistic: ['yes'],
      rationale: ['yes'],
      value: ['partly', 'Costs are named. What each brings is said of triage only.'],
      reports: ['yes'],
    },
  },
]

/** A line that the lead has added to those that are known, under two headings of the sheet of the children's trust. */
export const workplanOfWexcombe = {
  group: 'CYPT',
  achievements: [
    'Of 6,140 young people who left school in summer 6,054 had an offer of a place in learning.',
    'Triage in Kingsferry has seen 118 children since June.',
    'The first young people to have been with a mentor for half a year speak at the trust’s meeting in January.',
  ],
} as const

export type Linked = { readonly plan: string } | { readonly indicator: string }
export type ExampleLink = {
  readonly from: Linked
  readonly kind: 'depends-on' | 'conflicts-with'
  readonly to: Linked
  readonly sentence: string
  readonly by: string
}
export const linksOfWexcombe: readonly ExampleLink[] = [
  {
    from: { plan: 'CYP-PLAN' },
    kind: 'depends-on',
    to: { plan: 'SWP-PLAN' },
    sentence:
      'Triage needs officers at two stations who call the youth worker by night, and their hours stand in the plan for a safer county',
    by: 'Beth Langley',
  },
  {
    from: { indicator: 'NI 154' },
    kind: 'conflicts-with',
    to: { indicator: 'NI 186' },
    sentence: 'Most of the land for new homes lies where one cannot live without a car',
    by: 'Alan Frome',
  },
]

/** How many gaps of each kind there were, week by week, before as many as there are now. Kinds that are not named were as many as now. */
export const gapsBefore: Readonly<Record<string, readonly number[]>> = {
  'off-target-without-action': [6, 6, 6, 5, 5, 5, 5, 4, 4, 4, 3, 3],
  'outcome-without-owner': [2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1],
  'group-without-plan': [3, 3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1],
  'plan-outcome-without-action': [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2],
  'going-while-worsening': [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
  'decision-without-action': [4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1],
  'indicator-without-lead': [3, 3, 3, 2, 2, 2, 2, 2, 1, 1, 1, 1],
  'stopped-while-improving': [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1],
  'contributor-without-contribution': [5, 5, 5, 4, 4, 4, 4, 3, 3, 3, 2, 2],
  'action-without-indicator': [9, 9, 8, 8, 7, 7, 6, 5, 5, 4, 4, 3],
}

/** A plan of somebody else's beside the one of children and young people; `actions` are the numbers of ours that are the same. */
export const otherPlanOfWexcombe: {
  readonly plan: string
  readonly title: string
  readonly whose: string
  readonly years: string
  readonly lines: readonly { readonly reference: string; readonly text: string; readonly actions: readonly number[] }[]
} = {
  plan: 'CYP-PLAN',
  title: 'A fair start: the council’s plan for children',
  whose: 'Wexcombe County Council',
  years: '2025 to 2028',
  lines: [
    { reference: '1.1', text: 'Fewer children come before a court for the first time', actions: [1, 2] },
    { reference: '1.2', text: 'Somewhere to go on Friday and Saturday evenings in each district', actions: [3] },
    { reference: '2.1', text: 'Every school leaver has an offer of a place in learning', actions: [5] },
    { reference: '2.2', text: 'Attendance workers in the schools with the most absence', actions: [7] },
    { reference: '2.3', text: 'Each looked-after child has an education plan', actions: [8] },
    { reference: '3.1', text: 'One front door for anybody who worries about a child', actions: [10] },
    { reference: '3.2', text: 'School meals are free for every child under eight', actions: [] },
    { reference: '3.3', text: 'Forty more foster families in the county', actions: [] },
  ],
}
