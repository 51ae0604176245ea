/** What goes over the wire for a first look at a scorecard. */
import { usualSize } from './county.ts'
import { atMost, type Benchmark, kilobytes, noted } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace } from './place.ts'
import { textOf, type Visitor, visitor } from './visitor.ts'

export const weight: Benchmark = () =>
  inPlace(async place => {
    const { server, county, cookies } = await openedCounty(await place.database('weight'), usualSize)
    const one = visitor(server.port, cookies[0])
    const page = await one.get(`/${county.slug}/scorecard`)
    const html = textOf(page)
    const files = await filesOf(one, html)
    one.leave()
    await server.stop()

    const sizeOf = (ending: RegExp) => files.filter(({ path }) => ending.test(path)).reduce((sum, { bytes }) => sum + bytes, 0)
    const scripts = sizeOf(/\.js$/)
    const styles = sizeOf(/\.css$/)
    return {
      title: 'Page weight',
      figures: [
        atMost('the scorecard of 198 indicators with its styles and scripts', page.bytes.length + styles + scripts, 150_000, kilobytes),
        noted('of that the page itself', `${kilobytes(page.bytes.length)} (${kilobytes(html.length)} before it is compressed)`),
        noted('styles', kilobytes(styles)),
        atMost('scripts', scripts, 60_000, kilobytes),
      ],
      how: ['Bytes as they come with gzip, headers left out. Styles and scripts are sent once and kept by the browser until they change.'],
    }
  })

/** What the page refers to, and what that refers to. */
async function filesOf(one: Visitor, html: string): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  const files = new Map<string, number>()
  async function follow(text: string): Promise<void> {
    for (const [path] of text.matchAll(/\/assets\/[\w.-]+\.(?:css|js)\b/g)) {
      if (files.has(path)) continue
      const file = await one.get(path)
      files.set(path, file.bytes.length)
      await follow(textOf(file))
    }
  }
  await follow(html)
  return [...files].map(([path, bytes]) => ({ path, bytes }))
}
