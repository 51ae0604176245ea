import type { Day } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Meeting, meeting as meetingById, meetingName } from '../../meetings/index.ts'
import { type GroupId, type GroupName, groupNamed, reachOf } from '../../partnership/index.ts'
import { areasOffTarget, exceptionsOfGroup, reasonCodeNames } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { canMakePdf, type DocumentForm, documentTypes, docxOf, odtOf, pdfOf } from '../../platform/document/index.ts'
import {
  type Answer,
  allow,
  download,
  editionOf,
  type Fields,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { isInForce, isWithin } from '../plan/plan.ts'
import { plansOfGroup } from '../plan/store.ts'
import { askedPeriod, periodName, standingWords } from '../progress/progress.ts'
import { followed } from '../progress/store.ts'
import { ratingBand, standingIn } from '../progress/view.ts'
import { besideActions, indicatorsOfPlan, lockWorkplan, mattersFor, setTexts, workplan } from './store.ts'
import { editView, sheetView, workplanPaper } from './view.ts'
import { filled, type Heading, headingNames, headings, type Known, type Lines, linesIn, sheetLines } from './workplan.ts'

/** What is known of a group for a meeting: of its plan of that day, what its meeting has asked of it, and of what it measures. Nothing of it is confidential. */
export async function linesFor(db: Db, at: Meeting, groupId: GroupId, today: Day): Promise<Lines> {
  const asOf = today < at.onDay ? today : at.onDay
  const plan = (await plansOfGroup(db, groupId)).find(each => isInForce(each) && each.startsOn <= asOf) ?? null
  const period = plan && askedPeriod(plan, asOf)
  const [matters, plans, beside, measured, exceptions, places] = await Promise.all([
    mattersFor(db, at, groupId),
    plan === null ? [] : followed(db, [plan], asOf),
    plan === null ? [] : besideActions(db, plan.id),
    plan === null ? new Set<number>() : indicatorsOfPlan(db, plan.id),
    exceptionsOfGroup({ db, today: asOf }, groupId),
    areasOffTarget({ db, today: asOf }),
  ])
  const [of] = plans
  const open = (of?.actions ?? []).filter(({ record }) => !record.isConfidential)
  const known: Known = {
    matters,
    actions: open.map(action => {
      const standing = of === undefined || period === null ? null : standingIn(of, action, period, asOf)
      const said = standing?.kind === 'given' ? standing.progress : null
      const besides = beside.find(({ id }) => id === action.planned.id)
      return {
        reference: action.record.reference,
        text: action.record.text,
        isOpen: action.record.state === 'open',
        said: said && {
          rating: said.rating,
          reason: said.reasonCode === '' ? '' : reasonCodeNames[said.reasonCode],
          isFunding: said.reasonCode === 'funding',
          text: said.text,
          nextStep: said.nextStep,
        },
        rating: said === null ? '' : ratingBand(said.rating).words,
        missing: standing?.kind === 'missing' && period !== null && plan !== null ? standingWords(standing, periodName(period, plan)) : '',
        hasResources: besides?.hasResources ?? true,
        themes: besides?.themes ?? [],
        milestones: action.planned.milestones,
      }
    }),
    places: places.filter(({ indicatorId }) => measured.has(indicatorId)),
    indicators: (exceptions?.exceptions ?? [])
      .filter(({ href }) => exceptions?.isOfGroup || measured.has(indicatorIn(href)))
      .map(({ reference, title, judgement, reasons }) => ({
        name: `${reference ?? ''} ${title}`.trim(),
        judgement: judgement.name,
        words: judgement.words,
        reasons,
      })),
  }
  return filled(known, { meetingDay: at.onDay, today, period, every: plan?.progressEvery ?? 'quarter' })
}

/** Which indicator an address leads to. */
const indicatorIn = (href: string): number => Number(/indicators\/(\d+)/.exec(href)?.[1])

type Asked = {
  readonly at: Meeting
  readonly group: GroupName
  readonly mayKeep: boolean
  readonly keptOn: Day | null
  readonly lines: Lines
  readonly written: ReadonlySet<Heading>
  readonly known: Lines
}

async function asked(visit: Visit, access: 'look' | 'lock' = 'look'): Promise<Asked> {
  const { db, params, today, visitor } = visit
  const at = found(await meetingById(db, found(idOf<'meeting'>(params['meeting']))))
  const group = found(await groupNamed(db, found(idOf<'group'>(params['group']))))
  const mayKeep = isWithin(reachOf('keep-plans', visitor), group.id)
  if (access === 'lock') {
    allow(mayKeep)
    await lockWorkplan(db, at.id, group.id)
  }
  const { texts, keptOn } = await workplan(db, at.id, group.id)
  const known = keptOn === null ? await linesFor(db, at, group.id, today) : noLines
  return { at, group, mayKeep: mayKeep && keptOn === null, keptOn, known, lines: sheetLines(known, texts), written: new Set(texts.keys()) }
}
const noLines = Object.fromEntries(headings.map(heading => [heading, []])) as unknown as Lines

export const showWorkplan: Handler = async visit => {
  const of = await asked(visit)
  return page(template(import.meta.url, 'show.njk'), sheetView(of, { canMakePdf, today: visit.today }))
}

export const downloadWorkplan =
  (form: DocumentForm): Handler =>
  async visit => {
    const of = await asked(visit)
    const paper = workplanPaper(of, `${of.group.name}: ${meetingName(of.at)}`)
    const name = `workplan-${of.group.id}-${of.at.onDay}.${form}`
    if (form === 'docx') return download(name, documentTypes.docx, await docxOf(paper))
    if (form === 'odt') return download(name, documentTypes.odt, odtOf(paper))
    found(canMakePdf ? paper : null)
    return download(name, documentTypes.pdf, Buffer.from(await pdfOf(paper)))
  }

const fieldsOf = (lines: Lines): Record<Heading, string> =>
  Object.fromEntries(headings.map(each => [each, lines[each].join('\n')])) as Record<Heading, string>

export const editWorkplan: Handler = async visit => {
  const of = await asked(visit)
  allow(of.mayKeep)
  return editPage(of, fieldsOf(of.lines))
}

export const updateWorkplan: Handler = async visit => {
  const { db, body } = visit
  const of = await asked(visit, 'lock')
  const there = `meetings/${of.at.id}/workplans/${of.group.id}`
  if (!of.mayKeep) return redirect(there, 'The meeting was held: its sheet stands as it was')
  const refilled = /^refill-([a-z-]+)$/.exec(text(body, 'act'))?.[1]
  const read = readTexts(body)
  const typed = Object.fromEntries(headings.map(heading => [heading, lineEnds(text(body, heading))])) as Record<Heading, string>
  if (!read.accepted) return editPage(of, typed, read.problems, text(body, 'edition'))
  const now = fieldsOf(of.lines)
  const meanwhile = overtaken(
    text(body, 'edition'),
    fieldsOf(read.value),
    now,
    Object.fromEntries(headings.map(each => [each, [headingNames[each], now[each]]])),
  )
  if (meanwhile.length > 0) return editPage(of, typed, meanwhile)
  const known = fieldsOf(of.known)
  const texts = new Map<Heading, string | null>(
    Object.entries(fieldsOf(read.value)).map(([heading, said]) => {
      const each = heading as Heading
      return [each, each === refilled || said === known[each] ? null : said]
    }),
  )
  await setTexts(db, of.at.id, of.group.id, texts)
  return redirect(
    refilled === undefined ? there : `${there}/edit`,
    refilled === undefined ? 'The workplan is saved' : `${headingNames[refilled as Heading]} is filled again from what is known`,
  )
}

const lineEnds = (typed: string): string => typed.replaceAll('\r\n', '\n').trim()

function readTexts(body: Fields): Ruling<Lines> {
  const problems: Problem[] = headings
    .filter(heading => lineEnds(text(body, heading)).length > longest)
    .map(heading => ({ field: heading, text: `${headingNames[heading]} must be ${longest.toLocaleString('en-GB')} characters or fewer` }))
  if (problems.length > 0) return refuse(...problems)
  return accept(Object.fromEntries(headings.map(heading => [heading, linesIn(lineEnds(text(body, heading)))])) as unknown as Lines)
}
const longest = 20_000

function editPage(
  of: Asked,
  fields: Readonly<Record<Heading, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(fieldsOf(of.lines)),
): Answer {
  return page(template(import.meta.url, 'edit.njk'), editView(of, fields, edition), problems)
}
