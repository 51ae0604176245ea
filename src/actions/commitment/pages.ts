import { dayLabel } from '../../kernel/day.ts'
import type { Part } from '../../partnership/index.ts'
import { mayTakePart, template } from '../../platform/web/index.ts'
import { partyOf } from '../action/pages.ts'
import { seeingOf } from '../action/party.ts'
import { keepingNames, keepings, keptOf, yearUpTo } from './commitment.ts'
import { ownedWithDates } from './store.ts'

/** Of an organisation, through its seats and people too, or of a group: what it said that it would do by a date in the last twelve months, and what of that it did. */
export const commitmentsPart: Part = async ({ db, today, visitor }, of) => {
  if ('areaId' in of || !mayTakePart(visitor)) return null
  const nobodys = { personId: null, seatIds: [], organisationIds: [], groupIds: [] }
  const owners = 'groupId' in of ? { ...nobodys, groupIds: [of.groupId] } : { ...nobodys, organisationIds: [of.organisationId] }
  const kept = keptOf(await ownedWithDates(db, { seeing: seeingOf(partyOf({ visitor })), owners }), today)
  const row = ({ id, reference, text, dueOn, endedOn, wasDue }: (typeof kept.notPursued)[number]) => ({
    href: `actions/${id}`,
    reference,
    text,
    when: [
      `due ${dayLabel((wasDue[0] ?? dueOn) as NonNullable<typeof dueOn>)}`,
      ...(wasDue.length > 0 && dueOn !== null ? [`now ${dayLabel(dueOn)}`] : []),
      ...(endedOn === null ? [] : [`ended ${dayLabel(endedOn)}`]),
    ].join(', '),
  })
  return {
    title: 'Commitments kept',
    template: template(import.meta.url, 'part.njk'),
    view: {
      all: kept.all,
      onTime: kept.onTime,
      since: dayLabel(yearUpTo(today)),
      kinds: keepings
        .map(keeping => ({ name: keepingNames[keeping], isLate: keeping === 'overdue', rows: kept.each[keeping].map(row) }))
        .filter(({ rows }) => rows.length > 0),
      notPursued: kept.notPursued.map(row),
    },
  }
}
