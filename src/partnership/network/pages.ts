import { networkChart, networkChartFile, pngOf } from '../../platform/chart/index.ts'
import {
  download,
  type Handler,
  page,
  pageNumber,
  pageSize,
  pagination,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { readWanted } from '../structure/form.ts'
import { recordsOn } from '../structure/store.ts'
import { leasts, networkChartOf, networkCsv, networkIn, networkView, questionOf } from './view.ts'

export const showNetwork: Handler = async visit => {
  const { seen, records, wanted, least } = await networkAsked(visit)
  const chart = networkChartOf(seen, records, { on: wanted.on, least }, visit.partnership.name, `/${visit.partnership.slug}/`)
  const drawing = seen.network.pairs.length === 0 ? '' : await networkChart(chart)
  const asked = pageNumber(text(visit.query, 'page'))
  const turned = { on: wanted.on, typed: wanted.typed, least, pairsBefore: rowsBefore(asked), pairsShown: pageSize }
  const pages = pagination(seen.network.pairs.length, asked, `/${visit.partnership.slug}/network${questionOf(wanted.typed, least)}`)
  const view = { ...networkView(seen, records, turned), pages, draw: () => drawing }
  return page(template(import.meta.url, 'show.njk'), view, wanted.problems)
}

export const downloadNetworkCsv: Handler = async visit => {
  const { seen, fileName } = await networkAsked(visit)
  return download(`${fileName}.csv`, 'text/csv; charset=utf-8', networkCsv(seen))
}

export const downloadNetworkSvg: Handler = async visit => {
  const { svg, fileName } = await picture(visit)
  return download(`${fileName}.svg`, 'image/svg+xml; charset=utf-8', svg)
}

export const downloadNetworkPng: Handler = async visit => {
  const { svg, fileName } = await picture(visit)
  return download(`${fileName}.png`, 'image/png', await pngOf(svg))
}

async function picture(visit: Visit) {
  const { seen, records, wanted, least, fileName } = await networkAsked(visit)
  const chart = networkChartOf(
    seen,
    records,
    { on: wanted.on, least },
    visit.partnership.name,
    `${visit.origin}/${visit.partnership.slug}/`,
  )
  return { svg: await networkChartFile(chart), fileName }
}

async function networkAsked({ db, query, today, partnership }: Visit) {
  const wanted = readWanted(query, today)
  const records = await recordsOn(db, wanted.on)
  const least = leasts.find(each => String(each) === text(query, 'least')) ?? 1
  return { seen: networkIn(records), records, wanted, least, fileName: `${partnership.slug}-shared-members-${wanted.on}` }
}
