import { z } from 'zod'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type Fields, readForm, text, texts } from '../../platform/web/index.ts'
import { dayNeeded, dayOrNone, year } from '../form.ts'
import { type Asked, type GroupChoice, lineStates, requirePlans } from './requirement.ts'
import type { NewRequirements } from './store.ts'

const dates = z.object({ dueOn: dayNeeded('Enter the date by which the plan is needed'), secondDueOn: dayOrNone })
const forYear = dates.extend({ year })

/** `known` are the groups that can be chosen. */
export function readRequirements(body: Fields, known: readonly GroupChoice[]): Ruling<NewRequirements> {
  const form = readForm(forYear, body)
  const groupIds = known.filter(({ id }) => texts(body, 'groups').includes(String(id))).map(({ id }) => id as GroupId)
  const noGroup = groupIds.length === 0 ? [{ field: 'groups', text: 'Select the groups that owe a plan' }] : []
  if (!form.accepted) return refuse(...form.problems, ...noGroup)
  const asked = requirePlans(form.value)
  if (!asked.accepted || noGroup.length > 0) return refuse(...(asked.accepted ? [] : asked.problems), ...noGroup)
  return accept({ ...form.value.year, ...asked.value, groupIds })
}

export function readDates(body: Fields): ReturnType<typeof requirePlans> {
  const form = readForm(dates, body)
  return form.accepted ? requirePlans(form.value) : form
}

export const askedIn = (query: Fields): Asked => ({
  year: text(query, 'year').trim(),
  state: [...lineStates, 'late' as const].find(each => each === text(query, 'state')) ?? null,
})
