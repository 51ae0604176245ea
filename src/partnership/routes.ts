import { mayAdminister, mayManagePerformance, mayRead, type Web } from '../platform/web/index.ts'
import * as area from './area/pages.ts'
import * as neighbour from './neighbour/pages.ts'
import * as network from './network/pages.ts'
import * as organisation from './organisation/pages.ts'
import * as representative from './representative/pages.ts'
import { structurePages, type ThemesOf } from './structure/pages.ts'

/** `themesOf` says for which themes groups answer, where a module knows. */
export function partnershipRoutes(web: Web, themesOf: ThemesOf = async () => new Map()): void {
  const structure = structurePages(themesOf)
  web.get('/structure', mayRead, structure.showStructure)
  web.get('/structure.svg', mayRead, structure.downloadStructureSvg)
  web.get('/structure.png', mayRead, structure.downloadStructurePng)
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
  web.get('/organisations/new', mayManagePerformance, organisation.newOrganisation)
  web.post('/organisations/new', mayManagePerformance, organisation.createOrganisation)
  web.get('/organisations/:organisation/edit', mayManagePerformance, organisation.editOrganisation)
  web.post('/organisations/:organisation/edit', mayManagePerformance, organisation.updateOrganisation)
  web.get('/organisations/:organisation/removal', mayManagePerformance, organisation.confirmOrganisationRemoval)
  web.post('/organisations/:organisation/removal', mayManagePerformance, organisation.destroyOrganisation)

  web.get('/representatives', mayManagePerformance, representative.listRepresentatives)
  web.get('/representatives/:contributor/edit', mayManagePerformance, representative.editRepresentative)
  web.post('/representatives/:contributor/edit', mayManagePerformance, representative.updateRepresentative)
}
