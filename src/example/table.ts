/**
 * Who is around Wexcombe's table: 25 bodies, 60 people, 14 groups. With the troubles that real ones have: a lead who is away and another on maternity
 * leave, a lead's seat that has been empty for weeks, leads without a deputy, a forum whose seats nobody fills, somebody who resigned, somebody who
 * changed employers, one person on whom a group hangs, and a colleague who is in the list twice.
 *
 * Months count back from today: `since: 30` is thirty months ago.
 */
import type { SeatRole } from '../kernel/duty.ts'
import type { Group, GroupLink, OutsideBody, Sector } from '../partnership/index.ts'

export type TableOrganisation = {
  readonly name: string
  readonly sector: Sector
  readonly identifier?: string
  /** Months ago it took over from another, or ended because another did. */
  readonly since?: number
  readonly until?: number
  readonly succeeded?: { readonly by: string; readonly kind: 'renamed' | 'merged' | 'split' | 'replaced' }
}

export type TablePerson = {
  readonly name: string
  readonly organisation: string
  readonly post: string
  /** Of what they were before, and until when. */
  readonly before?: { readonly organisation: string; readonly post: string; readonly until: number }
  /** When it is not made of their name, or they have none. */
  readonly email?: string | null
  readonly away?: { readonly since: number; readonly months: number; readonly reason: string }
}

export type TableGroup = Pick<Group, 'name' | 'shortName' | 'layer' | 'kind'> & {
  readonly parent: string | null
  readonly about: string
  readonly quorum?: number
  readonly quorumOf?: Readonly<Partial<Record<Sector, number>>>
  readonly deputiesAct?: 'always'
  /** Of a task and finish group: months until it ends. */
  readonly ends?: number
  readonly themes?: readonly string[]
  readonly links?: readonly { readonly kind: GroupLink['kind']; readonly to: string }[]
  readonly seats: readonly TableSeat[]
}

