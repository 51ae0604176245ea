import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Group } from '../group/group.ts'
import { awayWords, coverWords, vacancyWords } from '../seat/acting.ts'
import { type LeadRow, noDeputy, roleOf, sinceWords, summaryOf, type Wanted } from './lead-grid.ts'

export type ShownGrid = {
  readonly rows: readonly LeadRow[]
  readonly groups: readonly Group[]
  readonly themes: readonly string[]
  readonly wanted: Wanted
  readonly on: Day
  readonly today: Day
  /** What was asked for, as it is written in an address. */
  readonly query: string
}

export function leadGridView({ rows, groups, themes, wanted, on, today, query }: ShownGrid) {
  const asked = query === '' ? '' : `?${query}`
  return {
    title: 'Leads and deputies',
    when: on === today ? 'today' : `on ${dayLabel(on)}`,
    asAtDay: dayLabel(on),
    summary: `${summaryOf(rows, wanted.seats)}.`,
    sentences: wanted.words.length === 0 ? [] : rows.slice(0, 5).map(row => `${rowName(row)}: ${row.acts}.`),
    rows: rows.map(row => ({
      group: row.group.name,
      seatHref: `seats/${row.seat.id}`,
      seat: rowName(row),
      themes: row.themes.join(', '),
      organisation: row.seat.organisation ?? '',
      holder: row.state.holder?.name ?? '',
      holderHref: row.state.holder === null ? '' : `people/${row.state.holder.personId}`,
      vacancy: row.state.vacancy === null ? '' : vacancyWords(row.state.vacancy),
      cover: row.state.cover === null ? '' : `${row.state.cover.name}, ${coverWords(row.state.cover)}`,
      since: sinceWords(row.state),
      deputies: row.state.deputies.map(({ name, personId }) => ({ name, href: `people/${personId}` })),
      noDeputy: row.state.deputies.length === 0 ? noDeputy : '',
      away: row.state.absence === null ? '' : capital(awayWords(row.state.absence)),
      acts: row.acts,
      isGap: row.state.isUnattended,
      isOther: row.acts !== row.state.holder?.name,
    })),
    files: [
      { text: 'CSV', href: `leads.csv${asked}` },
      { text: 'XLSX', href: `leads.xlsx${asked}` },
      { text: 'ODS', href: `leads.ods${asked}` },
    ],
    choices: {
      words: wanted.words.join(' '),
      groups: [
        { value: '', text: 'All', selected: wanted.groupId === null },
        ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: id === wanted.groupId })),
      ],
      themes:
        themes.length === 0
          ? []
          : [
              { value: '', text: 'All', selected: wanted.theme === null },
              ...themes.map(text => ({ value: text, text, selected: text === wanted.theme })),
            ],
      seats: [
        { value: '', text: 'Leads', selected: wanted.seats === 'lead' },
        { value: 'all', text: 'All seats', selected: wanted.seats === 'all' },
      ],
      onlyGaps: wanted.onlyGaps,
    },
    isFiltered: wanted.words.length > 0 || wanted.groupId !== null || wanted.theme !== null || wanted.onlyGaps,
    breadcrumbs: [{ text: 'Groups', href: 'groups' }],
  }
}

/** What a lead leads is said by the title of the seat; of other seats, and where it has none, the role is. */
const rowName = (row: LeadRow): string =>
  row.seat.title === '' ? roleOf(row) : row.seat.role === 'lead' ? row.seat.title : `${row.seat.title} (${roleOf(row).toLowerCase()})`

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
