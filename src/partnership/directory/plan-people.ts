/**
 * Who is meant by a name and an e-mail address, and what they are where. Somebody is found by the address, or else by the exact name within the
 * organisation; where it cannot be told, the row is refused.
 */
import type { OrganisationId } from '../organisation/organisation.ts'
import type { PersonId, Post } from '../person/person.ts'
import type { Contact, Directory, DirectoryColumn, DirectoryPerson, ReadRow } from './directory.ts'
import { plainName } from './row.ts'
import { type Log, recordsOf, severalBy } from './working.ts'

export type People = ReturnType<typeof planPeople>

export function planPeople(rows: readonly ReadRow[], held: Directory, organisationOf: ReadonlyMap<number, OrganisationId>, log: Log) {
  const records = recordsOf<DirectoryPerson>(held.people)
  const posts = recordsOf<Post>(held.posts)
  const byEmail = severalBy<string, PersonId>()
  const byName = severalBy<string, PersonId>()
  const postsOf = severalBy<PersonId, number>()
  for (const { id, name, email } of held.people) {
    if (email !== null) byEmail.put(email, id)
    byName.put(plainName(name), id)
  }
  for (const { id, personId } of held.posts) postsOf.put(personId, id)

  const isAt = (id: PersonId, organisationId: OrganisationId): boolean =>
    postsOf.of(id).some(post => posts.of(post).organisationId === organisationId)
  /** Who is meant; null when it cannot be told, which the row is then refused for; undefined when nobody is known by that. */
  function known(
    { name, email }: Contact,
    organisationId: OrganisationId | null,
    { line, column, at }: Where,
    isDeputy: boolean,
  ): PersonId | null | undefined {
    const namesakes = byName.of(plainName(name))
    if (email !== null) {
      const owners = byEmail.of(email)
      const meant = owners.filter(id => namesakes.includes(id))
      const [one, ...others] = meant
      if (one !== undefined && others.length === 0) return one
      const [owner] = owners
      if (owner !== undefined) {
        const text =
          one === undefined
            ? `${email} is the e-mail address of ${records.of(owner).name}. Write the name as it is there, or another address`
            : `There are ${meant.length} people called ${name} with the e-mail address ${email}. Merge them first, or leave this row out`
        log.refuse(line, column, name, text, at)
        return null
      }
    }
    const there = organisationId === null ? [] : namesakes.filter(id => isAt(id, organisationId))
    const unplaced = namesakes.filter(id => postsOf.of(id).length === 0)
    // Somebody without a post may be anywhere; a deputy, or somebody without an organisation, is found by the name alone.
    const meant = there.length > 0 ? there : organisationId === null || isDeputy ? namesakes : unplaced
    const [one, ...others] = meant
    if (one === undefined || others.length === 0) return one
    log.refuse(
      line,
      column,
      name,
      `There are ${meant.length} people called ${name}${there.length > 0 ? ' at this organisation' : ''}. Say the e-mail address of the one who is meant`,
      at,
    )
    return null
  }

  function named(contact: Contact, organisationId: OrganisationId | null, where: Where, isDeputy: boolean): PersonId | null {
    const { line } = where
    const found = known(contact, organisationId, where, isDeputy)
    if (found === null) return null
    if (found === undefined) {
      const { name, email, telephone } = contact
      const { id } = records.add(id => ({ id, name, email, telephone }))
      byName.put(plainName(name), id)
      if (email !== null) {
        byEmail.put(email, id)
        log.contradicted(`email ${id}`, email, line)
      }
      if (telephone !== '') log.contradicted(`telephone ${id}`, telephone, line)
      log.adds(line, `${name}, a new person`)
      if (isDeputy && organisationId !== null) employ(id, organisationId, '', line)
      return id
    }
    const record = records.of(found)
    const { email, telephone } = contact
    if (email !== null && email !== record.email) {
      const before = log.contradicted(`email ${found}`, email, line)
      if (before !== null) {
        log.refuse(
          line,
          where.emailColumn,
          email,
          `Line ${before} says another e-mail address of ${record.name}. Make them agree, or add the second person by hand`,
          where.at,
        )
        return null
      }
      if (record.email === null || !isDeputy || found < 0) {
        log.changes(line, `E-mail address of ${record.name}`, record.email ?? '', email)
        records.change(found, { email })
        byEmail.put(email, found)
      }
    }
    if (telephone !== '' && telephone !== record.telephone) {
      const before = log.contradicted(`telephone ${found}`, telephone, line)
      if (before !== null) {
        log.refuse(line, 'telephone', telephone, `Line ${before} says another telephone number of ${record.name}. Make them agree`)
        return null
      }
      log.changes(line, `Telephone of ${record.name}`, record.telephone, telephone)
      records.change(found, { telephone })
    }
    return found
  }

  const postsSaid = new Set<number>()
  function employ(personId: PersonId, organisationId: OrganisationId, title: string, line: number): void {
    const there = postsOf
      .of(personId)
      .map(id => posts.of(id))
      .filter(post => post.organisationId === organisationId)
    const same = there.find(post => title === '' || post.title.toLowerCase() === title.toLowerCase())
    if (same !== undefined) {
      postsSaid.add(same.id)
      return
    }
    const running = there.filter(post => post.endsOn === null && !postsSaid.has(post.id))
    const [only] = running
    if (only !== undefined && running.length === 1) {
      postsSaid.add(only.id)
      if (only.id > 0 || only.title !== '') log.changes(line, `Post of ${records.of(personId).name}`, only.title, title)
      posts.change(only.id, { title })
      return
    }
    const { id } = posts.add(id => ({ id, personId, organisationId, title, beginsOn: null, endsOn: null }))
    postsOf.put(personId, id)
    if (title !== '') postsSaid.add(id)
    if (personId > 0) log.adds(line, `${title === '' ? 'A post' : title}, of ${records.of(personId).name}`)
  }

  const ofRow = new Map<number, PersonId>()
  for (const { line, person, post } of rows) {
    if (person === null) continue
    const organisationId = organisationOf.get(line) ?? null
    const id = named(person, organisationId, { line, column: 'person', emailColumn: 'email' }, false)
    if (id === null) continue
    ofRow.set(line, id)
    if (organisationId !== null) employ(id, organisationId, post, line)
    else if (post !== '') log.refuse(line, 'organisation', '', `Say at which organisation ${person.name} is ${post}, or leave the post out`)
  }
  return { records, posts, ofRow, named }
}

type Where = { readonly line: number; readonly column: DirectoryColumn; readonly emailColumn: DirectoryColumn; readonly at?: number }
