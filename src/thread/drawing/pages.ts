import { verdictsOf } from '../../performance/index.ts'
import { layeredChart, layeredChartFile, layeredChartPages, pngOf } from '../../platform/chart/index.ts'
import { canMakePdf, pdfOf } from '../../platform/document/index.ts'
import { download, found, type Handler, page, template, type Visit, withStatus } from '../../platform/web/index.ts'
import { ownLinkSaid } from '../link/link.ts'
import { mayAddLinks, mayRemoveLink } from '../link/pages.ts'
import { allOwnLinks } from '../link/store.ts'
import { isSame, keyOf, walk } from '../node/node.ts'
import { recordAsked, sightOf } from '../node/pages.ts'
import { wholeThread } from '../node/store.ts'
import { ownView } from '../strip/view.ts'
import { hopsOf } from './asked.ts'
import { type Drawn, mostBoxes, threadChart } from './drawing.ts'
import { readAsked, readPaper } from './form.ts'
import { papers, threadPaper, threadView, titleOf } from './view.ts'

export const showThread: Handler = async visit => {
  const { drawn, asked, own, whole } = await threadAsked(visit)
  const chart = threadChart(drawn, titleOf(drawn), `/${visit.partnership.slug}/`)
  const drawing = await layeredChart(chart, asked.zoom === 'whole' ? 'whole' : Number(asked.zoom) / 100)
  const ofRecord = own.filter(({ from, to }) => [from, to].some(each => isSame(each, drawn.root)))
  const removable = ofRecord.length === 0 ? [] : ofRecord.filter(link => mayRemoveLink(visit.visitor, link)).map(({ id }) => id)
  return page(template(import.meta.url, 'show.njk'), {
    ...threadView(drawn, asked, canMakePdf),
    links: ownView(drawn.root, ofRecord, whole.nodes).map(each => ({ ...each, mayRemove: removable.includes(each.id) })),
    mayLink: mayAddLinks(visit.visitor),
    draw: () => drawing,
  })
}

const file = async (visit: Visit, form: string) => {
  const { drawn } = await threadAsked(visit)
  const base = `${visit.origin}/${visit.partnership.slug}/`
  const { kind, id } = drawn.root
  return {
    drawn,
    base,
    chart: threadChart(drawn, titleOf(drawn), base),
    fileName: `${visit.partnership.slug}-thread-${kind}-${id}-${visit.today}.${form}`,
  }
}

export const downloadThreadSvg: Handler = async visit => {
  const { chart, fileName } = await file(visit, 'svg')
  return download(fileName, 'image/svg+xml; charset=utf-8', await layeredChartFile(chart))
}
export const downloadThreadPng: Handler = async visit => {
  const { chart, fileName } = await file(visit, 'png')
  return download(fileName, 'image/png', await pngOf(await layeredChartFile(chart)))
}
export const downloadThreadPdf: Handler = async visit => {
  const { drawn, base, chart, fileName } = await file(visit, 'pdf')
  const { kind, id } = drawn.root
  if (!canMakePdf)
    return withStatus(
      page(template(import.meta.url, 'no-pdf.njk'), { title: 'This server cannot make a PDF', back: `thread/${kind}/${id}` }),
      501,
    )
  const paper = readPaper(visit.query)
  const pictures = await layeredChartPages(chart, papers[paper])
  const document = threadPaper(drawn, visit.partnership.name, visit.today, base, paper, pictures)
  return download(fileName, 'application/pdf', Buffer.from(await pdfOf(document)))
}

/** Some fifteen queries, whatever the size of the thread: all of it is read and walked, which for two thousand records takes less than to ask for each step. */
async function threadAsked(visit: Visit) {
  const { db, query, today } = visit
  const record = recordAsked(visit)
  const asked = readAsked(query)
  const [whole, own] = await Promise.all([wholeThread(db, sightOf(visit)), allOwnLinks(db)])
  const root = found(whole.nodes.get(keyOf(record)))
  const walked = walk(whole, record, { up: hopsOf(asked.up), down: hopsOf(asked.down), kinds: asked.kinds, most: mostBoxes })
  const shown = new Map(walked.nodes.map(({ node }) => [keyOf(node), node]))
  const indicators = walked.nodes.flatMap(({ node }) => (node.kind === 'indicator' ? [node.id] : []))
  const drawn: Drawn = {
    root,
    walked,
    kinds: asked.kinds,
    judgements: await verdictsOf(db, indicators, today),
    own: own.flatMap(({ from, kind, to, sentence }) => {
      const [first, second] = [shown.get(keyOf(from)), shown.get(keyOf(to))]
      return first === undefined || second === undefined ? [] : [{ from: first, to: second, words: ownLinkSaid(kind, 'from'), sentence }]
    }),
  }
  return { drawn, asked, own, whole }
}
