import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../test/web/index.ts'
import { reviewsOf } from '../delivery/plan-review/store.ts'
import { addDays, day } from '../kernel/day.ts'
import { gapsIn, isCounted } from '../thread/gap/gap.ts'
import { factsSeen } from '../thread/gap/pages.ts'
import { gapCounts } from '../thread/gap/store.ts'
import { commentaryOfWexcombe, fourRsOfWexcombe, linksOfWexcombe, planReviewsOfWexcombe } from './delivery.ts'
import { gapsOfWexcombe } from './gaps.ts'

const app = await freshApp({ after }, { now: '2026-11-25T09:30:00Z', example: true })

test('the gap list of Wexcombe shows the gaps that were put there and no others', async () => {
  const facts = await app.visit<Awaited<ReturnType<typeof factsSeen>>>('read', db =>
    factsSeen(db, { today: day('2026-11-25'), takesPart: true, circles: () => [] }),
  )
  const found = gapsIn(facts)
    .filter(isCounted)
    .map(({ name, gaps }) => [
      name,
      gaps.map(({ reference, title }) => (/^(NI|L)/.test(reference) ? `${reference} ${title}` : title)).toSorted(),
    ])
  assert.deepEqual(Object.fromEntries(found), gapsOfWexcombe)
})

test('the gaps of Wexcombe were counted for twelve weeks, and today are as many as there are', async () => {
  const counts = await app.visit<Awaited<ReturnType<typeof gapCounts>>>('read', gapCounts)
  const byDay = Map.groupBy(counts, ({ onDay }) => onDay)
  const today = day('2026-11-25')
  assert.deepEqual(
    [...byDay.keys()],
    Array.from({ length: 13 }, (_, week) => addDays(today, 7 * (week - 12))),
  )
  assert.deepEqual(
    Object.fromEntries((byDay.get(today) ?? []).map(({ kind, count }) => [kind, count])),
    Object.fromEntries(Object.entries(gapsOfWexcombe).map(([kind, gaps]) => [kind, gaps.length])),
  )
})

test('of nine indicators off target, five are reviewed by the four Rs, one at a meeting, and six have commentary on their very period', async () => {
  const list = await app.get(app.officer, 'off-target')
  assert.match(list.body, /5 of 9 reviewed/)
  const explained = new Set(commentaryOfWexcombe.map(({ indicator }) => indicator))
  const reviewed = new Set(fourRsOfWexcombe.map(({ indicator }) => indicator))
  const lines = (await app.get(app.officer, 'off-target.csv')).body
    .split('\r\n')
    .slice(1)
    .filter(line => /^(NI |L)\d/.test(line))
  assert.deepEqual(
    lines.filter(line => commentaryOfWexcombe.some(({ ago, text }) => ago === 0 && line.includes(text.slice(0, 30)))).map(nameIn),
    lines.map(nameIn).filter(name => explained.has(name)),
  )
  assert.equal(lines.map(nameIn).filter(name => explained.has(name)).length, 6)
  assert.equal(explained.size, 8)
  assert.deepEqual(
    lines
      .map(nameIn)
      .filter(name => reviewed.has(name))
      .toSorted(),
    [...reviewed].toSorted(),
  )
  const [held] = await app.visit<{ count: number }[]>(
    'read',
    db => db`select count(*)::int as count from delivery.four_rs where meeting_id is not null`,
  )
  assert.equal(held?.count, 1)
})
const nameIn = (line: string): string => /^(?:NI |L)[\d.]+/.exec(line)?.[0] ?? ''

test('plans that were looked over say by whom, records hang together by links of their own, and the next sheet has a line of its lead', async () => {
  const plans = await app.visit<{ id: Parameters<typeof reviewsOf>[1]; shortName: string; state: string }[]>(
    'read',
    db => db`select id, short_name, state from delivery.plan order by id`,
  )
  for (const { id, shortName, state } of plans) {
    const reviews = await app.visit<Awaited<ReturnType<typeof reviewsOf>>>('read', db => reviewsOf(db, id))
    const told = planReviewsOfWexcombe.filter(({ plan }) => plan === shortName)
    assert.deepEqual(
      reviews.map(({ byName, answers }) => [byName, answers.length]),
      told.map(({ by, answers }) => [by, Object.keys(answers).length]),
    )
    if (reviews.length > 0) assert.equal(reviews.length, state === 'returned' ? 2 : 1)
  }
  const cyp = plans.find(({ shortName }) => shortName === 'CYP-PLAN')?.id
  assert.match((await app.get(app.officer, `plans/${cyp}/robustness`)).body, /Farah Malik/)
  assert.match((await app.get(app.officer, `thread/plan/${cyp}`)).body, new RegExp(linksOfWexcombe[0]?.sentence ?? 'no link'))
  assert.match((await app.get(app.officer, `plans/${cyp}/alignment`)).body, /A fair start/)
  const [matched] = await app.visit<{ lines: number; matched: number }[]>(
    'read',
    db => db`
      select count(distinct line.id)::int as lines, count(distinct alignment.other_line_id)::int as matched
        from delivery.other_line as line left join delivery.alignment on alignment.other_line_id = line.id`,
  )
  assert.deepEqual([matched?.lines, matched?.matched], [8, 6])
  const [sheet] = await app.visit<{ meetingId: number; groupId: number }[]>(
    'read',
    db => db`select meeting_id, group_id from delivery.workplan`,
  )
  const workplan = await app.get(app.officer, `meetings/${sheet?.meetingId}/workplans/${sheet?.groupId}`)
  assert.match(workplan.body, /speak at the trust’s meeting/)
  assert.match((await app.get(app.officer, `meetings/${sheet?.meetingId}/agenda`)).body, new RegExp(`workplans/${sheet?.groupId}`))
})
