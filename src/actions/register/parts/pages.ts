import type { Part } from '../../../partnership/index.ts'
import { mayTakePart, template, type Visit } from '../../../platform/web/index.ts'
import { partyOf, sittingFor } from '../../action/pages.ts'
import { seeingOf, seesNothing } from '../../action/party.ts'
import { actionsFound, actionsMoving, everything } from '../../action/store.ts'
import { actionRow } from '../../action/view.ts'

type Shown = NonNullable<Awaited<ReturnType<Part>>>
const nobodys = { personId: null, seatIds: [], organisationIds: [], groupIds: [] }
const all = { limit: null, offset: 0 }

/** What is not settled yet of what an organisation has to do, through its seats and people too, or of what a group has to do and asks of others. */
export const actionsPart: Part = async ({ db, today, visitor }, of) => {
  if ('areaId' in of || !mayTakePart(visitor)) return null
  const open = { ...everything, states: ['open', 'done'] as const, seeing: seeingOf(partyOf({ visitor })) }
  const owned = await actionsFound(
    db,
    { ...open, owners: 'groupId' in of ? { ...nobodys, groupIds: [of.groupId] } : { ...nobodys, organisationIds: [of.organisationId] } },
    'due',
    all,
  )
  const asked = 'groupId' in of ? await actionsFound(db, { ...open, groupIds: [of.groupId] }, 'due', all) : []
  const records = [...owned, ...asked.filter(({ id }) => owned.every(each => each.id !== id))]
  const sitting = await sittingFor(db, records, today)
  return partShown('Actions', {
    actions: records.map(record => actionRow(record, sitting, today)),
    empty: 'Nothing is open.',
    hidesGroup: false,
  })
}

/** On the page of an indicator, which is kept for everybody alike: without what is confidential. */
export async function actionsOfIndicator(
  { db, today, visitor }: Pick<Visit, 'db' | 'today' | 'visitor'>,
  indicatorId: number,
): Promise<Shown | null> {
  if (!mayTakePart(visitor)) return null
  const records = await actionsMoving(db, indicatorId, seesNothing)
  const sitting = await sittingFor(db, records, today)
  if (records.length === 0) return null
  return partShown('Actions meant to move it', {
    actions: records.map(record => actionRow(record, sitting, today)),
    empty: '',
    hidesGroup: false,
  })
}

/** For home: what is asked of whoever comes, the soonest first. A capacity is read of those alone who are somebody at the table or keep its records. */
export async function myActionsPart({ db, today, visitor }: Visit): Promise<Shown | null> {
  if (!mayTakePart(visitor) || (visitor.role === 'reader' && visitor.duties.length === 0)) return null
  const party = partyOf({ visitor })
  const { personId, seats } = party.capacity
  const owners = { ...nobodys, personId: personId as never, seatIds: seats.map(({ seatId }) => seatId) }
  const records = await actionsFound(db, { ...everything, states: ['open'], seeing: seeingOf(party), owners }, 'due', {
    limit: shownAtHome,
    offset: 0,
  })
  if (records.length === 0) return null
  return {
    title: 'Your actions',
    template: template(import.meta.url, 'mine.njk'),
    view: { actions: records.map(record => actionRow(record, [], today)) },
  }
}
const shownAtHome = 6

const partShown = (title: string, view: object): Shown => ({ title, template: template(import.meta.url, 'part.njk'), view })
