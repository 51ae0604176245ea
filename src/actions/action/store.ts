import type { Day } from '../../kernel/day.ts'
import type { PersonId } from '../../partnership/index.ts'
import type { IndicatorId } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Action, ActionId, ActionState, Move, NewAction, Owner, Progress } from './action.ts'
import type { NamedOwner } from './owner.ts'
import type { Seeing } from './party.ts'
import type { ActionRecord, Evidence, GroupChoice, NamedIndicator, NewEvidence, Note, NoteKind } from './record.ts'

/** With the next number over its source and day; two that are added at once wait for each other. */
export async function addAction(db: Db, { owners, ...action }: NewAction): Promise<Pick<Action, 'id' | 'reference'>> {
  const [row] = await db<Pick<Action, 'id' | 'reference'>[]>`
    insert into actions.action (source, source_id, group_id, source_name, source_day, number, carried_as, text, owners_as_typed, due_on, due_as_typed, is_confidential, state)
    values (${action.source}, ${action.sourceId}, ${action.groupId}, ${action.sourceName}, ${action.sourceDay},
            actions.next_number(${action.sourceName}, ${action.sourceDay}), ${action.carriedAs ?? ''}, ${action.text}, ${action.ownersAsTyped ?? ''},
            ${action.dueOn ?? null}, ${action.dueAsTyped ?? ''}, ${action.isConfidential ?? false}, ${action.state ?? 'open'})
    returning id, reference`
  if (!row) throw new Error('An action was not added')
  await setOwners(db, row.id, owners)
  return row
}

/** Whoever is to be shown it is asked beside it (`maySee`). */
export async function actionRecord(db: Db, actionId: ActionId): Promise<ActionRecord | null> {
  const [row] = await db<ActionRecord[]>`${records(db)} where action.id = ${actionId}`
  return row ?? null
}

/** Whoever is to be shown each is asked beside it. */
export async function actionRecords(db: Db, actionIds: readonly ActionId[]): Promise<ActionRecord[]> {
  return db<ActionRecord[]>`${records(db)} where action.id = any(${[...actionIds]}::bigint[]) order by action.id`
}

/** What may be asked of the register; lists that are empty ask for nothing. */
export type Sought = {
  readonly seeing: Seeing
  readonly owners: {
    readonly personId: PersonId | null
    readonly seatIds: readonly number[]
    readonly organisationIds: readonly number[]
    readonly groupIds: readonly number[]
  } | null
  readonly groupIds: readonly number[] | null
  readonly states: readonly ActionState[]
  /** Only those whose date was before this day. */
  readonly dueBefore: Day | null
  readonly source: string | null
  readonly words: readonly string[]
}
export type Sort = 'due' | 'newest' | 'group'

export async function actionsFound(
  db: Db,
  sought: Sought,
  sort: Sort,
  { limit, offset }: { readonly limit: number | null; readonly offset: number },
): Promise<ActionRecord[]> {
  return db<ActionRecord[]>`
    ${records(db)}
     where ${those(db, sought)}
     order by case when ${sort} = 'group' then "group".short_name end, case when ${sort} = 'newest' then action.source_day end desc nulls last,
              case when ${sort} = 'newest' then action.id end desc, action.due_on nulls last, action.id
     limit ${limit} offset ${offset}`
}

export async function countFound(db: Db, sought: Sought): Promise<number> {
  const [row] = await db<{ count: number }[]>`select count(*) as count from actions.action where ${those(db, sought)}`
  return row?.count ?? 0
}

export async function actionsOf(db: Db, groupIds: readonly number[], seeing: Seeing): Promise<ActionRecord[]> {
  return actionsFound(db, { ...everything, seeing, groupIds, states: ['open', 'done'] }, 'due', { limit: null, offset: 0 })
}

/** Of one record of a module, in the order in which they were agreed, whatever became of them. */
export async function actionsFromSource(db: Db, source: string, sourceId: number): Promise<ActionRecord[]> {
  return db<
    ActionRecord[]
  >`${records(db)} where action.source = ${source} and action.source_id = ${sourceId} order by action.source_day, action.number`
}

