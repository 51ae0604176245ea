/** An SVG picture as PNG, twice as large, so that it is sharp on paper. With fonts of our own: the same on every machine, whatever it has installed. */
import { fileURLToPath } from 'node:url'
import { renderAsync } from '@resvg/resvg-js'
import { madeOnce } from '../keep/index.ts'

export const pngOf: (svg: string) => Promise<Buffer> = madeOnce(async svg => {
  const image = await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: 2 } })
  return image.asPng()
}, 20)

const font = {
  loadSystemFonts: false,
  fontFiles: ['400Regular/NotoSans_400Regular.ttf', '600SemiBold/NotoSans_600SemiBold.ttf'].map(name =>
    fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${name}`)),
  ),
  defaultFontFamily: 'Noto Sans',
  sansSerifFamily: 'Noto Sans',
}
