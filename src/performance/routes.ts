import type { ShownPart } from '../partnership/index.ts'
import {
  mayManagePerformance,
  mayRead,
  mayReadExceptions,
  mayReadScorecard,
  mayReport,
  mayTakePart,
  type Visit,
  type Web,
} from '../platform/web/index.ts'
import * as order from './agreement/order/pages.ts'
import * as outcome from './agreement/outcome/pages.ts'
import * as agreement from './agreement/pages.ts'
import * as theme from './agreement/theme/pages.ts'
import type { Around } from './around/pages.ts'
import * as catalogue from './catalogue/pages.ts'
import * as closing from './closing/pages.ts'
import * as comparison from './comparison/pages.ts'
import * as contribution from './contribution/pages.ts'
import * as dataImport from './data-import/pages.ts'
import * as dataReturn from './data-return/pages.ts'
import * as exception from './exception/pages.ts'
import * as grid from './grid/pages.ts'
import * as heatTable from './heat-table/pages.ts'
import * as home from './home/pages.ts'
import * as closure from './indicator/closure/pages.ts'
import * as deferral from './indicator/deferral/pages.ts'
import * as history from './indicator/history/pages.ts'
import * as names from './indicator/names/pages.ts'
import * as indicator from './indicator/pages.ts'
import * as removal from './indicator/removal/pages.ts'
import * as override from './override/pages.ts'
import * as profile from './profile/pages.ts'
import * as rebase from './rebase/pages.ts'
import * as responsibility from './responsibility/pages.ts'
import * as savedView from './saved-view/pages.ts'
import * as scheme from './scheme/pages.ts'
import * as scorecard from './scorecard/pages.ts'
import * as seriesBreak from './series-break/pages.ts'
import * as standIn from './stand-in/pages.ts'
import * as standing from './standing/pages.ts'
import * as target from './target/pages.ts'

/** What modules above add to the pages here: what is asked of whoever comes home, and what is meant to move an indicator. */
export type PerformanceParts = {
  /** What is said beside judgements: whether what was planned is being done, and why they are what they are. */
  readonly around: Around
  readonly atHome?: readonly ((visit: Visit) => Promise<ShownPart | null>)[]
  readonly ofIndicator?: readonly standing.IndicatorPart[]
}

