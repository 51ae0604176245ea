/**
 * Two district partnerships under Wexcombe, each with a small agreement, some people and three groups of its own. They measure some of what Wexcombe
 * measures, in their own area and towards their own ends. Kingsferry shares its scorecard and its structure, Arnemouth the structure alone.
 */
import type { Day } from '../kernel/day.ts'
import { financialYearOf } from '../kernel/period.ts'
import type { Share } from '../platform/web/index.ts'
import { closingsOf } from './closings.ts'
import { goalsOf, type Place, reportsOf } from './figures.ts'
import { type Course, plans } from './indicators.ts'
import type { TableData } from './load-table.ts'
import type { TableGroup, TableSeat } from './table.ts'
import { indicatorOf, type Wexcombe } from './wexcombe.ts'

export type ExampleDistrict = Wexcombe & { readonly table: TableData; readonly shares: readonly Share[] }

export const districtsOfWexcombe = (today: Day): ExampleDistrict[] => districts.map(district => districtOf(district, today))

type District = {
  readonly slug: string
  readonly name: string
  readonly place: Place
  /** With which its references begin: L is Wexcombe’s. */
  readonly letter: string
  readonly agreement: string
  readonly officer: string
  readonly table: TableData
  readonly themes: Wexcombe['agreement']['themes']
  /** What Wexcombe measures too, by its reference there, for which of the outcomes above, led by whom, and where each year ended here. */
  readonly measures: readonly {
    readonly reference: string
    readonly outcome: string
    readonly lead: string
    readonly ended: Course['ended']
  }[]
  readonly shares: readonly Share[]
}

function districtOf(
  { slug, name, place, letter, agreement, officer, table, themes, measures, shares }: District,
  today: Day,
): ExampleDistrict {
  const lastYear = financialYearOf(today)
  const firstYear = lastYear - 2
  const measured = plans.flatMap(plan => {
    const own = measures.find(({ reference }) => reference === plan.reference)
    if (own === undefined) return []
    const { baseline, targets, ended, season, noise, profiled, outOf } = plan.course
    const course: Course = {
      baseline,
      targets,
      ended: own.ended ?? ended,
      ...(season && { season }),
      ...(noise && { noise }),
      ...(profiled && { profiled }),
      ...(outOf && { outOf: Math.round(outOf * place.part) }),
    }
    const { redefined: _, rollUp: __, rollUpCounts: ___, contributors: ____, ...plain } = plan
    const reference = `${letter}${measures.indexOf(own) + 1}.1`
    return [{ ...plain, reference, lead: own.lead, outcomes: [own.outcome], course }]
  })
  const settings = measured.map(plan => ({ plan, firstYear, today, county: place.code, districts: [], neighbours: [] }))
  return {
    madeOn: today,
    slug,
    name,
    areaCode: place.code,
    areas: [{ code: place.code, name: place.name, kind: 'district', parentCode: null }],
    neighbourCodes: [],
    organisations: [],
    people: [],
    agreement: {
      title: `${agreement} ${firstYear} to ${lastYear + 1}`,
      firstYear,
      lastYear,
      areaCode: place.code,
      toleranceKind: 'relative',
      tolerance: '0.05',
      themes,
    },
    indicators: measured.map(plan => indicatorOf(plan, today)),
    targets: settings.flatMap(goalsOf),
    returns: settings.flatMap(setting => reportsOf(setting).map(report => ({ ...report, reportedByName: officer }))),
    closings: { ...closingsOf(today), officer, locked: [], submitted: [] },
    overrides: [],
    proxies: [],
    meanwhile: [],
    rebases: [],
    redefinitions: [],
    savedViews: [],
    table,
    shares,
  }
}

const seat = (role: TableSeat['role'], title: string, organisation: string, holder: string | null, ...deputies: string[]): TableSeat => ({
  role,
  title,
  organisation,
  holder,
  deputies,
})

const board = (name: string, shortName: string, about: string, seats: readonly TableSeat[]): TableGroup => ({
  name,
  shortName,
  layer: 'strategic',
  kind: 'board',
  parent: null,
  about,
  quorum: 4,
  seats,
})

