/** A row of the directory, in whatever words people wrote it: understood, or what is wrong with it and in which column. */
import { type Day, parseDay } from '../../kernel/day.ts'
import { type SeatRole, seatRoles } from '../../kernel/duty.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type GroupKind, groupKindNames, groupKinds, type Layer, layerNames, layers, listed } from '../group/group.ts'
import { readIdentifier } from '../organisation/identifier.ts'
import { type Sector, sectorNames, sectors } from '../organisation/organisation.ts'
import { seatRoleNames } from '../seat/seat.ts'
import type { Assumed, Contact, DirectoryColumn, DirectoryRow, GroupFacts, ReadRow, RowProblem, SeatFacts } from './directory.ts'

type Reading<T> = { readonly value: T } | { readonly problem: string }

export function readRow({ line, cells, deputies }: DirectoryRow, assumed: Assumed): Ruling<ReadRow> & { readonly problem?: RowProblem } {
  const problems: RowProblem[] = []
  const text = (column: DirectoryColumn): string => saying(cells[column] ?? '')
  const name = (column: DirectoryColumn, what: string, longest = 200): string => {
    const said = text(column)
    if (said.length > longest) problems.push({ column, found: said, text: `${what} must be ${longest} characters or fewer` })
    return said
  }
  const read = <T>(column: DirectoryColumn, by: (said: string) => Reading<T>): T | null => {
    const said = text(column)
    if (said === '') return null
    const reading = by(said)
    if ('value' in reading) return reading.value
    problems.push({ column, found: said, text: reading.problem })
    return null
  }
  const contact = (who: string, email: string, column: DirectoryColumn, emailColumn: DirectoryColumn, at?: number): Contact => {
    const said = nameAndEmail(who, email)
    const where = at === undefined ? {} : { at }
    if (said.name.length > 200) problems.push({ column, ...where, found: said.name, text: 'The name must be 200 characters or fewer' })
    if (said.email !== null && !isEmail(said.email))
      problems.push({
        column: emailColumn,
        ...where,
        found: said.email,
        text: 'This is not an e-mail address. Enter one, like amina.khan@wexcombe.example, or leave it empty',
      })
    if (said.name === '' && said.email !== null)
      problems.push({ column, ...where, found: '', text: `Say whose e-mail address ${said.email} is` })
    return { ...said, telephone: '' }
  }

  const whole = tidy(`${cells['first-name'] ?? ''} ${cells.person ?? ''}`)
  const isVacant = vacancyWords.test(whole)
  const sitter = isVacant ? { name: '', email: null, telephone: '' } : contact(saying(whole), text('email'), 'person', 'email')
  const person = sitter.name === '' ? null : { ...sitter, telephone: name('telephone', 'The telephone number', 60) }
  const post = person === null ? '' : name('post', 'The post')

  const body = name('organisation', 'The name of the organisation')
  const facts = { sector: read('sector', readSector), identifier: read('identifier', readBodyNumber) }
  const organisation = body === '' ? null : { name: body, ...facts }

  const group = groupIn(name, read, text)
  const role = read('role', readRole)
  const title = name('seat', 'The title of the seat')
  const seatFor = name('seat-for', 'The name of the organisation')
  const days = { beginsOn: read('from', readDay), endsOn: read('until', readDay) }
  const place = read('place', readPlace)
  const isSeat = role !== null || text('role') !== '' || title !== '' || seatFor !== '' || isVacant || (group !== null && person !== null)
  if (isSeat && group === null)
    problems.push({ column: 'group', found: '', text: 'Say of which group this is a seat, or leave out what is said of the seat' })
  const said = role ?? (isSeat && text('role') === '' ? roleOf(assumed.role) : null)
  if (isSeat && group !== null && said === null && text('role') === '')
    problems.push({ column: 'role', found: '', text: `Say in what role: ${roleList}` })

  const named = deputies.flatMap(({ name, email }, index) =>
    tidy(name) === '' && tidy(email) === '' ? [] : [contact(saying(name), saying(email), 'deputy', 'deputy-email', index + 1)],
  )
  const covering = contact(text('cover'), text('cover-email'), 'cover', 'cover-email')
  const cover = {
    who: covering,
    reason: name('cover-reason', 'The reason'),
    beginsOn: read('cover-from', readDay),
    endsOn: read('cover-until', readDay),
  }
  if (!isSeat && (named.some(deputy => deputy.name !== '') || covering.name !== ''))
    problems.push({ column: 'role', found: '', text: 'Nobody can stand in without a seat. Say the group and the role of the seat' })
  if (organisation === null && group === null && person === null && problems.length === 0)
    problems.push({ column: 'person', found: '', text: 'This row names no group, no person and no organisation' })

  const [problem] = problems
  if (problem !== undefined) return { ...refuse({ text: problem.text }), problem }
  return accept({
    line,
    organisation,
    group,
    person,
    post,
    seat: isSeat && said !== null ? { role: said, title, place, organisation: seatBody(seatFor), ...days } : null,
    deputies: named.filter(deputy => deputy.name !== ''),
    cover: covering.name === '' ? null : cover,
  })
}

