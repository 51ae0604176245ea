import { csv } from '../../kernel/csv.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { reachOf } from '../../partnership/index.ts'
import type { Block, DocumentForm, TextDocument } from '../../platform/document/index.ts'
import {
  type Answer,
  download,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  mayManagePerformance,
  mayTakePart,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { sendPaper } from '../paper/pages.ts'
import { mayKeepSomePlans } from '../plan/pages.ts'
import { isInForce, isWithin, planYear } from '../plan/plan.ts'
import { askedIn, readDates, readRequirements } from './form.ts'
import {
  countsOf,
  dayField,
  type Line,
  latenessWords,
  lineStateNames,
  lineStateOf,
  linesAsked,
  type Requirement,
  submittedWords,
} from './requirement.ts'
import { addRequirements, changeRequirement, checklist, groupsToChoose, lockRequirement, removeRequirement, requirement } from './store.ts'
import { checklistTable, checklistView, dateFields, requirementView, toChecklist } from './view.ts'

/** The checklist of all groups: one query, whatever their number. */
export const listPlans: Handler = async visit => {
  const { query, today, visitor } = visit
  const reach = mayKeepSomePlans(visitor) ? reachOf('keep-plans', visitor) : 'nobody'
  const view = checklistView({
    lines: await linesSeen(visit),
    asked: askedIn(query),
    today,
    mayRequire: mayManagePerformance(visitor),
    mayWrite: groupId => isWithin(reach, groupId),
    mayWriteSome: reach !== 'nobody' && (reach === 'everybody' || reach.groupIds.length > 0),
  })
  return page(template(import.meta.url, 'checklist.njk'), view)
}

export const downloadPlans: Handler = async visit => {
  const { columns, rows } = checklistTable(linesAsked(await linesSeen(visit), askedIn(visit.query), visit.today), visit.today)
  return download('delivery-plans.csv', 'text/csv; charset=utf-8', csv([columns.map(({ heading }) => heading), ...rows]))
}

/** For the pack: the lines that were asked for, as a table on paper. */
export const downloadPlansAs =
  (form: DocumentForm): Handler =>
  async visit => {
    const lines = linesAsked(await linesSeen(visit), askedIn(visit.query), visit.today)
    return sendPaper(checklistPaper(lines, visit.today, visit.partnership.name), 'delivery-plans', form, 'plans')
  }

function checklistPaper(lines: readonly Line[], today: Day, partnership: string): TextDocument {
  const words = (text: string): Block[] => (text === '' ? [] : [{ kind: 'paragraph', text }])
  const counts = countsOf(lines, today)
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`)
  return {
    title: 'Delivery plans',
    foot: `${partnership}, ${dayLabel(today)}`,
    paper: 'a4',
    isOnItsSide: true,
    parts: [
      { kind: 'paragraph', text: `On ${dayLabel(today)}: ${counts.length === 0 ? 'none' : counts.join(', ')}.` },
      {
        kind: 'table',
        columns: [
          { heading: 'Group', share: 3 },
          { heading: 'Year', share: 1.2 },
          { heading: 'Due', share: 2 },
          { heading: 'Plan', share: 3 },
          { heading: 'State', share: 4 },
        ],
        rows: lines.map(line => {
          const { requirement, plan } = line
          const late = latenessWords(line, today)
          const state = [lineStateNames[lineStateOf(line)], submittedWords(line), plan?.state === 'revising' ? 'being revised' : '']
            .filter(Boolean)
            .join(' ')
          return [
            words(line.group),
            words(planYear(line)),
            [
              ...words(requirement === null ? '' : dayLabel(requirement.dueOn)),
              ...words(
                requirement === null || requirement.secondDueOn === null ? '' : `at the latest ${dayLabel(requirement.secondDueOn)}`,
              ),
            ],
            words(plan?.title ?? ''),
            [
              ...words(state),
              ...(late === '' ? [] : [{ kind: 'paragraph' as const, text: [{ text: late, as: 'strong' as const }] }]),
              ...words(plan?.state === 'returned' ? plan.returnedBecause : ''),
            ],
          ]
        }),
      },
    ],
  }
}

/** A scrutiny reader sees the plans that are in force, and not who owes one. */
async function linesSeen({ db, visitor }: Pick<Visit, 'db' | 'visitor'>): Promise<Line[]> {
  const all = await checklist(db)
  return mayTakePart(visitor)
    ? all
    : all.filter(({ plan }) => plan !== null && isInForce(plan)).map(line => ({ ...line, requirement: null }))
}

export const newRequirements: Handler = async visit => requirementsPage(visit, { year: text(visit.query, 'year') })

export const createRequirements: Handler = async visit => {
  const { db, body, today } = visit
  const read = readRequirements(body, await groupsToChoose(db, today))
  if (!read.accepted) return requirementsPage(visit, body, read.problems)
  const added = await addRequirements(db, read.value)
  const before = read.value.groupIds.length - added
  const year = planYear(read.value)
  const told = `${added === 1 ? '1 group owes' : `${added} groups owe`} a plan for ${year}`
  return redirect(
    `plans?year=${encodeURIComponent(year)}`,
    before === 0
      ? told
      : `${told}. ${before === 1 ? '1 owed one already and keeps its date' : `${before} owed one already and keep their dates`}`,
  )
}

async function requirementsPage({ db, today }: Visit, fields: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const view = requirementView(await groupsToChoose(db, today), entered(fields), texts(fields, 'groups'))
  return page(template(import.meta.url, 'require.njk'), view, problems)
}

export const editRequirement: Handler = async visit => {
  const asked = await requirementAsked(visit)
  return datesPage(asked, dateFields(asked))
}

export const updateRequirement: Handler = async visit => {
  const { db, body } = visit
  const asked = await requirementAsked(visit, lockRequirement)
  const read = readDates(body)
  if (!read.accepted) return datesPage(asked, entered(body), read.problems, text(body, 'edition'))
  const now = dateFields(asked)
  const typed = { dueOn: dayField(read.value.dueOn), secondDueOn: dayField(read.value.secondDueOn) }
  const meanwhile = overtaken(text(body, 'edition'), typed, now, {
    dueOn: ['The date', now.dueOn],
    secondDueOn: ['The second date', now.secondDueOn],
  })
  if (meanwhile.length > 0) return datesPage(asked, entered(body), meanwhile)
  await changeRequirement(db, asked.id, read.value)
  return redirect('plans', `The plan of ${asked.group} is due on ${typed.dueOn}`)
}

function datesPage(
  asked: Requirement,
  fields: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(dateFields(asked)),
): Answer {
  const view = {
    title: 'Change when a plan is due',
    caption: `${asked.group}, ${planYear(asked)}`,
    fields,
    edition,
    removalHref: `plans/requirements/${asked.id}/removal`,
    breadcrumbs: toChecklist,
  }
  return page(template(import.meta.url, 'dates.njk'), view, problems)
}

export const askToRemoveRequirement: Handler = async visit => {
  const asked = await requirementAsked(visit)
  const view = { title: 'Ask for this plan no longer', caption: `${asked.group}, ${planYear(asked)}`, breadcrumbs: toChecklist }
  return page(template(import.meta.url, 'removal.njk'), view)
}

export const deleteRequirement: Handler = async visit => {
  const asked = await requirementAsked(visit, lockRequirement)
  await removeRequirement(visit.db, asked.id)
  return redirect('plans', `${asked.group} owes no plan for ${planYear(asked)} any more`)
}

async function requirementAsked({ db, params }: Visit, lock?: typeof lockRequirement): Promise<Requirement> {
  const id = found(idOf<'requirement'>(params['requirement']))
  if (lock) await lock(db, id)
  return found(await requirement(db, id))
}