export async function actionsMoving(db: Db, indicatorId: number, seeing: Seeing): Promise<ActionRecord[]> {
  return db<ActionRecord[]>`
    ${records(db)}
     where action.id in (select action_id from actions.indicator where indicator_id = ${indicatorId}) and ${those(db, { ...everything, seeing })}
     order by action.state <> 'open', action.due_on nulls last, action.id`
}

export const everything: Omit<Sought, 'seeing'> = {
  owners: null,
  groupIds: null,
  states: ['open', 'done', 'closed', 'dropped'],
  dueBefore: null,
  source: null,
  words: [],
}

const records = (db: Db) => db`
  select action.id, action.reference, action.source, action.source_id, action.group_id, action.source_day, action.carried_as, action.text, action.owners_as_typed,
         action.due_on, action.due_as_typed, action.progress, action.state, action.outcome, action.ended_on, action.is_confidential, "group".name as "group",
         (select count(*) from actions.due_change where due_change.action_id = action.id and due_change.was is not null) as moves,
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'kind', case when owner.person_id is not null then 'person' when owner.seat_id is not null then 'seat'
                                 when owner.organisation_id is not null then 'organisation' else 'group' end,
                    'id', coalesce(owner.person_id, owner.seat_id, owner.organisation_id, owner.group_id),
                    'name', coalesce(person.name, organisation.name, owning.name,
                                     case seat.title when '' then initcap(replace(seat.role, '-', ' ')) else seat.title end || ', ' || seat.group_name))
                    order by owner.place, owner.id)
             from actions.owner
             left join partnership.shared_person as person on person.id = owner.person_id
             left join partnership.shared_seat as seat on seat.id = owner.seat_id
             left join partnership.shared_organisation as organisation on organisation.id = owner.organisation_id
             left join partnership.shared_group as owning on owning.id = owner.group_id
            where owner.action_id = action.id), '[]') as owners
    from actions.action
    left join partnership.shared_group as "group" on "group".id = action.group_id`

const those = (db: Db, { seeing, owners, groupIds, states, dueBefore, source, words }: Sought) => db`
  (not action.is_confidential or ${seeing.all} or action.group_id = any(${[...seeing.groupIds]}::bigint[])
   or exists (select from actions.owner where owner.action_id = action.id
                and (owner.person_id = ${seeing.personId}::bigint or owner.seat_id = any(${[...seeing.seatIds]}::bigint[]))))
  and action.state = any(${[...states]})
  and (${groupIds === null} or action.group_id = any(${[...(groupIds ?? [])]}::bigint[]))
  and (${source}::text is null or action.source = ${source})
  and (${dueBefore}::date is null or action.due_on < ${dueBefore})
  and (${owners === null} or exists (
        select from actions.owner
          left join partnership.shared_person as person on person.id = owner.person_id
          left join partnership.shared_seat as seat on seat.id = owner.seat_id
         where owner.action_id = action.id
           and (owner.person_id = ${owners?.personId ?? null}::bigint or owner.seat_id = any(${[...(owners?.seatIds ?? [])]}::bigint[])
                or owner.group_id = any(${[...(owners?.groupIds ?? [])]}::bigint[])
                or coalesce(owner.organisation_id, person.organisation_id, seat.organisation_id) = any(${[...(owners?.organisationIds ?? [])]}::bigint[]))))
  and not exists (select from unnest(${[...words]}::text[]) as word
                   where position(lower(word) in lower(concat_ws(' ', action.reference, action.carried_as, action.text, action.owners_as_typed, action.outcome))) = 0)`

/** Holds other writers off the action until the visit ends. */
export async function lockAction(db: Db, actionId: ActionId): Promise<void> {
  await db`select from actions.action where id = ${actionId} for update`
}

