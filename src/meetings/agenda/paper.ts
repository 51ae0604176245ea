/** The agenda on paper: what the page says, as a document. */
import type { Meeting } from '../meeting/meeting.ts'
import type { readerView } from './view.ts'

type Reader = ReturnType<typeof readerView>
type Shown = Reader['items'][number]['within'][number]
type OnPaper = { readonly name: string; readonly href: string | null; readonly text: string; readonly under: readonly OnPaper[] }

/** `origin` ends with the partnership's address. */
export function agendaPaper({ groupId: _, ...meeting }: Meeting, reader: Reader, of: string, origin: string) {
  return {
    title: `Agenda: ${reader.name}`,
    foot: `${of}, ${meeting.group}`,
    paper: 'a4' as const,
    isOnItsSide: false,
    parts: [
      { kind: 'heading' as const, level: 1 as const, text: `Agenda: ${reader.name}` },
      { kind: 'paragraph' as const, text: `${reader.when}. Venue: ${reader.venue}` },
      {
        kind: 'list' as const,
        columns: 1 as const,
        items: reader.items.map(item => ({
          ...onPaper(item, origin),
          under: [...onPaper(item, origin).under, ...item.within.map(child => onPaper(child, origin))],
        })),
      },
    ],
  }
}

function onPaper(item: Shown, origin: string): OnPaper {
  const said = [item.time, item.minutes, item.presenter, item.purpose, item.isConfidential ? 'Confidential' : ''].filter(
    words => words !== '',
  )
  return {
    name: `${item.number} ${item.title}`.trim(),
    href: null,
    text: said.join(' · '),
    under: [...item.lines.map(words), ...livePaper(item.live, origin)],
  }
}

const words = (text: string): OnPaper => ({ name: '', href: null, text, under: [] })

function livePaper(live: Shown['live'], origin: string): OnPaper[] {
  switch (live?.kind) {
    case 'matters-arising':
      return live.actions.map(({ reference, href, text, owners, due }) => ({
        name: reference,
        href: `${origin}${href}`,
        text: [text, owners, due === '' ? '' : `due ${due}`].filter(part => part !== '').join(' · '),
        under: [],
      }))
    case 'exceptions':
      return live.exceptions.map(({ reference, title, href, judgement, reasons }) => ({
        name: `${reference} ${title}`.trim(),
        href: `${origin}${href}`,
        text: `${judgement.words}: ${reasons}`,
        under: [],
      }))
    case 'forward-plan':
      return live.table.parts.map(({ heading, items }) => ({
        name: heading,
        href: null,
        text: '',
        under: items.map(({ title, responsible }) => words([title, responsible].filter(part => part !== '').join(' · '))),
      }))
    case 'next-meeting':
      return live.meetings.map(({ words: when, venue }) => words(`${when}, ${venue}`))
    default:
      return []
  }
}
