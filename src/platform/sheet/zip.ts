import { strToU8, zipSync } from 'fflate'

/** XML in a zip, as both forms are; `first` is stored as it stands, before all others. */
export function zipOf(first: readonly [name: string, text: string] | null, parts: Readonly<Record<string, string>>): Buffer {
  const written = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ])
  return Buffer.from(zipSync({ ...(first && { [first[0]]: [strToU8(first[1]), { level: 0 }] }), ...Object.fromEntries(written) }))
}

/** What XML cannot say at all is marked, so that it is not lost unseen. */
export const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\r\n]|[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