export type Change = Partial<Pick<Action, 'text' | 'ownersAsTyped' | 'dueOn' | 'dueAsTyped' | 'isConfidential' | 'progress'>> & {
  readonly owners?: readonly Owner[]
}

/** What is said of it, as long as it is being written down: a date that is set so was not moved. */
export async function changeAction(db: Db, actionId: ActionId, { owners, ...change }: Change): Promise<void> {
  if (Object.keys(change).length > 0) await db`update actions.action set ${db(change)} where id = ${actionId}`
  if (owners !== undefined) await setOwners(db, actionId, owners)
}

/** The plan that they come from is signed off: they are there for everybody. */
export async function openProposed(db: Db, sourceId: number): Promise<void> {
  await db`update actions.action set state = 'open' where source = 'plan' and source_id = ${sourceId} and state = 'proposed'`
}

/** These in this order, and no others; who stays is not written again. */
export async function setOwners(db: Db, actionId: ActionId, owners: readonly Owner[]): Promise<void> {
  const list = db.json(owners.map((owner, place) => ({ place, ...idsOf(owner) })))
  await db`
    delete from actions.owner
     where action_id = ${actionId}
       and not exists (select from jsonb_to_recordset(${list}) as chosen (person_id bigint, seat_id bigint, organisation_id bigint, group_id bigint)
                        where (chosen.person_id, chosen.seat_id, chosen.organisation_id, chosen.group_id)
                              is not distinct from (owner.person_id, owner.seat_id, owner.organisation_id, owner.group_id))`
  await db`
    insert into actions.owner (action_id, place, person_id, seat_id, organisation_id, group_id)
    select ${actionId}, min(place), person_id, seat_id, organisation_id, group_id
      from jsonb_to_recordset(${list}) as chosen (place integer, person_id bigint, seat_id bigint, organisation_id bigint, group_id bigint)
     group by person_id, seat_id, organisation_id, group_id
        on conflict (partnership_id, action_id, person_id, seat_id, organisation_id, group_id) do update set place = excluded.place where owner.place <> excluded.place`
}

const idsOf = (owner: Owner) => ({
  person_id: 'personId' in owner ? owner.personId : null,
  seat_id: 'seatId' in owner ? owner.seatId : null,
  organisation_id: 'organisationId' in owner ? owner.organisationId : null,
  group_id: 'groupId' in owner ? owner.groupId : null,
})

export type Mover = {
  readonly becomes: Day | null
  readonly dueAsTyped?: string
  readonly reason: string
  readonly onDay: Day
  readonly personId: number | null
}

/** The move is kept beside the date, with its reason. */
export async function moveAction(db: Db, actionId: ActionId, { becomes, dueAsTyped = '', reason, onDay, personId }: Mover): Promise<void> {
  await db`
    insert into actions.due_change (action_id, was, becomes, reason, on_day, person_id)
    select id, due_on, ${becomes}, ${reason}, ${onDay}, ${personId} from actions.action where id = ${actionId}`
  await db`update actions.action set due_on = ${becomes}, due_as_typed = ${dueAsTyped} where id = ${actionId}`
}

/** Done, closed or not pursued any more: with what came of it. Open again: without. */
export async function setState(
  db: Db,
  actionId: ActionId,
  { state, outcome, endedOn }: Pick<Action, 'state' | 'outcome' | 'endedOn'>,
): Promise<void> {
  await db`update actions.action set ${db({ state, outcome, endedOn })} where id = ${actionId}`
}

export async function setProgress(db: Db, actionId: ActionId, progress: Progress): Promise<void> {
  await db`update actions.action set progress = ${progress} where id = ${actionId} and progress <> ${progress}`
}

export type NewNote = {
  readonly kind: NoteKind
  readonly text: string
  readonly personId: number | null
  readonly byName?: string
  readonly askedFor?: Day | null
}

export async function addNote(db: Db, actionId: ActionId, { kind, text, personId, byName = '', askedFor = null }: NewNote): Promise<void> {
  await db`insert into actions.note (action_id, kind, text, person_id, by_name, asked_for) values (${actionId}, ${kind}, ${text}, ${personId}, ${byName}, ${askedFor})`
}

