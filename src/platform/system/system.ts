/**
 * Is all well? What an administrator of a partnership may want to know of the Goldthread it lives in, line by line: how it stands, and what to do
 * where that is not as it should be. Of jobs only the partnership's own are told; sign-ins, disk and memory are everybody's.
 */
import { momentLabel } from '../../kernel/moment.ts'
import type { MailQueue, MailTrouble } from '../mail/index.ts'
import type { OwnQueue, Trouble } from './store.ts'

export type Facts = {
  readonly now: Temporal.Instant
  readonly version: string
  readonly uptimeSeconds: number
  readonly database: { readonly version: string; readonly isOwn: boolean }
  /** Where a database of our own is kept; null when a server keeps it. In bytes. */
  readonly disk: { readonly free: number; readonly size: number } | null
  readonly migrations: { readonly applied: number; readonly known: number | null }
  readonly queue: OwnQueue
  readonly troubles: readonly Trouble[]
  /** `by` is what it goes by; null when it is not set up. */
  readonly mail: MailQueue & { readonly by: string | null }
  readonly failedSignIns: { readonly lastHour: number; readonly lastDay: number }
  /** In bytes: what this process takes, and what the machine has left for it. */
  readonly memory: { readonly used: number; readonly left: number; readonly all: number }
}

export type Line = {
  readonly about: string
  readonly says: string
  readonly details: readonly string[]
  /** null where nothing is to be done. */
  readonly toDo: string | null
}

/** What people call the kinds of job there are. */
export type JobNames = Readonly<Record<string, string>>

const gigabyte = 1e9
const many = 30

export const linesOf = (facts: Facts, jobNames: JobNames): Line[] => [
  databaseLine(facts),
  ...(facts.disk === null ? [] : [diskLine(facts.disk)]),
  migrationsLine(facts.migrations),
  waitingLine(facts.queue),
  troublesLine(facts, jobNames),
  mailLine(facts.mail),
  signInsLine(facts.failedSignIns),
  memoryLine(facts.memory),
  { about: 'Goldthread', says: `Version ${facts.version}, running for ${duration(facts.uptimeSeconds)}`, details: [], toDo: null },
]

const databaseLine = ({ database: { version, isOwn } }: Facts): Line => ({
  about: 'Database',
  says: `Answers: PostgreSQL ${version.replace(/ .*/, '')}, ${isOwn ? 'Goldthread’s own' : 'on a server'}`,
  details: [],
  toDo: null,
})

function diskLine({ free, size }: NonNullable<Facts['disk']>): Line {
  const isWell = free >= 2 * gigabyte && free >= size * 0.05
  return {
    about: 'Disk',
    says: `${bytes(free)} of ${bytes(size)} are free where the database is kept`,
    details: [],
    toDo: isWell ? null : 'Make room on that disk, or move the database to a larger one. When it is full, nothing more can be saved.',
  }
}

function migrationsLine({ applied, known }: Facts['migrations']): Line {
  const isAhead = known !== null && applied > known
  return {
    about: 'Form of the database',
    says: `Migration ${applied}${isAhead ? `; this program knows ${known}` : ''}`,
    details: [],
    toDo: isAhead ? 'A newer Goldthread uses this database too. Stop this one and start the newer version in its place.' : null,
  }
}

function waitingLine({ waiting, running, oldestWaitingSeconds }: OwnQueue): Line {
  const isLate = oldestWaitingSeconds > 300
  return {
    about: 'Long work',
    says: `${running === 0 ? 'Nothing is' : `${running} ${running === 1 ? 'job is' : 'jobs are'}`} being done, ${waiting === 0 ? 'nothing' : waiting} waiting`,
    details: isLate ? [`The first has waited for ${duration(oldestWaitingSeconds)}`] : [],
    toDo: isLate
      ? 'Other long work may be going on: look again in a while. If nothing moves, whoever runs Goldthread should start it again; nothing of it is lost.'
      : null,
  }
}

