import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { diffArrays } from 'diff'
import { hasTwoVersions, merge } from './merge.ts'

const base = 'The forward plan was discussed.\nThe Chair thanked leads.\nNoted.'
const both = (theirs: string, mine: string, from = base) => merge(from, theirs, mine, { compare: diffArrays, who: 'Priya Nair' })

describe('two people change one piece', () => {
  const check = (what: string, theirs: string, mine: string, text: string) =>
    test(what, () => assert.deepEqual(both(theirs, mine), { text, isSettled: true }))

  check('only one of them', base, `${base}\nAgreed.`, `${base}\nAgreed.`)
  check('only the other', `${base}\nAgreed.`, base, `${base}\nAgreed.`)
  check('both the same', `${base}\nAgreed.`, `${base}\nAgreed.`, `${base}\nAgreed.`)
  check(
    'different lines',
    base.replace('forward plan', 'Forward Plan'),
    base.replace('Noted.', 'Noted, and agreed.'),
    'The Forward Plan was discussed.\nThe Chair thanked leads.\nNoted, and agreed.',
  )
  check(
    'one takes a line out, the other writes further',
    'The forward plan was discussed.\nNoted.',
    `${base}\n- Annual reports`,
    'The forward plan was discussed.\nNoted.\n- Annual reports',
  )

  test('the same line: both versions stay, marked', () => {
    const { text, isSettled } = both(base.replace('leads.', 'all leads.'), base.replace('leads.', 'the leads.'))
    assert.equal(isSettled, false)
    assert.equal(
      text,
      'The forward plan was discussed.\n[Two people changed this. One version:]\nThe Chair thanked all leads.\n[Priya Nair wrote:]\nThe Chair thanked the leads.\n[End of both versions]\nNoted.',
    )
    assert.ok(hasTwoVersions(text))
  })
  test('both begin an empty piece', () => {
    const { text } = both('Theirs', 'Mine', '')
    assert.match(text, /Theirs\n\[Priya Nair wrote:\]\nMine/)
  })
  test('whatever they do, no word that either wrote is lost', () => {
    const texts = [
      base,
      base.replace('Noted.', 'A\nB'),
      `X\n${base}`,
      'Y',
      base.replace('The Chair thanked leads.\n', ''),
      `${base}\nZ`,
      '',
    ]
    for (const theirs of texts)
      for (const mine of texts) {
        const { text } = both(theirs, mine)
        const came = (of: string) => of.split('\n').filter(line => !base.includes(line))
        for (const line of [...came(theirs), ...came(mine)])
          assert.ok(text.split('\n').includes(line), `${line} of ${JSON.stringify([theirs, mine, text])}`)
      }
  })
})
