import { mayAdminister, mayKeepPeople, mayManagePerformance, mayRead, mayReadStructure, type Web } from '../platform/web/index.ts'
import { type AnswerPurposes, answerLinkPages } from './answer-link/pages.ts'
import * as area from './area/pages.ts'
import { contributionPages, type Part } from './contribution/pages.ts'
import * as coordinator from './coordinator/pages.ts'
import * as deputy from './deputy/pages.ts'
import * as directory from './directory/pages.ts'
import { mayKeepGroups, mayKeepSomeGroup, mayNameSomeDeputies } from './group/keeper.ts'
import * as group from './group/pages.ts'
import { leadPages } from './lead-grid/pages.ts'
import * as neighbour from './neighbour/pages.ts'
import * as network from './network/pages.ts'
import * as organisation from './organisation/pages.ts'
import * as outsideBody from './outside-body/pages.ts'
import * as personData from './person/data/pages.ts'
import * as merger from './person/merger/pages.ts'
import * as person from './person/pages.ts'
import * as seat from './seat/pages.ts'
import { structurePages, type ThemesOf } from './structure/pages.ts'

/** What other modules add to the pages here: for which themes groups answer, what else is said of a group, what each contributes, and what is answered by a link. */
export type PartnershipParts = {
  readonly themesOf?: ThemesOf
  readonly ofGroup?: readonly Part[]
  readonly contributions?: readonly Part[]
  readonly answers?: AnswerPurposes
}