const under = (parent: string, name: string, shortName: string, about: string, seats: readonly TableSeat[]): TableGroup => ({
  name,
  shortName,
  layer: 'operational',
  kind: 'thematic-partnership',
  parent,
  about,
  seats,
})

const [city, citySafety, housing, market, quay] = [
  'Kingsferry City Council',
  'Wexcombe Police, Kingsferry',
  'Ferrymen Housing',
  'Kingsferry Market Traders',
  'Quayside Community Trust',
]

const kingsferry: District = {
  slug: 'kingsferry',
  name: 'Kingsferry Together',
  place: { code: 'X07000005', name: 'Kingsferry', part: 0.29, hardship: 0.4 },
  letter: 'K',
  agreement: 'Kingsferry Plan',
  officer: 'Daniel Thorne',
  themes: [
    { title: 'A city that works', outcomes: ['More people in work, in businesses that last'] },
    { title: 'A city to live in', outcomes: ['Homes and streets to be proud of', 'A safe evening and a safe night'] },
  ],
  measures: [
    { reference: 'NI 16', outcome: 'A safe evening and a safe night', lead: citySafety, ended: [0.4, -0.6, -1.6] },
    { reference: 'NI 20', outcome: 'A safe evening and a safe night', lead: citySafety, ended: [0.2, 0.7, 1.4] },
    { reference: 'NI 152', outcome: 'More people in work, in businesses that last', lead: city, ended: [-0.3, -0.8, -0.6] },
    { reference: 'NI 171', outcome: 'More people in work, in businesses that last', lead: market, ended: [0.3, 0.8, 1.6] },
    { reference: 'NI 191', outcome: 'Homes and streets to be proud of', lead: city, ended: [0.1, 0.5, 0.3] },
    { reference: 'NI 195', outcome: 'Homes and streets to be proud of', lead: city, ended: [-0.2, -1.4, -2.2] },
    { reference: 'NI 117', outcome: 'More people in work, in businesses that last', lead: city, ended: [0.2, 0.3, 0.4] },
  ],
  shares: ['scorecard', 'structure'],
  table: {
    domain: 'kingsferry.example',
    organisations: [
      { name: city, sector: 'local-authority' },
      { name: citySafety, sector: 'police' },
      { name: housing, sector: 'housing' },
      { name: market, sector: 'business' },
      { name: quay, sector: 'voluntary' },
    ],
    people: [
      { name: 'Councillor Abena Boateng', organisation: city, post: 'Leader of the Council' },
      { name: 'Daniel Thorne', organisation: city, post: 'Corporate Performance Manager' },
      { name: 'Fiona Marlow', organisation: city, post: 'Head of Regeneration' },
      { name: 'Inspector Lisa Yardley', organisation: citySafety, post: 'Neighbourhood Inspector' },
      { name: 'Rosalind Achebe', organisation: housing, post: 'Chief Executive' },
      { name: 'Terry Quill', organisation: market, post: 'Secretary' },
      { name: 'Nadia Corran', organisation: quay, post: 'Manager' },
      { name: 'Wesley Poole', organisation: quay, post: 'Youth Worker' },
    ],
    groups: [
      board('Kingsferry Together Board', 'KTB', 'Agrees the Kingsferry Plan and answers for it to the city. Meets six times a year.', [
        seat('chair', '', city, 'Councillor Abena Boateng', 'Fiona Marlow'),
        seat('vice-chair', '', quay, 'Nadia Corran'),
        seat('member', 'Police', citySafety, 'Inspector Lisa Yardley'),
        seat('member', 'Housing', housing, 'Rosalind Achebe'),
        seat('member', 'Business', market, 'Terry Quill'),
        seat('secretariat', '', city, 'Daniel Thorne'),
      ]),
      under('KTB', 'City Centre Safety Group', 'CCS', 'Keeps the city centre safe by day and by night.', [
        seat('lead', 'The evening economy', citySafety, 'Inspector Lisa Yardley', 'Terry Quill'),
        seat('member', 'Young people', quay, 'Wesley Poole'),
        seat('member', 'Traders', market, null),
      ]),
      under('KTB', 'Work and Homes Group', 'WHG', 'Brings work, training and homes together, estate by estate.', [
        seat('lead', 'Regeneration', city, 'Fiona Marlow', 'Daniel Thorne'),
        seat('member', 'Housing', housing, 'Rosalind Achebe'),
      ]),
    ],
    bodies: [{ name: 'Wexcombe Partnership', reach: 'county' }],
  },
}

