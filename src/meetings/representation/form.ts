import { type Fields, text } from '../../platform/web/index.ts'

/** Over how many of the last meetings. */
export const spans = [2, 3, 6, 12, 24] as const
export const readLast = (query: Fields): number => spans.find(each => String(each) === text(query, 'last')) ?? 6
