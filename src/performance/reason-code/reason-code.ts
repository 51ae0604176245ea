/** Why a rating is what it is, in one of the words that are counted (rules E1), so that it can be said what is usually done about it. */
export const reasonCodes = [
  'measure',
  'timeframe',
  'data-quality',
  'data-late',
  'no-plan',
  'plan-not-robust',
  'no-engagement',
  'delivery',
  'external',
  'funding',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export const reasonCodeNames: Readonly<Record<ReasonCode, string>> = {
  measure: 'The measure does not show what is done',
  timeframe: 'It is too early to show',
  'data-quality': 'The figures are not reliable',
  'data-late': 'The figures came late',
  'no-plan': 'There is no plan',
  'plan-not-robust': 'The plan is not robust',
  'no-engagement': 'Those who are to deliver are not engaged',
  delivery: 'What was to be done was not done, or does not work',
  external: 'Something outside the partnership, such as the economy',
  funding: 'There is not enough money',
}
