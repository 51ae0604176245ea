import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { penceIn } from '../../kernel/money.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import { decisionKinds } from '../minutes/minutes.ts'
import type { Asked } from './decision.ts'

export const orders = ['newest', 'oldest', 'amount'] as const

/** What the register is asked for; nonsense asks for nothing. */
export function askedIn(query: Fields): Asked {
  const year = text(query, 'year')
  return {
    groupId: idOf<'group'>(text(query, 'group')),
    kind: decisionKinds.find(kind => kind === text(query, 'kind')) ?? null,
    year: /^\d{4}$/.test(year) ? Number(year) : null,
    indicatorId: idOf<'indicator'>(text(query, 'indicator')),
    withMoney: text(query, 'money') === 'yes',
    words: text(query, 'q').trim().slice(0, 200),
    order: orders.find(order => order === text(query, 'order')) ?? 'newest',
  }
}

const line = (called: string, longest: number) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= longest, `${called} must be ${longest} characters or fewer`)

const referral = z.object({
  toGroupId: z
    .string()
    .optional()
    .transform((typed, context) => {
      const id = idOf<'group'>(typed)
      if (id === null) context.addIssue('Select the group that has to answer')
      return id ?? z.NEVER
    }),
  question: line('What is asked', 300).refine(typed => typed !== '', 'Enter what is asked of the group'),
  meetingId: z
    .string()
    .optional()
    .transform(typed => idOf<'meeting'>(typed)),
})
export const readReferral = (body: Fields) => readForm(referral, body)

const delegation = z.object({
  matter: line('The matter', 300).refine(typed => typed !== '', 'Enter what the group may decide'),
  limitPence: z
    .string()
    .default('')
    .transform((typed, context): string | null => {
      if (typed.trim() === '') return null
      const pence = penceIn(typed)
      if (pence === null) context.addIssue('Enter the amount in pounds, like £50,000, or leave it empty')
      return pence === null ? z.NEVER : String(pence)
    }),
  fromGroupId: z
    .string()
    .optional()
    .transform(typed => idOf<'group'>(typed)),
  source: line('Where it is written', 300),
})
export const readDelegation = (body: Fields) => readForm(delegation, body)
