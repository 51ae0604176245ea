import type { FreshApp } from '../web/index.ts'
import type { ExampleMeeting } from './meeting.ts'

/**
 * For tests: what the example's meeting left. Five items, of which one is confidential and one stands within another; discussion with points of two levels,
 * a decision with a vote, an action of two owners, a correction to earlier minutes, a withheld piece.
 */
export async function exampleMinutes({ owner, partnershipId }: Pick<FreshApp, 'owner' | 'partnershipId'>, at: ExampleMeeting) {
  const { meetingId, groupId, seats, people } = at
  return owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'x', true)`
    const one = async (query: PromiseLike<readonly { readonly id: number }[]>): Promise<number> => {
      const [row] = await query
      if (!row) throw new Error('The example was not made')
      return row.id
    }
    await db`update meetings.meeting set state = 'held', opened_at = '09:35', closed_at = '12:35' where id = ${meetingId}`
    const came = (personId: number, seatId: number, how: string, more: Record<string, unknown> = {}) =>
      db`insert into meetings.attendance ${db({ meetingId, personId, seatId, how, ...more })}`
    await came(people.chair, seats.chair, 'present', { isChair: true, describedAs: 'Leader of the council' })
    await came(people.secretariat, seats.secretariat, 'in-attendance')
    await came(people.lead, seats.lead, 'apologies')

    const item = (place: number, kind: string, title: string, more: Record<string, unknown> = {}) =>
      one(db`insert into meetings.agenda_item ${db({ meetingId, place, kind, title, ...more })} returning id`)
    const items = {
      minutes: await item(1, 'minutes', 'Minutes of the last meeting'),
      money: await item(2, 'item', 'Finance', { presenter: 'Ruth Calder' }),
      staff: await item(3, 'item', 'Pay of the support team', { isConfidential: true }),
      updates: await item(4, 'standing', 'Updates of the partnerships'),
      next: await item(5, 'next-meeting', 'Date of next meeting'),
    }
    const young = await item(1, 'item', 'Children and young people', { parentId: items.updates })
    let place = 0
    const piece = (itemId: number, kind: string, text: string, more: Record<string, unknown> = {}) =>
      one(db`insert into meetings.minute ${db({ meetingId, itemId, kind, text, place: ++place, ...more })} returning id`)
    const pieces = {
      correction: await piece(items.minutes, 'correction', ''),
      said: await piece(items.money, 'discussion', 'The paper was presented.\n- What there is\n  - £50 million of grant\n- What is not'),
      decided: await piece(items.money, 'decision', 'The whole grant was set aside'),
      withheld: await piece(items.money, 'discussion', 'A bidder was named', { isWithheld: true }),
      action: await piece(items.money, 'action', ''),
      pay: await piece(items.staff, 'discussion', 'Two posts were regraded'),
      young: await piece(young, 'discussion', 'The plan is late.'),
    }
    const decisionId = await one(db`
      insert into meetings.decision ${db({
        meetingId,
        itemId: items.money,
        minuteId: pieces.decided,
        number: 1,
        text: 'The whole grant was set aside',
        proposerId: people.chair,
        manner: 'vote',
        votesFor: 7,
        votesAgainst: 2,
        abstentions: 1,
        amountPence: 260_000_000,
      })} returning id`)
    const actionId = await one(db`
      insert into actions.action ${db({ source: 'meeting', sourceId: meetingId, groupId, sourceName: 'PMG', sourceDay: '2009-05-06', number: 1, text: 'Write to the chairs', dueOn: '2009-06-22', dueAsTyped: 'next meeting' })}
      returning id`)
    await db`insert into actions.owner ${db([
      { actionId, place: 0, personId: people.secretariat, seatId: null },
      { actionId, place: 1, personId: null, seatId: seats.lead },
    ])}`
    await db`insert into meetings.minute_action ${db({ minuteId: pieces.action, actionId })}`
    const earlierId = await one(db`insert into meetings.meeting ${db({ groupId, onDay: '2009-03-23', state: 'held' })} returning id`)
    await db`insert into meetings.correction ${db({
      ofMeetingId: earlierId,
      placeInWords: 'Page 4, Update on spend',
      was: '£60 million',
      shouldRead: '£50 million',
      proposedById: people.lead,
      state: 'agreed',
      agreedInId: meetingId,
      minuteId: pieces.correction,
    })}`
    const nextId = await one(
      db`insert into meetings.meeting ${db({ groupId, onDay: '2009-06-22', startsAt: '14:00', venue: 'Hereward Room' })} returning id`,
    )
    return { items: { ...items, young }, pieces, decisionId, actionId, earlierId, nextId }
  })
}

export async function setMinutesState(
  { owner, partnershipId }: Pick<FreshApp, 'owner' | 'partnershipId'>,
  meetingId: number,
  state: 'draft' | 'circulated' | 'approved',
) {
  await owner`
    insert into meetings.minutes (partnership_id, meeting_id, state, circulated_at, approved_at)
    values (${partnershipId}, ${meetingId}, ${state}, '2009-05-08T12:00Z', ${state === 'approved' ? '2009-06-22T14:00Z' : null})
    on conflict (partnership_id, meeting_id) do update set state = excluded.state, approved_at = excluded.approved_at`
}
