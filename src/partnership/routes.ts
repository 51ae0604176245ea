import { mayAdminister, mayKeepPeople, mayManagePerformance, mayRead, type Web } from '../platform/web/index.ts'
import * as area from './area/pages.ts'
import * as neighbour from './neighbour/pages.ts'
import * as network from './network/pages.ts'
import * as organisation from './organisation/pages.ts'
import * as person from './person/pages.ts'
import * as representative from './representative/pages.ts'
import { structurePages, type ThemesOf } from './structure/pages.ts'

/** `themesOf` says for which themes groups answer, where a module knows. */
export function partnershipRoutes(web: Web, themesOf: ThemesOf = async () => new Map()): void {
  const structure = structurePages(themesOf)
  web.get('/structure', mayRead, structure.showStructure)
  web.get('/structure.svg', mayRead, structure.downloadStructureSvg)
  web.get('/structure.png', mayRead, structure.downloadStructurePng)
  web.get('/structure.pdf', mayRead, structure.downloadStructurePdf)
  web.get('/network', mayRead, network.showNetwork)
  web.get('/network.svg', mayRead, network.downloadNetworkSvg)
  web.get('/network.png', mayRead, network.downloadNetworkPng)
  web.get('/network.csv', mayRead, network.downloadNetworkCsv)

  web.get('/areas', mayRead, area.listAreas)
  web.get('/areas/new', mayManagePerformance, area.newArea)
  web.post('/areas/new', mayManagePerformance, area.createArea)
  web.get('/areas/england', mayManagePerformance, area.searchEngland)
  web.post('/areas/england', mayManagePerformance, area.addFromEngland)
  web.get('/areas/:area/edit', mayManagePerformance, area.editArea)
  web.post('/areas/:area/edit', mayManagePerformance, area.updateArea)
  web.get('/areas/:area/removal', mayManagePerformance, area.confirmAreaRemoval)
  web.post('/areas/:area/removal', mayManagePerformance, area.destroyArea)
  web.get('/areas/:area/neighbours', mayManagePerformance, neighbour.editNeighbours)
  web.post('/areas/:area/neighbours', mayManagePerformance, neighbour.updateNeighbours)
  web.post('/areas/:area/profile', mayAdminister, area.chooseProfile)

  web.get('/organisations', mayRead, organisation.listOrganisations)
  web.get('/organisations/new', mayKeepPeople, organisation.newOrganisation)
  web.post('/organisations/new', mayKeepPeople, organisation.createOrganisation)
  web.get('/organisations/:organisation', mayRead, organisation.showOrganisation)
  web.get('/organisations/:organisation/edit', mayKeepPeople, organisation.editOrganisation)
  web.post('/organisations/:organisation/edit', mayKeepPeople, organisation.updateOrganisation)
  web.get('/organisations/:organisation/removal', mayKeepPeople, organisation.confirmOrganisationRemoval)
  web.post('/organisations/:organisation/removal', mayKeepPeople, organisation.destroyOrganisation)
  web.get('/organisations/:organisation/successions/new', mayKeepPeople, organisation.newSuccession)
  web.post('/organisations/:organisation/successions/new', mayKeepPeople, organisation.createSuccession)
  web.get('/organisations/:organisation/successions/:succession/removal', mayKeepPeople, organisation.confirmSuccessionRemoval)
  web.post('/organisations/:organisation/successions/:succession/removal', mayKeepPeople, organisation.destroySuccession)

  web.get('/people', mayRead, person.listPeople)
  web.get('/people/new', mayKeepPeople, person.newPerson)
  web.post('/people/new', mayKeepPeople, person.createPerson)
  web.get('/people/own', mayRead, person.editOwnContact)
  web.post('/people/own', mayRead, person.updateOwnContact)
  web.get('/people/:person', mayRead, person.showPerson)
  web.get('/people/:person/edit', mayKeepPeople, person.editPerson)
  web.post('/people/:person/edit', mayKeepPeople, person.updatePerson)
  web.get('/people/:person/removal', mayKeepPeople, person.confirmPersonRemoval)
  web.post('/people/:person/removal', mayKeepPeople, person.destroyPerson)
  web.get('/people/:person/posts/new', mayKeepPeople, person.newPost)
  web.post('/people/:person/posts/new', mayKeepPeople, person.createPost)
  web.get('/people/:person/posts/:post/edit', mayKeepPeople, person.editPost)
  web.post('/people/:person/posts/:post/edit', mayKeepPeople, person.updatePost)
  web.get('/people/:person/posts/:post/removal', mayKeepPeople, person.confirmPostRemoval)
  web.post('/people/:person/posts/:post/removal', mayKeepPeople, person.destroyPost)
  web.get('/people/:person/absences/new', mayKeepPeople, person.newAbsence)
  web.post('/people/:person/absences/new', mayKeepPeople, person.createAbsence)
  web.get('/people/:person/absences/:absence/edit', mayKeepPeople, person.editAbsence)
  web.post('/people/:person/absences/:absence/edit', mayKeepPeople, person.updateAbsence)
  web.get('/people/:person/absences/:absence/removal', mayKeepPeople, person.confirmAbsenceRemoval)
  web.post('/people/:person/absences/:absence/removal', mayKeepPeople, person.destroyAbsence)
  web.get('/people/:person/departure', mayKeepPeople, person.confirmDeparture)
  web.post('/people/:person/departure', mayKeepPeople, person.recordDeparture)

  web.get('/representatives', mayManagePerformance, representative.listRepresentatives)
  web.get('/representatives/:contributor/edit', mayManagePerformance, representative.editRepresentative)
  web.post('/representatives/:contributor/edit', mayManagePerformance, representative.updateRepresentative)
}