const [borough, harbour, homes, refuge, villages] = [
  'Arnemouth Borough Council',
  'Arnemouth Harbour Board',
  'Estuary Homes',
  'Arnemouth Refuge',
  'Arnemouth Association of Parishes',
]

const arnemouth: District = {
  slug: 'arnemouth',
  name: 'Arnemouth Local Strategic Partnership',
  place: { code: 'X07000001', name: 'Arnemouth', part: 0.2, hardship: 0.8 },
  letter: 'A',
  agreement: 'Arnemouth Community Strategy',
  officer: 'Stephen Oakes',
  themes: [
    { title: 'Safe and well', outcomes: ['Fewer people come to harm'] },
    { title: 'Coast and country', outcomes: ['Less waste, cleaner shores', 'Work all the year round'] },
  ],
  measures: [
    { reference: 'NI 20', outcome: 'Fewer people come to harm', lead: borough, ended: [-0.4, -1.2, -1.8] },
    { reference: 'NI 33', outcome: 'Fewer people come to harm', lead: borough, ended: [0.3, 0.4, 0.2] },
    { reference: 'NI 39', outcome: 'Fewer people come to harm', lead: borough, ended: [-0.5, -0.9, -0.7] },
    { reference: 'NI 152', outcome: 'Work all the year round', lead: harbour, ended: [0.1, -0.3, 0.5] },
    { reference: 'NI 191', outcome: 'Less waste, cleaner shores', lead: borough, ended: [0.6, 1.3, 1.5] },
    { reference: 'NI 195', outcome: 'Less waste, cleaner shores', lead: villages, ended: [0.2, 0.1, 0.6] },
  ],
  shares: ['structure'],
  table: {
    domain: 'arnemouth.example',
    organisations: [
      { name: borough, sector: 'local-authority' },
      { name: harbour, sector: 'business' },
      { name: homes, sector: 'housing' },
      { name: refuge, sector: 'voluntary' },
      { name: villages, sector: 'parish' },
    ],
    people: [
      { name: 'Councillor Maureen Tidy', organisation: borough, post: 'Leader of the Council' },
      { name: 'Stephen Oakes', organisation: borough, post: 'Performance Officer' },
      { name: 'Paula Denny', organisation: borough, post: 'Head of Housing' },
      { name: 'Captain Idris Venn', organisation: harbour, post: 'Harbour Master' },
      { name: 'Joyce Amory', organisation: homes, post: 'Area Manager' },
      { name: 'Bridget Sallow', organisation: refuge, post: 'Director' },
      { name: 'Alan Teasdale', organisation: villages, post: 'Clerk' },
    ],
    groups: [
      board('Arnemouth Partnership Board', 'APB', 'Keeps the community strategy and reports on it each spring.', [
        seat('chair', '', borough, 'Councillor Maureen Tidy'),
        seat('vice-chair', '', villages, 'Alan Teasdale'),
        seat('member', 'Harbour', harbour, 'Captain Idris Venn'),
        seat('member', 'Voluntary sector', refuge, 'Bridget Sallow'),
        seat('secretariat', '', borough, 'Stephen Oakes'),
      ]),
      under('APB', 'Safer Arnemouth', 'SAR', 'Brings together those who keep people from harm.', [
        seat('lead', 'Domestic abuse', refuge, 'Bridget Sallow', 'Joyce Amory'),
        seat('member', 'Housing', homes, 'Joyce Amory'),
      ]),
      under('APB', 'Coast and Country Group', 'CCG', 'Looks after shores, lanes and the work that depends on them.', [
        seat('lead', 'The harbour', harbour, 'Captain Idris Venn'),
        seat('member', 'Parishes', villages, 'Alan Teasdale'),
        seat('member', 'Housing', borough, 'Paula Denny'),
      ]),
    ],
    bodies: [{ name: 'Wexcombe Partnership', reach: 'county' }],
  },
}

const districts: readonly District[] = [kingsferry, arnemouth]
