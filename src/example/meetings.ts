/**
 * A year of meetings of Wexcombe: the board each quarter, the executive every six weeks, the performance group on the third Friday, the crime partnership every six
 * weeks, and a forum to which nobody comes. The last ones are minuted, as people minute them: actions with several owners, dates as one says them, a
 * correction of the minutes before, somebody who came for somebody else, and things that are overdue. Days follow from today.
 */
import { addDays, addMonths, type Day, day, daysBetween, monthOf, yearOf } from '../kernel/day.ts'

export type ExampleMeeting = {
  /** The short name of its group. */
  readonly group: string
  readonly title?: string
  readonly onDay: Day
  readonly startsAt: string
  readonly endsAt: string
  readonly venue: string
  readonly held?: Held
  /** On the agenda of one that is to come, beside what the forward plan brings. */
  readonly agenda?: readonly ExampleItem[]
  readonly apologies?: readonly string[]
}

export type Held = {
  readonly openedAt: string
  readonly closedAt: string
  readonly chair: string
  readonly present: readonly string[]
  /** Who came, for whom. */
  readonly instead?: readonly (readonly [string, string])[]
  readonly apologies?: readonly string[]
  readonly inAttendance?: readonly string[]
  readonly items: readonly ExampleItem[]
  readonly state: 'draft' | 'circulated' | 'approved'
  readonly correctionsBy?: Day
}

export type ExampleItem = {
  readonly kind?:
    | 'welcome'
    | 'minutes'
    | 'matters-arising'
    | 'standing'
    | 'exceptions'
    | 'forward-plan'
    | 'any-other-business'
    | 'next-meeting'
  readonly title: string
  readonly detail?: string
  readonly presenter?: string
  /** The short name of the group whose update it is. */
  readonly aboutGroup?: string
  readonly purpose?: 'decide' | 'discuss' | 'note'
  readonly minutes?: number
  readonly isConfidential?: boolean
  readonly said?: readonly Said[]
}

/** As it is typed: `typed` has the further fields of its kind. */
export type Said = {
  readonly kind: 'heading' | 'discussion' | 'decision' | 'action' | 'correction' | 'interest'
  readonly text: string
  readonly typed?: Readonly<Record<string, string>>
  readonly isWithheld?: boolean
  /** What became of an action since: its outcome, or a date that was moved, with the reason. */
  readonly outcome?: string
  readonly moved?: readonly { readonly to: Day; readonly reason: string }[]
}

export type ExampleForwardItem = {
  readonly group: string
  /** How many meetings from now: 1 is the next. None for a standing item, null for one that is to be allocated. */
  readonly at?: number | null
  readonly title: string
  readonly detail?: string
  readonly responsible: string
  readonly purpose: 'decide' | 'discuss' | 'note'
  readonly source?: string
}

const said = (text: string): Said => ({ kind: 'discussion', text })
const heading = (text: string): Said => ({ kind: 'heading', text })
const action = (text: string, owners: string, due: string, since: Pick<Said, 'outcome' | 'moved'> = {}): Said => ({
  kind: 'action',
  text,
  typed: { owners, due },
  ...since,
})
const decision = (text: string, typed: Readonly<Record<string, string>> = {}): Said => ({
  kind: 'decision',
  text,
  typed: { outcome: 'agreed', ...typed },
})
const minutesOfLast = (...more: readonly Said[]): ExampleItem => ({
  kind: 'minutes',
  title: 'Minutes of the last meeting',
  said: more.length > 0 ? more : [said('The minutes were approved as a correct record.')],
})

/** Monday is 1. */
const weekdayOf = (on: Day): number => (((daysBetween(day('2000-01-03'), on) % 7) + 7) % 7) + 1
const firstOf = (on: Day): Day => day(`${yearOf(on)}-${String(monthOf(on)).padStart(2, '0')}-01`)
/** The nth of a weekday of the month that lies so many months from today's. */
function nthOf(weekday: number, nth: number, today: Day, months: number): Day {
  const first = firstOf(addMonths(firstOf(today), months))
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1))
}
const thirdFriday = (today: Day, months: number): Day => nthOf(5, 3, today, months)

