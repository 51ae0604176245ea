import { parseDay } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, text } from '../../platform/web/index.ts'
import type { DefinitionChange } from './definition.ts'

const longestReason = 1000

/** What sort of change it is that was made to a definition. */
export function readDefinitionChange(body: Fields): Ruling<DefinitionChange> {
  const kind = text(body, 'definitionChange')
  if (kind === 'correction') return accept({ kind })
  if (kind !== 'version')
    return refuse({
      field: 'definitionChange',
      text: 'What is counted reads otherwise now. Say whether that corrects the words, or is a new definition from a day on',
    })
  const from = parseDay(text(body, 'definitionFrom'))
  const reason = text(body, 'definitionReason').replace(/\s+/g, ' ').trim()
  const comparable = text(body, 'definitionComparable')
  const problems: Problem[] = [
    ...(from === null ? [{ field: 'definitionFrom', text: 'Enter the day from which the new definition holds, like 1 April 2010' }] : []),
    ...(reason === '' ? [{ field: 'definitionReason', text: 'Say why the definition changed' }] : []),
    ...(reason.length > longestReason ? [{ field: 'definitionReason', text: 'The reason must be 1,000 characters or fewer' }] : []),
    ...(comparable === '' ? [{ field: 'definitionComparable', text: 'Say whether figures from before and after can be compared' }] : []),
  ]
  if (from === null || problems.length > 0) return refuse(...problems)
  return accept({ kind, from, reason, isComparable: comparable === 'yes' })
}
