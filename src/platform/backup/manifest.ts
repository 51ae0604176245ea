/**
 * What a backup says of itself: which Goldthread and which migrations it was made with, and of each table how many rows it has and their digest.
 * It is what a restored database is compared with. The form is described for people in docs/guide/commands.md.
 */
import { z } from 'zod'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

export const format = 1

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const manifest = z.object({
  format: z.literal(format),
  goldthread: z.string(),
  postgres: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.object({ number: count, name: z.string(), digest })).min(1),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: count, bytes: count, sha256: digest })),
  /** Tables whose rows are not in it. */
  leftOut: z.array(z.string()),
  /** Where the chain of each partnership's history stood: a tail that is cut off later shows. Not in backups of versions that had no chain. */
  heads: z.array(z.object({ partnership: z.string(), count, digest: z.union([digest, z.literal('')]) })).optional(),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
})
export type Manifest = z.infer<typeof manifest>
export type TableContent = Manifest['tables'][number]

/** What whoever restores it does not need, or must not have: a copy must not let in whoever was signed in when it was made. */
export const leftOut: readonly string[] = [
  'platform.session',
  'platform.second_step',
  'platform.used_challenge',
  'platform.provider_request',
  'platform.setup_code',
  'platform.attempt',
]

export function readManifest(text: string): Ruling<Manifest> {
  const content = parsed(text)
  const newer = z.object({ format: z.number().gt(format), goldthread: z.string() }).safeParse(content)
  if (newer.success)
    return refuse({
      text: `It was made by Goldthread ${newer.data.goldthread} in a form that this version does not know: use that version, or a later one.`,
    })
  const read = manifest.safeParse(content)
  return read.success ? accept(read.data) : refuse({ text: 'What it says of itself cannot be read: it is damaged.' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Migration = { readonly number: number; readonly name: string; readonly digest: string }

/** The migrations with which a backup was made are the first of those that we know; a newer Goldthread's are not all known. */
export function migrationsFor<Known extends Migration>(
  { migrations, goldthread }: Manifest,
  known: readonly Known[],
): Ruling<readonly Known[]> {
  const last = migrations.at(-1)?.name
  if (migrations.length > known.length)
    return refuse({
      text: `It was made by a newer Goldthread (${goldthread}, with ${last}); this version knows migrations up to ${known.at(-1)?.name}. Restore it with the newer version.`,
    })
  const other = migrations.find(({ number, digest }, index) => known[index]?.number !== number || known[index]?.digest !== digest)
  if (other)
    return refuse({
      text: `It was made with another form of the migration ${other.name} than the one that comes with this Goldthread. Restore it with Goldthread ${goldthread}.`,
    })
  return accept(known.slice(0, migrations.length))
}

/** In what the content of a table differs from what was backed up; empty when in nothing. */
export function differences(expected: readonly TableContent[], found: readonly Pick<TableContent, 'name' | 'rows' | 'sha256'>[]): string[] {
  return expected.flatMap(({ name, rows, sha256 }) => {
    const there = found.find(table => table.name === name)
    if (there === undefined) return [`${name} is missing`]
    if (there.rows !== rows) return [`${name} has ${there.rows} rows instead of ${rows}`]
    return there.sha256 === sha256 ? [] : [`${name} has other content`]
  })
}
