import type { Day } from '../../kernel/day.ts'
import type { GroupId, Reach } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { ForwardItemId } from '../forward-plan/forward-plan.ts'
import type { ArisingAnswer, Asked, Decision, DecisionId, Delegation, DelegationDraft, FollowingAction, Referral } from './decision.ts'

/** Whose decisions somebody sees: all of these groups, and of the others what is published or, for whoever takes part, circulated. */
export type Sight = { readonly whole: readonly Reach[]; readonly takesPart: boolean }

/** Two queries, whatever their number. */
export async function decisions(
  db: Db,
  sight: Sight,
  asked: Asked,
  { offset = 0, limit = null }: { readonly offset?: number; readonly limit?: number | null } = {},
): Promise<{ readonly total: number; readonly rows: Decision[] }> {
  const like = `%${asked.words.replaceAll(/[\\%_]/g, '\\$&')}%`
  const chosen = db`
    ${from(db)}
     where ${seen(db, sight)}
       and (${asked.groupId}::bigint is null or meeting.group_id = ${asked.groupId})
       and (${asked.kind}::text is null or decision.kind = ${asked.kind})
       and (${asked.year}::integer is null or extract(year from meeting.on_day) = ${asked.year})
       and (not ${asked.withMoney} or decision.amount_pence is not null)
       and (${asked.words} = '' or concat_ws(' ', decision.text, decision.dissent, item.title, "group".name) ilike ${like})
       and (${asked.indicatorId}::bigint is null
            or exists (select from meetings.decision_indicator where decision_id = decision.id and indicator_id = ${asked.indicatorId}))`
  const [counted] = await db<{ total: number }[]>`select count(*)::integer as total ${chosen}`
  const rows = await db<Decision[]>`
    select ${columns(db)} ${chosen}
     order by case when ${asked.order} = 'amount' then decision.amount_pence end desc nulls last,
              case when ${asked.order} = 'oldest' then meeting.on_day end,
              meeting.on_day desc, meeting.id desc, decision.number
    offset ${offset} limit ${limit}`
  return { total: counted?.total ?? 0, rows }
}

export async function decisionsNamed(db: Db, sight: Sight, ids: readonly number[]): Promise<Decision[]> {
  return db<Decision[]>`
    select ${columns(db)} ${from(db)} where ${seen(db, sight)} and decision.id = any(${[...ids]}::bigint[]) order by meeting.on_day, decision.number`
}

const from = (db: Db) => db`
    from meetings.decision
    join meetings.meeting on meeting.id = decision.meeting_id
    join partnership.shared_group as "group" on "group".id = meeting.group_id
    left join meetings.minutes on minutes.meeting_id = meeting.id
    left join meetings.agenda_item item on item.id = decision.item_id
    left join meetings.agenda_item around on around.id = item.parent_id
    left join meetings.minute piece on piece.id = decision.minute_id`

const columns = (db: Db) => db`
    decision.id, decision.meeting_id, meeting.group_id, "group".name as "group", "group".short_name, meeting.on_day, decision.item_id,
    coalesce(item.title, '') as item, decision.number, decision.kind, decision.text,
    (select name from partnership.shared_person where id = decision.proposer_id) as proposer,
    (select name from partnership.shared_person where id = decision.seconder_id) as seconder,
    decision.votes_for, decision.votes_against, decision.abstentions, decision.dissent, decision.amount_pence::text as amount_pence,
    coalesce(minutes.state, 'draft') = 'draft' as is_in_draft,
    coalesce((select jsonb_agg(jsonb_build_object('id', indicator.id, 'reference', indicator.reference, 'title', indicator.title) order by indicator.reference)
                from meetings.decision_indicator
                join performance.shared_indicator as indicator on indicator.id = decision_indicator.indicator_id
               where decision_indicator.decision_id = decision.id), '[]') as indicators`

function seen(db: Db, { whole, takesPart }: Sight) {
  if (whole.includes('everybody')) return db`true`
  const groupIds = whole.flatMap(reach => (typeof reach === 'string' ? [] : reach.groupIds))
  return db`
    (meeting.group_id = any(${groupIds}::bigint[])
     or ((minutes.state = 'approved' or (minutes.state = 'circulated' and ${takesPart}))
         and not coalesce(item.is_confidential, false) and not coalesce(around.is_confidential, false) and not coalesce(piece.is_withheld, false)))`
}

