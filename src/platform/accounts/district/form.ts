import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import { type Fields, type Share, shares, text, texts } from '../../web/index.ts'

export const readShares = (body: Fields): readonly Share[] => shares.filter(share => texts(body, 'shares').includes(share))

export function readCode(body: Fields): Ruling<string> {
  const code = text(body, 'code').trim()
  return code === ''
    ? refuse({ field: 'code', text: 'Enter the code that an administrator of the county partnership gave you' })
    : accept(code)
}