function groupIn(
  name: (column: DirectoryColumn, what: string) => string,
  read: <T>(column: DirectoryColumn, by: (said: string) => Reading<T>) => T | null,
  text: (column: DirectoryColumn) => string,
): GroupFacts | null {
  const said = name('group', 'The name of the group')
  const shortName = read('short-name', readShortName)
  const facts = {
    shortName,
    layer: read('layer', readLayer),
    kind: read('group-kind', readGroupKind),
    reportsTo: text('reports-to') || null,
    beginsOn: read('group-from', readDay),
    endsOn: read('group-until', readDay),
  }
  const called = said || (shortName ?? '')
  return called === '' ? null : { name: called, ...facts }
}

const seatBody = (said: string): SeatFacts['organisation'] => {
  if (said === '') return null
  return /^(in )?(his|her|their|its)? ?own right$/i.test(said) ? 'own-right' : { name: said }
}

/** "Amina Khan <amina.khan@wexcombe.example>" says both. */
function nameAndEmail(who: string, email: string): { readonly name: string; readonly email: string | null } {
  const [, name = who, within = ''] = /^(.*?)\s*[<(]\s*([^<>()\s]+@[^<>()\s]+)\s*[>)]$/.exec(who) ?? []
  const address = (email || within).toLowerCase().replace(/^mailto:/, '')
  return { name: tidy(name), email: address === '' ? null : address }
}

const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text) && text.length <= 254

