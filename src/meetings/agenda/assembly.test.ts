import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { ForwardItem, ForwardItemId } from '../forward-plan/forward-plan.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import { type AgendaItem, type AgendaItemId, type ItemDraft, plainItem } from './agenda.ts'
import { copied, missing, sourcesOf, withAdded } from './assembly.ts'

const last: Meeting = {
  id: 1 as MeetingId,
  groupId: 1 as GroupId,
  group: 'Partnership Management Group',
  shortName: 'PMG',
  title: '',
  onDay: day('2009-05-06'),
  dayKnown: 'fixed',
  startsAt: null,
  endsAt: null,
  venue: '',
  hostOrganisationId: null,
  joiningLink: '',
  note: '',
  state: 'held',
  stateReason: '',
  openedAt: null,
  closedAt: null,
}
const planned = (id: number, title: string, but: Partial<ForwardItem> = {}): ForwardItem => ({
  id: id as ForwardItemId,
  groupId: 1 as GroupId,
  meetingId: 2 as MeetingId,
  isStanding: false,
  place: id,
  title,
  detail: '',
  responsible: '',
  personId: null,
  seatId: null,
  purpose: 'discuss',
  source: '',
  sourceItemId: null,
  minutes: null,
  isConfidential: false,
  ...but,
})
const found = {
  last,
  hasOpenActions: true,
  planned: [
    planned(1, 'Grant', { purpose: 'decide', responsible: 'Tbc', minutes: 20 }),
    planned(2, 'Progress updates', { isStanding: true, meetingId: null }),
  ],
}
const items = (drafts: readonly ItemDraft[]): AgendaItem[] =>
  drafts.map((draft, at) => ({ ...draft, id: (at + 1) as AgendaItemId, meetingId: 2 as MeetingId, place: at }))
const titles = (sources: readonly { readonly draft: ItemDraft }[]) => sources.map(({ draft }) => draft.title)

describe('an agenda that is assembled', () => {
  test('takes what a meeting usually takes, in that order', () => {
    assert.deepEqual(titles(sourcesOf(found)), [
      'Welcome and apologies',
      'Conflicts of interest',
      'Minutes of the last meeting, 6 May 2009',
      'Matters arising',
      'Progress updates',
      'Grant',
      'Exceptions of the scorecard',
      'Forward plan',
      'Any other business',
      'Date of next meeting',
    ])
  })

  test('has no minutes to approve, and nothing arising, at the first meeting of a group', () => {
    const first = titles(sourcesOf({ last: null, hasOpenActions: false, planned: [] }))
    assert.ok(!first.includes('Matters arising') && !first.some(title => title.startsWith('Minutes')))
    assert.ok(titles(sourcesOf({ last: null, hasOpenActions: true, planned: [] })).includes('Matters arising'))
  })

  test('keeps of the forward plan what is wanted, who brings it and how long it takes', () => {
    const { draft } = sourcesOf(found).find(({ key }) => key === 'plan-1') ?? { draft: plainItem('') }
    assert.deepEqual([draft.purpose, draft.presenter, draft.minutes, draft.forwardItemId], ['decide', 'Tbc', 20, 1])
  })
})

describe('assembled again', () => {
  const there = items(sourcesOf(found).map(({ draft }) => draft))

  test('has nothing new, whatever its items are called by now', () => {
    const edited = there.map(item => ({ ...item, title: `${item.title}, edited` }))
    assert.deepEqual(missing(sourcesOf(found), edited), [])
  })

  test('gets what the forward plan has got since, before the other business', () => {
    const again = sourcesOf({ ...found, planned: [...found.planned, planned(3, 'Plans')] })
    const added = missing(again, there).map(({ draft }) => draft)
    assert.deepEqual(
      added.map(({ title }) => title),
      ['Plans'],
    )
    const order = withAdded(there, added)
    assert.equal(
      order.findIndex(each => typeof each === 'object'),
      6,
    )
    assert.deepEqual(
      order.filter(each => typeof each === 'number'),
      there.map(({ id }) => id),
    )
  })

  test('takes apologies of their own for the welcome', () => {
    const own = items([plainItem('Apologies', 'apologies')])
    assert.ok(!missing(sourcesOf(found), own).some(({ key }) => key === 'welcome'))
  })

  test('puts first what is taken first', () => {
    assert.deepEqual(
      withAdded(items([plainItem('Grant')]), [plainItem('Welcome', 'welcome')]).map(each => typeof each),
      ['object', 'number'],
    )
  })
})

test('a copy of an agenda has its standing items, and not what was planned for that meeting alone', () => {
  const there = items([
    plainItem('Minutes of the last meeting, 23 March 2009', 'minutes'),
    { ...plainItem('Updates', 'standing'), forwardItemId: 2 as ForwardItemId },
    { ...plainItem('Grant'), forwardItemId: 1 as ForwardItemId },
    { ...plainItem('Safer'), parentId: 2 as AgendaItemId },
  ])
  assert.deepEqual(
    copied(there, last).map(({ draft, within }) => [draft.title, within.map(({ title }) => title)]),
    [
      ['Minutes of the last meeting, 6 May 2009', []],
      ['Updates', ['Safer']],
    ],
  )
})
