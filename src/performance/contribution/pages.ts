import { idOf } from '../../kernel/ids.ts'
import { areas, groupNamed, inPerson, type Of, organisations, type Part } from '../../partnership/index.ts'
import { download, found, type Handler, mayTakePart, template, type Visit } from '../../platform/web/index.ts'
import type { Beside } from '../answerable/answerable.ts'
import { bodies } from '../answerable/store.ts'
import { besideInWords, wantedIn } from '../answerable/view.ts'
import type { Around } from '../around/pages.ts'
import { responsibilitiesOf } from '../responsibility/store.ts'
import { scorecardCsv } from '../scorecard/csv.ts'
import { scorecardAskedFor, withBeside } from '../scorecard/pages.ts'
import { distinct, isMeant, scorecard } from '../scorecard/scorecard.ts'
import { sharesIn } from './contribution.ts'
import { mentionsOf } from './store.ts'
import { addressOf, type Contribution, contributionTable, contributionView } from './view.ts'

/** The indicators that an organisation or a group leads and contributes to, or that are measured in an area, each as it is judged on the scorecard. */
export const indicatorsPart: Part = async (asked, of) => {
  const contribution = await contributionAskedFor(asked, of)
  const view = contribution === null ? { isEmpty: true } : contributionView(contribution, mayTakePart(asked.visitor))
  return { title: 'Indicators', template: template(import.meta.url, 'indicators.njk'), view: { ...view, isPlace: 'areaId' in of } }
}

export const downloadOfOrganisation =
  (around: Around): Handler =>
  async visit => {
    const organisationId = found(idOf<'organisation'>(visit.params['organisation']))
    const { name } = found((await organisations(visit.db)).find(({ id }) => id === organisationId))
    return downloadOf(visit, around, { organisationId }, name)
  }
export const downloadOfGroup =
  (around: Around): Handler =>
  async visit => {
    const group = found(await groupNamed(visit.db, found(idOf<'group'>(visit.params['group']))))
    return downloadOf(visit, around, { groupId: group.id }, group.name)
  }
export const downloadOfArea =
  (around: Around): Handler =>
  async visit => {
    const areaId = found(idOf<'area'>(visit.params['area']))
    const { name } = found((await areas(visit.db)).find(({ id }) => id === areaId))
    return downloadOf(visit, around, { areaId }, name)
  }

async function downloadOf(visit: Visit, around: Around, of: Of, name: string) {
  const asked = found(await contributionAskedFor(visit, of))
  const table = contributionTable({ ...asked, shown: await withBeside(visit, asked.shown, around) }, name)
  return download(`${table.name}.csv`, 'text/csv; charset=utf-8', scorecardCsv(table))
}

/** What the scorecard reads, and four queries more. Null where there is no agreement. */
async function contributionAskedFor({ db, query, today }: Pick<Visit, 'db' | 'query' | 'today'>, of: Of): Promise<Contribution | null> {
  const { agreement = '', period = '' } = query
  const area = 'areaId' in of ? String(of.areaId) : ''
  const shown = await scorecardAskedFor({ db, query: { agreement, period, area, by: 'list' }, today })
  if (shown === null) return null

  const lines = distinct(scorecard(shown.lines, shown.themes, {}, 'list').sections)
  const nothing = { shown, of, address: addressOf(of), answersFor: null }
  if ('areaId' in of) {
    const measured = lines.filter(({ standing }) => isMeant(standing, shown.agreement.areaId))
    return { ...nothing, shares: measured.map(line => ({ line, part: 'lead', through: [] })) }
  }
  const [mentions, named, answersFor] = await Promise.all([
    mentionsOf(db, shown.agreement.id, of),
    bodies(db),
    'groupId' in of ? responsibilitiesOf(db, of.groupId) : null,
  ])
  const through = mentions.flatMap(({ part, through: body }): Beside[] => (body === null ? [] : [{ ...body, part }]))
  const who = await inPerson(db, wantedIn(through), today)
  const wordsOf = (body: Pick<Beside, 'kind' | 'id'>) => besideInWords([{ ...body, part: 'lead' }], named, who).leads
  const shares = sharesIn(lines, mentions).map(share => ({
    ...share,
    through: [...new Set(share.through.flatMap(body => (body === null ? [] : wordsOf(body))))],
  }))
  return { ...nothing, shares, answersFor }
}