export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Dashes and "n/a" say nothing. What a download wrote so that it is no formula is read as it was. */
function saying(cell: string): string {
  const plain = tidy(cell).replace(/^'(?=[=+\-@])/, '')
  return /^([-–—/.?]+|n\/?a|none|nil)$/i.test(plain) ? '' : plain
}

const vacancyWords =
  /^[([]?(vacan(t|cy)( (seat|post))?|tb[cad]|to be (confirmed|appointed|decided|agreed)|nobody|no one|empty|awaiting .*)[)\]]?$/i

const readDay = (said: string): Reading<Day> => {
  const day = parseDay(said)
  return day === null ? { problem: 'This is not a date. Enter it like 6 May 2009, or leave it empty' } : { value: day }
}

const readPlace = (said: string): Reading<number> =>
  /^\d{1,4}(\.0+)?$/.test(said)
    ? { value: Math.trunc(Number(said)) }
    : { problem: 'Enter the place of the seat in its group as a number, like 3' }

const readShortName = (said: string): Reading<string> =>
  /^[A-Z0-9][A-Z0-9-]{0,19}$/.test(said.toUpperCase())
    ? { value: said.toUpperCase() }
    : { problem: 'The short name is up to 20 letters, digits and hyphens, like PMG' }

const readBodyNumber = (said: string): Reading<string> => {
  const read = readIdentifier(said)
  return read.accepted ? { value: read.value.identifier } : { problem: read.problems[0]?.text ?? 'This is no identifier' }
}

type Words<T> = readonly (readonly [T, RegExp])[]
const meant = <T>(words: Words<T>, said: string): T | null => {
  const plain = said
    .toLowerCase()
    .replace(/[\s_–—-]+/g, ' ')
    .replace(/\.$/, '')
    .trim()
  return words.find(([, form]) => form.test(plain))?.[0] ?? null
}

/** One of those, in words or as it is called within Goldthread. */
function chosen<T extends string>(said: string, all: readonly T[], names: Readonly<Record<T, string>>, words: Words<T>): T | null {
  const plain = said.toLowerCase()
  return all.find(each => each === plain || names[each].toLowerCase() === plain) ?? meant(words, said)
}

const orList = (names: readonly string[]): string => listed(names).replace(/ and ([^,]*)$/, ' or $1')

const layerWords: Words<Layer> = [
  ['strategic', /^(strategic|strategy|top|board level|governance|policy)( level| layer| group)?$/],
  ['executive', /^(executive|exec|management|delivery management|tactical|middle)( level| layer| group)?$/],
  ['operational', /^(operational|operations|delivery|working|thematic|theme)( level| layer| group)?$/],
]
export const readLayer = (said: string): Reading<Layer> => {
  const layer = chosen(said, layers, layerNames, layerWords)
  return layer === null ? { problem: `A layer is ${orList(Object.values(layerNames))}` } : { value: layer }
}

const kindWords: Words<GroupKind> = [
  ['task-and-finish', /^(task (and|&) finish|task finish|t ?(&|and) ?f|time limited)( group| project)?$/],
  ['thematic-partnership', /^(themed?|thematic)( partnership| group| board)?$|^(theme|strategic|delivery) partnership$|^partnership$/],
  ['management-group', /^management( group| board| team)?$|^(partnership )?management group$/],
  ['executive', /^exec(utive)?( group| board| committee| team)?$/],
  [
    'working-group',
    /^(working|work|sub|delivery|project|operational|advisory)( |)(group|party)$|^(forum|network|sub ?group|sub ?committee)$/,
  ],
  ['board', /^(partnership |main |strategic )?board$|^(assembly|committee|council)$/],
]
export const readGroupKind = (said: string): Reading<GroupKind> => {
  const kind = chosen(said, groupKinds, groupKindNames, kindWords)
  return kind === null ? { problem: `The kind of a group is ${orList(Object.values(groupKindNames))}` } : { value: kind }
}

const roleWords: Words<SeatRole> = [
  ['vice-chair', /^(vice|deputy|joint vice|assistant) ?chair(man|woman|person)?$|^vc$/],
  ['chair', /^(co |joint |acting |independent )?chair(man|woman|person|ing)?( of .*)?$|^convenor$|^convener$/],
  [
    'lead',
    /^((theme|outcome|strategic|priority|workstream|work stream|partner|sector|block|target|joint) )?lead(s|er)?( (officer|member|agency|partner|director))?$|^champion$|^sponsor$/,
  ],
  [
    'secretariat',
    /^(secretariat|secretary|clerk|minutes?( taker| secretary)?|administrat(or|ion)|admin( support)?|(officer|business|partnership|secretariat|administrative) support|support( officer)?|support (staff|team)|co ?ordinator|partnership (manager|officer))$/,
  ],
  [
    'adviser',
    /^(advis[eo]r|advisory|technical advis[eo]r|professional advis[eo]r|expert|specialist|officer|advisory member|advis[eo]r to .*)$/,
  ],
  ['observer', /^(observer|observing|in attendance|attend(s|ee|ing)|guest|corresponding( member)?|for information|invitee)$/],
  [
    'member',
    /^((board|core|full|voting|ordinary|partner|group|committee|elected|non voting|co opted|executive|appointed|lay|community) )?(member|rep|representative)(ship)?$|^(rep|representative)( of .*)?$|^partner$|^trustee$|^director$|^delegate$/,
  ],
]
const roleList = orList(seatRoles.map(role => seatRoleNames[role]))
export const readRole = (said: string): Reading<SeatRole> => {
  const role = chosen(said, seatRoles, seatRoleNames, roleWords)
  return role === null
    ? { problem: `A role is ${roleList}. What else there is to say of it goes into the title of the seat` }
    : { value: role }
}
const roleOf = (said: string): SeatRole | null => {
  const read = said === '' ? null : readRole(said)
  return read !== null && 'value' in read ? read.value : null
}

const sectorWords: Words<Sector> = [
  ['government-office', /^(government|government office.*|central government|national government|civil service|regional government)$/],
  [
    'parish',
    /^(parish|parish(es)?( council)?s?|town( council)?s?|parish (and|or) town( council)?s?|town (and|or) parish.*|local council)$/,
  ],
  [
    'local-authority',
    /^(local (authority|authorities|government)|la|council|county( council)?|district( council)?|borough( council)?|unitary|city council|lg)$/,
  ],
  [
    'health',
    /^(health|nhs|pct|primary care( trust)?|hospital|ccg|icb|public health|health (and|&) (social )?care)( trust| service| sector)?$/,
  ],
  ['police', /^(police|policing|police (authority|service|force)|constabulary)$/],
  ['fire', /^(fire|fire (and|&) rescue|fire (and|&) rescue (service|authority)|fire (service|authority)|frs)$/],
  ['probation', /^(probation|probation (service|trust)|offender management|justice|youth justice)$/],
  ['education', /^(education|schools?|colleges?|universit(y|ies)|further education|higher education|fe|he|learning|skills)( sector)?$/],
  ['housing', /^(housing|housing (association|provider|sector)s?|registered (social )?landlord|rsl|social housing)$/],
  ['business', /^(business|businesses|private|commerce|commercial|industry|chamber( of commerce)?|employers?)( sector)?$/],
  [
    'voluntary',
    /^(voluntary|community|third|vcs|vcse|vcfs|vcsfe|charit(y|ies)|charity sector|faith|civil society|voluntary (and|&) community|voluntary,? community (and|&) .*|community (and|&) voluntary|not for profit|social enterprise)( sector| organisation)?$/,
  ],
  ['regulator', /^(regulator|regulators|inspectorate|inspection)$/],
  ['other', /^(other|public|statutory|unknown)( sector)?$/],
]
export const readSector = (said: string): Reading<Sector> => {
  const sector = chosen(said, sectors, sectorNames, sectorWords)
  return sector === null ? { problem: `A sector is one of ${listed(Object.values(sectorNames))}` } : { value: sector }
}

/** Names are compared without regard to case and to what goes before a name. */
export const plainName = (name: string): string =>
  tidy(name)
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(
      /^((councillor|cllr|doctor|dr|mr|mrs|ms|miss|mx|prof(essor)?|rev(erend|d)?|sir|dame|lady|lord|canon|chief constable|superintendent|supt|inspector|insp)\.? )+/,
      '',
    )
