import { mayRead, mayTakePart, type Web } from '../../platform/web/index.ts'
import { mayKeepSomeMeetings } from '../meeting/pages.ts'
import * as decision from './pages.ts'

export function decisionRoutes(web: Web): void {
  web.get('/decisions', mayRead, decision.listDecisions)
  web.get('/decisions.csv', mayRead, decision.downloadDecisions)
  web.get('/decisions.xlsx', mayRead, decision.downloadDecisionsAs('xlsx'))
  web.get('/decisions.ods', mayRead, decision.downloadDecisionsAs('ods'))
  web.get('/decisions/:decision', mayRead, decision.showDecision)
  web.get('/decisions/:decision/referrals/new', mayKeepSomeMeetings, decision.newReferral)
  web.post('/decisions/:decision/referrals/new', mayKeepSomeMeetings, decision.createReferral)
  web.get('/decisions/:decision/referrals/:referral/removal', mayKeepSomeMeetings, decision.confirmReferralRemoval)
  web.post('/decisions/:decision/referrals/:referral/removal', mayKeepSomeMeetings, decision.destroyReferral)
  web.get('/groups/:group/delegations', mayTakePart, decision.listDelegations)
  web.post('/groups/:group/delegations', mayKeepSomeMeetings, decision.createDelegation)
  web.post('/groups/:group/delegations/:delegation/removal', mayKeepSomeMeetings, decision.destroyDelegation)
}
