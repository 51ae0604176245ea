import { csv } from '../../kernel/csv.ts'
import { isZero } from '../../kernel/decimal.ts'
import type { Cell } from '../../kernel/table.ts'
import type { Plan } from '../plan/plan.ts'
import {
  byPartner,
  bySource,
  fteInWords,
  type PutIn,
  poundsInWords,
  type Share,
  type Sum,
  sumInWords,
  sumOf,
  type Taking,
  unknownPartner,
  unknownSource,
} from './resource.ts'

export function resourcesView(plan: Pick<Plan, 'id'>, takings: readonly Taking[]) {
  const all = takings.flatMap(({ given }) => given)
  const unsaid = takings.filter(({ action, given }) => action !== null && given.length === 0 && !action.isFree).length
  return {
    sentence: all.length === 0 ? 'Nothing is said yet of what this plan takes' : `This plan takes ${sumInWords(sumOf(all))}`,
    unsaid:
      unsaid === 0
        ? ''
        : unsaid === 1
          ? 'Of 1 action it is not said yet what it takes'
          : `Of ${unsaid} actions it is not said yet what they take`,
    total: cells(sumOf(all)),
    partners: byPartner(all).map(share => ({ ...named(share), href: share.id === null ? null : `organisations/${share.id}/contribution` })),
    sources: bySource(all).map(named),
    sourced: poundsInWords(sumOf(all).pence),
    takings: takings.map(({ action, given }) => ({
      reference: action?.reference ?? '',
      text: action?.text ?? 'The plan as a whole',
      href: action && `plans/${plan.id}/actions/${action.id}`,
      nothing: given.length > 0 ? '' : action?.isFree ? 'Nothing beyond what is there' : 'Not said yet',
      given: given.map(each => ({ partner: each.partner?.name ?? unknownPartner, source: each.source, ...cells(sumOf([each])) })),
      total: given.length > 1 ? cells(sumOf(given)) : null,
    })),
    csvHref: `plans/${plan.id}/resources.csv`,
  }
}

const named = (share: Share) => ({ name: share.name, ...cells(share) })
const cells = ({ fte, pence }: Sum) => ({ fte: isZero(fte) ? '–' : fteInWords(fte), pounds: pence === 0n ? '–' : poundsInWords(pence) })

/** A line for each thing that is put in, and for each action into which nothing is. */
export function resourcesCsv(takings: readonly Taking[]): string {
  const rows = takings.flatMap(({ action, given }): Cell[][] => {
    const about = [action?.reference ?? '', action?.text ?? 'The plan as a whole']
    if (given.length === 0) return [[...about, action?.isFree ? 'Nothing beyond what is there' : 'Not said yet', null, null, '']]
    return given.map(({ partner, fte, pence, source }) => [
      ...about,
      partner?.name ?? unknownPartner,
      fte,
      pence === null ? null : { digits: BigInt(pence), scale: 2 },
      source || (pence === null ? '' : unknownSource),
    ])
  })
  const { fte, pence } = sumOf(takings.flatMap(({ given }) => given))
  return csv([
    ['Reference', 'Action', 'Partner', 'Full-time equivalents', 'Pounds', 'Source'],
    ...rows,
    ['', 'Total', '', fte, { digits: pence, scale: 2 }, ''],
  ])
}

/** On the page of what an organisation contributes. */
export function putInView(all: readonly PutIn[]) {
  const plans = [...Map.groupBy(all, ({ planId }) => planId)].map(([planId, own]) => ({
    title: own[0]?.title ?? '',
    group: own[0]?.group ?? '',
    href: `plans/${planId}/resources`,
    ...cells(sumOf(own)),
  }))
  return { plans, sentence: `${sumInWords(sumOf(all))} over all plans in force`, total: cells(sumOf(all)) }
}
