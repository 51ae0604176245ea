import { closeSync, openSync, statfsSync } from 'node:fs'

/** What may be wrong with a disk that somebody can mend while Goldthread goes on. */
export type DiskTrouble = 'full' | 'read-only' | 'failing'

/** Whether it was a disk that made this fail, be it PostgreSQL or Node that says so. */
export function diskTrouble(error: unknown): DiskTrouble | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (['53100', 'ENOSPC', 'EDQUOT'].includes(code)) return 'full'
  if (code === 'EROFS') return 'read-only'
  if (['58030', 'EIO'].includes(code)) return 'failing'
  return diskTroubleIn(error.message)
}

/** In what PostgreSQL or the system says. */
export function diskTroubleIn(words: string): DiskTrouble | null {
  if (/No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/.test(words)) return 'full'
  return /Read-only file system|EROFS/.test(words) ? 'read-only' : null
}

/** PostgreSQL writes its log ahead in pieces of this size. */
const roomNeeded = 16 << 20

/** The disk of a file asked, since what is full cannot say so in a log. The file is opened, because some that can only be read say so no sooner. */
export function diskTroubleAt(file: string): DiskTrouble | null {
  try {
    closeSync(openSync(file, 'r+'))
    const { bavail, bsize } = statfsSync(file)
    return bavail * bsize < roomNeeded ? 'full' : null
  } catch (error) {
    return diskTrouble(error)
  }
}

/** What is wrong, and what whoever looks after the machine has to do, as the end of a sentence about the data or the database. */
export const diskWords: Readonly<Record<DiskTrouble, string>> = {
  full: 'the disk that it is on is full. Make room there',
  'read-only': 'the disk that it is on can only be read. Make it writable again; the log of the system says why it is not',
  failing: 'the disk that it is on cannot be read or written. The log of the system says why',
}
