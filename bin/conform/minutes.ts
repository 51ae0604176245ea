/**
 * Whether the minutes of a folder's papers can be entered as they are: `npm run conform -- minutes <folder>`. Each paper is entered into a partnership of its own
 * as a minute-taker would (who came, items, what was said, actions, decisions, corrections), and the page of the minutes is then asked for every word of the
 * paper. Here stands only which lines of a paper are what: its words stay in the folder.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, type Day } from '../../src/kernel/day.ts'
import { addMeeting, meeting, type RecordedItem, type RecordedPiece, recordMeeting } from '../../src/meetings/index.ts'
import { addGroup, addPerson, addSeat, addTenure, type PersonId } from '../../src/partnership/index.ts'
import { freshApp } from '../../test/web/index.ts'

type Lines = readonly [from: number, to: number] | number
type Said = readonly [
  kind: 'said' | 'heading' | 'action' | 'decision' | 'correction',
  lines: Lines,
  typed?: Readonly<Record<string, string>>,
]
type Item = {
  readonly title: Lines
  readonly number?: string
  readonly kind?: RecordedItem['kind']
  readonly said?: readonly Said[]
  readonly within?: readonly Item[]
}
type Paper = {
  readonly file: string
  readonly group: { readonly line: number; readonly shortName: string }
  readonly onDay: string
  readonly times: readonly [startsAt: string | null, endsAt: string | null, openedAt?: string, closedAt?: string]
  readonly venue: string
  /** Each line a person, or two lines where the paper says so; `heading` as the paper has it. */
  readonly people: readonly {
    readonly how: 'present' | 'apologies' | 'in-attendance'
    readonly lines: Lines
    readonly heading?: string
    readonly each?: 2
    readonly isListed?: true
    readonly hasResigned?: true
  }[]
  readonly items: readonly Item[]
  /** What the page says by itself, or what is no part of minutes. */
  readonly leftOut: readonly { readonly lines: Lines; readonly because: string }[]
}

