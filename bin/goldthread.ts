// npx goldthread <command>
//
// Ends with 0 when it is done, 1 when it was refused (the sentence is on stderr), 2 when the command was written wrongly.
import { BackupProblem } from '../src/platform/backup/index.ts'
import { CannotStart } from '../src/platform/db/index.ts'
import { readCommand } from './command/arguments.ts'
import { commands } from './command/commands.ts'
import { Refused } from './command/refused.ts'
import { runners } from './command/runners.ts'

const reading = readCommand(process.argv.slice(2), commands)
if (reading.kind === 'help') console.log(reading.text)
else if (reading.kind === 'wrong') end(2, reading.text)
else
  try {
    const { run } = await runners[reading.command]()
    await run(reading.given)
  } catch (error) {
    if (error instanceof CannotStart || error instanceof BackupProblem || error instanceof Refused) end(1, error.message)
    throw error
  }

function end(code: number, sentence: string): never {
  console.error(sentence)
  process.exit(code)
}