/** The newest first. */
export async function notesOf(db: Db, actionId: ActionId): Promise<Note[]> {
  return db<Note[]>`
    select note.kind, note.text, coalesce(person.name, note.by_name) as by, note.made_at, note.asked_for
      from actions.note
      left join partnership.shared_person as person on person.id = note.person_id
     where note.action_id = ${actionId}
     order by note.made_at desc, note.id desc`
}

/** On how many days its owners were written to since its date was last set. */
export async function timesReminded(db: Db, actionId: ActionId): Promise<number> {
  const [row] = await db<{ times: number }[]>`
    select count(distinct reminder.on_day) as times
      from actions.reminder
      join actions.action on action.id = reminder.action_id and action.due_on = reminder.due_on
     where reminder.action_id = ${actionId} and reminder.what <> 'escalated'`
  return row?.times ?? 0
}

/** The newest first. */
export async function movesOf(db: Db, actionId: ActionId): Promise<Move[]> {
  return db<Move[]>`
    select due_change.was, due_change.becomes, due_change.reason, due_change.on_day, coalesce(person.name, '') as by
      from actions.due_change
      left join partnership.shared_person as person on person.id = due_change.person_id
     where due_change.action_id = ${actionId}
     order by due_change.id desc`
}

export async function evidenceOf(db: Db, actionId: ActionId): Promise<Evidence[]> {
  return db<Evidence[]>`
    select evidence.id, evidence.title, evidence.link, evidence.file_id, coalesce(person.name, '') as by
      from actions.evidence
      left join partnership.shared_person as person on person.id = evidence.person_id
     where evidence.action_id = ${actionId}
     order by evidence.id`
}

export async function addEvidence(db: Db, actionId: ActionId, evidence: NewEvidence, personId: number | null): Promise<void> {
  await db`
    insert into actions.evidence (action_id, title, link, file_id, person_id)
    values (${actionId}, ${evidence.title}, ${'link' in evidence ? evidence.link : ''}, ${'fileId' in evidence ? evidence.fileId : null}, ${personId})`
}

export async function indicatorsOf(db: Db, actionId: ActionId): Promise<NamedIndicator[]> {
  return db<NamedIndicator[]>`
    select indicator.id, coalesce(indicator.reference, '') as reference, indicator.title
      from actions.indicator as meant
      join performance.shared_indicator as indicator on indicator.id = meant.indicator_id
     where meant.action_id = ${actionId}
     order by indicator.id`
}

export async function indicatorChoices(db: Db): Promise<NamedIndicator[]> {
  return db<NamedIndicator[]>`select id, coalesce(reference, '') as reference, title from performance.shared_indicator order by id`
}

export async function setIndicators(db: Db, actionId: ActionId, indicatorIds: readonly IndicatorId[]): Promise<void> {
  await db`delete from actions.indicator where action_id = ${actionId} and indicator_id <> all(${[...indicatorIds]}::bigint[])`
  await db`insert into actions.indicator (action_id, indicator_id) select ${actionId}, unnest(${[...indicatorIds]}::bigint[]) on conflict do nothing`
}

/** Everybody and everything that can own an action, with what it is called. */
export async function possibleOwners(db: Db): Promise<NamedOwner[]> {
  const rows = await db<NamedOwner[]>`
    select 'person' as kind, id, name from partnership.shared_person
     union all
    select 'seat', id, group_name || ', ' || case title when '' then replace(role, '-', ' ') else title end from partnership.shared_seat
     union all
    select 'organisation', id, name from partnership.shared_organisation
     union all
    select 'group', id, name from partnership.shared_group`
  return rows.toSorted((a, b) => collator.compare(a.name, b.name) || a.id - b.id)
}

export async function groupChoices(db: Db): Promise<GroupChoice[]> {
  return db<GroupChoice[]>`select id, name, short_name from partnership.shared_group order by name, id`
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
