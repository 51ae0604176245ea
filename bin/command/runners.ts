import type { Given } from './arguments.ts'
import type { CommandName } from './commands.ts'

type Runner = { readonly run: (given: Given) => Promise<void> }

/** Read when it is wanted: the help of a command needs no database. */
export const runners: Readonly<Record<CommandName, () => Promise<Runner>>> = {
  serve: async () => ({ run: async () => void (await import('../../src/main.ts')) }),
  migrate: async () => ({ run: (await import('./migrate.ts')).migrate }),
  backup: async () => ({ run: (await import('./backup.ts')).backup }),
  'backup verify': async () => ({ run: (await import('./backup.ts')).verify }),
  restore: async () => ({ run: (await import('./backup.ts')).restoreFile }),
  move: async () => ({ run: (await import('./backup.ts')).move }),
  import: async () => ({ run: (await import('./import.ts')).importFile }),
  scorecard: async () => ({ run: (await import('./scorecard.ts')).printScorecard }),
  'history verify': async () => ({ run: (await import('./history.ts')).verify }),
  'example load': async () => ({ run: (await import('./example.ts')).load }),
  'example remove': async () => ({ run: (await import('./example.ts')).remove }),
  'user add': async () => ({ run: (await import('./user.ts')).add }),
  'user recover': async () => ({ run: (await import('./user.ts')).recover }),
}
