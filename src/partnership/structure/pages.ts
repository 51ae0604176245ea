import { layeredChart, layeredChartFile, pngOf } from '../../platform/chart/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { download, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { organisations } from '../organisation/store.ts'
import { readWanted } from './form.ts'
import { recordsOn } from './store.ts'
import { structureOf, type Themes } from './structure.ts'
import { structureChart, structureView } from './view.ts'

/** Which themes groups answer for, from the module that knows themes. */
export type ThemesOf = (db: Db) => Promise<Themes>

export function structurePages(themesOf: ThemesOf) {
  const showStructure: Handler = async visit => {
    const { structure, wanted, choices, name } = await structureAsked(visit, themesOf)
    const drawing =
      structure.matching === 0
        ? ''
        : await layeredChart(
            structureChart(structure, wanted, name, `/${visit.partnership.slug}/`),
            wanted.zoom === 'whole' ? 'whole' : Number(wanted.zoom) / 100,
          )
    const view = { ...structureView(structure, wanted, choices, name), draw: () => drawing }
    return page(template(import.meta.url, 'show.njk'), view, wanted.problems)
  }

  const file = async (visit: Visit) => {
    const { structure, wanted, name } = await structureAsked(visit, themesOf)
    const chart = structureChart(structure, wanted, name, `${visit.origin}/${visit.partnership.slug}/`)
    return { svg: await layeredChartFile(chart), fileName: `${visit.partnership.slug}-structure-${wanted.on}` }
  }
  const downloadStructureSvg: Handler = async visit => {
    const { svg, fileName } = await file(visit)
    return download(`${fileName}.svg`, 'image/svg+xml; charset=utf-8', svg)
  }
  const downloadStructurePng: Handler = async visit => {
    const { svg, fileName } = await file(visit)
    return download(`${fileName}.png`, 'image/png', await pngOf(svg))
  }
  return { showStructure, downloadStructureSvg, downloadStructurePng }
}

/** Six queries, whatever the number of groups. */
async function structureAsked({ db, query, today, partnership }: Visit, themesOf: ThemesOf) {
  const wanted = readWanted(query, today)
  const [records, themes, all] = await Promise.all([recordsOn(db, wanted.on), themesOf(db), organisations(db)])
  const seated = new Set(records.seats.map(({ organisationId }) => organisationId))
  return {
    wanted,
    structure: structureOf(records, themes, wanted.filter),
    name: partnership.name,
    choices: {
      themes: [...new Set([...themes.values()].flat())].sort((a, b) => a.localeCompare(b, 'en')),
      organisations: all.filter(({ id }) => seated.has(id) || id === wanted.filter.organisationId),
    },
  }
}
