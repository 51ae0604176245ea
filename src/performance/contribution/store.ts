import type { GroupId, OrganisationId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Kind } from '../answerable/answerable.ts'
import type { AgreementId } from '../indicator/indicator.ts'
import type { Mention } from './contribution.ts'

/** Which indicators of an agreement an organisation or a group leads or contributes to, in one query. */
export async function mentionsOf(
  db: Db,
  agreementId: AgreementId,
  of: { readonly organisationId: OrganisationId } | { readonly groupId: GroupId },
): Promise<Mention[]> {
  const rows = await ('groupId' in of ? ofGroup(db, agreementId, of.groupId) : ofOrganisation(db, agreementId, of.organisationId))
  return rows.map(({ kind, id, ...mention }) => ({ ...mention, through: kind === null || id === null ? null : { kind, id } }))
}

type Row = Pick<Mention, 'indicatorId' | 'part'> & { readonly kind: Kind | null; readonly id: number | null }

/** Through a seat that is for it, or somebody who has a post there: as lead where the indicator's lead organisation, named or not, is this one. */
const ofOrganisation = (db: Db, agreementId: AgreementId, organisationId: OrganisationId) => db<Row[]>`
  select id as indicator_id, 'lead' as part, null as kind, null::bigint as id
    from performance.indicator
   where agreement_id = ${agreementId} and lead_id = ${organisationId}
   union all
  select contributor.indicator_id, 'contributor', null, null
    from performance.contributor
    join performance.indicator on indicator.partnership_id = contributor.partnership_id and indicator.id = contributor.indicator_id
   where indicator.agreement_id = ${agreementId} and contributor.organisation_id = ${organisationId}
   union all
  select answerable.indicator_id,
         case when answerable.part = 'lead' and coalesce(indicator.lead_id, beside.organisation_id) = ${organisationId} then 'lead' else 'contributor' end,
         case when answerable.seat_id is not null then 'seat' else 'person' end, coalesce(answerable.seat_id, answerable.person_id)
    from performance.answerable
    join performance.indicator on indicator.partnership_id = answerable.partnership_id and indicator.id = answerable.indicator_id
    left join performance.lead_beside beside on beside.partnership_id = answerable.partnership_id and beside.indicator_id = answerable.indicator_id
    left join partnership.shared_seat as seat on seat.partnership_id = answerable.partnership_id and seat.id = answerable.seat_id
    left join partnership.shared_person as person on person.partnership_id = answerable.partnership_id and person.id = answerable.person_id
   where indicator.agreement_id = ${agreementId} and coalesce(seat.organisation_id, person.organisation_id) = ${organisationId}
   order by indicator_id, kind nulls first, id`

const ofGroup = (db: Db, agreementId: AgreementId, groupId: GroupId) => db<Row[]>`
  select answerable.indicator_id, case when answerable.part = 'lead' and beside.group_id = ${groupId} then 'lead' else 'contributor' end as part,
         case when answerable.seat_id is not null then 'seat' end as kind, answerable.seat_id as id
    from performance.answerable
    join performance.indicator on indicator.partnership_id = answerable.partnership_id and indicator.id = answerable.indicator_id
    left join performance.lead_beside beside on beside.partnership_id = answerable.partnership_id and beside.indicator_id = answerable.indicator_id
    left join partnership.shared_seat as seat on seat.partnership_id = answerable.partnership_id and seat.id = answerable.seat_id
   where indicator.agreement_id = ${agreementId} and (answerable.group_id = ${groupId} or seat.group_id = ${groupId})
   order by indicator_id, kind nulls first, id`
