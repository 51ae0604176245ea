import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PlanId, PlanState } from '../plan/plan.ts'
import type { Step, StepKind } from './life-cycle.ts'
import type { Said } from './said.ts'

/** In the order in which they were taken. */
export async function stepsOf(db: Db, planId: PlanId): Promise<Step[]> {
  return db<Step[]>`
    select step.id, step.kind, step.reason, step.on_day, coalesce(person.name, step.by_name) as by, step.decision_id
      from delivery.step
      left join partnership.shared_person as person on person.id = step.person_id
     where step.plan_id = ${planId}
     order by step.id`
}

export type NewStep = {
  readonly planId: PlanId
  readonly kind: StepKind
  readonly reason: string
  readonly onDay: Day
  readonly personId: number | null
  readonly byName: string
  readonly decisionId: number | null
}

/** Its number. */
export async function addStep(db: Db, step: NewStep): Promise<number> {
  const [row] = await db<{ id: number }[]>`insert into delivery.step ${db(step)} returning id`
  if (!row) throw new Error('A step was not added')
  return row.id
}

export async function setPlanState(db: Db, planId: PlanId, state: PlanState): Promise<void> {
  await db`update delivery.plan set state = ${state} where id = ${planId} and state <> ${state}`
}

/** With everything in it: only one that was never submitted. */
export async function deletePlan(db: Db, planId: PlanId): Promise<void> {
  await db`delete from delivery.plan where id = ${planId}`
}

export async function keepVersion(db: Db, planId: PlanId, stepId: number, said: Said): Promise<void> {
  await db`insert into delivery.plan_version (plan_id, step_id, said) values (${planId}, ${stepId}, ${db.json(said as never)})`
}

export type Version = { readonly stepId: number; readonly said: Said }
export async function versionsOf(db: Db, planId: PlanId): Promise<Version[]> {
  return db<Version[]>`select step_id, said from delivery.plan_version where plan_id = ${planId} order by id`
}

/** What a letter is about. */
export type StepInShort = {
  readonly planId: PlanId
  readonly kind: StepKind
  readonly reason: string
  readonly by: string
  readonly isLatest: boolean
}
export async function stepInShort(db: Db, stepId: number): Promise<StepInShort | null> {
  const [row] = await db<StepInShort[]>`
    select step.plan_id, step.kind, step.reason, coalesce(person.name, step.by_name) as by,
           not exists (select from delivery.step as later where later.plan_id = step.plan_id and later.id > step.id) as is_latest
      from delivery.step
      left join partnership.shared_person as person on person.id = step.person_id
     where step.id = ${stepId}`
  return row ?? null
}
