/**
 * Actions: one register of what somebody must do by a date, whatever it comes from.
 *
 * Owns the `actions` schema. Knows partnership and performance; meetings, plans and the rest know it.
 */
export type { Action, ActionId, NewAction, Owner } from './action/action.ts'
export { addAction } from './action/store.ts'
export { dropMinutedAction, rewordAction, takeUpMinutedAction, type Wording } from './minuted/store.ts'
export { actionsWords } from './words.ts'