export function meetingsOfWexcombe(today: Day): {
  readonly meetings: readonly ExampleMeeting[]
  readonly forwardPlan: readonly ExampleForwardItem[]
} {
  const fridays = Array.from({ length: 16 }, (_, at) => thirdFriday(today, at - 4))
  const past = fridays.filter(on => on < today).slice(-3)
  const coming = fridays.filter(on => on >= today).slice(0, 11)
  const [first, second, last] = past
  const [next, after] = coming
  if (first === undefined || second === undefined || last === undefined || next === undefined || after === undefined)
    return { meetings: [], forwardPlan: [] }

  const pmg = { group: 'PMG', startsAt: '09:30', endsAt: '12:00', venue: 'Committee Room 2, County Hall' }
  const everySixWeeks = (from: Day, count: number) => Array.from({ length: count }, (_, at) => addDays(from, 42 * at))
  /** A Thursday and a Tuesday, so that nothing falls on one day. */
  const executive = everySixWeeks(addDays(nthOf(4, 2, today, -3), 0), 11)
  const safer = everySixWeeks(addDays(nthOf(2, 1, today, -3), 0), 11)
  const board = [-5, -2, 1, 4, 7].map(months => nthOf(3, 2, today, months))
  const forum = [-5, -3, -1].map(months => nthOf(1, 2, today, months))

  const meetings: ExampleMeeting[] = [
    { ...pmg, onDay: first, held: firstOfThree(second) },
    { ...pmg, onDay: second, held: secondOfThree(addDays(last, 30)) },
    { ...pmg, onDay: last, held: lastOfThree(addDays(last, 14), today) },
    { ...pmg, onDay: next, apologies: ['Peter Lingard'], agenda: nextAgenda },
    ...coming.slice(1).map((onDay): ExampleMeeting => ({ ...pmg, onDay, ...(onDay === coming[4] && { venue: '' }) })),
    ...executive.map(
      (onDay, at): ExampleMeeting => ({
        group: 'PEX',
        startsAt: '14:00',
        endsAt: '16:30',
        venue: 'Cabinet Room, County Hall',
        onDay,
        ...(onDay < today && at === executive.findLastIndex(on => on < today) && { held: executiveHeld(onDay) }),
        ...(onDay < today && at === executive.findLastIndex(on => on < today) - 1 && { held: executiveBefore }),
      }),
    ),
    ...safer.map(
      (onDay, at): ExampleMeeting => ({
        group: 'SWP',
        startsAt: '10:00',
        endsAt: '12:00',
        venue: 'Police Headquarters, Kingsferry',
        onDay,
        ...(onDay < today && at === safer.findLastIndex(on => on < today) && { held: saferHeld() }),
      }),
    ),
    ...board.map((onDay): ExampleMeeting => ({ group: 'WPB', startsAt: '18:00', endsAt: '20:00', venue: 'Guildhall, Kingsferry', onDay })),
    ...forum.map(
      (onDay): ExampleMeeting => ({
        group: 'DAF',
        startsAt: '13:00',
        endsAt: '14:30',
        venue: 'Town Hall, Arnemouth',
        onDay,
        held: forumHeld(),
      }),
    ),
  ]
  return { meetings, forwardPlan }
}

const everybodyOfPmg = [
  'Farah Malik',
  'Priya Raman',
  'Ruth Calder',
  'Amina Siddiqui',
  'Owen Pryce',
  'Marcus Bell',
  'Yvonne Blake',
  'Stephen Oakes',
  'Catherine Yeo',
  'Shazia Begum',
  'Daniel Thorne',
  'Martin Hale',
]
const pmgWithout = (...names: readonly string[]) => everybodyOfPmg.filter(name => !names.includes(name))

const firstOfThree = (next: Day): Held => ({
  openedAt: '09:35',
  closedAt: '11:50',
  chair: 'Farah Malik',
  present: pmgWithout('Yvonne Blake'),
  apologies: ['Peter Lingard', 'Yvonne Blake'],
  state: 'approved',
  items: [
    { kind: 'welcome', title: 'Welcome and apologies', said: [said('The Chair welcomed Catherine Yeo to her first meeting.')] },
    minutesOfLast(),
    {
      title: 'Returns for the quarter',
      presenter: 'Beth Langley',
      purpose: 'discuss',
      said: [
        said(
          'Figures were in for most indicators. Two districts had sent theirs late, and one organisation had sent none.\n- Definitions differ between districts for fly-tipping\n- The survey comes every second year, so that nothing will be known of it until the spring',
        ),
        action('Write to those whose figures are late, with a date', 'Martin Hale', 'next meeting', {
          outcome: 'Letters went to three organisations; two have sent their figures since.',
        }),
        action('Bring one definition of fly-tipping to the group', 'Daniel Thorne, Stephen Oakes', 'next meeting', {
          moved: [
            { to: addMonths(next, 1), reason: 'Eastmarsh counts loads, the others incidents' },
            { to: addMonths(next, 2), reason: 'Waiting for the national guidance' },
          ],
        }),
      ],
    },
    {
      title: 'Who leads on what',
      said: [
        decision('Each indicator shows who leads it and who contributes', { proposer: 'Priya Raman' }),
        action('Put leads and contributors on the scorecard', 'Amina Siddiqui', 'end of the month', {
          outcome: 'They are on the scorecard and on its paper.',
        }),
      ],
    },
    { kind: 'any-other-business', title: 'Any other business', said: [said('None.')] },
  ],
})