function troublesLine({ troubles }: Facts, names: JobNames): Line {
  const tell = ({ id, kind, problem, at, isGivenUp }: Trouble): string =>
    `${names[kind] ?? kind}: ${isGivenUp ? `given up on ${momentLabel(at)}` : `failed, and is tried again on ${momentLabel(at)}`}. ${plainly(problem)} (job-${id} in the log)`
  return {
    about: 'Long work that failed',
    says: troubles.length === 0 ? 'None in the last week' : `${troubles.length === 10 ? 'Ten or more' : troubles.length} in the last week`,
    details: troubles.map(tell),
    toDo:
      troubles.length === 0
        ? null
        : 'Do what it was for once more, such as bringing the file in. If it fails again, tell whoever runs Goldthread the number of the job.',
  }
}

/** An error of the database or the program, for somebody who knows neither. */
function plainly(problem: string): string {
  const known: readonly (readonly [RegExp, string])[] = [
    [/no space left|disk full|could not extend file/i, 'The disk is full'],
    [/out of memory|memory exhausted/i, 'There was not enough memory'],
    [/read-only file system/i, 'The disk can only be read'],
    [/deadlock|could not serialize|lock timeout/i, 'Other work on the same records came between'],
    [
      /CONNECTION_(CLOSED|ENDED|DESTROYED)|ECONNREFUSED|ECONNRESET|terminating connection|shutting down|starting up/i,
      'The database stopped meanwhile',
    ],
    [/statement timeout|idle-in-transaction/i, 'It took too long'],
    [/process ended each time/i, 'Goldthread itself ended each time it was tried'],
  ]
  const words = known.find(([sign]) => sign.test(problem))?.[1]
  return words === undefined ? `Something went wrong in Goldthread, which says: ${problem.slice(0, 300)}` : words
}

function mailLine({ by, waiting, troubles }: Facts['mail']): Line {
  if (by === null)
    return {
      about: 'Mail',
      says: 'Not set up: links are shown to you, to be passed on',
      details: [],
      toDo: null,
    }
  const tell = ({ id, letter, problem, at, isGivenUp }: MailTrouble): string =>
    `${letterNames[letter] ?? letter}: ${isGivenUp ? `given up on ${momentLabel(at)}` : `is tried again on ${momentLabel(at)}`}. ${problem} (job-${id} in the log)`
  return {
    about: 'Mail',
    says: `Goes by ${by}; ${waiting === 0 ? 'none waits' : waiting === 1 ? 'one waits' : `${waiting} wait`} to be sent, ${troubles.length === 0 ? 'none' : troubles.length === 10 ? 'ten or more' : troubles.length} had trouble in the last week`,
    details: troubles.map(tell),
    toDo:
      troubles.length === 0
        ? null
        : 'Where an address is wrong, mend it and invite again. Where the mail server is the trouble, tell whoever runs Goldthread; what is tried again needs nothing else.',
  }
}

/** What people call the letters there are. */
const letterNames: JobNames = {
  invitation: 'An invitation',
  added: 'News that somebody was added',
  reset: 'A link for a new passphrase',
  'new-email': 'A link that confirms an e-mail address',
  news: 'News of a change to somebody’s account',
  test: 'A test mail',
}

function signInsLine({ lastHour, lastDay }: Facts['failedSignIns']): Line {
  return {
    about: 'Failed sign-ins',
    says: `${lastHour} in the last hour, ${lastDay} in the last day, in all partnerships of this Goldthread`,
    details: [],
    toDo:
      lastHour < many
        ? null
        : 'Somebody may be guessing passphrases. Goldthread slows them down; whoever runs it can see in the log where the requests come from, and shut that out.',
  }
}

function memoryLine({ used, left, all }: Facts['memory']): Line {
  return {
    about: 'Memory',
    says: `Goldthread takes ${bytes(used)}; ${bytes(left)} of ${bytes(all)} are left`,
    details: [],
    toDo: left >= all * 0.05 ? null : 'The machine is short of memory: stop what else runs on it, or give it more.',
  }
}

function bytes(count: number): string {
  return count >= gigabyte ? `${(count / gigabyte).toFixed(1)} GB` : `${Math.round(count / 1e6)} MB`
}

function duration(seconds: number): string {
  const [count, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7_200
        ? [seconds / 60, 'minute']
        : seconds < 172_800
          ? [seconds / 3_600, 'hour']
          : [seconds / 86_400, 'day']
  const whole = Math.floor(count)
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}
