import {
  type Around,
  actionAnswers,
  actionLetters,
  actionsOfIndicator,
  actionsPart,
  actionsRoutes,
  actionsWords,
  commitmentsPart,
  escalateActions,
  myActionsPart,
  remindOfActions,
} from './actions/index.ts'
import {
  aroundJudgements,
  askForProgress,
  chaserLetters,
  commentaryPart,
  deliveryRoutes,
  deliveryWords,
  keepWorkplans,
  myMilestonesPart,
  myPlansPart,
  myProgressPart,
  myReviewsPart,
  planLetters,
  planOfAction,
  planPartsPart,
  plansPart,
  progressAnswers,
  progressLetters,
  progressOfAction,
  remindOfPlans,
  resourcesPart,
  settledInPlan,
  stepLetters,
  workplanSheet,
} from './delivery/index.ts'
import { loadExample } from './example/load.ts'
import { accept } from './kernel/ruling.ts'
import {
  agreedAt,
  briefChairs,
  briefsPart,
  chairLetters,
  chasePapers,
  confirmsClosings,
  decisionsPart,
  heldSince,
  invitationLetters,
  meetingsPart,
  meetingsRoutes,
  meetingsWords,
  minutesLetters,
  myRequestsPart,
  paperAnswers,
  paperLetters,
  publicationLetters,
  remindOfRequests,
  representationPart,
  requestAnswers,
  requestLetters,
} from './meetings/index.ts'

import {
  areasToChoose,
  capacityOf,
  chooseArea,
  england,
  partnershipRoutes,
  partnershipWords,
  reachOf,
  settleArea,
} from './partnership/index.ts'
import {
  checkJob,
  importJobs,
  importsByState,
  indicatorsPart,
  keepJob,
  performanceRoutes,
  performanceWords,
  responsibilitiesPart,
  scorecardInShort,
  themesOfGroups,
} from './performance/index.ts'
import {
  accountLetters,
  accountsRoutes,
  arriveWith,
  type OutsideSettings,
  resetJobs,
  type SetupOptions,
} from './platform/accounts/index.ts'
import type { Asked, Db } from './platform/db/index.ts'
import { historyPages } from './platform/history/index.ts'
import { createJobs, type Jobs, together } from './platform/jobs/index.ts'
import {
  type MailSettings,
  attempts as mailAttempts,
  mailJobs,
  pause as mailPause,
  nameOf,
  type VisitLetters,
  visitLetters,
} from './platform/mail/index.ts'
import { type Reader, searchPage } from './platform/search/index.ts'
import { fileJobs, storedFileWords, textJob } from './platform/stored-file/index.ts'
import { type Figure, openWatch, sendTestMail, showSystem } from './platform/system/index.ts'
import {
  mayAdminister,
  mayAudit,
  mayManagePerformance,
  mayRead,
  mayReadExceptions,
  mayReadScorecard,
  mayReadStructure,
  mayTakePart,
  type NavigationItem,
  openWeb,
  type Visitor,
  type Web,
  type WebOptions,
} from './platform/web/index.ts'
import {
  countGaps,
  crossCuttingOf,
  gapsOfGroup,
  gapsPart,
  remindOfReviews,
  reviewLetters,
  reviewsAtHome,
  reviewsOfIndicator,
  reviewsOfPlan,
  threadRoutes,
  threadStrip,
  threadWords,
} from './thread/index.ts'

export type Application = { readonly web: Web; readonly jobs: Pick<Jobs, 'start' | 'stop'> }
export type ApplicationOptions = Omit<WebOptions, 'arrive' | 'navigation' | 'home' | 'beside' | 'metrics' | 'answered' | 'sendsMail'> & {
  /** What besides being on this machine lets one read the figures. */
  readonly metricsToken?: string | null
  /** What the key is made of that seals secrets in the database. */
  readonly secretKey?: string | null
  /** How the providers of single sign-on are reached. */
  readonly providers?: OutsideSettings
  /** A statement that takes at least so many milliseconds is in the log. */
  readonly slowQueryMs?: number
  /** Where a database of our own is kept, and how many migrations we know: for the page that says whether all is well. */
  readonly dataFolder?: string | null
  readonly migrations?: number
  /** Links in a mail need `publicAddress`. */
  readonly mail?: MailSettings | null
}

