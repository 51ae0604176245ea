// Everybody who may come: one for each role, and for each duty one who has it where the addresses of the routes are and one who has it elsewhere.
import { type Duty, duties, seatRoles } from '../../src/kernel/duty.ts'
import { type Role, roles } from '../../src/platform/web/index.ts'
import { type FreshApp, type Person, somebody } from '../web/index.ts'

export type Dutiful = { readonly duty: Duty; readonly own: Person; readonly elsewhere: Person }

/** `withAll` has every duty at once: what is closed to them is closed to whoever has one. */
export type Everybody = { readonly byRole: Readonly<Record<Role, Person>>; readonly byDuty: readonly Dutiful[]; readonly withAll: Person }

type Around = { readonly indicator: number; readonly group: number; readonly elsewhere: number; readonly now: Temporal.Instant }

export async function peopleOf(app: FreshApp, around: Around): Promise<Everybody> {
  const known: Partial<Record<Role, Person>> = {
    administrator: app.administrator,
    'performance-officer': app.officer,
    contributor: app.contributor,
    reader: app.reader,
  }
  const { partnershipId, owner } = app
  const add = (name: string, role: Role) => app.database.platform(db => somebody(db, { partnershipId, name, role, now: around.now }))
  const byRole = {} as Record<Role, Person>
  for (const role of roles) byRole[role] = known[role] ?? (await add(`The ${role}`, role))

  const byDuty: Dutiful[] = []
  for (const duty of duties) {
    const [own, elsewhere] = [await add(`A ${duty}`, 'reader'), await add(`Another ${duty}`, 'reader')]
    await give(own, duty, around.group, true)
    await give(elsewhere, duty, around.elsewhere, false)
    byDuty.push({ duty, own, elsewhere })
  }
  const withAll = await add('Somebody with every duty', 'reader')
  for (const duty of duties) await give(withAll, duty, around.group, true)
  await owner`update partnership."group" set deputies_act = 'always' where id in (${around.group}, ${around.elsewhere})`
  await owner`delete from performance.answerable where indicator_id = ${around.indicator}`
  // The group of the addresses leads their indicator, and each of its seats contributes to it.
  await owner`insert into performance.answerable (partnership_id, indicator_id, part, group_id) values (${partnershipId}, ${around.indicator}, 'lead', ${around.group})`
  await owner`
    insert into performance.answerable (partnership_id, indicator_id, part, seat_id)
    select ${partnershipId}, ${around.indicator}, 'contributor', id from partnership.seat where group_id = ${around.group}`
  return { byRole, byDuty, withAll }

  async function give({ accountId }: Person, duty: Duty, groupId: number, isOwn: boolean): Promise<void> {
    const person = owner`(select id from partnership.person where partnership_id = ${partnershipId} and account_id = ${accountId})`
    if (duty === 'data-coordinator') {
      const led = owner`(select lead_id from performance.indicator where id = ${around.indicator})`
      const another = owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Leads nothing') returning id`
      const [organisation] = await (isOwn ? owner`select ${led} as id` : another)
      await owner`
        insert into partnership.coordinator (partnership_id, person_id, organisation_id)
        select ${partnershipId}, ${person}, ${organisation?.['id']}`
      return
    }
    const role = seatRoles.find(each => each === duty) ?? 'chair'
    const [seat] = await owner<{ id: number }[]>`
      insert into partnership.seat (partnership_id, group_id, role) values (${partnershipId}, ${groupId}, ${role}) returning id`
    if (duty === 'deputy')
      await owner`insert into partnership.deputy (partnership_id, seat_id, person_id) select ${partnershipId}, ${seat?.id ?? 0}, ${person}`
    else
      await owner`insert into partnership.tenure (partnership_id, seat_id, person_id) select ${partnershipId}, ${seat?.id ?? 0}, ${person}`
  }
}

/** Whoever sits there has nothing to do with what the addresses mean. */
export async function anotherGroup({ owner, partnershipId }: FreshApp): Promise<number> {
  const [row] = await owner<{ id: number }[]>`
    insert into partnership."group" (partnership_id, name, short_name, layer, kind)
    values (${partnershipId}, 'Somewhere else', 'ELSE', 'operational', 'working-group') returning id`
  return row?.id ?? 0
}
