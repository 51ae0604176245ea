import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { entered, type Fields, readForm } from '../../platform/web/index.ts'

export const versions = ['now', 'public', 'marked', 'circulated'] as const
export type Version = (typeof versions)[number]

/** Which of the versions an address asks for; nonsense is the one that holds. */
export const versionAsked = (query: Fields): Version => {
  const asked = entered(query)['version']
  return versions.find(version => version === asked) ?? 'now'
}

const words = (called: string, longest: number) =>
  z.string().trim().max(longest, `${called} must be ${longest} characters or fewer`).default('')
const ticked = z
  .string()
  .optional()
  .transform(value => value === 'yes')

const fields = z.object({
  form: z.enum(['prose', 'table'], { error: 'Select whether minutes are prose or a table' }),
  minutesCalled: words('What minutes are called', 60),
  presentCalled: words('The heading over who was present', 60),
  inAttendanceCalled: words('The heading over who was in attendance', 60),
  apologiesCalled: words('The heading over apologies', 60),
  itemCalled: words('The word before an item’s number', 20),
  actionsAgain: z.enum(['nowhere', 'top', 'end'], { error: 'Select where all actions are listed again' }),
  hasActionColumn: ticked,
  showsTimes: ticked,
  showsTotals: ticked,
  showsForwardPlan: ticked,
  queriesTo: words('Whom to ask', 500),
})

export const readMinutesForm = (body: Fields) => readForm(fields, body)

const circulation = z.object({
  correctionsBy: z
    .string()
    .default('')
    .transform((typed, context): Day | null => {
      if (typed.trim() === '') return null
      const day = parseDay(typed)
      if (day === null) context.addIssue('Enter the day as a date, like 15 May 2026, or leave it empty')
      return day
    }),
})
export const readCirculation = (body: Fields) => readForm(circulation, body)