const secondOfThree = (due: Day): Held => ({
  openedAt: '09:30',
  closedAt: '12:10',
  chair: 'Priya Raman',
  present: pmgWithout('Farah Malik', 'Ruth Calder'),
  instead: [['Inspector Lisa Yardley', 'Ruth Calder']],
  apologies: ['Farah Malik', 'Ruth Calder', 'Peter Lingard'],
  inAttendance: ['Rosalind Duke'],
  state: 'approved',
  items: [
    {
      kind: 'welcome',
      title: 'Welcome and apologies',
      said: [said('The Vice Chair took the chair. Inspector Lisa Yardley attended for Ruth Calder.')],
    },
    { kind: 'minutes', title: 'Minutes of the last meeting' },
    {
      kind: 'matters-arising',
      title: 'Matters arising',
      said: [said('The letters about late figures had gone out, and two answers had come.')],
    },
    {
      title: 'Carers who had an assessment',
      presenter: 'Priya Raman',
      purpose: 'discuss',
      said: [
        said(
          'The trend gives cause for concern. It was not clear whether fewer carers are assessed or whether fewer assessments are written down.',
        ),
        decision('Carers’ assessments on wards and in clinics are recorded in one way, and the indicator is reviewed by the four Rs', {
          proposer: 'Priya Raman',
          indicators: 'NI 135',
        }),
        action('Report on carers’ assessments and what is intended', 'Priya Raman, Yvonne Blake', 'next meeting'),
        action('Ask the hospitals which assessments they record', 'Christine Holloway', 'in two weeks', {
          outcome: 'Only those on wards are recorded; clinics will follow from April.',
        }),
      ],
    },
    {
      title: 'Money for the reporting of figures',
      presenter: 'Rosalind Duke',
      purpose: 'decide',
      said: [
        { kind: 'interest', text: 'employs the analyst whose post it would pay for', typed: { who: 'Daniel Thorne', left: 'on' } },
        said('Rosalind Duke set out what was left of the reward grant.'),
        decision('£12,000 of the reward grant pays for an analyst two days a week until March', {
          proposer: 'Owen Pryce',
          manner: 'vote',
          votesFor: '9',
          votesAgainst: '1',
          abstentions: '1',
          dissent: 'Stephen Oakes held that districts should share the cost',
          amount: '£12,000',
        }),
        action('Draft the description of the post', 'Daniel Thorne', `by ${monthWords(due)}`),
      ],
    },
    {
      title: 'Contract with the survey company',
      presenter: 'Martin Hale',
      purpose: 'note',
      isConfidential: true,
      said: [said('Two offers were compared. The cheaper one had not answered questions about the sample.')],
    },
    {
      kind: 'any-other-business',
      title: 'Any other business',
      said: [
        said('Hilary Oddie asked when the probation figures move to the new areas.'),
        action('Say when the figures move to the new areas', 'MB', ''),
      ],
    },
  ],
})

