/**
 * The web shell: the only place that knows HTTP. A module gives it routes, each with a named rule of who may use it; its handlers get a visit
 * and give back an answer; the shell does the rest (who came, the transaction, the page around, errors, headers).
 */
export { allow, found, NotFound } from './absence.ts'
export { type Answer, type CookieChange, data, download, fileOfOthers, page, redirect, template, withCookie, withStatus } from './answer.ts'
export { type Arrival, type Arrive, nobody } from './arrival.ts'
export type { About, Beside } from './beside.ts'
export { noSessionCookie, sessionCookieOf } from './cookies.ts'
export { editionOf, overtaken } from './edition.ts'
export { entered, readForm, text, texts } from './forms.ts'
export type { NavigationItem } from './frame.ts'
export {
  type May,
  mayAdminister,
  mayAudit,
  mayKeepPeople,
  mayManagePerformance,
  mayRead,
  mayReadExceptions,
  mayReadScorecard,
  mayReadStructure,
  mayReport,
  mayTakePart,
  roleNames,
  roleSummaries,
} from './may.ts'
export type { Answered } from './metrics.ts'
export { networkOf } from './pace.ts'
export { pageNumber, pageSize, pagination, rowsBefore } from './pagination.ts'
export type { RouteEntry, Web } from './register.ts'
export {
  type Capacity,
  type Fields,
  type Handler,
  type HeldSeat,
  nowhere,
  type PartnershipAddress,
  type PersonalHandler,
  type PersonalVisit,
  type PublicHandler,
  type PublicVisit,
  type Role,
  roles,
  type Share,
  type SignedIn,
  shares,
  type UploadedFile,
  type Visit,
  type Visitor,
} from './visit.ts'
export { openWeb, type WebOptions } from './web.ts'
