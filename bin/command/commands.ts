/** Every command, as --help tells it and as it is read. Pure; docs/guide/commands.md says the same with examples, and a test compares. */
export type Option = {
  readonly name: string
  /** What stands after it; null where nothing does. */
  readonly value: string | null
  readonly about: string
  readonly needed?: boolean
  readonly among?: readonly string[]
}
export type Command = {
  readonly about: string
  readonly positionals: readonly { readonly name: string; readonly among?: readonly string[] }[]
  readonly options: readonly Option[]
}

const partnership: Option = {
  name: 'partnership',
  value: 'ADDRESS',
  about: 'which partnership, by what stands in its address; not needed where there is one',
}
const as: Option = { name: 'as', value: 'EMAIL', about: 'whose name is put to it; not needed where one person may do it' }
const file = { name: 'FILE' }

const list = {
  serve: { about: 'Start Goldthread, as npm start does', positionals: [], options: [] },
  migrate: { about: 'Bring the database to the form that this version needs, without starting Goldthread', positionals: [], options: [] },
  backup: {
    about: 'Write everything into one file, or into a new file in a folder, while Goldthread may be running',
    positionals: [file],
    options: [],
  },
  'backup verify': { about: 'Read a backup as a whole and compare it with what it says of itself', positionals: [file], options: [] },
  restore: { about: 'Restore a backup into an empty database, and compare it with what was backed up', positionals: [file], options: [] },
  move: {
    about: 'Copy everything into another, empty database: from Goldthread’s own to a server, or back',
    positionals: [],
    options: [
      {
        name: 'to',
        value: 'ADDRESS',
        about: 'the address of a PostgreSQL database, or own for one that Goldthread runs itself',
        needed: true,
      },
      { name: 'data-dir', value: 'FOLDER', about: 'with --to own: where its files are to be' },
    ],
  },
  import: {
    about: 'Bring in a file of people, indicators, targets or returns: CSV, XLSX or ODS',
    positionals: [{ name: 'KIND', among: ['people', 'indicators', 'targets', 'returns'] }, file],
    options: [
      { name: 'sheet', value: 'NAME', about: 'which sheet of a workbook; the first that has a table when not said' },
      { name: 'map', value: 'NAME', about: 'the source whose columns were named on the page before' },
      { name: 'agreement', value: 'ID', about: 'which agreement, by the number in its address; not needed where there is one' },
      { name: 'create-areas', value: null, about: 'add areas that nobody knows, as the page offers it' },
      { name: 'create-outcomes', value: null, about: 'likewise outcomes' },
      { name: 'create-organisations', value: null, about: 'likewise organisations' },
      { name: 'good-rows', value: null, about: 'import the rows that can be, and leave the refused ones' },
      { name: 'reason', value: 'TEXT', about: 'why final figures are replaced' },
      partnership,
      as,
    ],
  },
  scorecard: {
    about: 'Print the scorecard',
    positionals: [],
    options: [
      { name: 'period', value: 'PERIOD', about: 'such as 2008-09-Q4 or 2008-09; latest when not said' },
      { name: 'by', value: 'WHAT', about: 'in groups', among: ['theme', 'outcome', 'lead', 'group', 'area', 'judgement'] },
      { name: 'area', value: 'CODE', about: 'another area than the agreement’s, by its code or name' },
      { name: 'agreement', value: 'ID', about: 'another agreement than today’s, by the number in its address' },
      { name: 'format', value: 'FORMAT', about: 'table when not said', among: ['table', 'csv', 'json', 'xlsx', 'ods'] },
      { name: 'out', value: 'FILE', about: 'write it into this file; needed for xlsx and ods' },
      partnership,
    ],
  },
  'history verify': {
    about: 'Look whether an entry of a history was removed, altered, put in or cut off',
    positionals: [],
    options: [
      { ...partnership, about: 'of which partnership, by what stands in its address; of all when not said' },
      { name: 'head', value: 'COUNT:DIGEST', about: 'where it stood before, from the log or a backup: it must still hold' },
    ],
  },
  'example load': { about: 'Add Wexcombe, the invented partnership', positionals: [], options: [] },
  'example remove': { about: 'Remove Wexcombe, with its people', positionals: [], options: [] },
  'user add': {
    about: 'Add somebody to a partnership, and print the link with which they choose a passphrase',
    positionals: [],
    options: [
      { name: 'name', value: 'NAME', about: 'what they are called', needed: true },
      { name: 'email', value: 'EMAIL', about: 'with which they sign in', needed: true },
      {
        name: 'role',
        value: 'ROLE',
        about: 'what they may do',
        needed: true,
        among: ['administrator', 'performance-officer', 'finance-officer', 'contributor', 'auditor', 'scrutiny', 'reader'],
      },
      partnership,
    ],
  },
  'user recover': {
    about: 'Let somebody in again who has lost all that they sign in with, and print their link',
    positionals: [{ name: 'EMAIL' }],
    options: [],
  },
} as const satisfies Record<string, Command>

export type CommandName = keyof typeof list
export const commands: Readonly<Record<CommandName, Command>> = list
