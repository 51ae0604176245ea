/**
 * Delivery: what the groups do towards their outcomes, how that goes, and why a figure is what it is.
 *
 * Owns the `delivery` schema. Knows partnership, performance, actions and meetings.
 */
export { deliveryRoutes } from './routes.ts'
export { deliveryWords } from './words.ts'
