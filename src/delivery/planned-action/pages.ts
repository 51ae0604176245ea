import {
  type ActionId,
  type ActionRecord,
  actionRecord,
  actionsFromSource,
  addAction,
  changeAction,
  indicatorChoices,
  indicatorsOf,
  isOwner,
  maySee,
  moveAction,
  ownerFieldsView,
  ownerKey,
  ownerOf,
  ownersInWords,
  partyOf,
  possibleOwners,
  type Settled,
  setIndicators,
  setState,
  sittingFor,
} from '../../actions/index.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { organisations } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  type Answer,
  allow,
  editionOf,
  type Fields,
  found,
  type Handler,
  mayTakePart,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { type CrossCuttingOf, mayKeepPlan, mayWritePlan, planAsked, planKept } from '../plan/pages.ts'
import { isBeingWritten, isInForce, notWrittenNow, type Plan, type PlanId } from '../plan/plan.ts'
import { lockPlan, plan as planById } from '../plan/store.ts'
import { progressOfAction } from '../progress/pages.ts'
import { plannedAs } from '../progress/store.ts'
import { type Known, milestoneFields, type PlannedForm, readPlanned, readSaid, resourceFields, rowsTyped } from './form.ts'
import { type Milestone, sayOf } from './planned-action.ts'
import {
  addPlannedAction,
  changePlannedAction,
  outcomeChoices,
  type Planned,
  plannedAction,
  plannedActions,
  removePlannedAction,
  sayOfMilestone,
  setContributors,
  setMilestones,
  setPlaces,
  setResources,
} from './store.ts'
import { actionView, asSent, type FormFields, fieldsOf, formView, nothingTyped } from './view.ts'

type Asked = { readonly plan: Plan; readonly planned: Planned; readonly record: ActionRecord; readonly mayReport: boolean }

export const showPlanned =
  (crossCuttingOf: CrossCuttingOf): Handler =>
  async visit => {
    const asked = await plannedAsked(visit)
    const { db, today } = visit
    const { plan, planned, record } = asked
    const [sitting, indicators, crossCutting, progress] = await Promise.all([
      sittingFor(db, [record], today),
      indicatorsOf(db, planned.actionId),
      crossCuttingOf(visit, [planned.actionId]),
      progressOfAction(visit, planned.actionId),
    ])
    const shown = {
      planned,
      record,
      owners: ownersInWords(record.owners, sitting, record.ownersAsTyped),
      indicators,
      seesRegister: mayTakePart(visit.visitor),
      mayWrite: mayWritePlan(visit, plan) && record.state !== 'dropped',
      mayReport: asked.mayReport,
    }
    const view = {
      ...actionView(shown, today),
      crossCutting: crossCutting.get(planned.actionId) ?? '',
      about: { kind: 'action', id: planned.actionId },
      breadcrumbs: toActions(plan),
      around: planFrame(plan, 'Actions'),
      parts: progress === null ? [] : [progress],
    }
    return page(template(import.meta.url, 'show.njk'), view)
  }

export const newPlanned: Handler = async visit => {
  const plan = await planWritten(visit)
  const outcomeId = text(visit.query, 'outcome')
  return formPage(visit, plan, null, { ...nothingTyped, outcomeId })
}

export const createPlanned: Handler = async visit => {
  const { db, body } = visit
  await lockPlan(db, (await planKept(visit)).id)
  const plan = await planAsked(visit)
  if (!isBeingWritten(plan)) return formPage(visit, plan, null, typedFields(body), [{ text: notWrittenNow(plan) }])
  const ruling = readPlanned(body, await known(db, plan.id))
  if (!ruling.accepted) return formPage(visit, plan, null, typedFields(body), ruling.problems)
  const { id, reference } = await addToPlan(db, plan, ruling.value)
  return redirect(after(body, plan, id), `${reference} is added`)
}

/** Its actions are proposed until the plan is signed off, again where it is a revision. */
export async function addToPlan(db: Db, plan: Plan, { owners, planned, ...form }: PlannedForm & { readonly ownersAsTyped?: string }) {
  const { id: actionId, reference } = await addAction(db, {
    source: 'plan',
    sourceId: plan.id,
    groupId: plan.groupId,
    sourceName: plan.shortName,
    sourceDay: plan.startsOn,
    text: form.text,
    owners,
    ownersAsTyped: form.ownersAsTyped ?? '',
    dueOn: planned.endsOn,
    isConfidential: form.isConfidential,
    state: 'proposed',
  })
  await setIndicators(db, actionId, form.indicatorIds)
  const id = await addPlannedAction(db, plan.id, actionId, planned)
  await setContributors(db, id, form.contributorIds)
  await setResources(db, plan.id, id, form.resources)
  await setMilestones(db, id, form.milestones)
  return { id, reference }
}

