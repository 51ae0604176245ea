import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../test/web/index.ts'
import { day } from '../kernel/day.ts'
import { gapsIn, isCounted } from '../thread/gap/gap.ts'
import { factsSeen } from '../thread/gap/pages.ts'
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
