/** What LibreOffice makes of workbooks, where it is on the machine. */
import { execFile, spawnSync } from 'node:child_process'
import { copyFile, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'

export const hasOffice = (): boolean => spawnSync('soffice', ['--version']).status === 0

/** Their rows as they look in its window to somebody in England. */
export async function openedInOffice(files: readonly string[], folder: string): Promise<string[][][]> {
  // What it writes is called as what it read, whatever form that had.
  const copies = files.map((file, at) => join(folder, `${at}${extname(file)}`))
  await Promise.all(copies.map((copy, at) => copyFile(files[at] ?? '', copy)))
  await promisify(execFile)(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--norestore',
      '--convert-to',
      // Commas, quotes, UTF-8, from the first line, cells as they are shown.
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
      '--outdir',
      folder,
      ...copies,
    ],
    { timeout: 60_000, env: { ...process.env, LC_ALL: 'en_GB.UTF-8' } },
  )
  return Promise.all(copies.map(async (_, at) => parse(await readFile(join(folder, `${at}.csv`)), { bom: true })))
}
