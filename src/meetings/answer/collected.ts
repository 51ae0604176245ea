/** What everybody answered, side by side: a row for each who was asked and a column for each question, for a page and for a spreadsheet. */
import type { Day } from '../../kernel/day.ts'
import { parseDecimal } from '../../kernel/decimal.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import type { Question } from '../question/question.ts'
import { type Asked, askedName, hasAnswered, inOrderOfNeed, inTwo, type Request, standingWords } from '../request/request.ts'
import { counted, isLate, type Said, saidWords } from './answer.ts'
import { fileHref } from './view.ts'

const nothing: Said = new Map()

/** Drafts are nobody's business but of whoever writes them. */
const sentBy = (asked: Pick<Asked, 'answer'>): Said => (hasAnswered(asked) && asked.answer ? asked.answer.said : nothing)

export function collected(request: Request, questions: readonly Question[], everybody: readonly Asked[], today: Day) {
  const ordered = inOrderOfNeed(everybody)
  const answered = ordered.filter(hasAnswered)
  return {
    columns: questions.map(({ text }) => text),
    rows: ordered.map(asked => ({
      id: asked.id,
      ...inTwo(asked),
      standing: standingWords(asked, request, today),
      note: noteOf(asked),
      cells: questions.map(question => cellShown(request, question, asked)),
    })),
    questions: questions.map(question => ({
      text: question.text,
      counts: counted(question, answered.map(sentBy)),
      answers: answered.flatMap(asked => {
        const shown = cellShown(request, question, asked)
        return shown.said === '' ? [] : [{ name: askedName(asked), ...shown }]
      }),
    })),
  }
}

const cellShown = (request: Request, question: Question, asked: Asked) => {
  const said = saidWords(question, sentBy(asked).get(question.id) ?? [])
  return { said, href: question.kind === 'file' && said !== '' ? fileHref(request.id, asked.id, question.id) : null }
}

/** By whom, where that is not whoever was asked; entered by a keeper. */
function noteOf({ answer, person }: Asked): string {
  if (answer?.state !== 'sent') return ''
  const by = answer.by !== null && answer.by !== person ? [`by ${answer.by}`] : []
  return [...by, ...(answer.enteredBy === '' ? [] : [`entered by ${answer.enteredBy}`])].join(', ')
}

export function collectedTable(request: Request, questions: readonly Question[], everybody: readonly Asked[], today: Day): Table {
  const heading = (text: string, width: number) => ({ heading: text, width })
  return {
    title: request.title,
    columns: [
      heading('Name', 26),
      heading('Seat', 30),
      heading('Group', 30),
      heading('Standing', 24),
      heading('Answered on', 14),
      heading('Late', 8),
      heading('Answered by', 26),
      heading('Entered by', 26),
      ...questions.map(({ text }) => heading(text, 40)),
    ],
    rows: inOrderOfNeed(everybody).map(asked => {
      const sent = hasAnswered(asked) ? asked.answer : null
      return [
        asked.person ?? '',
        asked.seat,
        asked.group,
        standingWords(asked, request, today),
        sent?.sentOn ? { day: sent.sentOn } : null,
        sent === null ? '' : isLate(sent, request.dueOn) ? 'Yes' : 'No',
        sent?.by ?? '',
        sent?.enteredBy ?? '',
        ...questions.map(question => cellOf(question, sentBy(asked).get(question.id) ?? [])),
      ]
    }),
  }
}

function cellOf(question: Question, said: readonly string[]): Cell {
  const [value] = said
  if (value === undefined) return null
  if (question.kind === 'number') return parseDecimal(value)
  return question.kind === 'date' ? { day: value as Day } : saidWords(question, said)
}
