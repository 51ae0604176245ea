import { dayLabel, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { holdsOn } from '../../kernel/span.ts'
import { colleagues } from '../../platform/accounts/index.ts'
import { unlessInUse } from '../../platform/db/index.ts'
import {
  type Answer,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  mayKeepPeople,
  overtaken,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  roleNames,
  rowsBefore,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import type { Organisation } from '../organisation/organisation.ts'
import { organisations } from '../organisation/store.ts'
import { seatName } from '../seat/seat.ts'
import { readAbsence, readContact, readFirstPost, readLastDay, readMove, readPerson, readPost, tenureField } from './form.ts'
import { type Absence, endingWith, inOrder, maySeeContacts, move, type Person, type PersonId } from './person.ts'
import {
  absencesOf,
  addAbsence,
  addPerson,
  addPost,
  alike,
  changeAbsence,
  changeContact,
  changePerson,
  changePost,
  depart,
  deputiesOf,
  groupNames,
  lockPerson,
  makeMove,
  mergedInto,
  type PostOf,
  peopleFound,
  person,
  postsOf,
  removeAbsence,
  removePerson,
  removePost,
  standInsFor,
  type TenureOf,
  tenuresOf,
} from './store.ts'
import { absenceFields, personFields, personView, postFields } from './view.ts'

const states = [
  { value: 'now', text: 'With a post or seat today' },
  { value: 'past', text: 'With neither today' },
  { value: 'all', text: 'Everybody' },
] as const

export const listPeople: Handler = async ({ db, query, partnership, today, visitor }) => {
  const asked = pageNumber(text(query, 'page'))
  const words = text(query, 'text')
    .split(/\s+/)
    .filter(word => word !== '')
  const organisationId = idOf<'organisation'>(text(query, 'organisation'))
  const groupId = idOf<'group'>(text(query, 'group'))
  const state = states.find(({ value }) => value === text(query, 'state'))?.value ?? 'all'
  const sought = { words, organisationId, groupId, state, inContacts: maySeeContacts(visitor) }
  const [{ found: shown, total }, all, groups] = await Promise.all([
    peopleFound(db, sought, today, { limit: pageSize, offset: rowsBefore(asked) }),
    organisations(db),
    groupNames(db),
  ])
  const isNarrowed = words.length > 0 || organisationId !== null || groupId !== null || state !== 'all'
  const narrowing = new URLSearchParams({
    text: text(query, 'text'),
    organisation: text(query, 'organisation'),
    group: text(query, 'group'),
    state,
  })
  return page(template(import.meta.url, 'list.njk'), {
    title: 'People',
    text: text(query, 'text'),
    isNarrowed,
    organisations: toChoose('Every organisation', all, text(query, 'organisation')),
    groups: toChoose('Every group', groups, text(query, 'group')),
    states: states.toReversed().map(({ value, text }) => ({ value, text, selected: value === state })),
    count: total === 1 ? '1 person' : `${total} people`,
    people: shown.map(({ id, name, email, posts, groups, isAway }) => ({
      name,
      href: `people/${id}`,
      email: maySeeContacts(visitor) ? (email ?? '') : '',
      isAway,
      posts: posts.map(({ title, organisation }) => (title === '' ? organisation : `${title}, ${organisation}`)),
      groups,
    })),
    pages: pagination(total, asked, `/${partnership.slug}/people${isNarrowed ? `?${narrowing}` : ''}`),
  })
}

export const showPerson: Handler = async visit => {
  const { db, query, today, visitor } = visit
  const personId = found(idOf<'person'>(visit.params['person']))
  const asked = await person(db, personId)
  if (asked === null) return redirect(`people/${found(await mergedInto(db, personId))}`)
  const typed = text(query, 'on')
  const on = parseDay(typed)
  const problems = typed.trim() !== '' && on === null ? [{ field: 'on', text: 'Enter a day, like 6 May 2026' }] : []
  const day = on ?? today
  const [posts, tenures, deputies, absences, standIns, members] = await Promise.all([
    postsOf(db, asked.id),
    tenuresOf(db, asked.id),
    deputiesOf(db, asked.id, day),
    absencesOf(db, asked.id),
    standInsFor(db, asked.id, day),
    colleagues(db),
  ])
  const member = members.find(({ accountId }) => accountId === asked.accountId)
  const keeps = mayKeepPeople(visitor)
  const view = {
    ...personView(asked, { posts, tenures, deputies, absences, standIns }, day, today),
    about: { kind: 'person', id: asked.id },
    typed,
    contacts: maySeeContacts(visitor) ? { email: asked.email ?? '', telephone: asked.telephone } : null,
    account: member === undefined ? 'Has no account here' : `${roleNames[member.role]} of this partnership`,
    accountHref: member === undefined ? '' : `accounts/${member.accountId}`,
    invitationHref:
      member === undefined && asked.email !== null ? `accounts/new?${new URLSearchParams({ name: asked.name, email: asked.email })}` : '',
    note: keeps ? asked.note : '',
    isSelf: !keeps && visitor.capacity.personId === asked.id,
    breadcrumbs: toPeople,
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

export const newPerson: Handler = async visit => personPage(visit, null, { organisationId: text(visit.query, 'organisation') })

export const createPerson: Handler = async visit => {
  const { db, body } = visit
  const draft = readPerson(body)
  const read = readFirstPost(body)
  const post = read.accepted && read.value !== null ? inOrder(read.value) : read
  if (!draft.accepted || !post.accepted)
    return personPage(visit, null, body, [...(draft.accepted ? [] : draft.problems), ...(post.accepted ? [] : post.problems)])

  const there = await alike(db, draft.value)
  if (there.length > 0 && text(body, 'another') !== 'yes')
    return personPage(
      visit,
      null,
      body,
      [
        {
          field: 'another',
          text: `Is it ${there.map(({ name }) => name).join(' or ')}, who is in the list? If not, say that it is somebody else`,
        },
      ],
      '',
      there,
    )

  const id = await addPerson(db, draft.value)
  if (post.value !== null) await addPost(db, id, post.value)
  return redirect(`people/${id}`, `${draft.value.name} is added`)
}

export const editPerson: Handler = async visit => {
  const asked = await personAsked(visit)
  return personPage(visit, asked, personFields(asked))
}

export const updatePerson: Handler = async visit => {
  const { db, body } = visit
  const asked = await personLocked(visit)
  const draft = readPerson(body)
  if (!draft.accepted) return personPage(visit, asked, body, draft.problems, text(body, 'edition'))
  const now = personFields(asked)
  const meanwhile = overtaken(text(body, 'edition'), personFields(draft.value), now, {
    name: ['Name', now.name],
    email: ['E-mail address', now.email],
    telephone: ['Telephone', now.telephone],
    note: ['Note', now.note],
  })
  if (meanwhile.length > 0) return personPage(visit, asked, body, meanwhile)

  await changePerson(db, asked.id, draft.value)
  return redirect(`people/${asked.id}`, `${draft.value.name} is saved`)
}

export const editOwnContact: Handler = async visit => {
  const own = await ownPerson(visit)
  return ownPage(own, own === null ? {} : personFields(own))
}

export const updateOwnContact: Handler = async visit => {
  const { db, body } = visit
  const own = await ownPerson(visit)
  if (own === null) return ownPage(null, {}, [{ text: notAmongPeople }])
  await lockPerson(db, own.id)
  const read = readContact(body)
  if (!read.accepted) return ownPage(own, body, read.problems, text(body, 'edition'))
  const now = contactFields(own)
  const meanwhile = overtaken(text(body, 'edition'), contactFields(read.value), now, {
    email: ['E-mail address', now.email],
    telephone: ['Telephone', now.telephone],
  })
  if (meanwhile.length > 0) return ownPage(own, body, meanwhile)

  await changeContact(db, own.id, read.value)
  return redirect(`people/${own.id}`, 'Your contact details are saved')
}

export const confirmPersonRemoval: Handler = async visit => personRemovalPage(await personAsked(visit))

export const destroyPerson: Handler = async visit => {
  const asked = await personLocked(visit)
  const removed = await unlessInUse(visit.db, db => removePerson(db, asked.id))
  if (removed) return redirect('people', `${asked.name} is removed`)
  return personRemovalPage(asked, [
    {
      text: `${asked.name} cannot be removed: they have or had posts, seats or other things here. Say that they leave instead, or merge them with somebody`,
    },
  ])
}

export const newPost: Handler = async visit => movePage(visit, await personAsked(visit), null)

export const createPost: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await personLocked(visit)
  const [posts, tenures] = await Promise.all([postsOf(db, asked.id), tenuresOf(db, asked.id)])
  const read = readMove(body)
  const ruling = read.accepted ? move(read.value, posts, seatsHeld(tenures, today)) : read
  if (!ruling.accepted) return movePage(visit, asked, body, ruling.problems)

  await makeMove(db, asked.id, ruling.value)
  const { lastDay } = ruling.value
  return redirect(
    `people/${asked.id}`,
    lastDay === null ? `${asked.name} has another post` : `${asked.name} has moved. What ended did so on ${dayLabel(lastDay)}`,
  )
}

export const editPost: Handler = async visit => {
  const { asked, post } = await postAsked(visit)
  return postPage(visit, asked, post, postFields(post))
}

export const updatePost: Handler = async visit => {
  const { db, body } = visit
  await personLocked(visit)
  const { asked, post } = await postAsked(visit)
  const read = readPost(body)
  const ruling = read.accepted ? inOrder(read.value) : read
  if (!ruling.accepted) return postPage(visit, asked, post, body, ruling.problems, text(body, 'edition'))
  const now = postFields(post)
  const meanwhile = overtaken(text(body, 'edition'), postFields(ruling.value), now, {
    organisationId: ['Organisation', post.organisation],
    title: ['Title', now.title],
    beginsOn: ['First day', now.beginsOn],
    endsOn: ['Last day', now.endsOn],
  })
  if (meanwhile.length > 0) return postPage(visit, asked, post, body, meanwhile)

  await changePost(db, post.id, ruling.value)
  return redirect(`people/${asked.id}`, `The post of ${asked.name} is saved`)
}

export const confirmPostRemoval: Handler = async visit => {
  const { asked, post } = await postAsked(visit)
  return removalPage(asked, {
    title: `Remove a post of ${asked.name}`,
    what: `${post.title === '' ? 'The post' : post.title} at ${post.organisation} goes as if it had never been. If it came to an end, change its last day instead.`,
  })
}

export const destroyPost: Handler = async visit => {
  await personLocked(visit)
  const { asked, post } = await postAsked(visit)
  await removePost(visit.db, post.id)
  return redirect(`people/${asked.id}`, `A post of ${asked.name} is removed`)
}

export const newAbsence: Handler = async visit => absencePage(await personAsked(visit), null, {})

export const createAbsence: Handler = async visit => {
  const { db, body } = visit
  const asked = await personLocked(visit)
  const read = readAbsence(body)
  const ruling = read.accepted ? inOrder(read.value) : read
  if (!ruling.accepted) return absencePage(asked, null, body, ruling.problems)

  await addAbsence(db, asked.id, ruling.value)
  return redirect(`people/${asked.id}`, `It is said when ${asked.name} is away`)
}

export const editAbsence: Handler = async visit => {
  const { asked, absence } = await absenceAsked(visit)
  return absencePage(asked, absence, absenceFields(absence))
}

export const updateAbsence: Handler = async visit => {
  const { db, body } = visit
  await personLocked(visit)
  const { asked, absence } = await absenceAsked(visit)
  const read = readAbsence(body)
  const ruling = read.accepted ? inOrder(read.value) : read
  if (!ruling.accepted) return absencePage(asked, absence, body, ruling.problems, text(body, 'edition'))
  const now = absenceFields(absence)
  const meanwhile = overtaken(text(body, 'edition'), absenceFields(ruling.value), now, {
    beginsOn: ['First day', now.beginsOn],
    endsOn: ['Last day', now.endsOn],
    reason: ['Reason', now.reason],
  })
  if (meanwhile.length > 0) return absencePage(asked, absence, body, meanwhile)

  await changeAbsence(db, absence.id, ruling.value)
  return redirect(`people/${asked.id}`, `The absence of ${asked.name} is saved`)
}

export const confirmAbsenceRemoval: Handler = async visit => {
  const { asked } = await absenceAsked(visit)
  return removalPage(asked, {
    title: `Remove an absence of ${asked.name}`,
    what: `${asked.name} was not away then, or will not be. If they came back earlier, change the last day instead.`,
  })
}

export const destroyAbsence: Handler = async visit => {
  await personLocked(visit)
  const { asked, absence } = await absenceAsked(visit)
  await removeAbsence(visit.db, absence.id)
  return redirect(`people/${asked.id}`, `An absence of ${asked.name} is removed`)
}

export const confirmDeparture: Handler = async visit => departurePage(visit, await personAsked(visit), dayLabel(visit.today))

export const recordDeparture: Handler = async visit => {
  const { db, body, today } = visit
  const asked = await personLocked(visit)
  const read = readLastDay(body)
  if (!read.accepted) return departurePage(visit, asked, text(body, 'lastDay'), read.problems)
  const { lastDay } = read.value
  const [posts, tenures, deputies] = await Promise.all([postsOf(db, asked.id), tenuresOf(db, asked.id), deputiesOf(db, asked.id, today)])
  const departure = { posts: endingWith(lastDay, posts), tenures: endingWith(lastDay, tenures), deputies: endingWith(lastDay, deputies) }
  if (Object.values(departure).every(({ ended, cancelled }) => ended.length + cancelled.length === 0))
    return departurePage(visit, asked, text(body, 'lastDay'), [
      { field: 'lastDay', text: `${asked.name} has no post and no seat after ${dayLabel(lastDay)}` },
    ])

  await depart(db, lastDay, departure)
  return redirect(`people/${asked.id}`, `${asked.name} leaves on ${dayLabel(lastDay)}: their posts and seats end with it`)
}

async function personAsked({ db, params }: Visit): Promise<Person> {
  return found(await person(db, found(idOf<'person'>(params['person']))))
}

async function personLocked(visit: Visit): Promise<Person> {
  await lockPerson(visit.db, found(idOf<'person'>(visit.params['person'])))
  return personAsked(visit)
}

async function postAsked(visit: Visit): Promise<{ asked: Person; post: PostOf }> {
  const asked = await personAsked(visit)
  const posts = await postsOf(visit.db, asked.id)
  return { asked, post: found(posts.find(({ id }) => String(id) === visit.params['post'])) }
}

async function absenceAsked(visit: Visit): Promise<{ asked: Person; absence: Absence }> {
  const asked = await personAsked(visit)
  const absences = await absencesOf(visit.db, asked.id)
  return { asked, absence: found(absences.find(({ id }) => String(id) === visit.params['absence'])) }
}

async function ownPerson({ db, visitor }: Visit): Promise<Person | null> {
  const { personId } = visitor.capacity
  return personId === null ? null : person(db, personId as PersonId)
}

/** Seats held now or later, of which a move has to say what becomes. */
const seatsHeld = (tenures: readonly TenureOf[], today: Visit['today']) =>
  tenures
    .filter(({ endsOn }) => endsOn === null || endsOn >= today)
    .map(tenure => ({ ...tenure, tenureId: tenure.id, inWords: `${seatName(tenure)}, ${tenure.group}` }))

const toChoose = (none: string, choices: readonly { readonly id: number; readonly name: string }[], chosen: string) => [
  { value: '', text: none, selected: chosen === '' },
  ...choices.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === chosen })),
]