export function partnershipRoutes(
  web: Web,
  { themesOf = async () => new Map(), ofGroup = [], contributions = [], answers = {} }: PartnershipParts = {},
): void {
  const { showQuestion, takeAnswer } = answerLinkPages(answers)
  web.public.get('/answer/:token', showQuestion)
  web.public.post('/answer/:token', takeAnswer)

  const structure = structurePages(themesOf)
  const contribution = contributionPages(contributions)
  web.get('/organisations/:organisation/contribution', mayRead, contribution.showOfOrganisation)
  web.get('/groups/:group/contribution', mayRead, contribution.showOfGroup)
  web.get('/areas/:area/contribution', mayRead, contribution.showOfArea)

  web.get('/structure', mayReadStructure, structure.showStructure)
  web.get('/structure.svg', mayReadStructure, structure.downloadStructureSvg)
  web.get('/structure.png', mayReadStructure, structure.downloadStructurePng)
  web.get('/structure.pdf', mayReadStructure, structure.downloadStructurePdf)
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

  web.get('/organisations', mayReadStructure, organisation.listOrganisations)
  web.get('/organisations/new', mayKeepPeople, organisation.newOrganisation)
  web.post('/organisations/new', mayKeepPeople, organisation.createOrganisation)
  web.get('/organisations/:organisation', mayReadStructure, organisation.showOrganisation)
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
  web.get('/people/duplicates', mayKeepPeople, merger.listDuplicates)
  web.post('/people/duplicates', mayKeepPeople, merger.createApart)
  web.get('/people/merger', mayKeepPeople, merger.confirmMerger)
  web.post('/people/merger', mayKeepPeople, merger.createMerger)
  web.get('/people/own', mayRead, person.editOwnContact)
  web.post('/people/own', mayRead, person.updateOwnContact)
  web.get('/people/:person', mayRead, person.showPerson)
  web.get('/people/:person/edit', mayKeepPeople, person.editPerson)
  web.post('/people/:person/edit', mayKeepPeople, person.updatePerson)
  web.get('/people/:person/data', mayAdminister, personData.showData)
  web.get('/people/:person/data.json', mayAdminister, personData.downloadData)
  web.get('/people/:person/data/removal', mayAdminister, personData.confirmErasure)
  web.post('/people/:person/data/removal', mayAdminister, personData.erasePerson)
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

  web.get('/people.csv', mayRead, directory.downloadDirectory('csv'))
  web.get('/people.xlsx', mayRead, directory.downloadDirectory('xlsx'))
  web.get('/people.ods', mayRead, directory.downloadDirectory('ods'))
  web.get('/people-to-fill-in.csv', mayManagePerformance, directory.downloadTemplate('csv'))
  web.get('/people-to-fill-in.xlsx', mayManagePerformance, directory.downloadTemplate('xlsx'))
  web.get('/people-to-fill-in.ods', mayManagePerformance, directory.downloadTemplate('ods'))

  web.get('/groups', mayReadStructure, group.listGroups)
  web.get('/groups/new', mayKeepGroups, group.newGroup)
  web.post('/groups/new', mayKeepGroups, group.createGroup)
  web.get('/groups/:group', mayReadStructure, group.showGroup(ofGroup))
  web.get('/groups/:group/edit', mayKeepSomeGroup, group.editGroup)
  web.post('/groups/:group/edit', mayKeepSomeGroup, group.updateGroup)
  web.get('/groups/:group/winding-up', mayKeepSomeGroup, group.askToWindUp)
  web.post('/groups/:group/winding-up', mayKeepSomeGroup, group.windUpGroup)
  web.get('/groups/:group/removal', mayKeepGroups, group.confirmGroupRemoval)
  web.post('/groups/:group/removal', mayKeepGroups, group.destroyGroup)
  web.get('/groups/:group/links', mayKeepSomeGroup, group.listLinks)
  web.post('/groups/:group/links', mayKeepSomeGroup, group.createLink)
  web.post('/groups/:group/links/:link/removal', mayKeepSomeGroup, group.destroyLink)
  web.get('/groups/:group/order', mayKeepSomeGroup, seat.editSeatOrder)
  web.post('/groups/:group/order', mayKeepSomeGroup, seat.updateSeatOrder)
  web.get('/groups/:group/seats/new', mayKeepSomeGroup, seat.newSeats)
  web.post('/groups/:group/seats/new', mayKeepSomeGroup, seat.createSeats)

  const leads = leadPages(themesOf)
  web.get('/leads', mayRead, leads.showLeads)
  web.get('/leads.csv', mayRead, leads.downloadLeads)
  web.get('/leads.xlsx', mayRead, leads.downloadXlsx)
  web.get('/leads.ods', mayRead, leads.downloadOds)

  web.get('/outside-bodies', mayKeepGroups, outsideBody.listOutsideBodies)
  web.get('/outside-bodies/new', mayKeepGroups, outsideBody.newOutsideBody)
  web.post('/outside-bodies/new', mayKeepGroups, outsideBody.createOutsideBody)
  web.get('/outside-bodies/:body/edit', mayKeepGroups, outsideBody.editOutsideBody)
  web.post('/outside-bodies/:body/edit', mayKeepGroups, outsideBody.updateOutsideBody)
  web.post('/outside-bodies/:body/removal', mayKeepGroups, outsideBody.destroyOutsideBody)

  web.get('/seats/:seat', mayRead, seat.showSeat)
  web.get('/seats/:seat/edit', mayKeepSomeGroup, seat.editSeat)
  web.post('/seats/:seat/edit', mayKeepSomeGroup, seat.updateSeat)
  web.get('/seats/:seat/removal', mayKeepSomeGroup, seat.confirmSeatRemoval)
  web.post('/seats/:seat/removal', mayKeepSomeGroup, seat.destroySeat)
  web.get('/seats/:seat/holder/new', mayKeepSomeGroup, seat.newTaking)
  web.post('/seats/:seat/holder/new', mayKeepSomeGroup, seat.createTaking)
  web.get('/seats/:seat/cover/new', mayKeepSomeGroup, seat.newCover)
  web.post('/seats/:seat/cover/new', mayKeepSomeGroup, seat.createCover)
  web.get('/tenures/:tenure/leaving', mayKeepSomeGroup, seat.askToLeave)
  web.post('/tenures/:tenure/leaving', mayKeepSomeGroup, seat.endSitting)
  web.get('/tenures/:tenure/edit', mayKeepSomeGroup, seat.editTenure)
  web.post('/tenures/:tenure/edit', mayKeepSomeGroup, seat.updateTenure)
  web.get('/tenures/:tenure/removal', mayKeepSomeGroup, seat.confirmTenureRemoval)
  web.post('/tenures/:tenure/removal', mayKeepSomeGroup, seat.destroyTenure)
  web.get('/seats/:seat/deputies', mayNameSomeDeputies, deputy.editDeputies)
  web.post('/seats/:seat/deputies', mayNameSomeDeputies, deputy.updateDeputies)
  web.get('/seats/:seat/deputies/new', mayNameSomeDeputies, deputy.newDeputy)
  web.post('/seats/:seat/deputies/new', mayNameSomeDeputies, deputy.createDeputy)
  web.get('/deputies/:deputy/removal', mayNameSomeDeputies, deputy.confirmDeputyRemoval)
  web.post('/deputies/:deputy/removal', mayNameSomeDeputies, deputy.destroyDeputy)
  web.get('/coordinators', mayManagePerformance, coordinator.listCoordinators)
  web.get('/coordinators/new', mayManagePerformance, coordinator.chooseCoordinator)
  web.get('/coordinators/:person/edit', mayManagePerformance, coordinator.editCoordinator)
  web.post('/coordinators/:person/edit', mayManagePerformance, coordinator.updateCoordinator)
}
