import { dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { Asked as Reached } from '../../partnership/index.ts'
import type { DocumentForm, TextPart } from '../../platform/document/index.ts'
import {
  type Answer,
  editionOf,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { filesAt, sendPaper } from '../paper/pages.ts'
import { planYear } from '../plan/plan.ts'
import { seesOpenOnly } from '../plan/sight.ts'
import { latenessOf, latenessWords } from '../requirement/requirement.ts'
import { lockRequirement } from '../requirement/store.ts'
import { toChecklist } from '../requirement/view.ts'
import { missingInWords, robustnessOf } from '../robustness/robustness.ts'
import { plansToCheck } from '../robustness/store.ts'
import { type Chaser, draftOf, type Owed, sentWords } from './chaser.ts'
import { readLetter } from './form.ts'
import { chairsOf, owedLines, postChaser } from './jobs.ts'
import { chasersOf, keepChaser, type Sending } from './store.ts'

/** What would be sent for a line: what is kept, or what is drafted from what is known. */
type Drafted = {
  readonly line: Owed
  readonly to: Reached | null
  readonly text: string
  readonly isKept: boolean
  readonly earlier: readonly Chaser[]
}

export const editChaser: Handler = async visit => letterPage(visit, await asked(visit))

export const updateChaser: Handler = async visit => {
  const { db, body, params } = visit
  await lockRequirement(db, found(idOf<'requirement'>(params['requirement'])))
  const of = await asked(visit)
  const { line, to } = of
  const read = readLetter(body)
  const typed = text(body, 'text').replaceAll('\r\n', '\n').trim()
  if (!read.accepted) return letterPage(visit, of, typed, read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), { text: typed }, { text: of.text }, { text: ['The letter', of.text] })
  if (meanwhile.length > 0) return letterPage(visit, of, typed, meanwhile)

  const act = text(body, 'act')
  const byMail = act === 'mail'
  if (byMail && !reaches(visit, to))
    return letterPage(visit, of, typed, [
      { text: 'It cannot be sent by mail: nobody who chairs the group has an address. Print it, and mark it as sent' },
    ])
  if (act !== 'sent' && !byMail) {
    await keepChaser(db, line.requirement.id, typed, notSent)
    return redirect(`plans/requirements/${line.requirement.id}/chaser`, 'The letter is saved')
  }
  await send(visit, of, typed, byMail)
  return redirect('plans', `The letter to ${line.group} ${byMail ? 'goes by mail' : 'is marked as sent'}`)
}

const notSent: Sending = { sentOn: null, sentByName: '', sentTo: '', byMail: false }

async function send({ db, today, visitor }: Visit, { line, to }: Drafted, words: string, byMail: boolean): Promise<void> {
  const chaserId = await keepChaser(db, line.requirement.id, words, {
    sentOn: today,
    sentByName: visitor.name,
    sentTo: to?.name ?? '',
    byMail,
  })
  if (byMail && to !== null) await postChaser(db, chaserId, to)
}

export const downloadChaser =
  (form: DocumentForm): Handler =>
  async visit => {
    const { line, text: words } = await asked(visit)
    const title = `Delivery plan of ${line.group} for ${planYear(line)}`
    const paper = {
      title,
      foot: `${line.group}, ${dayLabel(visit.today)}`,
      paper: 'a4' as const,
      isOnItsSide: false,
      parts: partsOf(words),
    }
    return sendPaper(paper, 'letter', form, `plans/requirements/${line.requirement.id}/chaser`)
  }

const partsOf = (words: string): TextPart[] => words.split(/\n{2,}/).map(paragraph => ({ kind: 'paragraph', text: paragraph }))

function letterPage(
  visit: Visit,
  { line, to, text: kept, isKept, earlier }: Drafted,
  typed = kept,
  problems: readonly Problem[] = [],
  edition = editionOf({ text: kept }),
): Answer {
  const view = {
    title: `Letter about the plan of ${line.group}`,
    caption: planYear(line),
    to: to?.name ?? '',
    late: latenessWords(line, visit.today),
    text: typed,
    edition,
    isKept,
    sendsMail: reaches(visit, to),
    files: filesAt(`plans/requirements/${line.requirement.id}/chaser`),
    earlier: earlier.map(each => ({ words: sentWords(each), text: each.text })),
    breadcrumbs: toChecklist,
  }
  return page(template(import.meta.url, 'letter.njk'), view, problems)
}

/** All that are late, each with the letter that would go. */
export const listChasers: Handler = async visit => chasersPage(visit, await lateOnes(visit))

/** One press for all that are late and can be reached, but for those that were written to today. */
export const sendChasers: Handler = async visit => {
  const late = await lateOnes(visit)
  const going = late.filter(each => reaches(visit, each.to) && !wasSentToday(visit, each))
  if (going.length === 0) return chasersPage(visit, late, [{ text: 'There is nobody to write to: see beside each why' }])
  for (const each of going) await send(visit, each, each.text, true)
  return redirect('plans?state=late', going.length === 1 ? '1 letter goes by mail' : `${going.length} letters go by mail`)
}

function chasersPage(visit: Visit, late: readonly Drafted[], problems: readonly Problem[] = []): Answer {
  const rows = late.map(each => ({
    group: each.line.group,
    year: planYear(each.line),
    late: latenessWords(each.line, visit.today),
    to: each.to?.name ?? '',
    how: wasSentToday(visit, each) ? 'Written to today already' : howWords(visit, each.to),
    goes: reaches(visit, each.to) && !wasSentToday(visit, each),
    isKept: each.isKept,
    last: each.earlier.length === 0 ? '' : sentWords(each.earlier.at(-1) as Chaser),
    text: each.text,
    href: `plans/requirements/${each.line.requirement.id}/chaser`,
  }))
  const view = {
    title: 'Write to all that are late',
    rows,
    going: rows.filter(({ goes }) => goes).length,
    files: filesAt('plans/chasers'),
    breadcrumbs: toChecklist,
  }
  return page(template(import.meta.url, 'all.njk'), view, problems)
}

/** One after another, each on a page of its own: for those who send them on paper. */
export const downloadChasers =
  (form: DocumentForm): Handler =>
  async visit => {
    const late = await lateOnes(visit)
    if (late.length === 0) return redirect('plans/chasers')
    const parts = late.flatMap(({ line, text: words }, at): TextPart[] => [
      { kind: 'heading', level: 1, text: line.group, onNewPage: at > 0 },
      ...partsOf(words),
    ])
    const paper = { title: 'Letters about delivery plans', foot: dayLabel(visit.today), paper: 'a4' as const, isOnItsSide: false, parts }
    return sendPaper(paper, 'letters', form, 'plans/chasers')
  }

const reaches = ({ sendsMail }: Pick<Visit, 'sendsMail'>, to: Reached | null): boolean => sendsMail && to !== null && to.email !== null
const howWords = ({ sendsMail }: Pick<Visit, 'sendsMail'>, to: Reached | null): string => {
  if (to === null) return 'Nobody chairs the group'
  if (to.email === null) return 'No e-mail address: on paper'
  return sendsMail ? 'By mail' : 'On paper: mail is not set up'
}
const wasSentToday = ({ today }: Pick<Visit, 'today'>, { earlier }: Drafted): boolean => earlier.some(({ sentOn }) => sentOn === today)

async function asked(visit: Visit): Promise<Drafted> {
  const id = found(idOf<'requirement'>(visit.params['requirement']))
  const line = found((await owedLines(visit.db)).find(({ requirement }) => requirement.id === id))
  const [of] = await drafted(visit, [line])
  return found(of)
}

async function lateOnes(visit: Visit): Promise<Drafted[]> {
  return drafted(
    visit,
    (await owedLines(visit.db)).filter(line => latenessOf(line, visit.today) !== null),
  )
}

/** Seven queries, however many there are. A letter that leaves the house tells nothing that is confidential. */
async function drafted({ db, today, visitor, partnership }: Visit, lines: readonly Owed[]): Promise<Drafted[]> {
  const [chairs, letters, checked] = await Promise.all([
    chairsOf(db, lines, today),
    chasersOf(
      db,
      lines.map(({ requirement }) => requirement.id),
    ),
    plansToCheck(
      db,
      lines.flatMap(({ plan }) => plan?.id ?? []),
      seesOpenOnly,
    ),
  ])
  return lines.map(line => {
    const to = chairs.get(line.groupId) ?? null
    const own = letters.filter(({ requirementId }) => requirementId === line.requirement.id)
    const kept = own.find(({ sentOn }) => sentOn === null)
    const toCheck = checked.find(({ id }) => id === line.plan?.id)
    const missing = toCheck === undefined ? [] : missingInWords(robustnessOf(toCheck))
    const known = { line, to: to?.name ?? '', missing, from: visitor.name, partnership: partnership.name }
    return {
      line,
      to,
      text: kept?.text ?? draftOf(known, today),
      isKept: kept !== undefined,
      earlier: own.filter(({ sentOn }) => sentOn !== null),
    }
  })
}