/** `there` are those whom it could be that is added. */
async function personPage(
  { db }: Visit,
  asked: Person | null,
  typed: Fields,
  problems: readonly Problem[] = [],
  edition = asked === null ? '' : editionOf(personFields(asked)),
  there: readonly Pick<Person, 'id' | 'name' | 'email'>[] = [],
): Promise<Answer> {
  const { name = '', email = '', telephone = '', note = '', title = '', beginsOn = '', organisationId = '' } = entered(typed)
  const all: readonly Organisation[] = asked === null ? await organisations(db) : []
  const view = {
    title: asked === null ? 'Add a person' : `Change ${asked.name}`,
    action: asked === null ? 'people/new' : `people/${asked.id}/edit`,
    back: asked === null ? 'people' : `people/${asked.id}`,
    removalHref: asked === null ? '' : `people/${asked.id}/removal`,
    isNew: asked === null,
    fields: { name, email, telephone, note, title, beginsOn },
    organisations: toChoose('None', all, organisationId),
    there: there.map(each => ({ name: each.name, email: each.email ?? '', href: `people/${each.id}` })),
    edition,
    breadcrumbs: asked === null ? toPeople : toPerson(asked),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

const contactFields = ({ email, telephone }: Pick<Person, 'email' | 'telephone'>) => ({ email: email ?? '', telephone })
const notAmongPeople = 'You are not among the people of this partnership. Its secretariat can add you'

function ownPage(own: Person | null, typed: Fields, problems: readonly Problem[] = [], edition = ''): Answer {
  const { email = '', telephone = '' } = entered(typed)
  const view = {
    title: 'Your contact details',
    isThere: own !== null,
    notAmongPeople,
    email,
    telephone,
    back: own === null ? 'people' : `people/${own.id}`,
    edition: edition === '' && own !== null ? editionOf(contactFields(own)) : edition,
    breadcrumbs: toPeople,
  }
  return page(template(import.meta.url, 'own.njk'), view, problems)
}

async function movePage(visit: Visit, asked: Person, typed: Fields | null, problems: readonly Problem[] = []): Promise<Answer> {
  const { db, today } = visit
  const [all, posts, tenures] = await Promise.all([organisations(db), postsOf(db, asked.id), tenuresOf(db, asked.id)])
  const current = posts.filter(post => post.endsOn === null || holdsOn(post, today))
  const body = typed ?? {}
  const { organisationId = '', title = '', beginsOn = '', endsOn = '' } = entered(body)
  const leaves = new Set(current.map(post => post.organisationId))
  const view = {
    title: `A new post for ${asked.name}`,
    action: `people/${asked.id}/posts/new`,
    back: `people/${asked.id}`,
    fields: { title, beginsOn, endsOn },
    organisations: toChoose('Select one', all, organisationId),
    ending: current.map(post => ({
      value: String(post.id),
      text: post.title === '' ? post.organisation : `${post.title}, ${post.organisation}`,
      checked: typed === null || texts(body, 'ending').includes(String(post.id)),
    })),
    seats: seatsHeld(tenures, today)
      .filter(seat => seat.organisationId !== null && leaves.has(seat.organisationId))
      .map(({ tenureId, inWords, organisation }) => ({
        field: tenureField(tenureId),
        legend: `${inWords}, held for ${organisation}`,
        items: [
          { value: 'end', text: 'It ends the day before: the seat becomes vacant', checked: text(body, tenureField(tenureId)) === 'end' },
          { value: 'keep', text: 'They keep it', checked: text(body, tenureField(tenureId)) === 'keep' },
        ],
      })),
    breadcrumbs: toPerson(asked),
  }
  return page(template(import.meta.url, 'move.njk'), view, problems)
}

async function postPage(
  { db }: Visit,
  asked: Person,
  post: PostOf,
  typed: Fields,
  problems: readonly Problem[] = [],
  edition = editionOf(postFields(post)),
): Promise<Answer> {
  const { organisationId = '', title = '', beginsOn = '', endsOn = '' } = entered(typed)
  const view = {
    title: `Change the post of ${asked.name} at ${post.organisation}`,
    action: `people/${asked.id}/posts/${post.id}/edit`,
    back: `people/${asked.id}`,
    removalHref: `people/${asked.id}/posts/${post.id}/removal`,
    fields: { title, beginsOn, endsOn },
    organisations: toChoose('Select one', await organisations(db), organisationId),
    edition,
    breadcrumbs: toPerson(asked),
  }
  return page(template(import.meta.url, 'post.njk'), view, problems)
}

function absencePage(
  asked: Person,
  absence: Absence | null,
  typed: Fields,
  problems: readonly Problem[] = [],
  edition = absence === null ? '' : editionOf(absenceFields(absence)),
): Answer {
  const { beginsOn = '', endsOn = '', reason = '' } = entered(typed)
  const path = `people/${asked.id}/absences`
  const view = {
    title: absence === null ? `When is ${asked.name} away?` : `Change an absence of ${asked.name}`,
    action: absence === null ? `${path}/new` : `${path}/${absence.id}/edit`,
    back: `people/${asked.id}`,
    removalHref: absence === null ? '' : `${path}/${absence.id}/removal`,
    fields: { beginsOn, endsOn, reason },
    edition,
    breadcrumbs: toPerson(asked),
  }
  return page(template(import.meta.url, 'absence.njk'), view, problems)
}

async function departurePage({ db, today }: Visit, asked: Person, lastDay: string, problems: readonly Problem[] = []): Promise<Answer> {
  const [posts, tenures, deputies, standIns] = await Promise.all([
    postsOf(db, asked.id),
    tenuresOf(db, asked.id),
    deputiesOf(db, asked.id, today),
    standInsFor(db, asked.id, today),
  ])
  const isLeft = ({ endsOn }: { endsOn: Visit['today'] | null }) => endsOn === null || endsOn >= today
  const view = {
    title: `${asked.name} leaves`,
    action: `people/${asked.id}/departure`,
    back: `people/${asked.id}`,
    lastDay,
    posts: posts.filter(isLeft).map(({ title, organisation }) => (title === '' ? organisation : `${title}, ${organisation}`)),
    seats: tenures.filter(isLeft).map(tenure => ({
      inWords: `${seatName(tenure)}, ${tenure.group}`,
      standIns: standIns.filter(({ seatId }) => seatId === tenure.seatId).map(({ name }) => name),
    })),
    deputies: deputies.filter(isLeft).map(deputy => `${seatName(deputy)}, ${deputy.group}`),
    breadcrumbs: toPerson(asked),
  }
  return page(template(import.meta.url, 'departure.njk'), view, problems)
}

function personRemovalPage(asked: Person, problems: readonly Problem[] = []): Answer {
  return removalPage(
    asked,
    {
      title: `Remove ${asked.name}`,
      what: `Only somebody who was added by mistake can be removed. Whoever leaves keeps their place in the record.`,
    },
    problems,
  )
}

function removalPage(asked: Person, what: { readonly title: string; readonly what: string }, problems: readonly Problem[] = []): Answer {
  return page(template(import.meta.url, 'removal.njk'), { ...what, back: `people/${asked.id}`, breadcrumbs: toPerson(asked) }, problems)
}

const toPeople = [{ text: 'People', href: 'people' }]
const toPerson = ({ id, name }: Person) => [...toPeople, { text: name, href: `people/${id}` }]
