/**
 * Actions: one register of what somebody must do by a date, whatever it comes from.
 *
 * Owns the `actions` schema. Knows partnership and performance; meetings, plans and the rest know it.
 */
export { type Action, type ActionId, actionStateNames, type NewAction, type Owner } from './action/action.ts'
export { readIndicators, readOwners } from './action/form.ts'
export { type NamedOwner, ownerKey, ownerOf, ownersInWords } from './action/owner.ts'
export { type Around, partyOf, type Settled, sittingFor } from './action/pages.ts'
export { isOwner, isOwnerInPerson, maySee, type Party } from './action/party.ts'
export type { ActionRecord, NamedIndicator } from './action/record.ts'
export {
  actionRecord,
  actionRecords,
  actionsFromSource,
  addAction,
  changeAction,
  indicatorChoices,
  indicatorsOf,
  lockAction,
  moveAction,
  openProposed,
  possibleOwners,
  setIndicators,
  setState,
} from './action/store.ts'
export { ownerFieldsView } from './action/view.ts'
export { actionAnswers } from './answer/pages.ts'
export { carryAction } from './carried/store.ts'
export { commitmentsPart } from './commitment/pages.ts'
export type { ActionInShort } from './in-short/in-short.ts'
export { actionsFrom, openActionsOf, type Sight } from './in-short/store.ts'
export { dropMinutedAction, rewordAction, takeUpMinutedAction, type Wording } from './minuted/store.ts'
export { actionsOfIndicator, actionsPart, myActionsPart } from './register/parts/pages.ts'
export { actionLetters, escalateActions, remindOfActions } from './reminder/jobs.ts'
export { askedOf } from './reminder/store.ts'
export { actionsRoutes } from './routes.ts'
export { actionsWords } from './words.ts'
