/** At most so long, and without half a character at the end: what is beyond the first 65,536 of Unicode is two to JavaScript, and nothing by halves to PostgreSQL. */
export const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
