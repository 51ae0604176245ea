import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addTo, changeRole, inviteAgain, type Member, removeAccess } from './membership.ts'

const tom: Member = {
  accountId: 1,
  name: 'Tom Ellery',
  email: 'tom@wexcombe.example',
  role: 'administrator',
  isExample: false,
  hasPassphrase: true,
  providers: [],
  hasFactor: false,
  isElsewhere: false,
}

test('a partnership keeps an administrator', () => {
  assert.equal(changeRole({ member: tom, administrators: 1 }, 'reader').accepted, false)
  assert.equal(removeAccess({ member: tom, administrators: 1 }).accepted, false)
  assert.equal(changeRole({ member: tom, administrators: 1 }, 'administrator').accepted, true)
  assert.equal(changeRole({ member: tom, administrators: 2 }, 'reader').accepted, true)
  assert.equal(removeAccess({ member: tom, administrators: 2 }).accepted, true)
  assert.equal(removeAccess({ member: { ...tom, role: 'reader' }, administrators: 1 }).accepted, true)
})

test('a link is made only for somebody who is nowhere else', () => {
  assert.equal(inviteAgain(tom).accepted, true)
  assert.equal(inviteAgain({ ...tom, isElsewhere: true }).accepted, false)
  assert.equal(inviteAgain({ ...tom, isExample: true }).accepted, false)
})

test('nobody is added to the example', () => {
  assert.equal(addTo({ id: 1, slug: 'wexcombe', name: 'Wexcombe', isExample: true }).accepted, false)
})
