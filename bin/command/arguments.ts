import { parseArgs } from 'node:util'
import type { Command, CommandName, Option } from './commands.ts'

/** What was given to a command: positionals and options by their names; a switch that is on is 'yes'. */
export type Given = Readonly<Record<string, string | undefined>>

export type Reading =
  | { readonly kind: 'run'; readonly command: CommandName; readonly given: Given }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string }

type Commands = Readonly<Record<CommandName, Command>>

export function readCommand(args: readonly string[], commands: Commands): Reading {
  const name = nameIn(args, commands)
  const asksHelp = args.some(arg => arg === '--help' || arg === '-h') || args[0] === 'help'
  if (name === null) {
    if (args.length === 0) return wrong('Say what is to be done.', helpHint(null))
    if (asksHelp) return { kind: 'help', text: helpForAll(commands) }
    const begun = args.filter(arg => !arg.startsWith('-')).slice(0, 2)
    const longer = Object.keys(commands).filter(each => each.startsWith(`${begun[0]} `))
    if (longer.length > 0) return wrong(`Say which: ${longer.map(each => `goldthread ${each}`).join(', ')}.`, helpHint(null))
    return wrong(`There is no command ${begun.join(' ') || args[0]}.`, helpHint(null))
  }
  const command = commands[name]
  if (asksHelp) return { kind: 'help', text: helpFor(name, command) }
  return readOptions(name, command, args.slice(name.split(' ').length))
}

/** The longest that is one: `backup verify` before `backup`. */
function nameIn(args: readonly string[], commands: Commands): CommandName | null {
  const words = args[0] === 'help' ? args.slice(1) : args
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    if (words.length >= length && Object.hasOwn(commands, name)) return name as CommandName
  }
  return null
}

function readOptions(name: CommandName, { positionals, options }: Command, args: readonly string[]): Reading {
  const refuse = (sentence: string) => wrong(sentence, helpHint(name))
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(options.map(option => [option.name, { type: option.value === null ? 'boolean' : 'string' } as const])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given: Record<string, string> = {}
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const option = options.find(each => each.name === token.name)
    if (option === undefined) return refuse(`${token.rawName} is not an option of goldthread ${name}.`)
    if (option.name in given) return refuse(`${token.rawName} is given twice.`)
    if (option.value === null && token.value !== undefined) return refuse(`${token.rawName} takes nothing after it.`)
    if (option.value !== null && (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--'))))
      return refuse(`${token.rawName} needs ${option.value} after it.`)
    given[option.name] = token.value ?? 'yes'
  }
  if (words.length > positionals.length) return refuse(`${words[positionals.length]} is more than goldthread ${name} takes.`)
  for (const [index, { name: wanted, among }] of positionals.entries()) {
    const word = words[index]
    if (word === undefined || word === '') return refuse(`Say ${wanted}${among ? `: ${orList(among)}` : ''}.`)
    if (among && !among.includes(word)) return refuse(`${wanted} is ${orList(among)}, not ${word}.`)
    given[wanted] = word
  }
  for (const option of options) {
    const value = given[option.name]
    if (option.needed && value === undefined) return refuse(`--${option.name} is needed.`)
    if (value !== undefined && option.among && !option.among.includes(value))
      return refuse(`--${option.name} is ${orList(option.among)}, not ${value}.`)
  }
  return { kind: 'run', command: name, given }
}

const wrong = (sentence: string, hint: string): Reading => ({ kind: 'wrong', text: `${sentence} ${hint}` })
const helpHint = (name: CommandName | null): string => `See: goldthread ${name === null ? '' : `${name} `}--help`
const orList = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`

function helpForAll(commands: Commands): string {
  const names = Object.entries(commands).map(([name, command]) => ({ name: usageOf(name, command.positionals), about: command.about }))
  return [
    'goldthread COMMAND',
    '',
    ...inColumns(names.map(({ name, about }) => [name, about])),
    '',
    'Which database: as when Goldthread is started, by DATABASE_URL or DATA_DIR.',
    'Each command tells more of itself: goldthread COMMAND --help',
    'Ends with 0 when it is done, 1 when it was refused, 2 when it was written wrongly.',
  ].join('\n')
}

function helpFor(name: CommandName, { about, positionals, options }: Command): string {
  const lines = options.map(option => [optionUsage(option), `${option.about}${option.among ? `: ${orList(option.among)}` : ''}`] as const)
  return [
    `goldthread ${usageOf(name, positionals)}${options.length > 0 ? ' [OPTIONS]' : ''}`,
    '',
    about,
    ...(lines.length > 0 ? ['', ...inColumns(lines)] : []),
  ].join('\n')
}

const usageOf = (name: string, positionals: Command['positionals']): string =>
  [name, ...positionals.map(({ name: each, among }) => (among ? among.join('|') : each))].join(' ')

const optionUsage = ({ name, value, needed }: Option): string => `--${name}${value === null ? '' : ` ${value}`}${needed ? ' (needed)' : ''}`

function inColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`)
}
