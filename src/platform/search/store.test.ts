import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { owner, partnershipId } = app

/** The plan is that of the statement within the function, asked as its owner, who alone may read the table. */
test('one index finds both the words and the partnership', async () => {
  await owner`
    insert into platform.search_entry (partnership_id, subject, record, title, address, words)
    select ${partnershipId}, 'meetings.minute', n, 'Item', 'x', platform.search_words(${partnershipId}, 'Item', 'word' || n % 997 || ' common')
      from generate_series(1, 20000) n`
  await owner`analyze platform.search_entry`
  const plan = await owner<{ 'QUERY PLAN': string }[]>`
    explain select subject from platform.search_entry
     where words @@ (quote_literal(platform.search_word(${partnershipId}::bigint))::tsquery && to_tsquery('english', 'word12')) and partnership_id = ${partnershipId}`
  assert.match(plan.map(row => row['QUERY PLAN']).join('\n'), /Bitmap Index Scan on search_entry_words/)
})

test('nobody reads the table in a visit', async () => {
  await assert.rejects(
    app.visit('read', db => db`select from platform.search_entry`),
    /permission denied/,
  )
})
