/** Why a backup cannot be made or restored, in words for the person who asked. Nothing in the program is wrong. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem'
}