const lastOfThree = (correctionsBy: Day, today: Day): Held => ({
  openedAt: '09:30',
  closedAt: '11:55',
  chair: 'Farah Malik',
  present: pmgWithout('Catherine Yeo', 'Shazia Begum'),
  apologies: ['Peter Lingard', 'Catherine Yeo', 'Shazia Begum'],
  state: 'circulated',
  correctionsBy: correctionsBy > today ? correctionsBy : addDays(today, 5),
  items: [
    { kind: 'welcome', title: 'Welcome and apologies', said: [said('Apologies were noted.')] },
    minutesOfLast({
      kind: 'correction',
      text: '',
      typed: {
        where: 'Money for the reporting of figures',
        was: 'two days a week until March',
        shouldRead: 'two days a week until the end of March',
        proposedBy: 'Rosalind Duke',
        agreed: 'on',
      },
    }),
    {
      kind: 'matters-arising',
      title: 'Matters arising',
      said: [said('The definition of fly-tipping is still not agreed. The Chair asked that it be settled before the annual report.')],
    },
    {
      title: 'What is off target this quarter',
      presenter: 'Amina Siddiqui',
      purpose: 'discuss',
      said: [
        heading('Children and young people'),
        said('First-time entrants fall for the third quarter running. Joseph Carrow credits the triage at the police stations.'),
        heading('A greener county'),
        said(
          'There was nobody at the table for the theme. The figures speak of flytipping and of buses; whether something is done about them, the group could not say.\n\nIt was noted that this was lack of engagement, not necessarily evidence of poor performance.',
        ),
        action(
          'Write to the chair of the Greener Wexcombe Partnership about who speaks for the theme',
          'Farah Malik, Martin Hale',
          'in two weeks',
        ),
        heading('Healthier communities and older people'),
        said('Six indicators were discussed. Colin Draper had sent a note, which was read.'),
      ],
    },
    {
      title: 'The toolkit for self-assessment',
      presenter: 'Yvonne Blake',
      purpose: 'decide',
      said: [
        decision('The group endorses the toolkit and takes it to the executive', { outcome: 'endorsed', proposer: 'Yvonne Blake' }),
        action('Send the toolkit round for comment', 'Secretariat', 'next meeting'),
        action('Try it with one theme each', 'Amina Siddiqui, Ruth Calder, Owen Pryce', 'end of next month'),
      ],
    },
    {
      kind: 'forward-plan',
      title: 'Forward plan',
      said: [said('Two items were moved; the review of the carers’ target waits for its report.')],
    },
    {
      kind: 'any-other-business',
      title: 'Any other business',
      said: [said('The slides of the conference will be sent round.'), action('Send round the slides of the conference', 'MH', '')],
    },
  ],
})

const nextAgenda: readonly ExampleItem[] = [
  { kind: 'welcome', title: 'Welcome and apologies', minutes: 5 },
  { kind: 'minutes', title: 'Minutes of the last meeting', purpose: 'decide', minutes: 5 },
  { kind: 'matters-arising', title: 'Matters arising', minutes: 15 },
  { kind: 'exceptions', title: 'Exceptions of the scorecard', presenter: 'Amina Siddiqui', purpose: 'discuss', minutes: 30 },
  {
    title: 'Children and young people: how the plan goes',
    presenter: 'Beth Langley',
    purpose: 'discuss',
    minutes: 20,
    aboutGroup: 'CYPT',
  },
  { title: 'Carers’ assessments: report and intentions', presenter: 'Priya Raman', purpose: 'decide', minutes: 25 },
  { title: 'One definition of fly-tipping', presenter: 'Daniel Thorne', purpose: 'decide', minutes: 15 },
  { title: 'Offers for the residents’ survey', presenter: 'Martin Hale', purpose: 'decide', minutes: 15, isConfidential: true },
  { kind: 'forward-plan', title: 'Forward plan', minutes: 10 },
  { kind: 'any-other-business', title: 'Any other business', minutes: 10 },
  { kind: 'next-meeting', title: 'Date of next meeting' },
]

const executiveBefore: Held = {
  openedAt: '14:00',
  closedAt: '15:50',
  chair: 'Simon Attwood',
  present: [
    'Simon Attwood',
    'Helen Marsh',
    'Chief Superintendent Neil Garrick',
    'Colin Draper',
    'Joanna Frith',
    'Dafydd Rees',
    'Fiona Marlow',
    'Martin Hale',
  ],
  apologies: ['Rosalind Duke'],
  state: 'circulated',
  items: [
    { kind: 'welcome', title: 'Welcome and apologies', said: [said('Nobody had come for a greener county.')] },
    {
      title: 'Annual report',
      presenter: 'Martin Hale',
      purpose: 'discuss',
      said: [
        said('Each theme writes two pages.'),
        action('Send round the headings of the annual report', 'Secretariat', 'in two weeks', {
          outcome: 'Sent to all leads and their deputies.',
        }),
      ],
    },
  ],
}

const executiveHeld = (onDay: Day): Held => ({
  openedAt: '14:05',
  closedAt: '16:20',
  chair: 'Simon Attwood',
  present: ['Simon Attwood', 'Helen Marsh', 'Colin Draper', 'Joanna Frith', 'Dafydd Rees', 'Rosalind Duke', 'Martin Hale'],
  instead: [['Inspector Lisa Yardley', 'Chief Superintendent Neil Garrick']],
  apologies: ['Chief Superintendent Neil Garrick', 'Fiona Marlow'],
  state: 'circulated',
  correctionsBy: addDays(onDay, 28),
  items: [
    { kind: 'welcome', title: 'Welcome and apologies' },
    minutesOfLast(),
    {
      title: 'Who speaks for a greener county',
      presenter: 'Martin Hale',
      purpose: 'discuss',
      said: [
        said('The lead’s seat has been empty since Graham Pell resigned. Nobody from the partnership has come twice running.'),
        action('Find somebody to lead on a greener county', 'Simon Attwood', 'next meeting'),
      ],
    },
    {
      title: 'Delivery plans for the year',
      presenter: 'Helen Marsh',
      purpose: 'decide',
      said: [
        said('Two of six are not in place, and one is not robust.'),
        decision('Plans are due by the end of June; money is given against plans that are there', { proposer: 'Joanna Frith' }),
        action('Check the plans against what makes one robust', 'Secretariat', 'end of June'),
      ],
    },
    {
      kind: 'any-other-business',
      title: 'Any other business',
      said: [decision('Each partner names one person for warm homes this winter', { proposer: 'Rosalind Duke' })],
    },
  ],
})

