/**
 * Backup: everything that Goldthread keeps in one file, and back into an empty database of any kind. Also the way from a database of our own to a
 * server, and back.
 */
export { backUp, verifyBackup } from './backup.ts'
export type { Manifest } from './manifest.ts'
export { BackupProblem } from './problem.ts'
export { refuseWhileServing, restore } from './restore.ts'
