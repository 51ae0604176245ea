import { layeredChart, layeredChartFile, pngOf } from '../../platform/chart/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { canMakePdf, pdfOf } from '../../platform/document/index.ts'
import { download, type Handler, page, template, type Visit, withStatus } from '../../platform/web/index.ts'
import { readWanted } from './form.ts'
import { recordsOn } from './store.ts'
import { organisationsIn, structureOf, type Themes } from './structure.ts'
import { structureChart, structurePaper, structureView } from './view.ts'

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
    const view = { ...structureView(structure, wanted, choices, canMakePdf), draw: () => drawing }
    return page(template(import.meta.url, 'show.njk'), view, wanted.problems)
  }

  const file = async (visit: Visit, form: string, isTitled = true) => {
    const { structure, wanted, name } = await structureAsked(visit, themesOf)
    const base = `${visit.origin}/${visit.partnership.slug}/`
    const svg = await layeredChartFile(structureChart(structure, wanted, name, base), isTitled)
    return { structure, wanted, name, base, svg, fileName: `${visit.partnership.slug}-structure-${wanted.on}.${form}` }
  }
  const downloadStructureSvg: Handler = async visit => {
    const { svg, fileName } = await file(visit, 'svg')
    return download(fileName, 'image/svg+xml; charset=utf-8', svg)
  }
  const downloadStructurePng: Handler = async visit => {
    const { svg, fileName } = await file(visit, 'png')
    return download(fileName, 'image/png', await pngOf(svg))
  }
  const downloadStructurePdf: Handler = async visit => {
    const { structure, wanted, name, base, svg, fileName } = await file(visit, 'pdf', false)
    const paper = structurePaper(structure, wanted, name, base, svg)
    if (!canMakePdf) return withStatus(page(template(import.meta.url, 'no-pdf.njk'), { title: paper.title }), 501)
    return download(fileName, 'application/pdf', Buffer.from(await pdfOf(paper)))
  }
  return { showStructure, downloadStructureSvg, downloadStructurePng, downloadStructurePdf }
}

/** Eight queries at most, whatever the number of groups. */
async function structureAsked({ db, query, today, partnership }: Visit, themesOf: ThemesOf) {
  const wanted = readWanted(query, today)
  const [records, themes] = await Promise.all([recordsOn(db, wanted.on), themesOf(db)])
  return {
    wanted,
    structure: structureOf(records, themes, wanted.filter),
    name: partnership.name,
    choices: {
      themes: [...new Set([...themes.values()].flat())].sort((a, b) => a.localeCompare(b, 'en')),
      organisations: organisationsIn(records),
    },
  }
}
