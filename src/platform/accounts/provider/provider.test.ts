import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  disconnect,
  domainOf,
  domainTyped,
  drawnFrom,
  findings,
  issuerOf,
  notUsable,
  proveDomain,
  recordOf,
  showedBoth,
  stateOf,
} from './provider.ts'

describe('an issuer', () => {
  const check = (typed: string, expected: string | RegExp) =>
    test(`“${typed}” ${expected instanceof RegExp ? 'is refused' : `is ${expected}`}`, () => {
      const ruling = issuerOf(typed)
      if (expected instanceof RegExp) assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), expected)
      else assert.deepEqual(ruling, { accepted: true, value: expected })
    })

  check('https://accounts.google.com', 'https://accounts.google.com')
  check(' https://login.wexcombe.example/ ', 'https://login.wexcombe.example/')
  check('https://login.wexcombe.example/realms/council/.well-known/openid-configuration', 'https://login.wexcombe.example/realms/council')
  check(
    'https://login.microsoftonline.com/6f0c1c4e-0000-4000-8000-0123456789ab/v2.0',
    'https://login.microsoftonline.com/6f0c1c4e-0000-4000-8000-0123456789ab/v2.0',
  )
  check('https://login.microsoftonline.com/common/v2.0', /your own tenant’s/)
  check('https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration', /your own tenant’s/)
  check('login.wexcombe.example', /whole address/)
  check('', /whole address/)
  check('https://login.wexcombe.example/?tenant=1', /no \? or #/)
  check('https://login.wexcombe.example/#', /no \? or #/)
})

describe('the domain of an e-mail address', () => {
  const check = (email: string, expected: string | null) => test(`${email}: ${expected}`, () => assert.equal(domainOf(email), expected))

  check('amina@wexcombe.example', 'wexcombe.example')
  check('Amina@WEXCOMBE.example', 'wexcombe.example')
  check('"a@b"@wexcombe.example', 'wexcombe.example')
  check('amina@møre.example', 'xn--mre-0na.example')
  check('amina@wexcombe', null)
  check('amina@', null)
  check('amina', null)
  check('amina@127.0.0.1', null)
  check('amina@wexcombe.example.', null)
})

test('a domain may be typed as a whole address', () => {
  assert.deepEqual(domainTyped(' Helen@Wexcombe.example '), { accepted: true, value: 'wexcombe.example' })
  assert.equal(domainTyped('https://wexcombe.example').accepted, false)
  assert.equal(domainTyped('').accepted, false)
})

describe('a domain is proved', () => {
  const domain = { id: 1, domain: 'wexcombe.example', token: 'abc' }
  const check = (name: string, records: readonly string[], expected: true | RegExp) =>
    test(name, () => {
      const ruling = proveDomain(domain, { found: true, records })
      if (expected === true) assert.equal(ruling.accepted, true)
      else assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), expected)
    })

  check('by a record that says so, among others', ['v=spf1 -all', recordOf('abc')], true)
  check('not without one', ['v=spf1 -all'], /no TXT record with this value yet/)
  check('not by another’s', [recordOf('abcd')], /says something else/)
  test('not as long as nobody can tell', () => {
    const ruling = proveDomain(domain, { found: false, why: 'there is no such domain' })
    assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), /could not be read: there is no such domain/)
  })
})

test('a provider is in use once a domain is proved, and until it is switched off', () => {
  const domain = { id: 1, domain: 'wexcombe.example', token: 'abc' }
  assert.equal(stateOf({ isEnabled: true, domains: [] }), 'without-domain')
  assert.equal(stateOf({ isEnabled: true, domains: [{ ...domain, isProved: false }] }), 'without-domain')
  assert.equal(stateOf({ isEnabled: true, domains: [{ ...domain, isProved: true }] }), 'in-use')
  assert.equal(stateOf({ isEnabled: false, domains: [{ ...domain, isProved: true }] }), 'off')
})

test('nobody takes their only way in away', () => {
  assert.equal(disconnect({ hasPassphrase: false, links: 1 }).accepted, false)
  assert.equal(disconnect({ hasPassphrase: false, links: 2 }).accepted, true)
  assert.equal(disconnect({ hasPassphrase: true, links: 1 }).accepted, true)
})

test('what is drawn from a secret differs by name and tells nothing of the others', () => {
  const drawn = (['state', 'nonce', 'verifier'] as const).map(name => drawnFrom('secret', name))
  assert.equal(new Set(drawn).size, 3)
  for (const each of drawn) assert.match(each, /^[\w-]{43}$/)
})

test('what was found is told in sentences', () => {
  const described = { signInAt: 'https://login.wexcombe.example/authorize', signOutAt: null, responses: ['code'], challenges: null }
  assert.match(findings(described).join(' '), /sent to login\.wexcombe\.example .* does not say how to sign out there.* \(PKCE\)/)
  assert.deepEqual(notUsable(described), [])
  assert.equal(notUsable({ ...described, responses: ['id_token'] }).length, 1)
})

describe('signing in at a provider that asks for a second factor', () => {
  const check = (methods: readonly string[] | null, expected: boolean) =>
    test(`with ${methods?.join(' and ') ?? 'what it does not tell'}: ${expected ? 'both' : 'one'}`, () => {
      assert.equal(showedBoth({ countsAsSecondFactor: true }, methods), expected)
      assert.equal(showedBoth({ countsAsSecondFactor: false }, methods), false)
    })

  check(null, true)
  check([], true)
  check(['pwd'], false)
  check(['otp'], false)
  check(['pwd', 'otp'], true)
  check(['mfa'], true)
  check(['hwk'], true)
  check(['fido'], true)
})