export const editPlanned: Handler = async visit => {
  const asked = await plannedWritten(visit)
  return formPage(visit, asked.plan, asked, await fieldsNow(visit.db, asked))
}

export const updatePlanned: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await plannedAsked(visit, lockPlan)
  const { plan, planned, record } = asked
  allow(mayKeepPlan(visit, plan) && record.state !== 'dropped')
  const choices = await known(db, plan.id)
  const typed = typedFields(body)
  if (!isBeingWritten(plan)) return formPage(visit, plan, asked, typed, [{ text: notWrittenNow(plan) }], text(body, 'edition'))
  const ruling = readPlanned(body, choices)
  if (!ruling.accepted) return formPage(visit, plan, asked, typed, ruling.problems, text(body, 'edition'))
  const now = await fieldsNow(db, asked)
  const meanwhile = overtaken(text(body, 'edition'), asSent(typed), asSent(now), inWords(now, choices))
  if (meanwhile.length > 0) return formPage(visit, plan, asked, typed, meanwhile)
  const { owners, planned: draft, ...form } = ruling.value
  await changeAction(db, planned.actionId, { text: form.text, owners, isConfidential: form.isConfidential })
  await agreeDay(db, asked, draft.endsOn, today)
  await setIndicators(db, planned.actionId, form.indicatorIds)
  await changePlannedAction(db, planned, draft)
  await setContributors(db, planned.id, form.contributorIds)
  await setResources(db, plan.id, planned.id, form.resources)
  await setMilestones(db, planned.id, form.milestones)
  return redirect(after(body, plan, planned.id), `${record.reference} is saved`)
}

/** What is proposed is agreed as it is planned. Once it is, a revision moves the agreed day as well, and says so. */
export async function agreeDay(
  db: Db,
  { planned, record }: Pick<Asked, 'planned' | 'record'>,
  endsOn: Planned['endsOn'],
  today: Visit['today'],
) {
  if (endsOn === planned.endsOn) return
  if (record.state === 'proposed') await changeAction(db, planned.actionId, { dueOn: endsOn })
  else if (record.state === 'open' && endsOn !== record.dueOn)
    await moveAction(db, planned.actionId, { becomes: endsOn, reason: 'The plan is revised', onDay: today, personId: null })
}

export const askToRemove: Handler = async visit => removalPage(await plannedWritten(visit))

/** A proposed one leaves the plan; one that was signed off stays in it, as not pursued, with what was said of it. */
export const removePlanned: Handler = async visit => {
  const { db, body, today } = visit
  const { plan, planned, record } = await plannedWritten(visit, lockPlan)
  const reason = text(body, 'reason').replace(/\s+/g, ' ').trim().slice(0, 1_000)
  await setState(db, planned.actionId, {
    state: 'dropped',
    outcome: reason === '' ? 'Taken out of the plan' : `Taken out of the plan: ${reason}`,
    endedOn: today,
  })
  if (record.state === 'proposed') await removePlannedAction(db, planned.id)
  return redirect(`plans/${plan.id}/actions`, `${record.reference} is taken out of the plan`)
}

function removalPage({ plan, planned, record }: Asked): Answer {
  const view = {
    title: `Take ${record.reference} out of the plan`,
    text: record.text,
    isProposed: record.state === 'proposed',
    back: `plans/${plan.id}/actions/${planned.id}`,
    breadcrumbs: toActions(plan),
  }
  return page(template(import.meta.url, 'removal.njk'), view)
}

export const movePlanned: Handler = async visit => {
  const { db, body } = visit
  const { plan, planned, record } = await plannedWritten(visit, lockPlan)
  const ids = (await plannedActions(db, plan.id)).map(({ id }) => id)
  const [at, to] = [ids.indexOf(planned.id), ids.indexOf(planned.id) + (text(body, 'move') === 'up' ? -1 : 1)]
  const other = ids[to]
  if (other !== undefined) {
    ids[at] = other
    ids[to] = planned.id
    await setPlaces(db, ids)
  }
  const way = text(body, 'move') === 'up' ? 'up' : 'down'
  return redirect(
    `plans/${plan.id}/actions/${planned.id}`,
    other === undefined ? `${record.reference} cannot move ${way}` : `${record.reference} has moved ${way}`,
  )
}

export const editMilestone: Handler = async visit => {
  const { asked, milestone } = await milestoneAsked(visit)
  if (!asked.mayReport) return onlyItsOwners(asked)
  return milestonePage(asked, milestone, saidFields(milestone))
}

