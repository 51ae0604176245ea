import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import { type Reach, reachOf } from '../../partnership/index.ts'
import { directionOf, scorecardAskedFor } from '../../performance/index.ts'
import { lineChartOfEitherWidth } from '../../platform/chart/index.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  download,
  type Handler,
  mayManagePerformance,
  mayTakePart,
  NotFound,
  page,
  pageNumber,
  pageSize,
  pagination,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { sightOf } from '../node/pages.ts'
import type { Sight } from '../node/store.ts'
import type { Facts } from './facts.ts'
import { gapsIn, type Narrowed, type NextStep, worstOf } from './gap.ts'
import { factsIn, gapCounts, type Judged } from './store.ts'
import { countedDays } from './trend.ts'
import { gapsTable, kindView, listView, queryOf } from './view.ts'

/** What is known as somebody sees it. Some twenty queries, however much there is. */
export async function factsSeen(db: Db, sight: Sight): Promise<Facts> {
  const scorecard = await scorecardAskedFor({ db, today: sight.today, query: {} })
  const judged = new Map<number, Judged>(
    (scorecard?.lines ?? []).map(({ standing, assessment }) => {
      const direction = directionOf(standing, assessment)
      return [
        standing.indicator.id,
        {
          isOffTarget: assessment.kind === 'judged' && assessment.band === 'off-target',
          direction: direction === null || direction === 'improving' || direction === 'worsening' ? direction : 'other',
        },
      ]
    }),
  )
  return factsIn(db, { agreementId: scorecard?.agreement.id ?? null, judged }, sight)
}

export const factsFor = (visit: Pick<Visit, 'db' | 'today' | 'visitor'>): Promise<Facts> => factsSeen(visit.db, sightOf(visit))

export const listGaps: Handler = async visit => {
  const [facts, counts] = await Promise.all([factsFor(visit), gapCounts(visit.db)])
  const narrowed = narrowedIn(visit)
  const view = listView({ facts, found: gapsIn(facts, narrowed), narrowed, days: countedDays(counts) })
  return page(template(import.meta.url, 'list.njk'), { ...view, draw: { chart: lineChartOfEitherWidth } })
}

export const showGaps: Handler = async visit => {
  const facts = await factsFor(visit)
  const narrowed = narrowedIn(visit)
  const kind = gapsIn(facts, narrowed).find(({ name }) => name === visit.params['gap'])
  if (kind === undefined) throw new NotFound()
  const number = pageNumber(text(visit.query, 'page'))
  const gaps = kind.gaps.slice(rowsBefore(number), rowsBefore(number) + pageSize)
  const path = `/${visit.partnership.slug}/gaps/${kind.name}${queryOf(narrowed)}`
  return page(template(import.meta.url, 'show.njk'), {
    ...kindView({ facts, kind, gaps, narrowed, isOpen: mayDo(visit) }),
    pages: pagination(kind.gaps.length, number, path),
  })
}

export const downloadGaps: Handler = async visit => {
  const facts = await factsFor(visit)
  const asked = text(visit.query, 'kind')
  const found = gapsIn(facts, narrowedIn(visit)).filter(({ name }) => asked === '' || name === asked)
  const { columns, rows } = gapsTable(facts, found)
  return download(`gaps-${visit.today}.csv`, 'text/csv; charset=utf-8', csv([columns.map(({ heading }) => heading), ...rows]))
}

export const narrowedIn = ({ query }: Pick<Visit, 'query'>): Narrowed => ({
  groupId: idOf<'group'>(text(query, 'group')),
  themeId: idOf<'theme'>(text(query, 'theme')),
})

/** Whether the next step is for whoever looks: a link that they may follow, or words alone. */
const mayDo =
  ({ visitor }: Visit) =>
  ({ by, groupId = null }: NextStep): boolean => {
    if (!mayTakePart(visitor)) return false
    if (by === 'everybody') return true
    return by === 'officers' ? mayManagePerformance(visitor) : isWithin(reachOf(by, visitor), groupId)
  }

export const isWithin = (reach: Reach, groupId: number | null): boolean =>
  reach === 'everybody' || (reach !== 'nobody' && reach.groupIds.some(id => id === groupId))

const fewOfGroup = 5

/** What a chair should know before a meeting: the worst gaps that concern the group, as those who see all of it see them. */
export async function gapsOfGroup({ db, today }: Pick<Visit, 'db' | 'today'>, groupId: number) {
  const facts = await factsSeen(db, { today, takesPart: true, circles: () => [groupId] })
  const { count, worst } = worstOf(gapsIn(facts, { groupId, themeId: null }), fewOfGroup)
  return { count, worst, allHref: `gaps${queryOf({ groupId, themeId: null })}` }
}

/** For home: the worst gaps of the groups that whoever comes chairs or leads, or where they deputise. A capacity is read of those alone. */
export async function gapsPart(visit: Pick<Visit, 'db' | 'today' | 'visitor'>) {
  const { visitor } = visit
  if (!visitor.duties.some(duty => duty === 'chair' || duty === 'vice-chair' || duty === 'lead' || duty === 'deputy')) return null
  const leads = new Set(
    visitor.capacity.seats.filter(({ role }) => role === 'chair' || role === 'vice-chair' || role === 'lead').map(({ groupId }) => groupId),
  )
  if (leads.size === 0) return null
  const facts = await factsFor(visit)
  const found = gapsIn(facts).map(kind => ({ ...kind, gaps: kind.gaps.filter(({ groupIds }) => groupIds.some(id => leads.has(id))) }))
  const { count, worst } = worstOf(found, fewOfGroup)
  if (count === 0) return null
  const view = { worst, groups: facts.groups.filter(({ id }) => leads.has(id)).map(({ id, name }) => ({ name, href: `gaps?group=${id}` })) }
  return { title: 'Gaps in the thread of your groups', template: template(import.meta.url, 'at-home.njk'), view }
}
