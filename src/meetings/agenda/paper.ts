/** The agenda on paper: what the page says, as a table of when, what and who. */
import type { Meeting } from '../meeting/meeting.ts'
import type { readerView } from './view.ts'

type Reader = ReturnType<typeof readerView>
type Shown = Reader['items'][number]['within'][number]
type Run = { readonly text: string; readonly as: 'plain' | 'strong' }
type Bullet = { readonly text: string | readonly Run[]; readonly under: readonly Bullet[] }
type Block =
  | { readonly kind: 'paragraph'; readonly text: string | readonly Run[] }
  | { readonly kind: 'bullets'; readonly items: readonly Bullet[] }

export function agendaPaper({ group }: Meeting, reader: Reader, of: string, isUnseen: boolean) {
  const heading = `Agenda: ${reader.name}`
  return {
    title: heading,
    foot: `${of}, ${group}`,
    paper: 'a4' as const,
    isOnItsSide: false,
    parts: [
      { kind: 'heading' as const, level: 1 as const, text: heading },
      { kind: 'paragraph' as const, text: `${reader.when}. Venue: ${reader.venue}` },
      isUnseen
        ? { kind: 'paragraph' as const, text: 'The agenda is not published yet.' }
        : {
            kind: 'table' as const,
            columns: [
              { heading: 'Time', share: 3 },
              { heading: 'Item', share: 19 },
              { heading: 'Presenter', share: 6 },
            ],
            rows: reader.items.flatMap(item => [row(item), ...item.within.map(row)]),
          },
    ],
  }
}

function row(item: Shown): Block[][] {
  const marks = [item.purpose, item.isConfidential ? 'Confidential' : ''].filter(words => words !== '').join('. ')
  const bullets = [...item.lines.map(plain), ...liveBullets(item.live), ...item.papers.map(paperBullet)]
  const title: readonly Run[] = [
    { text: `${item.number} ${item.title}`.trim(), as: 'strong' },
    { text: marks === '' ? '' : `  ${marks}`, as: 'plain' },
  ]
  return [
    [paragraph(item.time)],
    [paragraph(title), ...(bullets.length === 0 ? [] : [{ kind: 'bullets' as const, items: bullets }])],
    [paragraph([item.presenter, item.minutes].filter(words => words !== '').join(', '))],
  ]
}

const paragraph = (text: string | readonly Run[]): Block => ({ kind: 'paragraph', text })
const plain = (text: string): Bullet => ({ text, under: [] })
const paperBullet = ({ title, tag }: Shown['papers'][number]): Bullet =>
  plain(`Paper: ${title}${tag === '' ? '' : ` (${tag.toLowerCase()})`}`)
const joined = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(', ')

function liveBullets(live: Shown['live']): readonly Bullet[] {
  switch (live?.kind) {
    case 'matters-arising':
      return [
        ...live.answers.map(({ question, answer, by }) => plain(`${question}: ${answer} (${by})`)),
        ...live.actions.map(
          ({ reference, text, owners, due }): Bullet => ({
            text: [
              { text: reference, as: 'strong' },
              { text: ` ${joined(text, owners, due === '' ? '' : `due ${due}`)}`, as: 'plain' },
            ],
            under: [],
          }),
        ),
      ]
    case 'exceptions':
      return live.exceptions.map(({ reference, title, judgement, reasons }) =>
        plain(`${`${reference} ${title}`.trim()}. ${judgement.words}: ${reasons}`),
      )
    case 'forward-plan':
      return live.table.parts.map(({ heading, items }) => ({
        text: heading,
        under: items.map(({ title, responsible }) => plain(joined(title, responsible))),
      }))
    case 'next-meeting':
      return live.meetings.map(({ words, venue }) => plain(joined(words, venue)))
    default:
      return []
  }
}
