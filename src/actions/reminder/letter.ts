/** What owners and chairs are written to about actions. */
import type { Day } from '../../kernel/day.ts'
import { daysOverdue, dueWords, movedWords } from '../action/action.ts'
import type { ActionRecord } from '../action/record.ts'

/** With where it is answered: the page of the action, or a link for whoever has no account. */
export type Listed = { readonly record: ActionRecord; readonly link: string }
export type Letter = { readonly subject: string; readonly paragraphs: readonly string[] }

export function reminderLetter(listed: readonly Listed[], partnership: string, today: Day): Letter {
  const late = listed.filter(({ record }) => daysOverdue(record, today) !== null).length
  const count =
    listed.length === 1
      ? late === 1
        ? 'An action of yours is overdue'
        : 'An action of yours is due soon'
      : `${listed.length} actions of yours are due soon or overdue`
  return {
    subject: `${partnership}: ${decapitalised(count)}`,
    paragraphs: [`${count}. Say how far it is, that it is done, or that you need more time.`, ...linesOf(listed, today)],
  }
}

export function digestLetter(listed: readonly Listed[], partnership: string, today: Day): Letter {
  const late = listed.filter(({ record }) => daysOverdue(record, today) !== null).length
  const count = `${listed.length === 1 ? 'One action of yours is' : `${listed.length} actions of yours are`} open${late === 0 ? '' : `, ${late} of them overdue`}`
  return { subject: `${partnership}: your actions this week`, paragraphs: [`${count}.`, ...linesOf(listed, today)] }
}

export function escalationLetter(listed: readonly Listed[], partnership: string, today: Day): Letter {
  const those = listed.length === 1 ? 'An action is' : `${listed.length} actions are`
  return {
    subject: `${partnership}: ${listed.length === 1 ? 'an action needs' : 'actions need'} you as chair`,
    paragraphs: [
      `${those} still open although your group has met twice since the date. Their owners have been reminded. Please speak to them, or decide with the group what becomes of it.`,
      ...linesOf(listed, today),
    ],
  }
}

const linesOf = (listed: readonly Listed[], today: Day): string[] =>
  listed.flatMap(({ record, link }) => {
    const due = [dueWords(record, today), movedWords(record.moves)].filter(part => part !== '').join(', ')
    const owners = record.owners.map(({ name }) => name).join('; ')
    return [
      [
        `${record.reference}${record.group === null ? '' : `, ${record.group}`}`,
        record.text,
        `Due: ${due}`,
        ...(owners === '' ? [] : [`Owner: ${owners}`]),
      ].join('\n'),
      link,
    ]
  })

const decapitalised = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
