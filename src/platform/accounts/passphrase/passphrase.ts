import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import { isBreached } from './breached.ts'

/** A passphrase is long rather than odd: several words that belong together to nobody else. What letters it has is nobody's business. */
export const shortest = 12
export const longest = 200

/** `personal` is what somebody who knows the person would try first: name and e-mail address. */
export function choosePassphrase(text: string, personal: readonly string[], field: string): Ruling<string> {
  const chosen = text.normalize('NFKC')
  const length = [...chosen].length
  if (length === 0) return refuse({ field, text: 'Enter a passphrase' })
  if (length < shortest)
    return refuse({ field, text: `Passphrase must be at least ${shortest} characters. Several words together are easy to remember` })
  if (length > longest) return refuse({ field, text: `Passphrase must be ${longest} characters or fewer` })
  if (isCommon(chosen)) return refuse({ field, text: 'That passphrase is one of those that are tried first. Choose another' })
  if (isBreached(chosen))
    return refuse({ field, text: 'That passphrase was found among those stolen from other sites, which are tried first. Choose another' })
  if (saysOnly(chosen, personal)) return refuse({ field, text: 'Choose a passphrase that is not your name or e-mail address' })
  return accept(chosen)
}

function isCommon(chosen: string): boolean {
  const plain = bare(chosen)
  return common.some(word => isMadeOf(plain, word)) || repeats(plain) || (plain !== '' && isRun(plain))
}

/** passwordpassword, password1234, letmeinletmein!!! */
function isMadeOf(plain: string, word: string): boolean {
  const rest = plain.replaceAll(word, '')
  return rest.length < plain.length && /^[0-9]{0,6}$/.test(rest)
}

const repeats = (plain: string): boolean => /^(.{1,4})\1+.{0,3}$/u.test(plain)

function isRun(plain: string): boolean {
  const codes = [...plain].map(letter => letter.codePointAt(0) ?? 0)
  return codes.every((code, index) => index === 0 || Math.abs(code - (codes[index - 1] ?? 0)) <= 1)
}

function saysOnly(chosen: string, personal: readonly string[]): boolean {
  const rest = personal
    .flatMap(each => [each, ...each.split(/[\s@]+/)])
    .map(bare)
    .filter(word => word.length >= 3)
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), bare(chosen))
  return rest !== bare(chosen) && rest.length < 4
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Words that a passphrase is not made of: those that are tried first everywhere, and those of this program and of partnerships. docs/security.md names them. */
const common = [
  'password',
  'passwort',
  'passw0rd',
  'p4ssword',
  'passphrase',
  'passcode',
  'letmein',
  'welcome',
  'changeme',
  'goldthread',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  '1qaz2wsx',
  'qazwsxedc',
  'iloveyou',
  'iloveu',
  'administrator',
  'admin',
  'football',
  'liverpool',
  'arsenal',
  'chelsea',
  'manchester',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'superman',
  'batman',
  'trustno1',
  'master',
  'secret',
  'council',
  'partnership',
  'correcthorsebatterystaple',
  'thequickbrownfox',
  'abcdefgh',
  'abc123',
  '12345678',
  '123456',
  '123321',
  '987654321',
  'computer',
  'summer',
  'winter',
  'spring',
  'autumn',
  'january',
  'february',
  'september',
  'october',
  'november',
  'december',
  'monday',
  'friday',
  'england',
  'london',
]
