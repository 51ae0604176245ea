/** How PostgreSQL answers a scorecard's queries, asked as a visit asks them, so that row-level security is in the plan. */
import { usualSize } from './county.ts'
import { type Benchmark, noted } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace } from './place.ts'
import { queriesOf } from './queries.ts'

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly Node[]
}
type Plan = { readonly Plan: Node; readonly 'Execution Time': number; readonly 'Planning Time': number }

export const plans: Benchmark = () =>
  inPlace(async place => {
    const made = await place.database('plans')
    const { county, cookies, server } = await openedCounty(made, usualSize)
    await server.stop()
    const sent = (await queriesOf(made, county, cookies[0] ?? '', 'scorecard')).filter(query => query.in === 'visit')
    const who = { partnershipId: county.partnershipId, accountId: null, name: 'Bench', requestId: 'bench' }
    const explained = await made.database.visit(who, 'read', async db => {
      const found: { text: string; plan: Plan }[] = []
      for (const { text, parameters } of sent) {
        const [row] = await db.unsafe<{ queryPlan?: [Plan]; 'QUERY PLAN'?: [Plan] }[]>(
          `explain (analyze, buffers, format json) ${text}`,
          parameters as never[],
        )
        const [plan] = row?.queryPlan ?? row?.['QUERY PLAN'] ?? Object.values(row ?? {})[0] ?? []
        if (plan !== undefined) found.push({ text, plan })
      }
      return found
    })

    const scanned = explained.flatMap(({ plan }) => nodes(plan.Plan).filter(node => node['Node Type'] === 'Seq Scan' && isLarge(node)))
    const total = explained.reduce((sum, { plan }) => sum + plan['Execution Time'], 0)
    return {
      title: 'Plans of the scorecard’s queries',
      figures: [
        {
          what: 'sequential scans of returns or targets',
          found: String(scanned.length),
          wanted: 'none',
          reached: scanned.length === 0,
        },
        ...explained
          .toSorted((a, b) => b.plan['Execution Time'] - a.plan['Execution Time'])
          .map(({ text, plan }) =>
            noted(
              `\`${text.replace(/\s+/g, ' ').trim().slice(0, 60)}…\``,
              `${Math.round((100 * plan['Execution Time']) / total)}% of the time, ${plan.Plan['Shared Hit Blocks'] + plan.Plan['Shared Read Blocks']} blocks: ${waysOf(plan.Plan)}`,
            ),
          ),
      ],
      how: [
        'Every query of the page, caught as it is sent, explained (analyze, buffers) in a visit, as the role `goldthread_visit` with its partnership set. 198 indicators, 13 areas, 40 quarters.',
      ],
    }
  })

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
const isLarge = (node: Node): boolean => node['Relation Name'] === 'data_return' || node['Relation Name'] === 'target'

const waysOf = (node: Node): string => {
  const ways = nodes(node).flatMap(
    each => each['Index Name'] ?? (each['Relation Name'] && `${each['Node Type']} of ${each['Relation Name']}`) ?? [],
  )
  return [...new Set(ways)].join(', ')
}
