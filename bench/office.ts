/** The same done by LibreOffice, where it is on the machine: rows opened from CSV, each judged by a formula, and written as CSV. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** What is known of a figure, and the band that Goldthread found. */
export type Judged = {
  readonly reference: string
  readonly area: number
  readonly actual: string
  readonly target: string
  readonly polarity: string
  /** A fraction of the target. */
  readonly tolerance: string
  readonly band: string
}
export type Office = {
  readonly version: string
  /** How long it took, in milliseconds, and how many of its bands are the same as ours. */
  judge(): Promise<{ readonly ms: number; readonly agreed: number }>
  leave(): void
}

export function openOffice(rows: readonly Judged[]): Office | null {
  const { status, stdout } = spawnSync('soffice', ['--version'], { encoding: 'utf8' })
  if (status !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-office-'))
  const [input, output] = [join(folder, 'figures.csv'), join(folder, 'judged', 'figures.csv')]
  const cells = rows.map((row, at) => [row.reference, row.area, row.actual, row.target, row.polarity, row.tolerance, formula(at + 1)])
  // Written as they are: a formula is what is wanted here.
  writeFileSync(input, cells.map(line => line.map(cell => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n'))
  return {
    version: stdout.split(' ').slice(0, 2).join(' '),
    async judge() {
      const started = performance.now()
      const child = spawn('soffice', [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--norestore',
        '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
        '--outdir',
        join(folder, 'judged'),
        input,
      ])
      await once(child, 'exit')
      const ms = performance.now() - started
      const judged: string[][] = parse(readFileSync(output))
      return { ms, agreed: judged.filter((row, at) => row[6] === rows[at]?.band).length }
    },
    leave: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A column each: actual C, target D, polarity E, tolerance F. */
function formula(row: number): string {
  const [actual, target, more, less] = [`C${row}`, `D${row}`, `D${row}*(1+F${row})`, `D${row}*(1-F${row})`]
  const band = (exceeding: string, onTarget: string, tolerated: string) =>
    `IF(${actual}${exceeding};"exceeding";IF(${actual}${onTarget};"on-target";IF(${actual}${tolerated};"within-tolerance";"off-target")))`
  return `=IF(E${row}="higher";${band(`>${more}`, `>=${target}`, `>=${less}`)};${band(`<${less}`, `<=${target}`, `<=${more}`)})`
}
