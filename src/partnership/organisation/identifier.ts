/**
 * An organisation identifier says which body is meant, whoever writes about it: the register that knows it and its number there (org-id.guide), as in
 * GB-COH-01234567. Numbers of the registers that partners are found in are checked by their form; others are taken as they are.
 */
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

type Register = { readonly prefix: string; readonly name: string; readonly form: RegExp; readonly like: string; readonly inWords: string }

const letters = 'three letters'

/** The registers of the United Kingdom in which partners are found, as org-id.guide names them. */
export const registers: readonly Register[] = [
  { prefix: 'GB-CHC', name: 'Charity Commission', form: /^\d{6,7}(-\d{1,3})?$/, like: '1234567', inWords: 'six or seven digits' },
  {
    prefix: 'GB-COH',
    name: 'Companies House',
    form: /^([A-Z]{2}\d{6}|\d{8}|(IP|SP|NP)\d{5}[A-Z])$/,
    like: '01234567',
    inWords: 'eight characters: eight digits, or two letters and six digits',
  },
  {
    prefix: 'GB-EDU',
    name: 'Schools, by their unique reference number',
    form: /^\d{5,6}$/,
    like: '123456',
    inWords: 'five or six digits',
  },
  {
    prefix: 'GB-GOR',
    name: 'Government organisations, until 2021',
    form: /^[A-Z]{1,3}\d{1,5}$/,
    like: 'D123',
    inWords: 'one to three letters and a number',
  },
  {
    prefix: 'GB-GOVUK',
    name: 'Government organisations on GOV.UK',
    form: /^[A-Z0-9]+(-[A-Z0-9]+)*$/,
    like: 'HOME-OFFICE',
    inWords: 'the end of its address on GOV.UK',
  },
  { prefix: 'GB-LAE', name: 'Local authorities of England', form: /^[A-Z]{3}$/, like: 'WEX', inWords: letters },
  { prefix: 'GB-LANI', name: 'Local authorities of Northern Ireland', form: /^[A-Z]{3}$/, like: 'WEX', inWords: letters },
  { prefix: 'GB-LAS', name: 'Local authorities of Scotland', form: /^[A-Z]{3}$/, like: 'WEX', inWords: letters },
  {
    prefix: 'GB-MPR',
    name: 'Mutuals and registered societies',
    form: /^(\d{1,6}[A-Z]?|[A-Z]{2}\d{5,6}[A-Z]?)$/,
    like: '1234R',
    inWords: 'digits, mostly with a letter at the end',
  },
  {
    prefix: 'GB-NHS',
    name: 'Health, by the code of the organisation data service',
    form: /^[A-Z0-9]{3,10}$/,
    like: 'RX1',
    inWords: 'three to ten letters and digits',
  },
  { prefix: 'GB-NIC', name: 'Charity Commission for Northern Ireland', form: /^(NIC)?\d{6}$/, like: '101234', inWords: 'six digits' },
  { prefix: 'GB-PLA', name: 'Local authorities of Wales', form: /^[A-Z]{3}$/, like: 'WEX', inWords: letters },
  {
    prefix: 'GB-REV',
    name: 'Charities known to HM Revenue and Customs',
    form: /^X[A-Z]?\d{3,6}[A-Z]?$/,
    like: 'X1234',
    inWords: 'the letter X and digits',
  },
  { prefix: 'GB-SC', name: 'Scottish charities', form: /^SC\d{6}$/, like: 'SC012345', inWords: 'SC and six digits' },
  {
    prefix: 'GB-SHPE',
    name: 'Social housing providers of England',
    form: /^([A-Z]{1,2}\d{3,4}|\d{4})$/,
    like: 'L1234',
    inWords: 'four digits, or one or two letters and three or four digits',
  },
  { prefix: 'GB-UKPRN', name: 'Learning providers', form: /^1\d{7}$/, like: '10001234', inWords: 'eight digits that begin with 1' },
]

export type CheckedIdentifier = {
  readonly identifier: string
  /** What was not checked, in a sentence. */
  readonly warning: string | null
}

/** As people write it: in small letters, with spaces, with other dashes, and with the register named twice. */
export function readIdentifier(typed: string): Ruling<CheckedIdentifier> {
  const identifier = typed
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .trim()
    .replace(/\s+/g, '')
    .toUpperCase()
  if (identifier.length > 100) return refuse({ text: 'The identifier must be 100 characters or fewer' })
  if (!/^[A-Z0-9]+(-[A-Z0-9]+)+$/.test(identifier))
    return refuse({ text: 'Enter the register and the number with a dash between them, like GB-COH-01234567' })

  const register = registers.find(({ prefix }) => identifier.startsWith(`${prefix}-`))
  if (register !== undefined) {
    const number = identifier.slice(register.prefix.length + 1)
    if (register.form.test(number)) return accept({ identifier, warning: null })
    return refuse({
      text: `A number of ${register.prefix} (${register.name}) is ${register.inWords}, like ${register.prefix}-${register.like}`,
    })
  }
  if (!/^(XI|XM|XR|[A-Z]{2})-[A-Z0-9]+-/.test(identifier))
    return refuse({ text: 'An identifier begins with a country, like GB, or with XI or XM, and its register: GB-COH-01234567' })
  const prefix = identifier.split('-').slice(0, 2).join('-')
  return accept({ identifier, warning: `${prefix} is not among the registers that Goldthread knows, so its number was not checked` })
}
