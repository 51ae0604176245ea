import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addTo, changeRole, inviteAgain, type Member, removeAccess, sendAgain, stateOf } from './membership.ts'

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
  invitation: null,
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

test('a mail is sent to whoever has not chosen a passphrase yet, wherever else they belong', () => {
  assert.equal(sendAgain({ ...tom, hasPassphrase: false }).accepted, true)
  assert.equal(sendAgain({ ...tom, hasPassphrase: false, isElsewhere: true }).accepted, true)
  assert.equal(sendAgain(tom).accepted, false)
  assert.equal(sendAgain({ ...tom, hasPassphrase: false, providers: ['Wexcombe Council'] }).accepted, false)
  assert.equal(sendAgain({ ...tom, hasPassphrase: false, isExample: true }).accepted, false)
})

test('how far somebody has come with signing in stands beside their name', () => {
  const now = Temporal.Instant.from('2009-12-01T09:00:00Z')
  const invited: Member = {
    ...tom,
    hasPassphrase: false,
    invitation: { until: Temporal.Instant.from('2009-12-03T09:00:00Z'), byMail: true, couldNotBeSent: false },
  }
  const failed: Member = { ...invited, invitation: { until: now.add({ hours: 1 }), byMail: true, couldNotBeSent: true } }
  assert.equal(stateOf(tom, now), 'Can sign in')
  assert.equal(stateOf({ ...tom, hasPassphrase: false, providers: ['Wexcombe Council'] }, now), 'Signs in with Wexcombe Council')
  assert.equal(stateOf({ ...tom, isExample: true, hasPassphrase: false }, now), 'One of the people of the example')
  assert.equal(stateOf({ ...tom, hasPassphrase: false }, now), 'Not invited at present')
  assert.equal(stateOf(invited, now), 'Invited, not yet accepted, until 3 December 2009')
  assert.equal(stateOf(invited, now.add({ hours: 48 })), 'Invited, and did not accept by 3 December 2009')
  assert.equal(stateOf(failed, now), 'The invitation could not be sent')
})
