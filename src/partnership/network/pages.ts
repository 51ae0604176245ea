import { networkChart, networkChartFile, pngOf } from '../../platform/chart/index.ts'
import { download, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { readWanted } from '../structure/form.ts'
import { recordsOn } from '../structure/store.ts'
import { networkChartOf, networkCsv, networkIn, networkView } from './view.ts'

export const showNetwork: Handler = async visit => {
  const { seen, records, wanted } = await networkAsked(visit)
  const chart = networkChartOf(seen, records, wanted.on, visit.partnership.name, `/${visit.partnership.slug}/`)
  const drawing = seen.network.pairs.length === 0 ? '' : await networkChart(chart)
  const view = { ...networkView(seen, records, wanted.on, wanted.typed), draw: () => drawing }
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
  const { seen, records, wanted, fileName } = await networkAsked(visit)
  const chart = networkChartOf(seen, records, wanted.on, visit.partnership.name, `${visit.origin}/${visit.partnership.slug}/`)
  return { svg: await networkChartFile(chart), fileName }
}

/** Four queries, whatever the number of groups. */
async function networkAsked({ db, query, today, partnership }: Visit) {
  const wanted = readWanted(query, today)
  const records = await recordsOn(db, wanted.on)
  return { seen: networkIn(records), records, wanted, fileName: `${partnership.slug}-shared-members-${wanted.on}` }
}
