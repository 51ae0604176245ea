/**
 * Where a figure is going if it goes on as it has, and the chance of meeting a target then. It is a forecast and says so: it never enters a judgement.
 * Straight lines and Student's t, worked out in binary fractions: nobody can know it to more places than are shown.
 */

/** One value at each moment, in months. */
export type Moment = readonly [month: number, value: number]

export type Outlook = {
  readonly value: number
  /** How far out it may be: one standard error of a single value to come. Null of too few values. */
  readonly error: number | null
  /** Degrees of freedom. */
  readonly freedom: number
  readonly from: number
}

/** Of fewer values a line says more of chance than of the direction. */
const fewestForLine = 4
/** Of fewer, an error cannot be told well enough for a chance to mean anything. */
const fewestForChance = 8

/** On the straight line through the values, no further ahead than they reach back. */
export function onward(moments: readonly Moment[], at: number): Outlook | null {
  const n = moments.length
  const [first, last] = [moments[0]?.[0], moments.at(-1)?.[0]]
  if (n < fewestForLine || first === undefined || last === undefined || at - last > last - first) return null
  const middle = mean(moments.map(([month]) => month))
  const level = mean(moments.map(([, value]) => value))
  const width = sum(moments.map(([month]) => (month - middle) ** 2))
  const slope = sum(moments.map(([month, value]) => (month - middle) * (value - level))) / width
  const along = (month: number) => level + slope * (month - middle)
  const rest = sum(moments.map(([month, value]) => (value - along(month)) ** 2))
  const error = Math.sqrt((rest / (n - 2)) * (1 + 1 / n + (at - middle) ** 2 / width))
  return { value: along(at), error: n < fewestForChance ? null : error, freedom: n - 2, from: n }
}

/** What has added up so far, and what each period has added: the rest of the year goes as they did. */
export function addedUp(now: number, added: readonly number[], left: number): Outlook | null {
  const n = added.length
  if (n === 0) return null
  const each = mean(added)
  const spread = n < 2 ? 0 : sum(added.map(one => (one - each) ** 2)) / (n - 1)
  const error = Math.sqrt(spread * (left + left ** 2 / n))
  return { value: now + left * each, error: n < fewestForChance ? null : error, freedom: n - 1, from: n }
}

/** Of ending between two bounds; null where too few values are known to say. */
export function chanceOf({ value, error, freedom }: Outlook, low: number, high: number): number | null {
  if (error === null) return null
  if (error === 0) return low <= value && value <= high ? 1 : 0
  return belowT((high - value) / error, freedom) - belowT((low - value) / error, freedom)
}

/** 'about 3 in 10': more than that nobody knows. */
export function chanceWords(chance: number): string {
  if (chance < 0.05) return 'less than 1 in 20'
  if (chance > 0.95) return 'more than 19 in 20'
  return `about ${Math.min(9, Math.max(1, Math.round(chance * 10)))} in 10`
}

/** The share of Student's t that lies below; the sum that it is for whole degrees of freedom. */
export function belowT(t: number, freedom: number): number {
  if (!Number.isFinite(t)) return t > 0 ? 1 : 0
  const angle = Math.atan(t / Math.sqrt(freedom))
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const isOdd = freedom % 2 === 1
  let [term, series] = isOdd ? [cos, freedom > 1 ? cos : 0] : [1, 1]
  for (let step = isOdd ? 3 : 2; step <= freedom - 2; step += 2) {
    term *= (cos ** 2 * (step - 1)) / step
    series += term
  }
  const within = isOdd ? (2 / Math.PI) * (angle + sin * series) : sin * series
  return (1 + within) / 2
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length
