import { idOf } from '../../kernel/ids.ts'
import { holdsOn } from '../../kernel/span.ts'
import { type Answer, found, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import type { AreaId } from '../area/area.ts'
import { areas } from '../area/store.ts'
import type { GroupId } from '../group/group.ts'
import { groupNamed, groups } from '../group/store.ts'
import { toGroup } from '../group/view.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import { organisation, postsAt } from '../organisation/store.ts'
import { absencesOn, seatsOf } from '../seat/store.ts'
import { deputiesFrom } from './store.ts'
import { groupSeatsView, organisationSeatsView } from './view.ts'

/** Whom a page is about, where other modules have something to say of them: an organisation, a group, or what is measured in an area. */
export type Of = { readonly organisationId: OrganisationId } | { readonly groupId: GroupId } | { readonly areaId: AreaId }

/** What a module says of them, with a template of its own that finds its `view` as `part.view`. Null where it has nothing to say of such a one. */
export type Part = (asked: Pick<Visit, 'db' | 'query' | 'today' | 'visitor'>, of: Of) => Promise<ShownPart | null>
export type ShownPart = { readonly title: string; readonly template: string; readonly view: object }

export const partsShown = async (parts: readonly Part[], visit: Visit, of: Of): Promise<ShownPart[]> =>
  (await Promise.all(parts.map(part => part(visit, of)))).filter(part => part !== null)

/** One page for each: what other modules have to say first, then the seats. */
export function contributionPages(others: readonly Part[]) {
  const parts = [...others, seatsPart]
  const contributionPage = async (visit: Visit, of: Of, about: About): Promise<Answer> => {
    const view = { ...about, title: `What is our contribution: ${about.name}`, parts: await partsShown(parts, visit, of) }
    return page(template(import.meta.url, 'show.njk'), view)
  }

  const showOfOrganisation: Handler = async visit => {
    const { id, name } = found(await organisation(visit.db, found(idOf<'organisation'>(visit.params['organisation']))))
    const breadcrumbs = [
      { text: 'Organisations', href: 'organisations' },
      { text: name, href: `organisations/${id}` },
    ]
    return contributionPage(visit, { organisationId: id }, { name, breadcrumbs })
  }
  const showOfGroup: Handler = async visit => {
    const group = found(await groupNamed(visit.db, found(idOf<'group'>(visit.params['group']))))
    return contributionPage(visit, { groupId: group.id }, { name: group.name, breadcrumbs: toGroup(group) })
  }
  const showOfArea: Handler = async visit => {
    const asked = found(idOf<'area'>(visit.params['area']))
    const { id, name } = found((await areas(visit.db)).find(each => each.id === asked))
    return contributionPage(visit, { areaId: id }, { name, breadcrumbs: [{ text: 'Areas', href: 'areas' }] })
  }
  return { showOfOrganisation, showOfGroup, showOfArea }
}

type About = { readonly name: string; readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[] }

/** Seats with who sits there or since when nobody does, and who stands in for others. Of an organisation its people too. */
const seatsPart: Part = async ({ db, today }, of) => {
  if ('areaId' in of) return null
  const [all, seats, absences] = await Promise.all([groups(db), seatsOf(db, of), absencesOn(db, today)])
  const there = new Map(all.filter(group => holdsOn(group, today)).map(group => [group.id, group]))
  const held = seats.filter(seat => holdsOn(seat, today) && there.has(seat.groupId))
  const shown = { seats: held, groups: there, absences, today }
  if ('groupId' in of) return { title: 'Seats', template: template(import.meta.url, 'seats.njk'), view: groupSeatsView(shown) }

  const [posts, given] = await Promise.all([postsAt(db, of.organisationId), deputiesFrom(db, of.organisationId, today)])
  const people = posts.filter(post => holdsOn(post, today))
  return {
    title: 'Seats and people',
    template: template(import.meta.url, 'seats.njk'),
    view: organisationSeatsView(shown, people, given),
  }
}