const papers: readonly Paper[] = [
  {
    file: 'essex-2009-02-20.txt',
    group: { line: 3, shortName: 'PMG' },
    onDay: '2009-02-20',
    times: ['09:30', '11:00'],
    venue: '',
    people: [
      { how: 'present', lines: [8, 14] },
      { how: 'apologies', lines: [18, 21] },
    ],
    items: [
      {
        title: 23,
        kind: 'minutes',
        said: [
          ['said', [25, 31]],
          ['action', 35],
          ['action', 37],
        ],
      },
      {
        title: 39,
        said: [
          ['said', 41],
          ['action', 45],
          ['action', 47],
        ],
      },
      {
        title: 49,
        said: [
          ['heading', 51],
          ['said', [53, 55]],
          ['action', 59],
          ['heading', 61],
          ['said', 63],
          ['heading', 65],
          ['said', 67],
          ['heading', 69],
          ['said', 71],
          ['heading', 73],
          ['said', [75, 77]],
          ['action', 81],
          ['said', 83],
          ['heading', 85],
          ['said', [87, 89]],
          ['action', 93],
        ],
      },
      { title: 95, kind: 'forward-plan', said: [['said', [97, 99]]] },
    ],
    leftOut: [
      { lines: [4, 16], because: '' },
      { lines: [101, 121], because: 'the forward plan, which is a record of its own' },
    ],
  },
  {
    file: 'herefordshire-2009-05-06.txt',
    group: { line: 3, shortName: 'HPMG' },
    onDay: '2009-05-06',
    times: ['09:30', null],
    venue: 'Brockington, Hereford',
    people: [
      { how: 'present', lines: [10, 16] },
      { how: 'in-attendance', lines: [20, 22] },
      { how: 'apologies', lines: [26, 32] },
    ],
    items: [
      { title: 34, kind: 'welcome', said: [['said', 36]] },
      {
        title: 38,
        kind: 'minutes',
        said: [
          ['said', [40, 43]],
          ['correction', [47, 49], { where: '45' }],
          ['correction', 53, { where: '51' }],
          ['decision', 55],
        ],
      },
      {
        title: 57,
        kind: 'matters-arising',
        said: [
          ['said', [59, 65]],
          ['action', 67],
          ['said', [69, 73]],
          ['action', 75],
        ],
      },
      {
        title: 77,
        said: [
          ['said', [79, 94]],
          ['action', 96],
          ['said', [98, 117]],
          ['action', 119],
          ['action', 121],
          ['said', [123, 127]],
        ],
      },
      {
        title: 129,
        said: [
          ['said', [131, 132]],
          ['heading', 134],
          ['said', 136],
          ['heading', 138],
          ['said', 140],
          ['decision', 142],
          ['heading', 144],
          ['said', [146, 156]],
          ['action', 158],
          ['heading', 160],
          ['decision', 162],
          ['said', [164, 172]],
          ['heading', 174],
          ['said', [176, 178]],
          ['action', 180],
        ],
      },
      {
        title: 182,
        kind: 'any-other-business',
        said: [
          ['said', [184, 188]],
          ['action', 190],
        ],
      },
      { title: 192, kind: 'next-meeting', said: [['said', 194]] },
    ],
    leftOut: [{ lines: [3, 24], because: '' }],
  },
  {
    file: 'gloucester-2010-01-22.txt',
    group: { line: 1, shortName: 'GPE' },
    onDay: '2010-01-22',
    times: [null, null],
    venue: '',
    people: [
      { how: 'present', lines: [11, 36], heading: '9', each: 2 },
      { how: 'present', lines: [41, 54], heading: '39', each: 2 },
      { how: 'apologies', lines: [59, 75], each: 2 },
      { how: 'apologies', lines: [80, 81], each: 2, hasResigned: true },
    ],
    items: [
      {
        title: 96,
        number: '1',
        kind: 'minutes',
        said: [['decision', 98, { outcome: 'approved-minutes' }]],
        within: [{ title: 100, number: '1.2', kind: 'matters-arising', said: [['said', [102, 112]]] }],
      },
      {
        title: 115,
        number: '3',
        said: [
          ['said', [116, 128]],
          ['heading', 131],
          ['said', [133, 139]],
          ['heading', 143],
          ['said', [145, 155]],
          ['heading', 159],
          ['said', [161, 177]],
        ],
        within: [
          {
            title: 179,
            number: '2.2',
            said: [
              ['said', [181, 215]],
              ['decision', 217],
            ],
          },
          {
            title: 219,
            number: '2.3',
            said: [
              ['said', [221, 229]],
              ['action', 231],
              ['said', 233],
            ],
          },
          { title: 235, number: '2.4', said: [['said', [237, 259]]] },
        ],
      },
      {
        title: 261,
        number: '4',
        kind: 'any-other-business',
        said: [
          ['said', [263, 271]],
          ['action', 273],
        ],
      },
      { title: 275, number: '-', kind: 'next-meeting', said: [['said', [277, 285]]] },
    ],
    leftOut: [
      { lines: [2, 7], because: '' },
      { lines: [84, 93], because: 'the table of actions, which the page makes from the actions' },
    ],
  },
  {
    file: 'hampshire-network-2005-09-23.txt',
    group: { line: 3, shortName: 'PPRN' },
    onDay: '2005-09-23',
    times: ['10:00', '12:30'],
    venue: 'Hart District Council, Fleet',
    people: [
      { how: 'present', lines: [12, 23] },
      { how: 'apologies', lines: 27, isListed: true },
    ],
    items: [
      { title: 29, kind: 'minutes', said: [['said', [31, 33]]] },
      { title: 35, said: [['said', [37, 51]]] },
      { title: 53, said: [['said', [55, 61]]] },
      { title: 63, said: [['said', 65]] },
      {
        title: 67,
        said: [
          ['said', 69],
          ['action', 70],
        ],
      },
      {
        title: 72,
        kind: 'forward-plan',
        said: [
          ['said', [74, 77]],
          ['action', 78],
          ['action', 79],
          ['action', 80],
        ],
      },
      { title: 82, kind: 'any-other-business', said: [['said', [84, 88]]] },
      {
        title: 90,
        kind: 'next-meeting',
        said: [
          ['said', 92],
          ['action', 93],
          ['action', 94],
        ],
      },
      { title: 96, kind: 'workshop', number: '-', said: [['said', [98, 340]]] },
    ],
    leftOut: [{ lines: [3, 25], because: '' }],
  },
  {
    file: 'nottinghamshire-2008-09-04.txt',
    group: { line: 5, shortName: 'NPMG' },
    onDay: '2008-09-04',
    times: ['09:30', null, '09:35', '12:35'],
    venue: 'Richard Herrod Leisure Centre, Gedling Borough Council',
    people: [
      { how: 'present', lines: [15, 57] },
      { how: 'apologies', lines: [63, 67] },
    ],
    items: [78, [79, 79], [80, 85], [86, 93], [94, 101], 102, [103, 110], [111, 118], 119, 120].map(
      (title): Item => ({ title: title as Lines }),
    ),
    leftOut: [
      { lines: [5, 13], because: '' },
      { lines: [59, 59], because: 'counted by the page' },
      { lines: [69, 77], because: 'counted by the page, and the time at which it opened' },
      { lines: [81, 84], because: 'heads of columns on each page of paper' },
      { lines: [87, 92], because: 'heads of columns on each page of paper' },
      { lines: [95, 100], because: 'heads of columns on each page of paper' },
      { lines: [104, 109], because: 'heads of columns on each page of paper' },
      { lines: [112, 117], because: 'heads of columns on each page of paper' },
      { lines: [122, 128], because: 'when it closed; whom to ask is the secretariat of the group' },
    ],
  },
]

