/**
 * Partnership: who is around the table, and where. Organisations, people, groups, seats and areas.
 *
 * Owns the `partnership` schema. Knows no other module.
 */
export type { Answerer } from './answer-link/answer-link.ts'
export { type AnswerPages, type AnswerPurposes, type AnswerVisit, makeAnswerLink } from './answer-link/pages.ts'
export { revokeAnswerLinks } from './answer-link/store.ts'
export { type Area, type AreaId, type AreaKind, areaKindNames, areaKinds, nested } from './area/area.ts'
export { type AreaToChoose, areasToChoose, chooseArea } from './area/choice.ts'
export { england, type ShippedArea, shippedArea } from './area/england.ts'
export { addArea, addAreas, areas, ensureAreas, profile, profileCode, setProfile, settleArea } from './area/store.ts'
export { type Authority, authorities, type Bearer, type Matter, matters, opens, type Reach, reachOf } from './authority/authority.ts'
export { type Asked, type AskedOf, inPerson, type Named, whoIsAsked } from './authority/store.ts'
export type { Of, Part, ShownPart } from './contribution/pages.ts'
export { coordinatorsOf, personOf, setCoordinator } from './coordinator/store.ts'
export {
  type DirectoryColumn,
  type DirectoryRow,
  type KindOfRecord,
  kindsOfRecord,
  type PlannedRow,
  type RowEffects,
} from './directory/directory.ts'
export { type DirectoryPlan, planDirectory } from './directory/plan.ts'
export { directory, keepDirectory, lockDirectory } from './directory/store.ts'
export type { Group, GroupDraft, GroupId, GroupLink, OutsideBody, SectorQuorum } from './group/group.ts'
export {
  addGroup,
  addLink,
  addOutsideBody,
  type GroupName,
  groupNamed,
  groups,
  groupsNamed,
  lockGroup,
  quorumOf,
  setSectorQuorums,
} from './group/store.ts'
export { neighboursOf, setNeighbours } from './neighbour/store.ts'
export { type Organisation, type OrganisationId, type Sector, sectorNames } from './organisation/organisation.ts'
export { addOrganisation, addSuccession, ensureOrganisations, organisations } from './organisation/store.ts'
export { type ChosenPerson, choosePerson, type NamedPerson, type PersonToChoose, questionAbout } from './person/choice.ts'
export type { Person, PersonId } from './person/person.ts'
export { addAbsence, addPerson, addPost, people, peopleToChoose, person, personChosen } from './person/store.ts'
export { partnershipRoutes } from './routes.ts'
export { type Sitter, sitterOf } from './seat/acting.ts'
export type { AtTable, Tables } from './seat/at-table.ts'
export { readPerson } from './seat/form.ts'
export { type FilledSeat, type Seat, type SeatId, seatName } from './seat/seat.ts'
export { leave } from './seat/sitting.ts'
export {
  absencesOn,
  addDeputy,
  addSeat,
  addTenure,
  atTables,
  capacityOf,
  changeTenure,
  groupsOfPerson,
  lockSeat,
  membersOf,
  seatsOf,
} from './seat/store.ts'
export { personFieldView } from './seat/view.ts'
export { partnershipWords } from './words.ts'
