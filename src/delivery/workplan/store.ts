import type { Day } from '../../kernel/day.ts'
import type { Meeting, MeetingId } from '../../meetings/index.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'
import type { Heading, Known, Texts } from './workplan.ts'

export type Kept = { readonly texts: Texts; readonly keptOn: Day | null }

export async function workplan(db: Db, meetingId: MeetingId, groupId: GroupId): Promise<Kept> {
  const rows = await db<{ keptOn: Day | null; heading: Heading | null; text: string | null }[]>`
    select workplan.kept_on, workplan_text.heading, workplan_text.text
      from delivery.workplan
      left join delivery.workplan_text on workplan_text.workplan_id = workplan.id
     where workplan.meeting_id = ${meetingId} and workplan.group_id = ${groupId}`
  return {
    keptOn: rows[0]?.keptOn ?? null,
    texts: new Map(rows.flatMap(({ heading, text }) => (heading === null || text === null ? [] : [[heading, text]]))),
  }
}

/** Its number; begun where there is none yet, and locked until the visit ends. */
async function workplanFor(db: Db, meetingId: MeetingId, groupId: GroupId): Promise<number> {
  await db`insert into delivery.workplan (meeting_id, group_id) values (${meetingId}, ${groupId}) on conflict do nothing`
  const [row] = await db<
    { id: number }[]
  >`select id from delivery.workplan where meeting_id = ${meetingId} and group_id = ${groupId} for update`
  if (!row) throw new Error('A workplan was not begun')
  return row.id
}

/** Held before it is read, so that two who save wait for each other. */
export const lockWorkplan = async (db: Db, meetingId: MeetingId, groupId: GroupId): Promise<void> =>
  void (await workplanFor(db, meetingId, groupId))

/** These headings as they are written, and those of null as they are known. */
export async function setTexts(
  db: Db,
  meetingId: MeetingId,
  groupId: GroupId,
  texts: ReadonlyMap<Heading, string | null>,
  keptOn: Day | null = null,
): Promise<void> {
  const id = await workplanFor(db, meetingId, groupId)
  if (keptOn !== null) await db`update delivery.workplan set kept_on = ${keptOn} where id = ${id}`
  for (const [heading, text] of texts)
    await (text === null
      ? db`delete from delivery.workplan_text where workplan_id = ${id} and heading = ${heading}`
      : db`insert into delivery.workplan_text (workplan_id, heading, text) values (${id}, ${heading}, ${text})
               on conflict (partnership_id, workplan_id, heading) do update set text = excluded.text where workplan_text.text <> excluded.text`)
}

/** What the group of a meeting has asked of another, and is not settled. */
export async function mattersFor(
  db: Db,
  { groupId, onDay }: Pick<Meeting, 'groupId' | 'onDay'>,
  about: GroupId,
): Promise<Known['matters']> {
  return db<Known['matters'][number][]>`
    select action.reference, action.text, action.due_on, action.due_as_typed
      from actions.shared_action as action
     where action.group_id = ${groupId} and action.source <> 'plan' and action.source_day < ${onDay} and action.state in ('open', 'done') and not action.is_confidential
       and exists (select from actions.shared_owner as owner
                     left join partnership.shared_seat as seat on seat.id = owner.seat_id
                    where owner.action_id = action.id
                      and (owner.group_id = ${about} or seat.group_id = ${about} or owner.person_id in (select link.lower_id from partnership.shared_link as link
                            where link.lower_kind = 'person' and link.upper_kind = 'group' and link.relation = 'sits on' and link.upper_id = ${about}
                              and coalesce(link.begins_on, '-infinity') <= ${onDay} and coalesce(link.ends_on, 'infinity') >= ${onDay})))
     order by action.source_day, action.number, action.id`
}

export type Beside = { readonly id: PlannedActionId; readonly hasResources: boolean; readonly themes: readonly string[] }

/** Whether people or money are named for each action of a plan, and which themes its indicators are of. */
export async function besideActions(db: Db, planId: PlanId): Promise<Beside[]> {
  return db<Beside[]>`
    select planned_action.id,
           planned_action.is_free or exists (select from delivery.resource where resource.planned_action_id = planned_action.id) as has_resources,
           coalesce((select array_agg(distinct theme.title)
                       from actions.shared_link as moves
                       join performance.shared_link as measures on measures.lower_kind = 'indicator' and measures.lower_id = moves.upper_id and measures.relation = 'measures'
                       join performance.shared_link as part on part.lower_kind = 'outcome' and part.lower_id = measures.upper_id and part.upper_kind = 'theme'
                       join performance.shared_node as theme on theme.kind = 'theme' and theme.id = part.upper_id
                      where moves.lower_kind = 'action' and moves.upper_kind = 'indicator' and moves.lower_id = planned_action.action_id), '{}') as themes
      from delivery.planned_action
     where planned_action.plan_id = ${planId}`
}

export async function indicatorsOfPlan(db: Db, planId: PlanId): Promise<ReadonlySet<number>> {
  const rows = await db<{ indicatorId: number }[]>`select indicator_id from delivery.plan_indicator where plan_id = ${planId}`
  return new Set(rows.map(({ indicatorId }) => indicatorId))
}