/** The groups that have decided something, and the years in which. */
export async function choicesIn(
  db: Db,
  sight: Sight,
): Promise<{ readonly groups: { id: number; name: string }[]; readonly years: number[] }> {
  const rows = await db<{ id: number; name: string; year: number }[]>`
    select distinct "group".id, "group".name, extract(year from meeting.on_day)::integer as year ${from(db)} where ${seen(db, sight)}`
  return {
    groups: [...new Map(rows.map(({ id, name }) => [id, { id, name }])).values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    years: [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => b - a),
  }
}

/** What somebody took on under the same item. */
export async function actionsUnder(db: Db, itemId: number, seesAll: boolean): Promise<FollowingAction[]> {
  return db<FollowingAction[]>`
    select action.id, action.reference, action.text, action.state, action.due_on
      from meetings.minute_action
      join meetings.minute on minute.id = minute_action.minute_id
      join actions.shared_action as action on action.id = minute_action.action_id
     where minute.item_id = ${itemId} and (${seesAll} or not (action.is_confidential or minute.is_withheld))
     order by minute.place, action.number`
}

type ReferralRow = Omit<Referral, 'answers' | 'plannedFor'> & {
  readonly meetingId: number | null
  readonly onDay: Day | null
  readonly answerIds: number[]
}

/** Where the endorsement of these decisions was asked for; which decisions answer it is for `decisionsNamed` to say. */
export async function referralsOf(
  db: Db,
  decisionIds: readonly number[],
): Promise<(Omit<Referral, 'answers'> & { readonly answerIds: number[] })[]> {
  const rows = await db<ReferralRow[]>`
    ${referral(db)} where referral.decision_id = any(${[...decisionIds]}::bigint[]) order by referral.id`
  return rows.map(planned)
}

/** What this decision answers: the referral whose item was taken under the same item of the agenda. */
export async function answeredBy(db: Db, itemId: number): Promise<(Omit<Referral, 'answers'> & { readonly answerIds: number[] })[]> {
  const rows = await db<ReferralRow[]>`
    ${referral(db)}
      join meetings.agenda_item here on here.forward_item_id = referral.forward_item_id
     where here.id = ${itemId}
     order by referral.id`
  return rows.map(planned)
}

const planned = ({ meetingId, onDay, ...row }: ReferralRow) => ({
  ...row,
  plannedFor: meetingId === null || onDay === null ? null : { meetingId, onDay },
})

const referral = (db: Db) => db`
    select referral.id, referral.decision_id, referral.to_group_id, asked.name as to_group, referral.question, referral.made_on,
           forward.id is not null as is_planned, meeting.id as meeting_id, meeting.on_day,
           array(select decision.id
                   from meetings.agenda_item item
                   join meetings.decision on decision.item_id = item.id
                  where item.forward_item_id = referral.forward_item_id
                  order by decision.id) as answer_ids
      from meetings.referral
      join partnership.shared_group as asked on asked.id = referral.to_group_id
      left join meetings.forward_item forward on forward.id = referral.forward_item_id
      left join meetings.meeting on meeting.id = forward.meeting_id`

export async function addReferral(
  db: Db,
  row: {
    readonly decisionId: DecisionId
    readonly toGroupId: GroupId
    readonly forwardItemId: ForwardItemId
    readonly question: string
    readonly madeOn: Day
  },
): Promise<void> {
  await db`insert into meetings.referral ${db(row)}`
}

/** Taken back, with its item, while no agenda has it. */
export async function removeReferral(db: Db, decisionId: DecisionId, id: number): Promise<boolean> {
  const [gone] = await db<{ forwardItemId: number | null }[]>`
    delete from meetings.referral
     where id = ${id} and decision_id = ${decisionId}
       and not exists (select from meetings.agenda_item where agenda_item.forward_item_id = referral.forward_item_id)
    returning forward_item_id`
  if (gone) await db`delete from meetings.forward_item where id = ${gone.forwardItemId}`
  return gone !== undefined
}

/** Answers that came to a group from others after one of its meetings and up to another: matters arising there. */
export async function answersTo(db: Db, groupId: GroupId, after: Day | null, upTo: Day): Promise<ArisingAnswer[]> {
  return db<ArisingAnswer[]>`
    select referral.question, answering.name as to_group, referral.made_on as asked_on, answered.on_day as answered_on, answer.id as answer_id, answer.text as answer
      from meetings.referral
      join meetings.decision asking on asking.id = referral.decision_id
      join meetings.meeting asked on asked.id = asking.meeting_id
      join meetings.agenda_item item on item.forward_item_id = referral.forward_item_id
      join meetings.decision answer on answer.item_id = item.id
      join meetings.meeting answered on answered.id = answer.meeting_id
      join meetings.minutes on minutes.meeting_id = answered.id and minutes.state <> 'draft'
      join partnership.shared_group as answering on answering.id = referral.to_group_id
     where asked.group_id = ${groupId} and answered.on_day <= ${upTo} and (${after}::date is null or answered.on_day > ${after})
       and not item.is_confidential
     order by answered.on_day, answer.id`
}

export async function delegations(db: Db, groupId: GroupId | null = null): Promise<Delegation[]> {
  return db<Delegation[]>`
    select delegation.id, delegation.group_id, delegation.matter, delegation.limit_pence::text as limit_pence, delegation.from_group_id,
           source_group.name as from_group, delegation.source
      from meetings.delegation
      left join partnership.shared_group as source_group on source_group.id = delegation.from_group_id
     where ${groupId}::bigint is null or delegation.group_id = ${groupId}
     order by delegation.id`
}

export async function addDelegation(db: Db, groupId: GroupId, draft: DelegationDraft): Promise<void> {
  await db`insert into meetings.delegation ${db({ groupId, ...draft })}`
}

export async function removeDelegation(db: Db, groupId: GroupId, id: number): Promise<void> {
  await db`delete from meetings.delegation where id = ${id} and group_id = ${groupId}`
}

export async function groupChoices(db: Db): Promise<{ readonly id: GroupId; readonly name: string }[]> {
  return db`select id, name from partnership.shared_group order by name`
}

/** The latest of these groups, for whoever says that something was decided. */
export async function recentDecisions(db: Db, sight: Sight, groupIds: readonly number[], today: Day): Promise<Decision[]> {
  return db<Decision[]>`
    select ${columns(db)} ${from(db)}
     where ${seen(db, sight)} and meeting.group_id = any(${[...groupIds]}::bigint[]) and meeting.on_day between ${today}::date - 365 and ${today}
     order by meeting.on_day desc, meeting.id desc, decision.number
     limit 50`
}