export const updateMilestone: Handler = async visit => {
  const { db, body, today } = visit
  const { asked, milestone } = await milestoneAsked(visit, lockPlan)
  if (!asked.mayReport) return onlyItsOwners(asked)
  const typed = { forecastOn: text(body, 'forecastOn'), metOn: text(body, 'metOn'), note: text(body, 'note') }
  const form = readSaid(body)
  const ruling = form.accepted ? sayOf(form.value, today) : form
  if (!ruling.accepted) return milestonePage(asked, milestone, typed, ruling.problems, text(body, 'edition'))
  const now = saidFields(milestone)
  const read = { ...typed, forecastOn: dayField(ruling.value.forecastOn), metOn: dayField(ruling.value.metOn), note: ruling.value.note }
  const meanwhile = overtaken(text(body, 'edition'), read, now, {
    forecastOn: ['The expected day', now.forecastOn],
    metOn: ['The day on which it was met', now.metOn],
    note: ['The note', now.note],
  })
  if (meanwhile.length > 0) return milestonePage(asked, milestone, typed, meanwhile)
  await sayOfMilestone(db, milestone.id, ruling.value)
  return redirect(`plans/${asked.plan.id}/actions/${asked.planned.id}`, 'The milestone is saved')
}

const saidFields = ({ forecastOn, metOn, note }: Milestone) => ({ forecastOn: dayField(forecastOn), metOn: dayField(metOn), note })

function milestonePage(
  { plan, planned, record }: Asked,
  milestone: Milestone,
  fields: ReturnType<typeof saidFields>,
  problems: readonly Problem[] = [],
  edition = editionOf(saidFields(milestone)),
): Answer {
  const view = {
    title: 'How a milestone goes',
    milestone: milestone.text,
    planned: dayField(milestone.plannedOn),
    action: `${record.reference}: ${record.text}`,
    fields,
    edition,
    back: `plans/${plan.id}/actions/${planned.id}`,
    breadcrumbs: toActions(plan),
  }
  return page(template(import.meta.url, 'milestone.njk'), view, problems)
}

async function milestoneAsked(visit: Visit, lock?: Lock): Promise<{ readonly asked: Asked; readonly milestone: Milestone }> {
  const asked = await plannedAsked(visit, lock)
  const milestone = found(asked.planned.milestones.find(({ id }) => String(id) === visit.params['milestone']))
  return { asked, milestone }
}

function onlyItsOwners({ plan, planned, record }: Asked): Answer {
  const view = { title: `Milestones of ${record.reference}`, back: `plans/${plan.id}/actions/${planned.id}`, breadcrumbs: toActions(plan) }
  const why = isInForce(plan)
    ? 'Only those who own this action, and those who keep the plan, say how its milestones go'
    : 'How milestones go is said once the plan is signed off'
  return page(template(import.meta.url, 'refused.njk'), view, [{ text: why }])
}

type Lock = (db: Db, planId: PlanId) => Promise<void>

async function planWritten(visit: Visit): Promise<Plan> {
  const plan = await planAsked(visit)
  allow(mayWritePlan(visit, plan))
  return plan
}

/** What is confidential is there only for whoever may see it. */
async function plannedAsked(visit: Visit, lock?: Lock): Promise<Asked> {
  const { db, params } = visit
  const first = await planAsked(visit)
  if (lock !== undefined) await lock(db, first.id)
  const plan = lock === undefined ? first : await planAsked(visit)
  const planned = found(await plannedAction(db, plan.id, found(idOf<'planned action'>(params['planned']))))
  const record = found(await actionRecord(db, planned.actionId))
  const party = partyOf(visit)
  const owned = { ...record, owners: record.owners.map(ownerOf) }
  found(maySee(party, owned) ? record : null)
  return {
    plan,
    planned,
    record,
    mayReport: isInForce(plan) && (mayKeepPlan(visit, plan) || isOwner(party, owned)) && record.state !== 'dropped',
  }
}

async function plannedWritten(visit: Visit, lock?: Lock): Promise<Asked> {
  const asked = await plannedAsked(visit, lock)
  allow(mayWritePlan(visit, asked.plan) && asked.record.state !== 'dropped')
  return asked
}

/** For the register: what a plan says that is not being written changes only by a revision. */
export async function settledInPlan(
  db: Db,
  { id, source, sourceId }: Pick<ActionRecord, 'id' | 'source' | 'sourceId'>,
): Promise<Settled | null> {
  if (source !== 'plan' || sourceId === null) return null
  const planId = sourceId as PlanId
  const [settling, planned] = await Promise.all([planById(db, planId), plannedAs(db, id)])
  if (settling === null || planned === null || isBeingWritten(settling)) return null
  const why = settling.isWaiting
    ? `It is an action of ${settling.title}, which waits to be signed off and does not change meanwhile`
    : `It is an action of ${settling.title}, which is signed off. What it is, whose and for which indicators changes only by a revision of the plan`
  return { why, text: 'Open the plan', href: `plans/${planId}` }
}

