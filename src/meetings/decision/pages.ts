import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type GroupId, groupNamed, reachOf } from '../../partnership/index.ts'
import { type SheetForm, sheet, sheetTypes } from '../../platform/sheet/index.ts'
import {
  type Answer,
  allow,
  download,
  entered,
  found,
  type Handler,
  mayTakePart,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { addForwardItems } from '../forward-plan/store.ts'
import { isWithin } from '../meeting/keeper.ts'
import { dayWords } from '../meeting/meeting.ts'
import { meetings } from '../meeting/store.ts'
import { type Decision, decisionReference, everything, type Referral } from './decision.ts'
import { askedIn, readDelegation, readReferral } from './form.ts'
import {
  actionsUnder,
  addDelegation,
  addReferral,
  answeredBy,
  choicesIn,
  decisions,
  decisionsNamed,
  delegations,
  groupChoices,
  recentDecisions,
  referralsOf,
  removeDelegation,
  removeReferral,
  type Sight,
} from './store.ts'
import { decisionsTable, decisionView, delegationsView, indicatorPartView, queryOf, referralView, registerView } from './view.ts'

/** Whose decisions the visitor sees. */
export const sightOfDecisions = ({ visitor }: Pick<Visit, 'visitor'>): Sight => ({
  whole: [reachOf('see-confidential', visitor), reachOf('keep-meetings', visitor)],
  takesPart: mayTakePart(visitor),
})

/** Six queries, whatever their number. */
export const listDecisions: Handler = async visit => {
  const { db, query, partnership } = visit
  const [sight, asked, number] = [sightOfDecisions(visit), askedIn(query), pageNumber(text(query, 'page'))]
  const [{ total, rows }, choices, all] = await Promise.all([
    decisions(db, sight, asked, { offset: rowsBefore(number), limit: pageSize }),
    choicesIn(db, sight),
    delegations(db),
  ])
  const indicator = rows.flatMap(({ indicators }) => indicators).find(({ id }) => id === asked.indicatorId)
  const view = registerView({ rows, total, asked, choices, indicator: indicator?.reference ?? null, delegations: all })
  const narrowed = queryOf(asked)
  const pages = pagination(total, number, `/${partnership.slug}/decisions${narrowed === '' ? '' : `?${narrowed}`}`)
  return page(template(import.meta.url, 'list.njk'), { ...view, pages })
}

export const downloadDecisions: Handler = async visit => {
  const { columns, rows } = await tableAsked(visit)
  return download('decisions.csv', 'text/csv; charset=utf-8', csv([columns.map(({ heading }) => heading), ...rows]))
}
export const downloadDecisionsAs =
  (form: SheetForm): Handler =>
  async visit =>
    download(`decisions.${form}`, sheetTypes[form], await sheet(await tableAsked(visit), form))

async function tableAsked(visit: Visit) {
  const [{ rows }, all] = await Promise.all([decisions(visit.db, sightOfDecisions(visit), askedIn(visit.query)), delegations(visit.db)])
  return decisionsTable(rows, all)
}

export const showDecision: Handler = async visit => {
  const { db, visitor } = visit
  const decision = await decisionAsked(visit)
  const sight = sightOfDecisions(visit)
  const seesAll = isWithin(reachOf('see-confidential', visitor), decision) || mayKeep(visit, decision)
  const [limits, actions, asked, answering] = await Promise.all([
    delegations(db, decision.groupId),
    decision.itemId === null ? [] : actionsUnder(db, decision.itemId, seesAll),
    referralsOf(db, [decision.id]),
    decision.itemId === null ? [] : answeredBy(db, decision.itemId),
  ])
  const around = await decisionsNamed(db, sight, [
    ...asked.flatMap(({ answerIds }) => answerIds),
    ...answering.map(({ decisionId }) => decisionId),
  ])
  const referrals: Referral[] = asked.map(({ answerIds, ...each }) => ({
    ...each,
    answers: around.filter(({ id }) => answerIds.includes(id)),
  }))
  const answers = answering.map(({ question, decisionId }) => ({ question, asking: around.find(({ id }) => id === decisionId) ?? null }))
  const shown = {
    decision,
    delegations: limits,
    actions,
    referrals,
    answers,
    mayRefer: mayKeep(visit, decision),
    takesPart: mayTakePart(visitor),
  }
  return page(template(import.meta.url, 'show.njk'), { ...decisionView(shown), about: { kind: 'decision', id: decision.id } })
}

const mayKeep = ({ visitor }: Visit, { groupId }: Pick<Decision, 'groupId'>): boolean =>
  isWithin(reachOf('keep-meetings', visitor), { groupId })

async function decisionAsked(visit: Visit): Promise<Decision> {
  const id = found(idOf<'decision'>(visit.params['decision']))
  const [decision] = await decisionsNamed(visit.db, sightOfDecisions(visit), [id])
  return found(decision)
}

async function decisionKept(visit: Visit): Promise<Decision> {
  const decision = await decisionAsked(visit)
  allow(mayKeep(visit, decision))
  return decision
}

export const newReferral: Handler = async visit => {
  const decision = await decisionKept(visit)
  return referralPage(visit, decision, { question: decision.text.slice(0, 300), toGroupId: text(visit.query, 'group') })
}

/** It becomes an item of the other group's forward plan, which says where it comes from. */
export const createReferral: Handler = async visit => {
  const { db, body, today } = visit
  const decision = await decisionKept(visit)
  const read = readReferral(body)
  if (!read.accepted) return referralPage(visit, decision, entered(body), read.problems)
  const { toGroupId, question, meetingId } = read.value
  const [group, ahead] = await Promise.all([groupNamed(db, toGroupId), meetings(db, { groupId: toGroupId, from: today })])
  if (group === null || toGroupId === decision.groupId)
    return referralPage(visit, decision, entered(body), [{ field: 'toGroupId', text: 'Select the group that has to answer' }])
  const at = ahead.find(({ id, state }) => id === meetingId && state === 'planned') ?? null
  if (meetingId !== null && at === null)
    return referralPage(visit, decision, entered(body), [
      { field: 'meetingId', text: 'Select a meeting of that group, or leave it to be allocated' },
    ])

  const [forwardItemId] = await addForwardItems(db, toGroupId, [
    {
      title: question,
      detail: '',
      meetingId: at?.id ?? null,
      isStanding: false,
      responsible: '',
      personId: null,
      seatId: null,
      purpose: 'decide',
      source: `Passed up by ${decision.group}`.slice(0, 300),
      sourceItemId: idOf<'agenda-item'>(String(decision.itemId ?? '')),
      minutes: null,
    },
  ])
  await addReferral(db, { decisionId: decision.id, toGroupId, forwardItemId: found(forwardItemId), question, madeOn: today })
  return redirect(`decisions/${decision.id}`, `${group.name} has it in its forward plan`)
}

export const confirmReferralRemoval: Handler = async visit => removalPage(await decisionKept(visit), visit)

export const destroyReferral: Handler = async visit => {
  const decision = await decisionKept(visit)
  if (!(await removeReferral(visit.db, decision.id, found(idOf<'referral'>(visit.params['referral'])))))
    return removalPage(decision, visit, [{ text: 'It is on the agenda of the other group already, and stays' }])
  return redirect(`decisions/${decision.id}`, 'It is taken back')
}

const removalPage = (decision: Decision, { params }: Visit, problems: readonly Problem[] = []): Answer =>
  page(
    template(import.meta.url, 'removal.njk'),
    {
      title: 'Take back what was passed up?',
      text: 'The item is taken out of the other group’s forward plan. The decision itself stays.',
      button: 'Take it back',
      action: `decisions/${decision.id}/referrals/${params['referral']}/removal`,
      back: `decisions/${decision.id}`,
    },
    problems,
  )

async function referralPage(visit: Visit, decision: Decision, fields: Readonly<Record<string, string>>, problems: readonly Problem[] = []) {
  const groupId = idOf<'group'>(fields['toGroupId'])
  const [groups, ahead] = await Promise.all([
    groupChoices(visit.db),
    groupId === null ? [] : meetings(visit.db, { groupId, from: visit.today }),
  ])
  const shown = ahead.filter(({ state }) => state === 'planned').map(meeting => ({ id: meeting.id, words: dayWords(meeting) }))
  return page(template(import.meta.url, 'referral.njk'), referralView({ decision, groups, meetings: shown, fields }), problems)
}

export const listDelegations: Handler = async visit => delegationsPage(visit, {})

export const createDelegation: Handler = async visit => {
  const group = await groupAsked(visit)
  allow(mayKeep(visit, { groupId: group.id }))
  const [read, known] = [readDelegation(visit.body), await groupChoices(visit.db)]
  if (!read.accepted) return delegationsPage(visit, entered(visit.body), read.problems)
  const { fromGroupId } = read.value
  await addDelegation(visit.db, group.id, {
    ...read.value,
    fromGroupId: fromGroupId !== group.id && known.some(({ id }) => id === fromGroupId) ? fromGroupId : null,
  })
  return redirect(`groups/${group.id}/delegations`, 'The delegation is added')
}

export const destroyDelegation: Handler = async visit => {
  const group = await groupAsked(visit)
  allow(mayKeep(visit, { groupId: group.id }))
  await removeDelegation(visit.db, group.id, found(idOf<'delegation'>(visit.params['delegation'])))
  return redirect(`groups/${group.id}/delegations`, 'The delegation is removed')
}

async function groupAsked({ db, params }: Visit): Promise<{ readonly id: GroupId; readonly name: string }> {
  const id = found(idOf<'group'>(params['group']))
  return { id, name: found(await groupNamed(db, id)).name }
}

async function delegationsPage(visit: Visit, fields: Readonly<Record<string, string>>, problems: readonly Problem[] = []): Promise<Answer> {
  const group = await groupAsked(visit)
  const [all, groups] = await Promise.all([delegations(visit.db, group.id), groupChoices(visit.db)])
  const shown = { group, all, groups, mayKeep: mayKeep(visit, { groupId: group.id }), fields }
  return page(template(import.meta.url, 'delegations.njk'), delegationsView(shown), problems)
}

const shownOfIndicator = 5

/** What was decided about an indicator, for its page; null where nothing was. */
export async function decisionsPart(visit: Pick<Visit, 'db' | 'visitor'>, indicatorId: number) {
  // What a district shares with its county are its figures.
  if (visit.visitor.role === 'guest') return null
  const { total, rows } = await decisions(visit.db, sightOfDecisions(visit), { ...everything, indicatorId }, { limit: shownOfIndicator })
  if (total === 0) return null
  return { title: 'Decisions', template: template(import.meta.url, 'of-indicator.njk'), view: indicatorPartView(rows, total, indicatorId) }
}

/** As modules above name one. */
export type DecisionInShort = Pick<Decision, 'id' | 'text' | 'group' | 'onDay'> & { readonly reference: string; readonly href: string }
const shortened = (rows: readonly Decision[]): DecisionInShort[] =>
  rows.map(row => ({
    id: row.id,
    text: row.text,
    group: row.group,
    onDay: row.onDay,
    reference: decisionReference(row),
    href: `decisions/${row.id}`,
  }))

/** What these groups decided within a year, the latest first, and decisions by their numbers: those that the visitor sees. */
export const recentlyDecided = async (
  visit: Pick<Visit, 'db' | 'visitor' | 'today'>,
  groupIds: readonly number[],
): Promise<DecisionInShort[]> => shortened(await recentDecisions(visit.db, sightOfDecisions(visit), groupIds, visit.today))
export const decisionsCited = async (visit: Pick<Visit, 'db' | 'visitor'>, ids: readonly number[]): Promise<DecisionInShort[]> =>
  ids.length === 0 ? [] : shortened(await decisionsNamed(visit.db, sightOfDecisions(visit), ids))
