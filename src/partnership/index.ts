/**
 * Partnership: who is around the table, and where. Organisations and areas; people, groups and seats come later.
 *
 * Owns the `partnership` schema. Knows no other module.
 */
export { type Area, type AreaId, type AreaKind, areaKindNames, areaKinds, nested } from './area/area.ts'
export { type AreaToChoose, areasToChoose, chooseArea } from './area/choice.ts'
export { england, type ShippedArea, shippedArea } from './area/england.ts'
export { addArea, addAreas, areas, ensureAreas, profile, setProfile, settleArea } from './area/store.ts'
export type { Group, GroupDraft, GroupId, GroupLink, OutsideBody, SectorQuorum } from './group/group.ts'
export type { GroupPart } from './group/pages.ts'
export { type GroupName, groupNamed, lockGroup } from './group/store.ts'
export { neighboursOf, setNeighbours } from './neighbour/store.ts'
export type { Organisation, OrganisationId } from './organisation/organisation.ts'
export { ensureOrganisations, organisations } from './organisation/store.ts'
export type { Person, PersonId } from './person/person.ts'
export { organisationsOf, setRepresentative } from './representative/store.ts'
export { partnershipRoutes } from './routes.ts'
export type { Seat, SeatId } from './seat/seat.ts'
export { capacityOf } from './seat/store.ts'
export { partnershipWords } from './words.ts'