export type TableSeat = {
  readonly role: SeatRole
  readonly title: string
  readonly organisation: string | null
  readonly holder: string | null
  readonly since?: number
  readonly deputies: readonly string[]
  readonly before?: { readonly holder: string; readonly until: number; readonly endedBy: 'resigned' | 'replaced' | 'left' | 'term-ended' }
  readonly cover?: { readonly by: string; readonly since: number; readonly months: number; readonly reason: string }
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
const holt = 'Holt Vale District Council'
const tarrant = 'Tarrant Downs District Council'
const eastmarsh = 'Eastmarsh District Council'
const kingsferry = 'Kingsferry City Council'
const tarrantHomes = 'Tarrant Housing Association'
const eastmarshHomes = 'Eastmarsh Homes'
const parishes = 'Wexcombe Association of Parish Councils'
const government = 'Government Office for the Middle Shires'
const rivers = 'Wexcombe Rivers Authority'
const carers = 'Wexcombe Carers'
const refuge = 'Arnemouth Refuge'
const faith = 'Wexcombe Race and Faith Forum'
const oldTrust = 'Wexcombe Primary Care Trust'

/** Numbers that no register has given. */
export const tableOrganisations: readonly TableOrganisation[] = [
  { name: council, sector: 'local-authority', identifier: 'GB-LAE-WXC' },
  { name: health, sector: 'health', since: 26 },
  { name: police, sector: 'police' },
  { name: fire, sector: 'fire' },
  { name: probation, sector: 'probation' },
  { name: youth, sector: 'probation' },
  { name: assembly, sector: 'voluntary', identifier: 'GB-CHC-9999901' },
  { name: chamber, sector: 'business', identifier: 'GB-COH-99999901' },
  { name: jobs, sector: 'education' },
  { name: college, sector: 'education' },
  { name: arnemouth, sector: 'local-authority', identifier: 'GB-LAE-WXA' },
  { name: holt, sector: 'local-authority', identifier: 'GB-LAE-WXH' },
  { name: tarrant, sector: 'local-authority', identifier: 'GB-LAE-WXT' },
  { name: eastmarsh, sector: 'local-authority', identifier: 'GB-LAE-WXE' },
  { name: kingsferry, sector: 'local-authority', identifier: 'GB-LAE-WXK' },
  { name: hospitals, sector: 'health' },
  { name: tarrantHomes, sector: 'housing' },
  { name: eastmarshHomes, sector: 'housing' },
  { name: parishes, sector: 'parish' },
  { name: government, sector: 'government-office' },
  { name: rivers, sector: 'regulator' },
  { name: carers, sector: 'voluntary', identifier: 'GB-CHC-9999902' },
  { name: refuge, sector: 'voluntary', identifier: 'GB-CHC-9999903' },
  { name: faith, sector: 'voluntary' },
  { name: oldTrust, sector: 'health', until: 26, succeeded: { by: health, kind: 'replaced' } },
]

export const tablePeople: readonly TablePerson[] = [
  { name: 'Councillor Grace Whitlock', organisation: council, post: 'Leader of the Council', email: 'grace.whitlock@wexcombe.example' },
  { name: 'Helen Marsh', organisation: council, post: 'Director of Children’s Services' },
  { name: 'Martin Hale', organisation: council, post: 'Partnership Support Officer' },
  { name: 'Simon Attwood', organisation: council, post: 'Chief Executive' },
  { name: 'Farah Malik', organisation: council, post: 'Head of Policy and Performance' },
  { name: 'Graham Pell', organisation: council, post: 'Director of Environment' },
  { name: 'Nadia Kowalska', organisation: council, post: 'Head of Economic Development' },
  { name: 'Keith Summers', organisation: council, post: 'Head of Community Safety' },
  { name: 'Councillor Ian Trent', organisation: council, post: 'Cabinet Member for Children' },
  { name: 'Beth Langley', organisation: council, post: 'Data Analyst' },
  { name: 'Rosalind Duke', organisation: council, post: 'Finance Manager, Partnerships' },
  { name: 'Alan Frome', organisation: council, post: 'Transport Planner' },
  { name: 'Priya Raman', organisation: health, post: 'Performance Manager' },
  {
    name: 'Doctor Miriam Osei',
    organisation: health,
    post: 'Director of Public Health',
    email: 'miriam.osei@wexcombe.example',
    before: { organisation: oldTrust, post: 'Consultant in Public Health', until: 26 },
  },
  { name: 'Colin Draper', organisation: health, post: 'Deputy Director of Public Health' },
  { name: 'Sunita Rao', organisation: health, post: 'Head of Joint Commissioning' },
  { name: 'Victor Amadi', organisation: hospitals, post: 'Chief Operating Officer' },
  { name: 'Jean Prosser', organisation: hospitals, post: 'Head of Patient Experience' },
  { name: 'Ruth Calder', organisation: police, post: 'Performance Analyst' },
  {
    name: 'Chief Superintendent Neil Garrick',
    organisation: police,
    post: 'Divisional Commander',
    email: 'neil.garrick@wexcombe.example',
    away: { since: 1, months: 2, reason: 'On secondment' },
  },
  { name: 'Inspector Lisa Yardley', organisation: police, post: 'Partnership Inspector', email: 'lisa.yardley@wexcombe.example' },
  { name: 'Owen Pryce', organisation: fire, post: 'Community Safety Manager' },
  { name: 'Angela Stroud', organisation: fire, post: 'Area Manager' },
  { name: 'Marcus Bell', organisation: probation, post: 'Head of Delivery' },
  { name: 'Hilary Oddie', organisation: probation, post: 'Senior Probation Officer' },
  { name: 'Amina Siddiqui', organisation: youth, post: 'Performance and Improvement Officer' },
  {
    name: 'Joseph Carrow',
    organisation: youth,
    post: 'Head of Service',
    before: { organisation: probation, post: 'Assistant Chief Officer', until: 14 },
  },
  { name: 'Dafydd Rees', organisation: assembly, post: 'Chief Officer' },
  { name: 'Yvonne Blake', organisation: assembly, post: 'Volunteering Manager' },
  { name: 'Joanna Frith', organisation: chamber, post: 'Chief Executive' },
  { name: 'Ravi Menon', organisation: chamber, post: 'Policy Adviser' },
  { name: 'Tunde Adeyemi', organisation: jobs, post: 'Partnerships Manager' },
  { name: 'Louise Cartmel', organisation: jobs, post: 'Employer Engagement Lead' },
  { name: 'Lorna McAllister', organisation: college, post: 'Vice Principal' },
  { name: 'Stephen Oakes', organisation: arnemouth, post: 'Performance Officer' },
  { name: 'Councillor Maureen Tidy', organisation: arnemouth, post: 'Leader of the Council', email: 'maureen.tidy@arnemouth.example' },
  { name: 'Paula Denny', organisation: arnemouth, post: 'Head of Housing' },
  { name: 'Catherine Yeo', organisation: holt, post: 'Policy Officer' },
  { name: 'Robert Finch', organisation: holt, post: 'Chief Executive' },
  { name: 'Peter Lingard', organisation: tarrant, post: 'Business Improvement Officer' },
  { name: 'Elspeth Gray', organisation: tarrant, post: 'Head of Environment' },
  { name: 'Shazia Begum', organisation: eastmarsh, post: 'Performance Officer' },
  { name: 'Dominic Ashe', organisation: eastmarsh, post: 'Director of Communities' },
  { name: 'Daniel Thorne', organisation: kingsferry, post: 'Corporate Performance Manager' },
  { name: 'Councillor Abena Boateng', organisation: kingsferry, post: 'Leader of the Council', email: 'abena.boateng@kingsferry.example' },
  { name: 'Fiona Marlow', organisation: kingsferry, post: 'Head of Regeneration' },
  { name: 'Gareth Lloyd', organisation: tarrantHomes, post: 'Director of Operations' },
  { name: 'Wendy Parr', organisation: eastmarshHomes, post: 'Chief Executive' },
  { name: 'Clive Bannister', organisation: parishes, post: 'Secretary', email: null },
  { name: 'Judith Kerr-Moss', organisation: government, post: 'Locality Manager' },
  { name: 'Thomas Wray', organisation: rivers, post: 'Area Environment Manager' },
  { name: 'Oluwaseun Bright', organisation: carers, post: 'Director' },
  { name: 'Marie Fontaine', organisation: refuge, post: 'Manager' },
  { name: 'Imran Qureshi', organisation: faith, post: 'Coordinator' },
  { name: 'Sister Agnes Dowd', organisation: faith, post: 'Trustee', email: null },
  { name: 'Philip Nash', organisation: council, post: 'Domestic Abuse Coordinator' },
  { name: 'Christine Holloway', organisation: hospitals, post: 'Safeguarding Nurse' },
  { name: 'David Rees', organisation: college, post: 'Head of Construction' },
  { name: 'Bethany Langley', organisation: council, post: 'Analyst', email: 'beth.langley@wexcombe.example' },
  { name: 'Norman Speight', organisation: tarrant, post: 'Head of Planning', email: null },
]

export const tableBodies: readonly Pick<OutsideBody, 'name' | 'reach'>[] = [
  { name: 'Government Office for the Middle Shires', reach: 'regional' },
  { name: 'Middle Shires Reducing Reoffending Board', reach: 'regional' },
  { name: 'Youth Justice Commission', reach: 'national' },
  { name: 'Arnemouth Local Strategic Partnership', reach: 'district' },
  { name: 'Kingsferry Together', reach: 'district' },
]

const noDeputy: readonly string[] = []
/** Role, for what, for whom, who, and who stands in. */
const seat = (
  role: SeatRole,
  title: string,
  organisation: string | null,
  holder: string | null,
  deputies: readonly string[] = noDeputy,
  more: Partial<TableSeat> = {},
): TableSeat => ({ role, title, organisation, holder, deputies, ...more })

export const tableGroups: readonly TableGroup[] = [
  {
    name: 'Wexcombe Partnership Board',
    shortName: 'WPB',
    layer: 'strategic',
    kind: 'board',
    parent: null,
    about:
      'Agrees the vision for Wexcombe and the local area agreement, and answers for both to the public and to government. Meets four times a year.',
    quorum: 7,
    quorumOf: { 'local-authority': 2, health: 1, voluntary: 1 },
    links: [
      { kind: 'reports-to', to: 'Government Office for the Middle Shires' },
      { kind: 'counterpart', to: 'Arnemouth Local Strategic Partnership' },
      { kind: 'counterpart', to: 'Kingsferry Together' },
    ],
    seats: [
      seat('chair', '', council, 'Councillor Grace Whitlock', ['Simon Attwood'], { since: 40 }),
      seat('vice-chair', '', assembly, 'Dafydd Rees', ['Yvonne Blake'], { since: 28 }),
      seat('member', 'Director of Public Health', health, 'Doctor Miriam Osei', ['Colin Draper'], {
        since: 26,
        cover: { by: 'Colin Draper', since: 4, months: 8, reason: 'maternity leave' },
      }),
      seat('member', 'Hospitals', hospitals, 'Victor Amadi', noDeputy, { since: 20 }),
      seat('member', 'Police', police, 'Chief Superintendent Neil Garrick', ['Inspector Lisa Yardley'], { since: 31 }),
      seat('member', 'Fire and rescue', fire, 'Angela Stroud', ['Owen Pryce'], { since: 40 }),
      seat('member', 'Business', chamber, 'Joanna Frith', ['Ravi Menon'], { since: 40 }),
      seat('member', 'Districts', arnemouth, 'Councillor Maureen Tidy', noDeputy, { since: 18 }),
      seat('member', 'Districts', kingsferry, 'Councillor Abena Boateng', ['Fiona Marlow'], { since: 18 }),
      seat('member', 'Districts', holt, 'Robert Finch', noDeputy, { since: 18 }),
      seat('member', 'Parishes', parishes, 'Clive Bannister', noDeputy, { since: 40 }),
      seat('member', 'Faith communities', faith, 'Imran Qureshi', ['Sister Agnes Dowd'], { since: 12 }),
      seat('observer', 'Government office', government, 'Judith Kerr-Moss', noDeputy, { since: 22 }),
      seat('secretariat', '', council, 'Martin Hale', ['Farah Malik'], { since: 40 }),
    ],
  },
  {
    name: 'Partnership Executive',
    shortName: 'PEX',
    layer: 'executive',
    kind: 'executive',
    parent: 'WPB',
    about:
      'Sees that the agreement is delivered. Each theme has a lead here, who chairs its partnership, and a deputy. Meets every six weeks.',
    quorum: 6,
    quorumOf: { 'local-authority': 2 },
    seats: [
      seat('chair', '', council, 'Simon Attwood', ['Robert Finch'], { since: 33 }),
      seat('lead', 'Children and young people', council, 'Helen Marsh', ['Councillor Ian Trent', 'Joseph Carrow'], { since: 33 }),
      seat('lead', 'Safer communities', police, 'Chief Superintendent Neil Garrick', ['Inspector Lisa Yardley', 'Keith Summers'], {
        since: 31,
      }),
      seat('lead', 'Healthier communities and older people', health, 'Doctor Miriam Osei', ['Sunita Rao'], {
        since: 26,
        cover: { by: 'Colin Draper', since: 4, months: 8, reason: 'maternity leave' },
      }),
      seat('lead', 'A prosperous county', chamber, 'Joanna Frith', ['Nadia Kowalska'], { since: 24 }),
      seat('lead', 'A greener county', council, null, noDeputy, {
        before: { holder: 'Graham Pell', until: 2, endedBy: 'resigned' },
        since: 33,
      }),
      seat('lead', 'Stronger communities', assembly, 'Dafydd Rees', noDeputy, { since: 28 }),
      seat('member', 'Districts', kingsferry, 'Fiona Marlow', ['Dominic Ashe'], { since: 15 }),
      seat('adviser', 'Finance', council, 'Rosalind Duke', noDeputy, { since: 20 }),
      seat('secretariat', '', council, 'Martin Hale', ['Farah Malik'], { since: 33 }),
    ],
  },
  {
    name: 'Performance Management Group',
    shortName: 'PMG',
    layer: 'executive',
    kind: 'management-group',
    parent: 'PEX',
    about: 'Looks at every indicator each quarter, asks why where it is off target, and tells the executive what needs its attention.',
    quorum: 5,
    deputiesAct: 'always',
    seats: [
      seat('chair', '', council, 'Farah Malik', ['Priya Raman'], { since: 30 }),
      seat('vice-chair', '', health, 'Priya Raman', noDeputy, { since: 30 }),
      seat('member', 'Police', police, 'Ruth Calder', ['Inspector Lisa Yardley'], { since: 30 }),
      seat('member', 'Youth justice', youth, 'Amina Siddiqui', noDeputy, { since: 30 }),
      seat('member', 'Fire and rescue', fire, 'Owen Pryce', noDeputy, { since: 30 }),
      seat('member', 'Probation', probation, 'Marcus Bell', ['Hilary Oddie'], { since: 30 }),
      seat('member', 'Voluntary sector', assembly, 'Yvonne Blake', noDeputy, {
        since: 9,
        before: { holder: 'Dafydd Rees', until: 9, endedBy: 'replaced' },
      }),
      seat('member', 'Arnemouth', arnemouth, 'Stephen Oakes', noDeputy, { since: 30 }),
      seat('member', 'Holt Vale', holt, 'Catherine Yeo', noDeputy, { since: 30 }),
      seat('member', 'Tarrant Downs', tarrant, 'Peter Lingard', noDeputy, { since: 30 }),
      seat('member', 'Eastmarsh', eastmarsh, 'Shazia Begum', noDeputy, { since: 30 }),
      seat('member', 'Kingsferry', kingsferry, 'Daniel Thorne', noDeputy, { since: 30 }),
      seat('secretariat', '', council, 'Martin Hale', noDeputy, { since: 30 }),
    ],
  },
  {
    name: 'Children and Young People’s Trust',
    shortName: 'CYPT',
    layer: 'operational',
    kind: 'thematic-partnership',
    parent: 'PEX',
    about: 'Children and young people who are safe, well, achieving and out of trouble.',
    quorum: 4,
    themes: ['Children and young people'],
    seats: [
      seat('chair', '', council, 'Helen Marsh', ['Councillor Ian Trent'], { since: 33 }),
      seat('vice-chair', '', youth, 'Joseph Carrow', noDeputy, { since: 14 }),
      seat('member', 'Colleges', college, 'Lorna McAllister', ['David Rees'], { since: 25 }),
      seat('member', 'Health', health, 'Sunita Rao', noDeputy, { since: 19 }),
      seat('member', 'Jobs and skills', jobs, 'Tunde Adeyemi', ['Louise Cartmel'], { since: 25 }),
      seat('member', 'Voluntary sector', assembly, 'Yvonne Blake', noDeputy, { since: 16 }),
      seat('member', 'Parents and carers', carers, null, noDeputy, { since: 25 }),
      seat('secretariat', '', council, 'Beth Langley', noDeputy, { since: 12 }),
    ],
  },
  {
    name: 'Safer Wexcombe Partnership',
    shortName: 'SWP',
    layer: 'operational',
    kind: 'thematic-partnership',
    parent: 'PEX',
    about: 'Less crime and less fear of it, fewer people who offend again, safer roads and homes.',
    quorum: 4,
    quorumOf: { police: 1, 'local-authority': 1 },
    themes: ['Safer communities'],
    links: [{ kind: 'reports-to', to: 'Middle Shires Reducing Reoffending Board' }],
    seats: [
      seat('chair', '', police, 'Chief Superintendent Neil Garrick', ['Inspector Lisa Yardley', 'Keith Summers'], { since: 31 }),
      seat('member', 'Community safety', council, 'Keith Summers', ['Philip Nash'], { since: 31 }),
      seat('member', 'Fire and rescue', fire, 'Owen Pryce', noDeputy, { since: 31 }),
      seat('member', 'Probation', probation, 'Marcus Bell', ['Hilary Oddie'], { since: 31 }),
      seat('member', 'Youth justice', youth, 'Joseph Carrow', ['Amina Siddiqui'], { since: 14 }),
      seat('member', 'Kingsferry', kingsferry, 'Daniel Thorne', noDeputy, { since: 11 }),
      seat('member', 'Refuges', refuge, 'Marie Fontaine', noDeputy, { since: 22 }),
      seat('secretariat', '', council, 'Philip Nash', noDeputy, { since: 17 }),
    ],
  },
  {
    name: 'Health and Wellbeing Partnership',
    shortName: 'HWP',
    layer: 'operational',
    kind: 'thematic-partnership',
    parent: 'PEX',
    about: 'Longer and healthier lives, and older people and carers who live as they choose.',
    quorum: 4,
    quorumOf: { health: 2 },
    themes: ['Healthier communities and older people'],
    seats: [
      seat('chair', '', health, 'Doctor Miriam Osei', ['Sunita Rao'], {
        since: 26,
        cover: { by: 'Colin Draper', since: 4, months: 8, reason: 'maternity leave' },
      }),
      seat('vice-chair', '', carers, 'Oluwaseun Bright', noDeputy, { since: 13 }),
      seat('member', 'Hospitals', hospitals, 'Jean Prosser', ['Christine Holloway'], { since: 21 }),
      seat('member', 'Joint commissioning', health, 'Sunita Rao', noDeputy, { since: 26 }),
      seat('member', 'Fire and rescue', fire, 'Angela Stroud', noDeputy, { since: 21 }),
      seat('member', 'Housing', tarrantHomes, 'Gareth Lloyd', noDeputy, { since: 8 }),
      seat('secretariat', '', health, 'Priya Raman', noDeputy, { since: 21 }),
    ],
  },
  {
    name: 'Economy and Employment Partnership',
    shortName: 'EEP',
    layer: 'operational',
    kind: 'thematic-partnership',
    parent: 'PEX',
    about: 'More people in good work, businesses that start and grow, homes that people can afford.',
    quorum: 4,
    quorumOf: { business: 1 },
    themes: ['A prosperous county'],
    seats: [
      seat('chair', '', chamber, 'Joanna Frith', ['Nadia Kowalska'], { since: 24 }),
      seat('member', 'Economic development', council, 'Nadia Kowalska', noDeputy, { since: 24 }),
      seat('member', 'Jobs and skills', jobs, 'Tunde Adeyemi', ['Louise Cartmel'], { since: 24 }),
      seat('member', 'Colleges', college, 'David Rees', noDeputy, { since: 10 }),
      seat('member', 'Kingsferry', kingsferry, 'Fiona Marlow', noDeputy, { since: 24 }),
      seat('member', 'Holt Vale', holt, 'Robert Finch', noDeputy, { since: 24 }),
      seat('secretariat', '', chamber, 'Ravi Menon', noDeputy, { since: 24 }),
    ],
  },
  {
    name: 'Greener Wexcombe Partnership',
    shortName: 'GWP',
    layer: 'operational',
    kind: 'thematic-partnership',
    parent: 'PEX',
    about: 'Less waste, fewer emissions, clean streets and easy journeys.',
    quorum: 3,
    themes: ['A greener county'],
    seats: [
      seat('chair', '', council, null, noDeputy, { since: 33, before: { holder: 'Graham Pell', until: 2, endedBy: 'resigned' } }),
      seat('vice-chair', '', tarrant, 'Elspeth Gray', noDeputy, { since: 19 }),
      seat('member', 'Rivers', rivers, 'Thomas Wray', noDeputy, { since: 19 }),
      seat('member', 'Parishes', parishes, 'Clive Bannister', noDeputy, { since: 19 }),
      seat('member', 'Transport', council, 'Alan Frome', noDeputy, { since: 19 }),
      seat('secretariat', '', council, 'Alan Frome', noDeputy, { since: 19 }),
    ],
  },
  {
    name: 'Stronger Communities Partnership',
    shortName: 'SCP',
    layer: 'operational',
    kind: 'thematic-partnership',
    parent: 'PEX',
    about: 'People who get on and have a say, and a voluntary sector that thrives.',
    quorum: 3,
    quorumOf: { voluntary: 2 },
    themes: ['Stronger communities'],
    seats: [
      seat('chair', '', assembly, 'Dafydd Rees', noDeputy, { since: 28 }),
      seat('member', 'Faith communities', faith, 'Imran Qureshi', ['Sister Agnes Dowd'], { since: 28 }),
      seat('member', 'Eastmarsh', eastmarsh, 'Dominic Ashe', ['Shazia Begum'], { since: 28 }),
      seat('member', 'Parishes', parishes, 'Clive Bannister', noDeputy, { since: 28 }),
      seat('member', 'Carers', carers, 'Oluwaseun Bright', noDeputy, { since: 13 }),
      seat('secretariat', '', assembly, 'Yvonne Blake', noDeputy, { since: 28 }),
    ],
  },
  {
    name: 'Youth Justice Board',
    shortName: 'YJB',
    layer: 'operational',
    kind: 'working-group',
    parent: 'CYPT',
    about: 'Fewer young people who enter the justice system, and fewer who offend again.',
    links: [
      { kind: 'reports-to', to: 'SWP' },
      { kind: 'reports-to', to: 'Youth Justice Commission' },
    ],
    seats: [
      seat('chair', '', youth, 'Joseph Carrow', ['Amina Siddiqui'], { since: 14 }),
      seat('lead', 'First-time entrants', youth, 'Amina Siddiqui', ['Hilary Oddie'], { since: 27 }),
      seat('member', 'Police', police, 'Inspector Lisa Yardley', noDeputy, { since: 27 }),
      seat('member', 'Probation', probation, 'Hilary Oddie', noDeputy, { since: 27 }),
      seat('secretariat', '', youth, 'Amina Siddiqui', noDeputy, { since: 27 }),
    ],
  },
  {
    name: 'Domestic Abuse Forum',
    shortName: 'DAF',
    layer: 'operational',
    kind: 'working-group',
    parent: 'SWP',
    about: 'Brings together who helps people that suffer abuse at home. Has not met with enough people round the table since the spring.',
    quorum: 4,
    links: [{ kind: 'works-with', to: 'HWP' }],
    seats: [
      seat('chair', '', council, null, noDeputy, { since: 25, before: { holder: 'Keith Summers', until: 7, endedBy: 'resigned' } }),
      seat('member', 'Refuges', refuge, 'Marie Fontaine', noDeputy, { since: 25 }),
      seat('member', 'Police', police, null, noDeputy, { since: 25 }),
      seat('member', 'Hospitals', hospitals, 'Christine Holloway', noDeputy, { since: 25 }),
      seat('member', 'Housing', eastmarshHomes, null, noDeputy, { since: 25, before: { holder: 'Wendy Parr', until: 5, endedBy: 'left' } }),
      seat('member', 'Probation', probation, null, noDeputy, { since: 25 }),
      seat('secretariat', '', council, 'Philip Nash', noDeputy, { since: 17 }),
    ],
  },
  {
    name: 'Housing and Homelessness Group',
    shortName: 'HHG',
    layer: 'operational',
    kind: 'working-group',
    parent: 'EEP',
    about: 'Homes that are built, homes that are fit to live in, and nobody without one.',
    links: [{ kind: 'works-with', to: 'HWP' }],
    seats: [
      seat('chair', '', arnemouth, 'Paula Denny', ['Wendy Parr'], { since: 16 }),
      seat('member', 'Housing associations', tarrantHomes, 'Gareth Lloyd', noDeputy, { since: 16 }),
      seat('member', 'Housing associations', eastmarshHomes, 'Wendy Parr', noDeputy, { since: 16 }),
      seat('member', 'Planning', tarrant, 'Norman Speight', noDeputy, { since: 16 }),
      seat('secretariat', '', arnemouth, 'Paula Denny', noDeputy, { since: 16 }),
    ],
  },
  {
    name: 'Data and Intelligence Group',
    shortName: 'DIG',
    layer: 'operational',
    kind: 'working-group',
    parent: 'PMG',
    about: 'Analysts of all partners: one set of figures, one set of definitions.',
    deputiesAct: 'always',
    seats: [
      seat('chair', '', council, 'Beth Langley', noDeputy, { since: 23 }),
      seat('member', 'Police', police, 'Ruth Calder', noDeputy, { since: 23 }),
      seat('member', 'Health', health, 'Priya Raman', noDeputy, { since: 23 }),
      seat('member', 'Districts', kingsferry, 'Daniel Thorne', ['Stephen Oakes'], { since: 23 }),
    ],
  },
  {
    name: 'Rural Transport Task and Finish Group',
    shortName: 'RTT',
    layer: 'operational',
    kind: 'task-and-finish',
    parent: 'GWP',
    about: 'How people without a car reach a doctor, a job and a shop; to report to the executive and then to end.',
    ends: 4,
    seats: [
      seat('chair', '', council, 'Alan Frome', noDeputy, { since: 5 }),
      seat('member', 'Parishes', parishes, 'Clive Bannister', noDeputy, { since: 5 }),
      seat('member', 'Hospitals', hospitals, 'Jean Prosser', noDeputy, { since: 5 }),
    ],
  },
]
