import type { DiskTrouble } from './disk.ts'

/** Why Goldthread cannot start, in words for the person who started it: printed without a stack, because nothing in the program is wrong. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart'
  /** A disk is why, which somebody can mend. */
  readonly disk: DiskTrouble | null
  constructor(message: string, disk: DiskTrouble | null = null) {
    super(message)
    this.disk = disk
  }
}

/** The code that Node and PostgreSQL put on their errors: ENOENT, 28P01. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
