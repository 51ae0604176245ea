/**
 * Partnership: who is around the table, and where. Organisations and areas; people, groups and seats come later.
 *
 * Owns the `partnership` schema. Knows no other module.
 */
export type { Area, AreaId } from './area/area.ts'
export { england, type ShippedArea, shippedArea } from './area/england.ts'
export { addArea, addAreas, areas, ensureAreas } from './area/store.ts'
export type { Organisation, OrganisationId } from './organisation/organisation.ts'
export { ensureOrganisations, organisations } from './organisation/store.ts'
