/** Search over every text that modules have entered (`platform.enter_search` in their triggers), for what the reader may see. */
export { searchPage } from './pages.ts'
export type { Reader } from './store.ts'
export type { SubjectWords } from './view.ts'