export function performanceRoutes(web: Web, { around, atHome = [], ofIndicator = [] }: PerformanceParts): void {
  web.get('/scorecard', mayReadScorecard, scorecard.showScorecard(around))
  web.get('/home', mayRead, home.showHome(atHome))
  web.get('/exceptions', mayReadExceptions, exception.listExceptions(around))
  web.get('/exceptions.csv', mayReadExceptions, exception.downloadExceptions(around))
  web.get('/views', mayRead, savedView.listViews)
  web.post('/views', mayTakePart, savedView.saveView)
  web.get('/views/:view', mayRead, savedView.openView)
  web.post('/views/:view/removal', mayTakePart, savedView.removeView)
  web.get('/scorecard.csv', mayReadScorecard, scorecard.downloadScorecard(around))
  web.get('/scorecard/heat', mayReadScorecard, heatTable.showHeatTable)
  web.get('/scorecard/heat.csv', mayReadScorecard, heatTable.downloadHeatTable)
  web.get('/scorecard.xlsx', mayReadScorecard, scorecard.downloadScorecardXlsx(around))
  web.get('/scorecard.ods', mayReadScorecard, scorecard.downloadScorecardOds(around))
  web.get('/organisations/:organisation/contribution.csv', mayRead, contribution.downloadOfOrganisation(around))
  web.get('/groups/:group/contribution.csv', mayRead, contribution.downloadOfGroup(around))
  web.get('/areas/:area/contribution.csv', mayRead, contribution.downloadOfArea(around))
  web.get('/indicators/:id', mayReadScorecard, standing.showIndicator(ofIndicator, around))
  web.get('/indicators/:id/comparison', mayReadScorecard, comparison.showComparison)
  web.get('/indicators/:id/comparison.csv', mayReadScorecard, comparison.downloadComparison)
  web.get('/indicators/:id/comparison.svg', mayReadScorecard, comparison.downloadRanksSvg)
  web.get('/indicators/:id/comparison.png', mayReadScorecard, comparison.downloadRanksPng)
  web.get('/indicators/:id/comparison/areas.svg', mayReadScorecard, comparison.downloadMultiplesSvg)
  web.get('/indicators/:id/comparison/areas.png', mayReadScorecard, comparison.downloadMultiplesPng)
  web.get('/indicators/:id/chart.svg', mayReadScorecard, standing.downloadChartSvg)
  web.get('/indicators/:id/chart.png', mayReadScorecard, standing.downloadChartPng)
  web.get('/indicators/:id/chart.csv', mayReadScorecard, standing.downloadChartCsv)

  web.get('/indicators/:id/override/:area/:period', mayManagePerformance, override.editOverride)
  web.post('/indicators/:id/override/:area/:period', mayManagePerformance, override.updateOverride)
  web.post('/indicators/:id/override/:area/:period/end', mayManagePerformance, override.removeOverride)

  web.get('/indicators/:id/proxy', mayManagePerformance, standIn.editProxy)
  web.post('/indicators/:id/proxy', mayManagePerformance, standIn.updateProxy)
  web.post('/indicators/:id/proxy/end', mayManagePerformance, standIn.removeProxy)
  web.get('/indicators/:id/assurance/:area/:period', mayReport, standIn.editText)
  web.post('/indicators/:id/assurance/:area/:period', mayReport, standIn.updateText)

  web.get('/indicators/:id/definition', mayReadScorecard, seriesBreak.showDefinition)
  web.get('/indicators/:id/breaks/new', mayManagePerformance, seriesBreak.newBreak)
  web.post('/indicators/:id/breaks/new', mayManagePerformance, seriesBreak.createBreak)
  web.get('/indicators/:id/breaks/:break/removal', mayManagePerformance, seriesBreak.confirmBreakRemoval)
  web.post('/indicators/:id/breaks/:break/removal', mayManagePerformance, seriesBreak.destroyBreak)

  web.get('/indicators/:id/targets', mayRead, target.listTargets)
  web.get('/indicators/:id/targets/new', mayManagePerformance, target.newTarget)
  web.post('/indicators/:id/targets/new', mayManagePerformance, target.createTarget)
  web.get('/indicators/:id/targets/:target/edit', mayManagePerformance, target.editTarget)
  web.post('/indicators/:id/targets/:target/edit', mayManagePerformance, target.updateTarget)
  web.get('/indicators/:id/targets/:target/profile', mayManagePerformance, profile.editProfile)
  web.post('/indicators/:id/targets/:target/profile', mayManagePerformance, profile.updateProfile)
  web.get('/indicators/:id/targets/:target/removal', mayManagePerformance, target.confirmTargetRemoval)
  web.post('/indicators/:id/targets/:target/removal', mayManagePerformance, target.destroyTarget)

  web.get('/indicators/:id/rebases', mayRead, rebase.listRebases)
  web.get('/indicators/:id/rebases/new', mayManagePerformance, rebase.newRebase)
  web.post('/indicators/:id/rebases/new', mayManagePerformance, rebase.createRebase)
  web.get('/indicators/:id/rebases/:rebase/removal', mayManagePerformance, rebase.confirmRebaseRemoval)
  web.post('/indicators/:id/rebases/:rebase/removal', mayManagePerformance, rebase.destroyRebase)

  web.get('/agreements', mayRead, agreement.listAgreements)
  web.get('/agreements/new', mayManagePerformance, agreement.newAgreement)
  web.post('/agreements/new', mayManagePerformance, agreement.createAgreement)
  web.get('/agreements/:agreement', mayRead, agreement.showAgreement)
  web.get('/agreements/:agreement/edit', mayManagePerformance, agreement.editAgreement)
  web.post('/agreements/:agreement/edit', mayManagePerformance, agreement.updateAgreement)
  web.get('/agreements/:agreement/scheme', mayManagePerformance, scheme.editScheme)
  web.post('/agreements/:agreement/scheme', mayManagePerformance, scheme.updateScheme)
  web.get('/agreements/:agreement/removal', mayManagePerformance, agreement.confirmAgreementRemoval)
  web.post('/agreements/:agreement/removal', mayManagePerformance, agreement.destroyAgreement)
  web.get('/agreements/:agreement/order', mayManagePerformance, order.editOrder)
  web.post('/agreements/:agreement/order', mayManagePerformance, order.updateOrder)
  web.get('/agreements/:agreement/grid', mayReport, grid.editGrid)
  web.post('/agreements/:agreement/grid', mayReport, grid.saveGrid)
  web.get('/agreements/:agreement/themes/new', mayManagePerformance, theme.newTheme)
  web.post('/agreements/:agreement/themes/new', mayManagePerformance, theme.createTheme)
  web.get('/themes/:theme/edit', mayManagePerformance, theme.editTheme)
  web.post('/themes/:theme/edit', mayManagePerformance, theme.updateTheme)
  web.get('/themes/:theme/removal', mayManagePerformance, theme.confirmThemeRemoval)
  web.post('/themes/:theme/removal', mayManagePerformance, theme.destroyTheme)
  web.get('/themes/:theme/outcomes/new', mayManagePerformance, outcome.newOutcome)
  web.post('/themes/:theme/outcomes/new', mayManagePerformance, outcome.createOutcome)
  web.get('/outcomes/:outcome', mayRead, outcome.showOutcome)
  web.get('/outcomes/:outcome/edit', mayManagePerformance, outcome.editOutcome)
  web.post('/outcomes/:outcome/edit', mayManagePerformance, outcome.updateOutcome)
  web.get('/outcomes/:outcome/removal', mayManagePerformance, outcome.confirmOutcomeRemoval)
  web.post('/outcomes/:outcome/removal', mayManagePerformance, outcome.destroyOutcome)

  web.get('/groups/:group/responsibilities', mayManagePerformance, responsibility.editResponsibilities)
  web.post('/groups/:group/responsibilities', mayManagePerformance, responsibility.updateResponsibilities)

  web.get('/indicators/:id/returns', mayRead, dataReturn.listReturns)
  web.get('/indicators/:id/returns/new', mayReport, dataReturn.newReturn)
  web.post('/indicators/:id/returns/new', mayReport, dataReturn.createReturn)
  web.get('/indicators/:id/returns/:area/:period', mayRead, dataReturn.showReturn)
  web.post('/indicators/:id/returns/:area/:period', mayReport, dataReturn.reviseReturn)

  web.get('/closings', mayTakePart, closing.listClosings)
  web.get('/closings/:agreement/:period', mayTakePart, closing.showClosing)
  web.get('/closings/:agreement/:period/completeness.csv', mayTakePart, closing.downloadCompleteness)
  web.post('/closings/:agreement/:period/submissions', mayReport, closing.submitLines)
  web.post('/closings/:agreement/:period/approvals', mayManagePerformance, closing.approveLines)
  web.get('/closings/:agreement/:period/lock', mayManagePerformance, closing.askToLock)
  web.post('/closings/:agreement/:period/lock', mayManagePerformance, closing.lockClosing)
  web.get('/closings/:agreement/:period/unlock', mayManagePerformance, closing.askToUnlock)
  web.post('/closings/:agreement/:period/unlock', mayManagePerformance, closing.unlockClosing)
  web.get('/closings/:agreement/:period/as-reported', mayTakePart, closing.showReported)
  web.get('/closings/:agreement/:period/:indicator', mayTakePart, closing.showLine)
  web.post('/closings/:agreement/:period/:indicator/return', mayManagePerformance, closing.returnLine)

  web.get('/imports', mayTakePart, dataImport.listImports)
  web.get('/imports/new', mayManagePerformance, dataImport.newImport)
  web.post('/imports', mayManagePerformance, dataImport.createImport)
  web.get('/imports/:import', mayTakePart, dataImport.showImport)
  web.get('/imports/:import/columns', mayManagePerformance, dataImport.editColumns)
  web.post('/imports/:import/columns', mayManagePerformance, dataImport.chooseColumns)
  web.post('/imports/:import/sheet', mayManagePerformance, dataImport.chooseSheet)
  web.get('/imports/:import/questions', mayManagePerformance, dataImport.editAnswers)
  web.post('/imports/:import/questions', mayManagePerformance, dataImport.giveAnswers)
  web.post('/imports/:import/confirmation', mayManagePerformance, dataImport.confirmImport)
  web.post('/imports/:import/cancellation', mayManagePerformance, dataImport.cancelImport)
  web.get('/imports/:import/refused.csv', mayTakePart, dataImport.downloadRefused)

  web.get('/catalogues', mayRead, catalogue.listCatalogues)
  web.get('/catalogues/new', mayManagePerformance, catalogue.newCatalogue)
  web.post('/catalogues/new', mayManagePerformance, catalogue.createCatalogue)
  web.get('/catalogues/:catalogue', mayRead, catalogue.showCatalogue)
  web.get('/catalogues/:catalogue/choice', mayManagePerformance, catalogue.chooseFromCatalogue)
  web.post('/catalogues/:catalogue/choice', mayManagePerformance, catalogue.addFromCatalogue)
  web.get('/catalogues/:catalogue/removal', mayManagePerformance, catalogue.confirmCatalogueRemoval)
  web.post('/catalogues/:catalogue/removal', mayManagePerformance, catalogue.destroyCatalogue)

  web.get('/indicators', mayRead, indicator.listIndicators)
  web.get('/indicators/new', mayManagePerformance, indicator.newIndicator)
  web.post('/indicators/new', mayManagePerformance, indicator.createIndicator)
  web.get('/indicators/:id/edit', mayManagePerformance, indicator.editIndicator)
  web.post('/indicators/:id/edit', mayManagePerformance, indicator.updateIndicator)
  web.get('/indicators/:id/deferral', mayManagePerformance, deferral.editDeferral)
  web.post('/indicators/:id/deferral', mayManagePerformance, deferral.updateDeferral)
  web.post('/indicators/:id/deferral/end', mayManagePerformance, deferral.endDeferral)
  web.get('/indicators/:id/closure', mayManagePerformance, closure.editClosure)
  web.post('/indicators/:id/closure', mayManagePerformance, closure.updateClosure)
  web.post('/indicators/:id/closure/end', mayManagePerformance, closure.reopen)
  web.get('/indicators/:id/names', mayManagePerformance, names.listNames)
  web.post('/indicators/:id/names/removal', mayManagePerformance, names.destroyName)
  web.get('/indicators/:id/history', mayRead, history.showIndicatorHistory)
  web.get('/indicators/:id/removal', mayManagePerformance, removal.confirmIndicatorRemoval)
  web.post('/indicators/:id/removal', mayManagePerformance, removal.destroyIndicator)
}