const saferHeld = (): Held => ({
  openedAt: '10:00',
  closedAt: '11:40',
  chair: 'Chief Superintendent Neil Garrick',
  present: [
    'Chief Superintendent Neil Garrick',
    'Keith Summers',
    'Owen Pryce',
    'Marcus Bell',
    'Joseph Carrow',
    'Marie Fontaine',
    'Philip Nash',
  ],
  apologies: ['Daniel Thorne'],
  state: 'draft',
  items: [
    { kind: 'welcome', title: 'Welcome and apologies' },
    minutesOfLast(),
    {
      title: 'Burglary in Arnemouth',
      presenter: 'Keith Summers',
      purpose: 'discuss',
      said: [
        said('Three streets account for a third of all burglaries.'),
        action('Visit the three streets with the housing officers', 'Keith Summers, Owen Pryce', 'next meeting'),
        decision('£8,500 pays for locks in the three streets', { amount: '£8,500', proposer: 'Marie Fontaine' }),
      ],
    },
    { kind: 'any-other-business', title: 'Any other business' },
  ],
})

const forumHeld = (): Held => ({
  openedAt: '13:10',
  closedAt: '13:40',
  chair: 'Marie Fontaine',
  present: ['Marie Fontaine', 'Philip Nash'],
  apologies: ['Christine Holloway'],
  state: 'circulated',
  items: [
    { kind: 'welcome', title: 'Welcome and apologies', said: [said('The forum was not quorate. Those present talked all the same.')] },
    { title: 'Places in the refuge', presenter: 'Marie Fontaine', said: [said('The refuge was full on nineteen nights.')] },
  ],
})

const forwardPlan: readonly ExampleForwardItem[] = [
  {
    group: 'PMG',
    title: 'Progress of the themes',
    detail:
      '- updates asked for earlier\n- achievements\n- barriers, risks and what is needed\n- where themes cross\n- assurance where there is no data',
    responsible: 'Thematic leads or deputies',
    purpose: 'discuss',
  },
  {
    group: 'PMG',
    at: 1,
    title: 'Carers’ assessments: report and intentions',
    responsible: 'Priya Raman',
    purpose: 'decide',
    source: 'Asked for at the meeting before last',
  },
  { group: 'PMG', at: 1, title: 'One definition of fly-tipping', responsible: 'Daniel Thorne/Stephen Oakes', purpose: 'decide' },
  { group: 'PMG', at: 2, title: 'Residents’ survey: what it says of every theme', responsible: 'Beth Langley', purpose: 'discuss' },
  { group: 'PMG', at: 2, title: 'Mid-year reports x 3', responsible: 'Thematic leads', purpose: 'discuss' },
  { group: 'PMG', at: 3, title: 'Mid-year reports x 3', responsible: 'Thematic leads', purpose: 'discuss' },
  { group: 'PMG', at: 4, title: 'Refresh of the agreement: which targets to change', responsible: 'Farah Malik', purpose: 'decide' },
  { group: 'PMG', at: 6, title: 'What the districts’ partnerships contribute', responsible: 'Tbc', purpose: 'discuss' },
  { group: 'PMG', at: null, title: 'Review of the carers’ target', responsible: 'Health and Wellbeing Partnership', purpose: 'decide' },
  {
    group: 'PEX',
    at: 1,
    title: 'The toolkit for self-assessment',
    responsible: 'Yvonne Blake',
    purpose: 'decide',
    source: 'Endorsed by the Performance Management Group',
  },
  { group: 'PEX', at: 2, title: 'Annual report: outline', responsible: 'Martin Hale', purpose: 'discuss' },
  { group: 'WPB', at: 1, title: 'Vision for the county: a first draft', responsible: 'Councillor Grace Whitlock', purpose: 'discuss' },
]

/** 30 June 2027, as one types it. */
const monthWords = (on: Day): string => `${Number(on.slice(8))}/${monthOf(on)}/${yearOf(on)}`
