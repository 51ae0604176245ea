/**
 * How Goldthread stands, seen from outside: figures for whoever watches the server, and a page that says whether all is well for a partnership's
 * administrator. Looks at the tables of the platform only; what modules have to count they give.
 */
export { sendTestMail, showSystem } from './pages.ts'
export type { Figure } from './prometheus.ts'
export { openWatch } from './watch.ts'
