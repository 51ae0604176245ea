import type { Problem } from '../../../kernel/ruling.ts'
import { unlessInUse } from '../../../platform/db/index.ts'
import {
  type Answer,
  type Fields,
  found,
  type Handler,
  page,
  pageNumber,
  pageSize,
  pagination,
  redirect,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../../platform/web/index.ts'
import { organisations } from '../../organisation/store.ts'
import { seatName } from '../../seat/seat.ts'
import { readChosen, readTwo } from '../form.ts'
import { type Likeness, likelyPairs } from '../likeness.ts'
import { type Detail, detailNames, details, differing, merge } from '../merge.ts'
import type { Person } from '../person.ts'
import { keepApart, lockPerson, mergePeople, people, peopleApart, peopleToCompare, person, postsOf, tenuresOf } from '../store.ts'

const likenessWords: Readonly<Record<Likeness, string>> = {
  'same-email': 'The same e-mail address',
  'same-name': 'The same name',
  initials: 'An initial for a first name, at the same organisation',
}

export const listDuplicates: Handler = async visit => duplicatesPage(visit)

/** Somebody has looked, and says that they are two. */
export const createApart: Handler = async visit => {
  const { first, second } = await twoAsked(visit, visit.body)
  if (first === null || second === null || first.id === second.id)
    return duplicatesPage(visit, [{ text: 'Select a pair: press “They are two people” beside it' }])
  await keepApart(visit.db, first.id, second.id)
  return redirect('people/duplicates', `${first.name} and ${second.name} are two people, and not shown here any more`)
}

export const confirmMerger: Handler = async visit => {
  const { first, second } = await twoAsked(visit, visit.query)
  if (first === null || second === null || first.id === second.id) return choicePage(visit, visit.query)
  return comparisonPage(visit, first, second, {})
}

export const createMerger: Handler = async visit => {
  const { db, body } = visit
  const asked = readTwo(body)
  for (const id of [asked.first, asked.second].filter(id => id !== null).toSorted((a, b) => a - b)) await lockPerson(db, id)
  const { first, second } = await twoAsked(visit, body)
  if (first === null || second === null || first.id === second.id)
    return choicePage(visit, body, [
      ...(first === null ? [{ field: 'first', text: 'Select a person' }] : []),
      ...(second === null || first?.id === second.id ? [{ field: 'second', text: 'Select another person' }] : []),
    ])
  const ruling = merge(first, second, readChosen(body))
  if (!ruling.accepted) return comparisonPage(visit, first, second, body, ruling.problems)

  const merged = await unlessInUse(db, db => mergePeople(db, ruling.value))
  if (!merged)
    return comparisonPage(visit, first, second, body, [
      { text: 'They cannot be merged: both have something of which one person can have only one, and other records refer to it' },
    ])
  return redirect(`people/${ruling.value.keptId}`, `${first.name} and ${second.name} are one now: ${ruling.value.details.name}`)
}

async function twoAsked({ db }: Visit, sent: Fields): Promise<{ first: Person | null; second: Person | null }> {
  const { first, second } = readTwo(sent)
  const [one, other] = await Promise.all([first === null ? null : person(db, first), second === null ? null : person(db, second)])
  return { first: one, second: other }
}

async function duplicatesPage({ db, query, partnership }: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const [everybody, apart, all] = await Promise.all([peopleToCompare(db), peopleApart(db), organisations(db)])
  const known = new Set(apart.flatMap(({ firstId, secondId }) => [`${firstId} ${secondId}`, `${secondId} ${firstId}`]))
  const pairs = likelyPairs(everybody).filter(({ first, second }) => !known.has(`${first} ${second}`))
  const byId = new Map(everybody.map(each => [each.id, each]))
  const organisationNames = new Map(all.map(({ id, name }) => [Number(id), name]))
  const asked = pageNumber(text(query, 'page'))
  const side = (id: Person['id']) => {
    const { name, email, organisationIds } = found(byId.get(id))
    const facts = [...organisationIds.map(each => organisationNames.get(each) ?? ''), email ?? ''].filter(fact => fact !== '')
    return { id, name, href: `people/${id}`, facts: facts.join('; ') }
  }
  const view = {
    title: 'People who may be one',
    count: pairs.length === 1 ? '1 pair' : `${pairs.length} pairs`,
    pairs: pairs.slice(rowsBefore(asked), rowsBefore(asked) + pageSize).map(({ first, second, likeness }) => ({
      first: side(first),
      second: side(second),
      why: likenessWords[likeness],
      mergerHref: `people/merger?first=${first}&second=${second}`,
    })),
    pages: pagination(pairs.length, asked, `/${partnership.slug}/people/duplicates`),
    breadcrumbs: toPeople,
  }
  return page(template(import.meta.url, 'list.njk'), view, problems)
}

async function choicePage({ db }: Visit, sent: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const everybody = await people(db)
  const choices = (chosen: string) => [
    { value: '', text: 'Select one', selected: chosen === '' },
    ...everybody.map(({ id, name, email }) => ({
      value: String(id),
      text: email === null ? name : `${name} (${email})`,
      selected: String(id) === chosen,
    })),
  ]
  const view = {
    title: 'Merge two people',
    first: choices(text(sent, 'first')),
    second: choices(text(sent, 'second')),
    breadcrumbs: toDuplicates,
  }
  return page(template(import.meta.url, 'choose.njk'), view, problems)
}

async function comparisonPage(
  { db }: Visit,
  first: Person,
  second: Person,
  typed: Fields,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const [one, other] = [await sideOf(db, first), await sideOf(db, second)]
  const open = differing(first, second)
  const shown = (who: Person, detail: Detail) => who[detail] ?? ''
  const view = {
    title: `Are ${first.name} and ${second.name} one?`,
    first: one,
    second: other,
    rows: details.map(detail => ({ name: detailNames[detail], first: shown(first, detail) || '–', second: shown(second, detail) || '–' })),
    choices: open.map(detail => ({
      field: detail,
      legend: `Which ${detailNames[detail].toLowerCase()} holds?`,
      items: [
        { value: 'first', text: shown(first, detail), checked: text(typed, detail) === 'first' },
        { value: 'second', text: shown(second, detail), checked: text(typed, detail) === 'second' },
      ],
    })),
    bothSignIn: first.accountId !== null && second.accountId !== null,
    breadcrumbs: toDuplicates,
  }
  return page(template(import.meta.url, 'compare.njk'), view, problems)
}

async function sideOf(db: Visit['db'], { id, name, accountId }: Person) {
  const [posts, tenures] = await Promise.all([postsOf(db, id), tenuresOf(db, id)])
  return {
    id,
    name,
    href: `people/${id}`,
    account: accountId === null ? 'No' : 'Yes',
    posts: posts.map(({ title, organisation }) => (title === '' ? organisation : `${title}, ${organisation}`)),
    seats: tenures.map(tenure => `${seatName(tenure)}, ${tenure.group}`),
  }
}

const toPeople = [{ text: 'People', href: 'people' }]
const toDuplicates = [...toPeople, { text: 'People who may be one', href: 'people/duplicates' }]