export async function conformMinutes(folder: string): Promise<void> {
  for (const paper of papers) {
    const undo: (() => Promise<void>)[] = []
    const app = await freshApp({ after: work => void undo.push(work) }, { now: '2010-06-01T10:00:00Z' })
    try {
      const lines = readFileSync(join(folder, paper.file), 'utf8').split(/\r?\n/)
      const { meetingId, leftOut } = await enter(app, paper, lines)
      const { body, statusCode } = await app.get(app.officer, `meetings/${meetingId}/minutes`)
      const shown = counted(plain(body.slice(body.indexOf('<main'))))
      const wanted = counted(
        lines.flatMap((line, at) => (leftOut.has(at + 1) ? [] : [tagless(line).replace(/^\s*(?:Item \d+ [–-]|\d+\.? )/, '')])).join(' '),
      )
      const missing = [...wanted].flatMap(([word, count]) =>
        count > (shown.get(word) ?? 0) ? [`${word} (${count - (shown.get(word) ?? 0)})`] : [],
      )
      const [sums] = await app.owner<{ actions: number; owned: number; due: number; decisions: number; corrections: number }[]>`
        select (select count(*) from actions.action) as actions, (select count(distinct action_id) from actions.owner) as owned,
               (select count(*) from actions.action where due_on is not null) as due, (select count(*) from meetings.decision) as decisions,
               (select count(*) from meetings.correction) as corrections`
      const total = [...wanted.values()].reduce((sum, count) => sum + count, 0)
      console.log(
        `${paper.file}: ${statusCode === 200 ? '' : `answered ${statusCode}, `}${total} words, ${missing.length === 0 ? 'all on the page' : `missing ${missing.join(', ')}`}; ` +
          `${sums?.actions} actions, of which ${sums?.owned} have a known owner and ${sums?.due} a day; ${sums?.decisions} decisions, ${sums?.corrections} corrections`,
      )
      for (const { because } of paper.leftOut) if (because !== '') console.log(`  not entered as minutes: ${because}`)
      if (missing.length > 0) process.exitCode = 1
    } finally {
      for (const work of undo.toReversed()) await work()
    }
  }
}

type App = Awaited<ReturnType<typeof freshApp>>

async function enter(
  app: App,
  paper: Paper,
  lines: readonly string[],
): Promise<{ readonly meetingId: number; readonly leftOut: ReadonlySet<number> }> {
  const at = (number: number) => tagless(lines[number - 1] ?? '').trim()
  const taken = paper.people.flatMap(({ how, lines: asked, heading, each, isListed, hasResigned = false }) =>
    people(asked, at, each === 2, isListed === true).map(person => ({
      ...person,
      how,
      heading: heading === undefined ? '' : at(Number(heading)),
      hasResigned,
    })),
  )
  const meetingId = await app.visit<number>('write', async db => {
    const groupId = await addGroup(db, {
      name: at(paper.group.line).replaceAll('*', ''),
      shortName: paper.group.shortName,
      layer: 'executive',
      kind: 'management-group',
      parentId: null,
      termsOfReference: '',
      quorum: null,
      deputiesAct: 'always',
      beginsOn: null,
      endsOn: null,
    })
    const ids = new Map<string, PersonId>()
    for (const { name } of taken)
      if (!ids.has(name)) {
        const id = await addPerson(db, { name, email: null, telephone: '', note: '' })
        ids.set(name, id)
        const seatId = await addSeat(db, groupId, { role: 'member', title: '', organisationId: null, beginsOn: null, endsOn: null })
        await addTenure(db, seatId, id, { beginsOn: null, endsOn: null, isInterim: false, reason: '', endedBy: null })
      }
    const [startsAt, endsAt, openedAt = null, closedAt = null] = paper.times
    const draft = {
      title: '',
      onDay: paper.onDay as Day,
      dayKnown: 'fixed' as const,
      startsAt,
      endsAt,
      venue: paper.venue,
      hostOrganisationId: null,
      joiningLink: '',
      note: '',
    }
    // Whose minutes are looked at.
    await addMeeting(db, groupId, { ...draft, onDay: addDays(draft.onDay, -42) })
    const id = await addMeeting(db, groupId, draft)
    const there = await meeting(db, id)
    if (there === null) throw new Error('The meeting is not there')
    const chair = taken.find(({ describedAs }) => /\bchair\b/i.test(describedAs))
    await recordMeeting(db, there, {
      openedAt,
      closedAt,
      chairId: (chair && ids.get(chair.name)) ?? null,
      attendance: taken.map(({ name, how, heading, describedAs, forName, hasResigned }) => ({
        personId: ids.get(name) as PersonId,
        how,
        heading,
        describedAs,
        hasResigned,
        ...(forName !== null && ids.has(forName) && { forPersonId: ids.get(forName) as PersonId }),
      })),
      items: paper.items.map(item => (paper.file.startsWith('notting') ? inTable(item, lines) : itemOf(item, at))),
    })
    return id
  })
  return { meetingId, leftOut: new Set(paper.leftOut.flatMap(({ lines: asked }) => range(asked))) }
}

