import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type InPerson, inPersonWords } from './in-person.ts'

const check = (words: string, changes: Partial<InPerson>) =>
  test(words, () =>
    assert.equal(inPersonWords({ holder: 'Amina Khan', isAway: false, cover: null, deputy: 'Joe Bell', ...changes }), words),
  )

check('Amina Khan', {})
check('Amina Khan, acting: Joe Bell', { isAway: true })
check('Amina Khan, acting: Ruth Calder', { isAway: true, cover: 'Ruth Calder' })
check('Amina Khan, who is away', { isAway: true, deputy: null })
check('vacant, acting: Joe Bell', { holder: null })
check('vacant', { holder: null, deputy: null })
