import { mayAdminister, mayManagePerformance, mayRead, type Web } from '../platform/web/index.ts'
import * as area from './area/pages.ts'
import * as neighbour from './neighbour/pages.ts'
import * as organisation from './organisation/pages.ts'
import * as representative from './representative/pages.ts'

export function partnershipRoutes(web: Web): void {
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