const range = (lines: Lines): number[] =>
  typeof lines === 'number' ? [lines] : Array.from({ length: lines[1] - lines[0] + 1 }, (_, at) => lines[0] + at)

function people(lines: Lines, at: (number: number) => string, isTwo: boolean, isListed: boolean) {
  const filled = range(lines)
    .map(at)
    .filter(line => line !== '')
  const pairs = isListed
    ? filled.flatMap(line => line.split(',').map(name => [name.trim(), '']))
    : isTwo
      ? filled.flatMap((line, index) => (index % 2 === 0 ? [[line, filled[index + 1] ?? '']] : []))
      : filled.map(
          line =>
            /^(.+?)(?:\t| [–-] )(.*)$/.exec(line)?.slice(1) ?? [line.split(' ').slice(0, 2).join(' '), line.split(' ').slice(2).join(' ')],
        )
  return pairs.map(([name = '', describedAs = '']) => ({
    name: name.trim(),
    describedAs: describedAs.trim(),
    forName: /(?:deputising )?for ([A-Z]\S+ [A-Z]\S+?)\)/.exec(describedAs)?.[1] ?? null,
  }))
}

const itemOf = ({ title, number = '', kind = 'item', said = [], within = [] }: Item, at: (number: number) => string): RecordedItem => ({
  title:
    textOf(title, at)
      .replace(number === '' || number === '-' ? /^(?:Item )?\d+\.? *[-–]? */ : `${number}`, '')
      .replace(/^\.\s*/, '')
      .trim() || '-',
  numberAsTyped: number,
  kind,
  said: said.map(([what, lines, typed = {}]) => pieceOf(what, lines, typed, at)),
  within: within.map(item => itemOf(item, at)),
})

function pieceOf(what: Said[0], lines: Lines, typed: Readonly<Record<string, string>>, at: (number: number) => string): RecordedPiece {
  const text = textOf(lines, at)
  if (what === 'correction')
    return { kind: 'correction', text: '', typed: { where: at(Number(typed['where'])), shouldRead: text, agreed: 'on' } }
  return {
    kind: what === 'said' ? 'discussion' : what,
    text: what === 'action' ? text.replace(/^\s*[-–]?\s*Action\s*(\d+)?\s*[:–-]\s*/, '') : text,
    typed,
  }
}

/** Bullets of whatever sort are bullets. */
const textOf = (lines: Lines, at: (number: number) => string): string =>
  range(lines)
    .map(number => at(number).replace(/^[·•▪]\s*/, '- '))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')

/** A row of a table of number, item and action: the item's name, its presenters and bullets, and actions in a column of their own. */
function inTable({ title }: Item, lines: readonly string[]): RecordedItem {
  const rows = range(title)
    .map(number => lines[number - 1] ?? '')
    .filter(line => line.split('\t').length >= 2 && !line.startsWith('NO.'))
  const cells = rows.map(row => row.split('\t'))
  const body = cells.map(([, item = '']) => item).join('\n')
  const actions = cells
    .flatMap(([, , action = '']) => action.split(/<\/p>/).map(tagless))
    .map(each => each.trim())
    .filter(each => each !== '')
  const [head = '', ...rest] = body
    .replaceAll(/<\/?(ul|ol|li|u|i)[^>]*>/g, ' ')
    .replaceAll(/\s*▪\s*/g, '\n- ')
    .replaceAll(/\s*[➢➤]\s*/g, '\n  - ')
    .split(/<\/p>|\n/)
    .map(line => line.replaceAll(/<[^>]*>/g, ''))
    .filter(line => line.trim() !== '')
  return {
    title: head.trim(),
    kind: 'item',
    said: [
      { kind: 'discussion', text: rest.join('\n') },
      ...actions.map((text): RecordedPiece => ({ kind: 'action', text, typed: { owners: /\(([A-Z, ]+)\)\s*$/.exec(text)?.[1] ?? '' } })),
    ],
  }
}

const tagless = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ')
const plain = (html: string): string =>
  tagless(html.replace(/<script.*?<\/script>/gs, ''))
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')

function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
