import { loadExample } from './example/load.ts'
import { accept } from './kernel/ruling.ts'
import { areasToChoose, chooseArea, england, partnershipRoutes, partnershipWords, settleArea } from './partnership/index.ts'
import { importJobs, performanceRoutes, performanceWords } from './performance/index.ts'
import { accountsRoutes, arrive, type SetupOptions } from './platform/accounts/index.ts'
import { listHistory } from './platform/history/index.ts'
import { createJobs, type Jobs } from './platform/jobs/index.ts'
import { mayAdminister, mayManagePerformance, mayRead, openWeb, type Web, type WebOptions } from './platform/web/index.ts'

export type Application = { readonly web: Web; readonly jobs: Jobs }
export type ApplicationOptions = Omit<WebOptions, 'arrive' | 'navigation' | 'home'>

/** Every module on the shell: what main.ts serves, and what the tests of pages open. */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const web = await openWeb({ ...options, arrive, navigation, home: 'scorecard' })
  const jobs = createJobs(options.database, web.server.log)
  const clock = options.clock ?? (() => Temporal.Now.instant())
  const areas = areasToChoose(england)

  accountsRoutes(web, { areas: async () => areas, settle, loadExample: database => loadExample(database, clock()) })
  web.get('/history', mayAdminister, listHistory([...partnershipWords, ...performanceWords]))
  partnershipRoutes(web)
  performanceRoutes(web)
  importJobs(jobs)
  return { web, jobs }
}

/** A new partnership has the area that was named when it was set up. */
const settle: SetupOptions['settle'] = async (db, { area }) => {
  const chosen = chooseArea(area, england)
  if (!chosen.accepted) return chosen
  await settleArea(db, chosen.value ?? { code: null, name: area.trim() })
  return accept(null)
}

const navigation = [
  { text: 'Scorecard', path: 'scorecard', may: mayRead },
  { text: 'Indicators', path: 'indicators', may: mayRead },
  { text: 'Agreements', path: 'agreements', may: mayRead },
  { text: 'Bring in data', path: 'imports', may: mayManagePerformance },
  { text: 'Areas', path: 'areas', may: mayRead },
  { text: 'Organisations', path: 'organisations', may: mayRead },
  { text: 'Accounts', path: 'accounts', may: mayAdminister },
  { text: 'History', path: 'history', may: mayAdminister },
]