/** Every module on the shell: what main.ts serves, and what the tests of pages open. */
export async function openApplication(options: ApplicationOptions): Promise<Application> {
  const { database, version, slowQueryMs = 500, mail = null } = options
  const watch = openWatch({ database, version, figures: importFigures })
  const metrics = { token: options.metricsToken ?? null, read: watch.metrics }
  const web = await openWeb({
    ...options,
    arrive: arriveWith(capacityOf),
    navigation,
    home: 'home',
    beside: threadStrip,
    sendsMail: mail !== null,
    metrics,
    answered: watch.answered,
  })
  const clock = options.clock ?? (() => Temporal.Now.instant())
  const work = createJobs(database, web.server.log, { tell: watch.job, clock })
  // A queue of its own: long work does not wait for a mail server that hangs, nor mail for long work.
  const mailing = createJobs(database, web.server.log, { tell: watch.job, workers: 1, attempts: mailAttempts, pause: mailPause })
  database.watch(asked => {
    watch.asked(asked)
    if (asked.ms >= slowQueryMs) web.server.log.warn(toldOf(asked), 'A query was slow')
  })
  const areas = areasToChoose(england)

  accountsRoutes(web, {
    areas: async () => areas,
    settle,
    loadExample: database => loadExample(database, clock()),
    scorecardInShort,
    secretKey: options.secretKey ?? null,
    providers: options.providers ?? {},
  })
  const history = historyPages(
    [...partnershipWords, ...performanceWords, ...actionsWords, ...meetingsWords, ...deliveryWords, ...threadWords, ...storedFileWords],
    database,
  )
  web.get('/search', mayRead, searchPage(searchWords, readerOf))
  web.get('/history', mayAudit, history.listHistory)
  web.get('/history.csv', mayAudit, history.downloadHistory)
  web.get('/history/:kind/:record', mayTakePart, history.showRecord)
  const { dataFolder = null, migrations = null } = options
  web.get('/system', mayAdminister, showSystem({ version, dataFolder, migrations, jobNames, mail: mail && nameOf(mail) }), 'platform')
  web.post('/system/test-mail', mayAdminister, sendTestMail, 'platform')
  partnershipRoutes(web, {
    themesOf: themesOfGroups,
    ofGroup: [responsibilitiesPart, plansPart, meetingsPart],
    contributions: [indicatorsPart, plansPart, representationPart, actionsPart, commitmentsPart, planPartsPart, resourcesPart],
    answers: { ...actionAnswers(aroundActions), ...paperAnswers, ...requestAnswers, ...progressAnswers },
  })
  performanceRoutes(web, {
    around: aroundJudgements,
    atHome: [
      briefsPart,
      gapsPart,
      myPlansPart,
      myProgressPart,
      reviewsAtHome,
      myActionsPart,
      myRequestsPart,
      myMilestonesPart,
      myReviewsPart,
    ],
    ofIndicator: [commentaryPart, decisionsPart, actionsOfIndicator, reviewsOfIndicator],
  })
  actionsRoutes(web, aroundActions)
  meetingsRoutes(web, { gapsOfGroup, sheetFor: workplanSheet })
  deliveryRoutes(web, { ofPlan: [reviewsOfPlan], crossCuttingOf })
  threadRoutes(web)
  importJobs(work)
  work.daily(briefChairs)
  work.daily(countGaps)
  work.daily(remindOfReviews)
  work.daily(remindOfRequests)
  work.daily(remindOfPlans)
  fileJobs(work)
  work.daily(chasePapers)
  resetJobs(mailing)
  work.daily(remindOfActions)
  work.daily(escalateActions(heldSince))
  work.daily(askForProgress)
  work.daily(keepWorkplans)
  const writing = { origin: options.publicAddress ?? '', clock }
  mailJobs(mailing, mail, { ...accountLetters(writing), ...visitLetters(writing, letters) })
  return { web, jobs: together(work, mailing) }
}

/** A new partnership has the area that was named when it was set up. */
const settle: SetupOptions['settle'] = async (db, { area }) => {
  const chosen = chooseArea(area, england)
  if (!chosen.accepted) return chosen
  await settleArea(db, chosen.value ?? { code: null, name: area.trim() })
  return accept(null)
}

/** The statement on one line; what it was asked with is not told. */
const toldOf = ({ statement, ms, cause }: Asked) => ({
  ms: Math.round(ms),
  reqId: cause?.request ?? null,
  route: cause?.route ?? null,
  statement: statement.replaceAll(/\s+/g, ' ').trim().slice(0, 2_000),
})

const jobNames = {
  [checkJob]: 'Reading a file that was brought in',
  [keepJob]: 'Importing a file',
  [textJob]: 'Reading the words of a file',
}

async function importFigures(db: Db): Promise<Figure[]> {
  const samples = (await importsByState(db)).map(({ state, count }) => ({ labels: { state }, value: count }))
  return [{ name: 'goldthread_imports', type: 'gauge', help: 'Imports on record, by how far they have come.', samples }]
}

/** What modules write to people, each letter under the name by which it is asked for. */
const letters: VisitLetters = {
  ...actionLetters,
  ...chairLetters(gapsOfGroup),
  ...invitationLetters,
  ...minutesLetters,
  ...paperLetters,
  ...progressLetters,
  ...planLetters,
  ...chaserLetters,
  ...publicationLetters,
  ...requestLetters,
  ...reviewLetters,
  ...stepLetters,
}

/** What actions ask of meetings and plans, which stand above them. */
const aroundActions: Around = {
  sourceOf: async (db, action) => (await agreedAt(db, action)) ?? planOfAction(db, action),
  confirmsClosings,
  settledBy: settledInPlan,
  parts: [progressOfAction],
  crossCuttingOf,
}

