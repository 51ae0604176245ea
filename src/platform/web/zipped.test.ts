import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { zippedPiece, zippedWhole } from './zipped.ts'

const whole = async (texts: readonly string[], name: string): Promise<string> => {
  const pieces = texts.map(text => Buffer.from(text))
  return gunzipSync(zippedWhole(pieces, await Promise.all(pieces.map(zippedPiece)), Buffer.from(name))).toString()
}

test('pieces that were compressed each for itself are one gzip file, with whatever stands between', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 2000 })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), text, async (texts, name) =>
      assert.equal(await whole(texts, name), texts.join(name)),
    ),
  )
})

test('a long page stays as small as it is in one piece', async () => {
  const row = '<td class="govuk-table__cell" data-label="Lead">Wexcombe</td>'.repeat(10_000)
  assert.equal(await whole([row, row], 'Amina'), `${row}Amina${row}`)
  assert.ok((await zippedPiece(Buffer.from(row))).length < 4_000)
})