/** Those of a plan that the visitor may see, with what the register says of each, in the plan's order. */
export async function plannedSeen(visit: Visit, plan: Plan): Promise<{ readonly planned: Planned; readonly record: ActionRecord }[]> {
  const [all, records] = await Promise.all([plannedActions(visit.db, plan.id), actionsFromSource(visit.db, 'plan', plan.id)])
  const byId = new Map<ActionId, ActionRecord>(records.map(record => [record.id, record]))
  const party = partyOf(visit)
  return all.flatMap(planned => {
    const record = byId.get(planned.actionId)
    return record === undefined || !maySee(party, { ...record, owners: record.owners.map(ownerOf) }) ? [] : [{ planned, record }]
  })
}

export const toActions = (plan: Plan) => [...toPlan(plan), { text: 'Actions', href: `plans/${plan.id}/actions` }]

export async function known(db: Db, planId: PlanId): Promise<Known> {
  const [owners, indicators, outcomes, bodies] = await Promise.all([
    possibleOwners(db),
    indicatorChoices(db),
    outcomeChoices(db, planId),
    organisations(db),
  ])
  return { owners, indicators, outcomes, organisations: bodies }
}

const fieldsNow = async (db: Db, { planned, record }: Asked): Promise<FormFields> =>
  fieldsOf(planned, record, record.owners.map(ownerKey), await indicatorsOf(db, planned.actionId))

const typedFields = (body: Fields): FormFields => ({
  text: text(body, 'text'),
  owners: texts(body, 'owners'),
  contributors: texts(body, 'contributors'),
  outcomeId: text(body, 'outcomeId'),
  startsOn: text(body, 'startsOn'),
  endsOn: text(body, 'endsOn'),
  measure: text(body, 'measure'),
  how: text(body, 'how'),
  risk: text(body, 'risk'),
  indicators: text(body, 'indicators'),
  isFree: text(body, 'isFree'),
  isConfidential: text(body, 'isConfidential'),
  resources: rowsTyped(body, 'resource', resourceFields),
  milestones: rowsTyped(body, 'milestone', milestoneFields),
})

function inWords(now: FormFields, { owners, organisations: bodies, outcomes }: Known): Parameters<typeof overtaken>[3] {
  const sent = asSent(now)
  const named = (all: readonly { readonly id: number; readonly name: string }[], ids: readonly string[]) =>
    all.flatMap(({ id, name }) => (ids.includes(String(id)) ? [name] : [])).join(', ')
  return {
    text: ['What is to be done', now.text],
    owners: ['Who owns it', owners.flatMap(each => (now.owners.includes(ownerKey(each)) ? [each.name] : [])).join(', ')],
    contributors: ['Who helps', named(bodies, now.contributors)],
    outcomeId: ['The outcome', outcomes.find(({ id }) => String(id) === now.outcomeId)?.title ?? ''],
    startsOn: ['The day on which it starts', now.startsOn],
    endsOn: ['The day on which it ends', now.endsOn],
    measure: ['The measure', now.measure],
    how: ['How it is to move its indicators', now.how],
    risk: ['The risk', now.risk],
    indicators: ['What it should move', now.indicators],
    isFree: ['Whether it needs no resources', now.isFree === 'yes' ? 'yes' : 'no'],
    isConfidential: ['Whether it is confidential', now.isConfidential === 'yes' ? 'yes' : 'no'],
    resources: ['Its resources', resourcesInWords(now, bodies)],
    milestones: ['Its milestones', sent.milestones.join('; ')],
  }
}

const resourcesInWords = (now: FormFields, bodies: Known['organisations']): string =>
  now.resources
    .map(({ organisation, ...row }) =>
      [bodies.find(({ id }) => String(id) === organisation)?.name ?? '', ...Object.values(row)].filter(part => part !== '').join(' '),
    )
    .join('; ')

/** On to the same form where more is to be added. */
const after = (body: Fields, plan: Plan, id: Planned['id']): string =>
  `plans/${plan.id}/actions/${id}${text(body, 'next') === 'more' ? '/edit#milestones' : ''}`

async function formPage(
  visit: Visit,
  plan: Plan,
  asked: Asked | null,
  fields: FormFields,
  problems: readonly Problem[] = [],
  edition?: string,
): Promise<Answer> {
  const { db } = visit
  const choices = await known(db, plan.id)
  const view = {
    title: asked === null ? 'Add an action to the plan' : `Change ${asked.record.reference} in the plan`,
    isNew: asked === null,
    asTyped: asked?.record.ownersAsTyped ?? '',
    owners: ownerFieldsView(choices.owners, fields.owners),
    ...formView(fields, choices),
    edition: edition ?? (asked === null ? '' : editionOf(asSent(await fieldsNow(db, asked)))),
    back: asked === null ? `plans/${plan.id}/actions` : `plans/${plan.id}/actions/${asked.planned.id}`,
    breadcrumbs: toActions(plan),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

const dayField = (day: Day | null): string => (day === null ? '' : dayLabel(day))
