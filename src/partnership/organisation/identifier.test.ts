import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readIdentifier, registers } from './identifier.ts'

const check = (typed: string, expected: string) =>
  test(`“${typed}” is read as ${expected}`, () => {
    const ruling = readIdentifier(typed)
    assert.deepEqual(ruling, { accepted: true, value: { identifier: expected, warning: null } })
  })
const refused = (typed: string, why: RegExp) =>
  test(`“${typed}” is refused`, () => {
    const ruling = readIdentifier(typed)
    assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), why)
  })

describe('an identifier is read as people write it', () => {
  check('GB-COH-01234567', 'GB-COH-01234567')
  check(' gb-coh-01234567 ', 'GB-COH-01234567')
  check('GB – COH – 0123 4567', 'GB-COH-01234567')
  check('GB-COH-SC123456', 'GB-COH-SC123456')
  check('GB-COH-IP12345R', 'GB-COH-IP12345R')
  check('GB-CHC-1234567', 'GB-CHC-1234567')
  check('GB-CHC-123456', 'GB-CHC-123456')
  check('GB-CHC-1234567-12', 'GB-CHC-1234567-12')
  check('GB-SC-SC012345', 'GB-SC-SC012345')
  check('GB-NIC-101234', 'GB-NIC-101234')
  check('GB-LAE-WEX', 'GB-LAE-WEX')
  check('GB-NHS-01F', 'GB-NHS-01F')
  check('GB-EDU-123456', 'GB-EDU-123456')
  check('GB-UKPRN-10001234', 'GB-UKPRN-10001234')
  check('GB-GOR-PB1204', 'GB-GOR-PB1204')
  check('GB-REV-X6243', 'GB-REV-X6243')
  check('GB-GOVUK-home-office', 'GB-GOVUK-HOME-OFFICE')
})

describe('what cannot be one is refused, with what it should be like', () => {
  refused('GB-COH-1234567', /Companies House.* is eight characters.*, like GB-COH-01234567/)
  refused('GB-COH-ABC12345', /eight characters/)
  refused('GB-CHC-12', /six or seven digits/)
  refused('GB-SC-012345', /SC and six digits/)
  refused('GB-LAE-E07000123', /three letters/)
  refused('01234567', /with a dash between them/)
  refused('GB-COH', /begins with a country/)
  refused('GB-COH-', /with a dash between them/)
  refused('COMPANY-COH-01234567', /begins with a country/)
  refused(`GB-XYZ-${'1'.repeat(100)}`, /100 characters/)
})

test('a register that is not known is taken, and it is said that nothing was checked', () => {
  assert.deepEqual(readIdentifier('US-EIN-12-3456789'), {
    accepted: true,
    value: {
      identifier: 'US-EIN-12-3456789',
      warning: 'US-EIN is not among the registers that Goldthread knows, so its number was not checked',
    },
  })
  assert.equal(readIdentifier('XI-GRID-GRID.123').accepted, false)
  assert.equal(readIdentifier('XI-PID-123').accepted, true)
})

test('what is said to be right of each register is', () => {
  for (const { prefix, like } of registers) assert.equal(readIdentifier(`${prefix}-${like}`).accepted, true, prefix)
})