/** What search calls the texts of each kind. */
const searchWords = [
  { subject: 'meetings.decision', name: 'Decision', plural: 'Decisions' },
  { subject: 'actions.action', name: 'Action', plural: 'Actions' },
  { subject: 'delivery.plan', name: 'Delivery plan', plural: 'Delivery plans' },
  { subject: 'meetings.minute', name: 'Minutes', plural: 'Minutes' },
  { subject: 'meetings.paper', name: 'Paper', plural: 'Papers' },
  { subject: 'meetings.agenda_item', name: 'Agenda item', plural: 'Agendas' },
  { subject: 'meetings.forward_item', name: 'Forward plan', plural: 'Forward plans' },
  { subject: 'performance.indicator', name: 'Indicator', plural: 'Indicators' },
  { subject: 'performance.assurance_text', name: 'What is happening meanwhile', plural: 'What is happening meanwhile' },
  { subject: 'delivery.commentary', name: 'Commentary', plural: 'Commentary' },
]

/** A scrutiny reader finds what is public; everybody else what is for whoever takes part, and what is for the groups of which they see all. */
function readerOf(visitor: Visitor): Reader {
  if (!mayTakePart(visitor)) return { onlyPublic: true, circles: [] }
  const reaches = [reachOf('see-confidential', visitor), reachOf('keep-meetings', visitor)]
  if (reaches.includes('everybody')) return { onlyPublic: false, circles: 'all' }
  return { onlyPublic: false, circles: [...new Set(reaches.flatMap(reach => (typeof reach === 'string' ? [] : reach.groupIds)))] }
}

const navigation: readonly NavigationItem[] = [
  { text: 'Search', path: 'search', may: mayRead, isSearch: true },
  { text: 'Home', path: 'home', may: mayRead },
  { text: 'Scorecard', path: 'scorecard', may: mayReadScorecard },
  { text: 'Exceptions', path: 'exceptions', may: mayReadExceptions },
  {
    text: 'Indicators',
    within: [
      { text: 'All indicators', path: 'indicators', may: mayRead },
      { text: 'Agreements', path: 'agreements', may: mayRead },
      { text: 'Closing', path: 'closings', may: mayTakePart },
      { text: 'Bring in data', path: 'imports', may: mayManagePerformance },
    ],
  },
  {
    text: 'Delivery',
    within: [
      { text: 'Plans', path: 'plans', may: mayRead },
      { text: 'Progress', path: 'progress', may: mayTakePart },
      { text: 'Milestones', path: 'milestones', may: mayRead },
      { text: 'Timeline', path: 'plans/timeline', may: mayRead },
      { text: 'Off target', path: 'off-target', may: mayRead },
      { text: 'Reviews', path: 'reviews', may: mayRead },
      { text: 'The year', path: 'cycle', may: mayRead },
    ],
    besides: ['other-plans'],
  },
  {
    text: 'Golden thread',
    within: [
      { text: 'Vision', path: 'vision', may: mayRead },
      { text: 'Gaps', path: 'gaps', may: mayRead },
      { text: 'Cross-cutting', path: 'cross-cutting', may: mayRead },
      { text: 'Finder', path: 'finder', may: mayTakePart },
    ],
    besides: ['strategies', 'thread'],
  },
  {
    text: 'Meetings',
    within: [
      { text: 'Calendar', path: 'meetings', may: mayTakePart },
      { text: 'Forward plan', path: 'forward-plan', may: mayTakePart },
      { text: 'Actions', path: 'actions', may: mayTakePart },
      { text: 'Minutes', path: 'minutes', may: mayRead },
      { text: 'Decisions', path: 'decisions', may: mayRead },
      { text: 'Requests', path: 'requests', may: mayTakePart },
      { text: 'Representation', path: 'meetings/representation', may: mayTakePart },
      { text: 'Papers to come', path: 'papers', may: mayTakePart },
      { text: 'Workshops', path: 'workshops', may: mayTakePart },
    ],
  },
  {
    text: 'People and groups',
    within: [
      { text: 'Groups', path: 'groups', may: mayReadStructure },
      { text: 'Leads', path: 'leads', may: mayRead },
      { text: 'Structure', path: 'structure', may: mayReadStructure },
      { text: 'Shared members', path: 'network', may: mayRead },
      { text: 'Districts', path: 'districts', may: mayRead },
      { text: 'Organisations', path: 'organisations', may: mayReadStructure },
      { text: 'People', path: 'people', may: mayRead },
      { text: 'Areas', path: 'areas', may: mayRead },
    ],
    besides: ['seats', 'deputies', 'outside-bodies', 'coordinators'],
  },
  {
    text: 'Administration',
    within: [
      { text: 'Accounts', path: 'accounts', may: mayAdminister },
      { text: 'Single sign-on', path: 'providers', may: mayAdminister },
      { text: 'Sharing', path: 'sharing', may: mayAdminister },
      { text: 'History', path: 'history', may: mayAudit },
      { text: 'System', path: 'system', may: mayAdminister },
    ],
  },
]
